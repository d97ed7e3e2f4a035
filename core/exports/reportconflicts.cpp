#include "analysis/cures.h"
#include "analysis/verdictwords.h"
#include "domain/naming.h"
#include "domain/words.h"
#include "exports/reportsections.h"

namespace entente::exports {

using analysis::Conflict;
using domain::Scenario;

namespace {

QString clauseInWords(const Scenario &scenario, const domain::ClauseRef &ref)
{
    const domain::Clause *clause = scenario.clause(ref);
    return QStringLiteral("“%1” of %2")
        .arg(clause ? domain::titleOf(*clause) : ref.clause.text(), agreementTitle(scenario, ref.agreement));
}

QString verdictInWords(const Conflict &conflict)
{
    const QString verdict = analysis::toWord(conflict.verdict);
    return conflict.partial ? verdict + QStringLiteral(", in part") : verdict;
}

QStringList conditionLines(const Scenario &scenario, const Conflict &conflict)
{
    QStringList lines;
    for (const analysis::Dependency &dependency : conflict.dependsOn) {
        QString line = analysis::toCondition(dependency);
        if (!dependency.affirmedBy.isEmpty() || !dependency.deniedBy.isEmpty())
            line += QStringLiteral(" (affirmed by %1; denied by %2)")
                        .arg(domain::namesOf(scenario, dependency.affirmedBy),
                             domain::namesOf(scenario, dependency.deniedBy));
        lines.append(line);
    }
    return lines;
}

QStringList cureLines(const QList<analysis::Amendments> &cures)
{
    QStringList lines;
    for (const analysis::Amendments &cure : cures) {
        QStringList sentences;
        for (const analysis::Amendment &change : cure)
            sentences.append(change.sentence);
        lines.append(sentences.join(QStringLiteral(" And: ")));
    }
    return lines;
}

QString numbered(const QStringList &lines)
{
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i)
        text +=
            QStringLiteral("%1%2. ").arg(i == 0 ? QString() : QStringLiteral("\n")).arg(i + 1) + lines.at(i);
    return text;
}

} // namespace

Section conflictsSection(const Scenario &scenario, const analysis::AsOf &asOf)
{
    Section section{QStringLiteral("Conflicts"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Verdict"), 12},
                             {QStringLiteral("Clause"), 36},
                             {QStringLiteral("Conflicts with"), 36},
                             {QStringLiteral("When"), 28},
                             {QStringLiteral("Depends on"), 44},
                             {QStringLiteral("Why"), 60},
                             {QStringLiteral("What would clear it"), 60}};
    const analysis::ScenarioIndex index(scenario);
    for (const Conflict &conflict : analysis::findConflicts(scenario, asOf)) {
        const QString one = clauseInWords(scenario, conflict.prohibiting);
        const QString other = clauseInWords(scenario, conflict.other);
        const QStringList conditions = conditionLines(scenario, conflict);
        const QStringList cures = cureLines(analysis::cures(index, conflict, asOf));
        section.table.rows.append({verdictInWords(conflict), one, other, conflict.period,
                                   conditions.join(u'\n'), numbered(conflict.because), cures.join(u'\n')});
        Entry entry{
            QStringLiteral("%1 %2 %3").arg(one, analysis::toVerb(conflict.verdict), other),
            {domain::capitalised(verdictInWords(conflict)) + QStringLiteral("; ") + conflict.period + u'.'},
            {}};
        entry.lists = {{QStringLiteral("They conflict"), conditions, false},
                       {QStringLiteral("Why"), conflict.because, true},
                       {QStringLiteral("What would clear it"), cures, false}};
        section.entries.append(entry);
    }
    if (section.table.rows.isEmpty())
        section.paragraphs.append(QStringLiteral("No clauses conflict."));
    return section;
}

} // namespace entente::exports
