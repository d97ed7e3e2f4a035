#include "analysis/clausematrix.h"
#include "domain/naming.h"
#include "domain/words.h"
#include "exports/reportsections.h"

namespace entente::exports {

using domain::Agreement;
using domain::Clause;
using domain::Scenario;

namespace {

// Its wording; where that isn't given, what the author notes of it.
QString wordingOf(const Clause &clause)
{
    if (!clause.text.isEmpty())
        return QStringLiteral("“%1”").arg(clause.text);
    return clause.note;
}

// "obligation: a call to a model, of the flagship model, only through Azure".
QString normInWords(const Scenario &scenario, const Clause &clause)
{
    QStringList parts;
    const auto add = [&parts](const QString &before, const QString &name) {
        if (!name.isEmpty())
            parts.append(before + name);
    };
    const auto thing = [&scenario](const QString &id) {
        return id.isEmpty() ? QString() : scenario.nameOfThing(id);
    };
    const auto firm = [&scenario](const domain::FirmId &id) {
        return id.isEmpty() ? QString() : scenario.nameOf(id);
    };
    add({}, thing(clause.action));
    add(QStringLiteral("of "), thing(clause.object));
    add(QStringLiteral("only through "), firm(clause.onlyThrough));
    add(QStringLiteral("through "), firm(clause.through));
    add(QStringLiteral("in "), clause.territory);
    const QString norm = parts.join(QStringLiteral(", "));
    return clause.modality ? domain::toWord(*clause.modality) + QStringLiteral(": ") + norm : norm;
}

QString exceptionsInWords(const QList<domain::Exception> &exceptions)
{
    QStringList lines;
    for (const domain::Exception &exception : exceptions) {
        const bool isWaiver = exception.kind == domain::ExceptionKind::Waiver;
        lines.append((isWaiver ? QStringLiteral("waiver: ") : QStringLiteral("exception: ")) +
                     (exception.text.isEmpty() ? exception.id : exception.text));
        if (const QString nested = exceptionsInWords(exception.exceptions); !nested.isEmpty())
            lines.append(nested);
    }
    return lines.join(u'\n');
}

QString conditionInWords(const domain::Condition &condition)
{
    if (condition.isEmpty())
        return {};
    const bool isUnknown = condition.state == domain::ConditionState::Unknown;
    return QStringLiteral("%1 (%2)").arg(condition.text, isUnknown ? QStringLiteral("not known whether met")
                                                                   : domain::toWord(condition.state));
}

QList<Cell> clauseRow(const Scenario &scenario, const Agreement &agreement, const Clause &clause,
                      const analysis::AsOf &asOf)
{
    const auto firm = [&scenario](const domain::FirmId &id) {
        return id.isEmpty() ? QString() : scenario.nameOf(id);
    };
    return {agreement.title,
            domain::titleOf(clause),
            domain::clauseKindInWords(clause.kind),
            firm(clause.bearer),
            firm(clause.counterparty),
            normInWords(scenario, clause),
            inWords(clause.period ? clause.period : agreement.period),
            holdsInWords(analysis::holding(clause, agreement, asOf)),
            conditionInWords(clause.condition),
            exceptionsInWords(clause.exceptions),
            wordingOf(clause),
            clause.section,
            numbersOf(scenario, clause.cites)};
}

QString matrixCellInWords(const Scenario &scenario, const analysis::MatrixCell &cell)
{
    QStringList lines;
    for (const analysis::MatrixClause &each : cell) {
        const Clause *clause = scenario.clause(each.ref);
        QString line = domain::titleOf(*clause);
        if (each.holds != analysis::Truth::Yes)
            line += each.holds == analysis::Truth::No ? QStringLiteral(" (not then)")
                                                      : QStringLiteral(" (depends)");
        if (const QString wording = wordingOf(*clause); !wording.isEmpty())
            line += QStringLiteral(": ") + wording;
        lines.append(line);
    }
    return lines.join(u'\n');
}

class PositionRows
{
public:
    explicit PositionRows(const Scenario &scenario)
        : m_scenario(scenario)
    {}

    void add(const domain::Positions &positions, const QString &of)
    {
        for (const domain::Position &position : positions)
            m_rows.append({m_scenario.nameOf(position.by), domain::toStanceWords(position.stance), of,
                           position.text, position.attribution, numbersOf(m_scenario, position.cites)});
    }
    QList<QList<Cell>> take() { return std::move(m_rows); }

private:
    const Scenario &m_scenario;
    QList<QList<Cell>> m_rows;
};

} // namespace

Section matrixSection(const Scenario &scenario, const analysis::AsOf &asOf)
{
    Section section{QStringLiteral("Clause matrix"), {}, {}, {}, false};
    const analysis::ClauseMatrix matrix = analysis::clauseMatrix(scenario, asOf);
    section.table.columns.append({QStringLiteral("Agreement"), 30});
    for (const QString &kind : matrix.kinds)
        section.table.columns.append({domain::capitalised(domain::clauseKindInWords(kind)), 36});
    for (const analysis::MatrixRow &row : matrix.rows) {
        QList<Cell> cells{agreementTitle(scenario, row.agreement)};
        for (const analysis::MatrixCell &cell : row.cells)
            cells.append(matrixCellInWords(scenario, cell));
        section.table.rows.append(cells);
    }
    return section;
}

Section clausesSection(const Scenario &scenario, const analysis::AsOf &asOf)
{
    Section section{QStringLiteral("Clauses"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Agreement"), 30}, {QStringLiteral("Clause"), 26},
                             {QStringLiteral("Kind"), 18},      {QStringLiteral("Obligor"), 20},
                             {QStringLiteral("Obligee"), 20},   {QStringLiteral("Norm"), 40},
                             {QStringLiteral("Period"), 28},    {QStringLiteral("Holds then"), 26},
                             {QStringLiteral("Condition"), 30}, {QStringLiteral("Exceptions"), 36},
                             {QStringLiteral("Wording"), 60},   {QStringLiteral("Section"), 12},
                             {QStringLiteral("Sources"), 9}};
    for (const Agreement &agreement : scenario.agreements) {
        for (const Clause &clause : agreement.clauses)
            section.table.rows.append(clauseRow(scenario, agreement, clause, asOf));
    }
    return section;
}

Section positionsSection(const Scenario &scenario)
{
    Section section{QStringLiteral("Who says what"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Firm"), 24},    {QStringLiteral("Stance"), 12},
                             {QStringLiteral("Of"), 40},      {QStringLiteral("Says"), 60},
                             {QStringLiteral("Through"), 36}, {QStringLiteral("Sources"), 9}};
    PositionRows rows(scenario);
    for (const Agreement &agreement : scenario.agreements) {
        rows.add(agreement.positions, agreement.title);
        for (const Clause &clause : agreement.clauses) {
            const QString name = QStringLiteral("“%1” of %2").arg(domain::titleOf(clause), agreement.title);
            rows.add(clause.positions, name);
            rows.add(clause.condition.positions, QStringLiteral("the condition of ") + name);
        }
    }
    for (const domain::DefinedTerm &term : scenario.terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan)
            rows.add(narrower.positions, QStringLiteral("“%1” is a kind of “%2”")
                                             .arg(term.name, scenario.nameOfThing(narrower.term.text())));
    }
    section.table.rows = rows.take();
    return section;
}

} // namespace entente::exports
