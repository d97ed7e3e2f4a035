#include "domain/words.h"
#include "formats/tablebuilder.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::formats {

using document::Position;
using document::Value;

QString snakeCase(const QString &text)
{
    QString word;
    word.reserve(text.size());
    for (const QChar c : text.simplified()) {
        const bool gap = c == u' ' || c == u'_' || c == u'-';
        if (!gap)
            word += c.toLower();
        else if (!word.endsWith(u'_'))
            word += u'_';
    }
    return word;
}

namespace {

// A kind by its word, or by what people call it.
QString kindCalled(const QString &text)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("licence"), QStringLiteral("license")},
        {QStringLiteral("licensing"), QStringLiteral("license")},
        {QStringLiteral("takeover"), QStringLiteral("acquisition")},
        {QStringLiteral("m&a"), QStringLiteral("acquisition")},
        {QStringLiteral("jv"), QStringLiteral("joint_venture")},
        {QStringLiteral("lawsuit"), QStringLiteral("litigation")},
        {QStringLiteral("ownership_interest"), QStringLiteral("ownership")},
    };
    const QString word = snakeCase(text);
    if (domain::agreementKind(word))
        return word;
    return others.value(word);
}

} // namespace

QString TableBuilder::kindOf(const FilledRow &row) const
{
    const QString kind = kindCalled(text(row, Meaning::Kind));
    if (!kind.isEmpty())
        return kind;
    return m_kindOfRoles.isEmpty() || cell(row, Meaning::Kind) ? QStringLiteral("other") : m_kindOfRoles;
}

// Columns "investor" and "investee" are of an investment, and nothing else has both.
void TableBuilder::tellKindByRoles()
{
    QStringList roles;
    for (const ColumnUse &use : std::as_const(m_columns)) {
        if (use.meaning == Meaning::Party && !use.role.isEmpty())
            roles.append(use.role);
    }
    if (roles.size() < 2)
        return;
    QStringList kinds;
    for (const domain::KindInfo &kind : domain::agreementKinds()) {
        const auto has = [&kind](const QString &word) {
            return std::any_of(kind.roles.begin(), kind.roles.end(),
                               [&word](const domain::RoleInfo &role) { return role.word == word; });
        };
        if (std::all_of(roles.begin(), roles.end(), has))
            kinds.append(kind.word);
    }
    m_kindOfRoles = kinds.size() == 1 ? kinds.first() : QString();
}

bool TableBuilder::isDirected(const FilledRow &row) const
{
    const QString word = text(row, Meaning::Directed).toLower();
    return word != QLatin1String("undirected") && word != QLatin1String("false") &&
           word != QLatin1String("no");
}

// Where the file says what an agreement is, but not who is what in it, no role is made up; of one that is
// not told, "source" and "target" keep the direction.
void TableBuilder::addEnds(Parties &parties, const FilledRow &row, const QString &kind) const
{
    const bool keepsDirection = kind == QLatin1String("other") && isDirected(row);
    const std::tuple<Meaning, Meaning, QString> ends[] = {
        {Meaning::Source, Meaning::SourceRole, QStringLiteral("source")},
        {Meaning::Target, Meaning::TargetRole, QStringLiteral("target")}};
    for (const auto &[end, roleMeaning, direction] : ends) {
        const Cell *firm = cell(row, end);
        if (!firm || firm->text.trimmed().isEmpty())
            continue;
        const QString role = snakeCase(text(row, roleMeaning));
        const bool tellsRoles = m_at[size_t(roleMeaning)] >= 0;
        parties.push_back(
            {firm->text.simplified(), tellsRoles || !keepsDirection ? role : direction, firm->at});
    }
    if (const Cell *both = cell(row, Meaning::Interaction)) {
        static const QRegularExpression form(QStringLiteral("^(.+?) \\(([^()]*)\\) (.+)$"));
        const auto match = form.match(both->text.trimmed());
        for (const int part : {1, 3}) {
            if (match.hasMatch())
                parties.push_back({match.captured(part),
                                   keepsDirection ? std::get<2>(ends[part / 2]) : QString(), both->at});
        }
    }
}

void TableBuilder::addNamedParties(Parties &parties, const FilledRow &row) const
{
    for (const auto &[column, filled] : row.cells) {
        const ColumnUse use = m_columns.value(column);
        if (use.meaning != Meaning::Party)
            continue;
        const QStringList names = filled.text.split(u';');
        for (const QString &name : names) {
            if (!name.trimmed().isEmpty())
                parties.push_back({name.simplified(), use.role, filled.at});
        }
    }
}

TableBuilder::Parties TableBuilder::partiesOf(const FilledRow &row, const QString &kind) const
{
    Parties parties;
    addEnds(parties, row, kind);
    if (m_at[size_t(Meaning::Party)] >= 0)
        addNamedParties(parties, row);
    return parties;
}

// The header of a column of parties in which this row has nothing; empty where there is none.
QString TableBuilder::emptyPartyHeader(const FilledRow &row) const
{
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const auto isFilled = [column](const auto &cell) { return cell.first == column; };
        if (m_columns[column].meaning == Meaning::Party &&
            std::none_of(row.cells.begin(), row.cells.end(), isFilled))
            return m_headers.value(column);
    }
    return {};
}

bool TableBuilder::areEnough(const Parties &parties, const FilledRow &row)
{
    const bool named = cell(row, Meaning::Agreement);
    if (parties.size() >= 2 || (parties.size() == 1 && named))
        return true;
    Meaning missing = Meaning::Party;
    for (const Meaning end : {Meaning::Target, Meaning::Source, Meaning::Interaction}) {
        if (m_at[size_t(end)] >= 0 && text(row, end).isEmpty())
            missing = end;
    }
    const QString header = missing == Meaning::Party ? emptyPartyHeader(row) : headerOf(missing);
    m_draft.warn(QStringLiteral("row-not-used"), row.at,
                 QStringLiteral("this row can't be used: %1")
                     .arg(header.isEmpty() ? QStringLiteral("it names too few firms")
                                           : QStringLiteral("its \"%1\" names no firm").arg(header)));
    return false;
}

// By its title, by what it is, or by its parties.
QString TableBuilder::titleOf(const FilledRow &row, const Parties &parties)
{
    for (const Meaning meaning : {Meaning::Title, Meaning::Kind}) {
        if (const QString title = text(row, meaning); !title.isEmpty() && title != QLatin1String("other"))
            return title;
    }
    QStringList names;
    for (const PartyCell &party : parties) {
        if (names.size() < 2) {
            const QString firm = firmNamed(party.key, party.at);
            names.append(m_draft.firmOf(firm).find(u"name")->text());
        }
    }
    return names.join(QStringLiteral(" – "));
}

int TableBuilder::agreementOf(const FilledRow &row, const Parties &parties, const QString &kind)
{
    const QString id = text(row, Meaning::Agreement);
    if (const auto known = m_agreementAt.constFind(id); !id.isEmpty() && known != m_agreementAt.constEnd())
        return *known;
    const int at = m_draft.agreementCount();
    Value &agreement = m_draft.addAgreement(titleOf(row, parties), row.at, id);
    const Cell *kindCell = cell(row, Meaning::Kind);
    const bool isUnknown =
        kindCell && kind == QLatin1String("other") && snakeCase(kindCell->text) != QLatin1String("other");
    if (isUnknown)
        keepCell(agreement, Meaning::Kind, *kindCell);
    else if (kindCell || kind == m_kindOfRoles)
        agreement.set(QStringLiteral("kind"), ScenarioDraft::text(kind, kindCell ? kindCell->at : row.at));
    if (!id.isEmpty())
        m_agreementAt.insert(id, at);
    return at;
}

// The ids of the parties' firms, in order; those that an earlier row of the agreement names aren't doubled.
QStringList TableBuilder::joinParties(int agreement, const Parties &parties)
{
    const bool mayRepeat = !m_agreementAt.isEmpty();
    QStringList ids;
    for (const PartyCell &party : parties) {
        const QString id = firmNamed(party.key, party.at);
        const bool isSaid = party.role.isEmpty() && ids.contains(id); // an edge to itself: it has one party
        ids.append(id);
        if (isSaid)
            continue;
        if (mayRepeat) {
            const QString key = QStringLiteral("%1/%2/%3").arg(agreement).arg(ids.last(), party.role);
            if (m_joined.contains(key))
                continue;
            m_joined.insert(key);
        }
        ScenarioDraft::addParty(m_draft.agreementAt(agreement), ids.last(), party.role, party.at);
    }
    return ids;
}

void TableBuilder::addAgreement(const FilledRow &row)
{
    const QString kind = kindOf(row);
    const Parties parties = partiesOf(row, kind);
    if (!areEnough(parties, row))
        return;
    const int before = m_draft.agreementCount();
    const int at = agreementOf(row, parties, kind);
    const QStringList firms = joinParties(at, parties);
    Value &agreement = m_draft.agreementAt(at);
    setStanding(row, agreement);
    // Where the file says what an agreement is, but not who is what in it, nobody knows who pays.
    const bool hasEnds = m_at[size_t(Meaning::Source)] >= 0 && isDirected(row) && firms.size() == 2;
    const bool tellsRoles = m_at[size_t(Meaning::SourceRole)] >= 0 || m_at[size_t(Meaning::TargetRole)] >= 0;
    const bool flows = hasEnds && (tellsRoles || kind == QLatin1String("other"));
    if (hasEnds && !flows && m_untold++ == 0)
        m_firstUntold = row.at;
    addAmount(row, at, flows ? firms[0] : QString(), flows ? firms[1] : QString());
    addCite(row, agreement, QString::number(at));
    keepOthers(row, agreement, at == before);
}

void TableBuilder::setDate(const FilledRow &row, Value &agreement, Meaning meaning, const char *key)
{
    const Cell *found = cell(row, meaning);
    if (!found || saysNothing(found->text))
        return;
    QString why;
    if (const auto date = readLooseDate(found->text, m_mapping.days, &why)) {
        setOnce(agreement, key, ScenarioDraft::text(*date, found->at));
        return;
    }
    m_draft.warn(QStringLiteral("unclear-date"), found->at, why + QStringLiteral("; it is kept as text"),
                 QStringLiteral("2025-10-28 is always understood; --map days=day-first or days=month-first "
                                "tells the order of all"));
    keepCell(agreement, meaning, *found);
}

void TableBuilder::setPeriod(const FilledRow &row, Value &agreement)
{
    QString why;
    if (const Cell *whole = cell(row, Meaning::Period); whole && !saysNothing(whole->text)) {
        const auto period = domain::Period::parse(whole->text.trimmed(), &why);
        if (period && !period->isInverted()) {
            setOnce(agreement, "period", ScenarioDraft::text(period->text(), whole->at));
            return;
        }
        m_draft.warn(QStringLiteral("unclear-date"), whole->at,
                     QStringLiteral("\"%1\" is no period; it is kept as text").arg(whole->text),
                     QStringLiteral("expected start/end, such as 2025-10/2026"));
        keepCell(agreement, Meaning::Period, *whole);
        return;
    }
    const Cell *start = cell(row, Meaning::Start);
    const Cell *end = cell(row, Meaning::End);
    const auto given = [](const Cell *c) { return c && !saysNothing(c->text); };
    if (!given(start) && !given(end))
        return;
    const Position at = given(start) ? start->at : end->at;
    const auto period =
        readLoosePeriod(given(start) ? QStringView(start->text) : QStringView(),
                        given(end) ? QStringView(end->text) : QStringView(), m_mapping.days, &why);
    if (period) {
        setOnce(agreement, "period", ScenarioDraft::text(*period, at));
        return;
    }
    m_draft.warn(QStringLiteral("unclear-date"), at, why + QStringLiteral("; it is kept as text"),
                 QStringLiteral("2025-10-28 is always understood; --map days=day-first or days=month-first "
                                "tells the order of all"));
    if (start)
        keepCell(agreement, Meaning::Start, *start);
    if (end)
        keepCell(agreement, Meaning::End, *end);
}

void TableBuilder::setStanding(const FilledRow &row, Value &agreement)
{
    setPeriod(row, agreement);
    setDate(row, agreement, Meaning::Announced, "announced");
    setDate(row, agreement, Meaning::Signed, "signed");
    setWord<domain::Status>(row, agreement, Meaning::Status, "status");
    setWord<domain::Evidence>(row, agreement, Meaning::Evidence, "evidence");
    setWord<domain::Performance>(row, agreement, Meaning::Performance, "performance");
    if (const Cell *binding = cell(row, Meaning::Binding)) {
        const QString word = binding->text.trimmed().toLower();
        const bool yes =
            word == QLatin1String("true") || word == QLatin1String("yes") || word == QLatin1String("1");
        const bool no =
            word == QLatin1String("false") || word == QLatin1String("no") || word == QLatin1String("0");
        if (yes || no) {
            Value value = Value::boolean(yes);
            value.setPosition(binding->at);
            setOnce(agreement, "binding", std::move(value));
        } else {
            keepCell(agreement, Meaning::Binding, *binding);
        }
    }
    if (const Cell *note = cell(row, Meaning::Note))
        setOnce(agreement, "note", ScenarioDraft::text(note->text.trimmed(), note->at));
}

} // namespace entente::formats
