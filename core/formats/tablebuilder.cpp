#include "formats/tablebuilder.h"

#include "domain/words.h"
#include "formats/crosschecks.h"
#include "formats/draftfacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::formats {

using document::Position;
using document::Value;

namespace {

constexpr qsizetype longestHint = 400; // characters of a list of columns

} // namespace

TableBuilder::TableBuilder(ScenarioDraft &draft, const TableMapping &mapping)
    : m_draft(draft)
    , m_mapping(mapping)
{}

bool TableBuilder::begin(const Row &headers)
{
    m_headers.clear();
    for (const Cell &header : headers)
        m_headers.append(header.text.trimmed());
    Resolved resolved = resolveColumns(m_headers, m_mapping);
    for (const ColumnChoice &choice : m_mapping.columns) {
        if (!resolved.missing.contains(choice.column))
            m_foundColumns.insert(choice.column);
    }
    const Guess guess = guessColumns(m_headers);
    if (guess.certain && resolved.missing.size() == m_mapping.columns.size())
        resolved = {guess.columns, true, {}}; // what is mapped is another table
    m_columns = resolved.columns;
    m_at.fill(-1);
    m_kindOfRoles.clear();
    for (qsizetype i = m_columns.size() - 1; i >= 0; --i)
        m_at[size_t(m_columns[i].meaning)] = int(i);
    tellKindByRoles();
    nameKeptColumns();
    m_headersAt = headers.empty() ? Position{0, 1, 1} : headers.front().at;
    if (resolved.usable && resolved.missing.isEmpty())
        return true;
    if (!resolved.missing.isEmpty()) {
        tellNoColumn(resolved.missing.first());
    } else {
        m_draft.error(QStringLiteral("unknown-columns"), m_headersAt,
                      QStringLiteral("it can't be told which columns name the firms"),
                      QStringLiteral("say so with --map \"source=…,target=…\"; ") + columnsInWords());
    }
    return false;
}

QString TableBuilder::columnsInWords() const
{
    return QStringLiteral("the columns are “%1”")
        .arg(m_headers.join(QStringLiteral("”, “")))
        .left(longestHint);
}

void TableBuilder::tellNoColumn(const QString &column)
{
    m_draft.error(QStringLiteral("no-such-column"), m_headersAt,
                  QStringLiteral("there is no column \"%1\"").arg(column), columnsInWords());
}

const Cell *TableBuilder::cell(const FilledRow &row, Meaning meaning) const
{
    const qsizetype column = m_at[size_t(meaning)];
    const auto found =
        std::lower_bound(row.cells.begin(), row.cells.end(), column,
                         [](const auto &filled, qsizetype sought) { return filled.first < sought; });
    return found != row.cells.end() && found->first == column ? &found->second : nullptr;
}

QString TableBuilder::text(const FilledRow &row, Meaning meaning) const
{
    const Cell *found = cell(row, meaning);
    return found ? found->text.simplified() : QString();
}

QString TableBuilder::headerOf(Meaning meaning) const
{
    return m_headers.value(m_at[size_t(meaning)]);
}

void TableBuilder::add(const Row &row)
{
    FilledRow filled{row.empty() ? Position() : row.front().at, {}};
    for (size_t i = 0; i < row.size(); ++i) {
        if (!QStringView(row[i].text).trimmed().isEmpty())
            filled.cells.push_back({qsizetype(i), row[i]});
    }
    add(filled);
}

void TableBuilder::add(const FilledRow &row)
{
    if (row.cells.empty() || m_draft.isCancelled())
        return;
    const auto more = std::find_if(row.cells.begin(), row.cells.end(),
                                   [this](const auto &cell) { return cell.first >= m_columns.size(); });
    if (more != row.cells.end()) {
        m_draft.warn(QStringLiteral("more-cells"), more->second.at,
                     QStringLiteral("this row has more cells than there are columns"),
                     QStringLiteral("%1 columns are named; what follows is left out").arg(m_columns.size()));
    }
    const bool hasFirms = m_at[size_t(Meaning::Name)] >= 0 || m_at[size_t(Meaning::FirmId)] >= 0;
    const bool hasEnds = m_at[size_t(Meaning::Source)] >= 0 || m_at[size_t(Meaning::Party)] >= 0 ||
                         m_at[size_t(Meaning::Interaction)] >= 0 || m_at[size_t(Meaning::Target)] >= 0;
    const bool namesEnd = cell(row, Meaning::Source) || cell(row, Meaning::Target) ||
                          cell(row, Meaning::Party) || cell(row, Meaning::Interaction);
    if (hasFirms && !(hasEnds && namesEnd))
        addFirm(row);
    else
        addAgreement(row);
}

// ---- firms

QString TableBuilder::firmNamed(const QString &key, Position at)
{
    const QString byName = m_keyOf.isEmpty() || m_draft.hasFirm(key) ? QString() : m_keyOf.value(key);
    return m_draft.firm(byName.isEmpty() ? key : byName, at);
}

void TableBuilder::addFirm(const FilledRow &row)
{
    const QString name = text(row, Meaning::Name);
    const QString key = text(row, Meaning::FirmId).isEmpty() ? name : text(row, Meaning::FirmId);
    if (key.isEmpty()) {
        m_draft.warn(QStringLiteral("row-not-used"), row.at,
                     QStringLiteral("this row can't be used: it names no firm"));
        return;
    }
    const Position at = row.at;
    if (!name.isEmpty() && name != key)
        m_keyOf.insert(name, m_keyOf.contains(name) && m_keyOf.value(name) != key ? QString() : key);
    const QString known = m_draft.hasFirm(key) ? m_draft.firm(key, at) : QString();
    if (!m_described.contains(known)) {
        setFirmFields(row, m_draft.nameFirm(key, name.isEmpty() ? key : name, at));
        return;
    }
    const QString before = m_draft.firmOf(known).find(u"name")->text();
    setFirmFields(row, known);
    if (name.isEmpty() || name == before)
        return;
    m_draft.warn(QStringLiteral("firm-twice"), at,
                 QStringLiteral("an earlier row calls \"%1\" “%2”: “%3” is kept as another name of it")
                     .arg(key, before, name));
    addAlias(m_draft.firmOf(known), name, at);
}

void TableBuilder::setFirmKind(const FilledRow &row, const QString &id)
{
    const Cell *kind = cell(row, Meaning::FirmKind);
    if (!kind)
        return;
    static const QRegularExpression signs(QStringLiteral("[:;,|]+"));
    const QStringList words = kind->text.split(signs, Qt::SkipEmptyParts); // Neo4j gives several labels
    for (const QString &word : words) {
        const QString plain = word.trimmed().toLower();
        if (domain::firmKindFrom(plain)) {
            m_draft.firmOf(id).set(QStringLiteral("kind"), ScenarioDraft::text(plain, kind->at));
            return;
        }
    }
    keepCell(m_draft.firmOf(id), Meaning::FirmKind, *kind);
}

void TableBuilder::setFirmFields(const FilledRow &row, const QString &id)
{
    setFirmKind(row, id);
    Value &firm = m_draft.firmOf(id);
    const std::pair<Meaning, const char *> texts[] = {
        {Meaning::Jurisdiction, "jurisdiction"}, {Meaning::LegalForm, "legal_form"}, {Meaning::Note, "note"}};
    for (const auto &[meaning, key] : texts) {
        if (const Cell *found = cell(row, meaning))
            setOnce(firm, key, ScenarioDraft::text(found->text.trimmed(), found->at));
    }
    if (const Cell *aliases = cell(row, Meaning::Aliases)) {
        Value list = Value::array();
        const QStringList names = aliases->text.split(u';', Qt::SkipEmptyParts);
        for (const QString &name : names) {
            if (!name.trimmed().isEmpty())
                list.append(ScenarioDraft::text(name.trimmed(), aliases->at));
        }
        if (!list.items().empty())
            setOnce(firm, "aliases", std::move(list));
    }
    Value identifiers = Value::object();
    for (const auto &[column, filled] : row.cells) {
        const ColumnUse use = m_columns.value(column);
        if (use.meaning == Meaning::Identifier) {
            identifiers.set(use.role.isEmpty() ? idStem(m_headers[column]) : use.role,
                            ScenarioDraft::text(filled.text.trimmed(), filled.at));
        }
    }
    if (!identifiers.members().empty())
        setOnce(firm, "identifiers", std::move(identifiers));
    addCite(row, firm, QStringLiteral("firm/") + id);
    keepOthers(row, firm, !m_described.contains(id));
    m_described.insert(id);
    if (const Cell *whole = cell(row, Meaning::PartOf))
        m_partOf[id] = {whole->text.simplified(), whole->at};
}

void TableBuilder::finish()
{
    nestFirms();
    for (const ColumnChoice &choice : m_mapping.columns) {
        if (!m_foundColumns.contains(choice.column) && !m_draft.problems.hasErrors())
            tellNoColumn(choice.column);
    }
    if (m_untold == 0)
        return;
    m_draft.warn(QStringLiteral("untold-roles"), m_firstUntold,
                 m_untold == 1
                     ? QStringLiteral("1 agreement says what it is, but not who is what in it: its "
                                      "arrow and who pays are left out")
                     : QStringLiteral("%1 agreements say what they are, but not who is what in them: "
                                      "their arrows and who pays are left out")
                           .arg(m_untold),
                 QStringLiteral("columns “source role” and “target role” tell it, or a mapping such as "
                                "“customer=Buyer,supplier=Seller”"));
}

void TableBuilder::nestFirms()
{
    std::map<QString, QString> wholes;
    for (const auto &[part, of] : m_partOf)
        wholes.emplace(part, firmNamed(of.whole, of.at));
    QHash<QString, int> depths; // 1 of what is part of nothing
    for (const auto &[start, of] : m_partOf) {
        QStringList chain; // from the start up to what has no whole, or whose depth is known
        QSet<QString> seen;
        QString at = start;
        while (!depths.contains(at) && !seen.contains(at)) {
            seen.insert(at);
            chain.append(at);
            const auto whole = wholes.find(at);
            if (whole == wholes.end())
                break;
            at = whole->second;
        }
        int depth = seen.contains(at) ? 0 : depths.value(at);
        bool isLoose = depth == 0; // the uppermost is part of nothing, or of what is below it
        while (!chain.isEmpty()) {
            const QString part = chain.takeLast();
            if ((isLoose || depth == deepestParts) && wholes.erase(part) > 0) {
                m_draft.warn(
                    QStringLiteral("part-of-cycle"), m_partOf.at(part).at,
                    QStringLiteral("\"%1\" is part of itself, or too deep in others: this is left out")
                        .arg(m_partOf.at(part).whole));
                depth = 0;
            }
            isLoose = false;
            depths.insert(part, ++depth);
        }
    }
    for (const auto &[part, whole] : wholes)
        m_draft.firmOf(part).set(QStringLiteral("part_of"), ScenarioDraft::text(whole, m_partOf.at(part).at));
}

// ---- what firms and agreements share

void TableBuilder::setOnce(Value &thing, const char *key, Value value)
{
    const QString name = QString::fromLatin1(key);
    if (!thing.find(name))
        thing.set(name, std::move(value));
}

void TableBuilder::nameKeptColumns()
{
    domain::FreeIds keys;
    m_keptAs.clear();
    for (const QString &header : std::as_const(m_headers))
        m_keptAs.append(keys.next(ScenarioDraft::keptAs(header)));
}

void TableBuilder::keepCell(Value &thing, Meaning meaning, const Cell &kept)
{
    thing.set(m_keptAs[m_at[size_t(meaning)]], ScenarioDraft::text(kept.text, kept.at));
}

// What is new has none of these keys yet, so that they needn't be sought.
void TableBuilder::keepOthers(const FilledRow &row, Value &thing, bool isNew)
{
    for (const auto &[column, filled] : row.cells) {
        if (column >= m_columns.size() || m_columns[column].meaning != Meaning::Keep)
            continue;
        Value value = ScenarioDraft::text(filled.text, filled.at);
        if (isNew)
            thing.members().push_back({m_keptAs[column], std::move(value), filled.at});
        else
            thing.set(m_keptAs[column], std::move(value));
    }
}

void TableBuilder::addCite(const FilledRow &row, Value &thing, const QString &id)
{
    const Cell *title = cell(row, Meaning::Cite);
    const Cell *address = cell(row, Meaning::Url);
    QString url = text(row, Meaning::Url);
    if (!url.isEmpty() && !url.startsWith(QLatin1String("https://")) &&
        !url.startsWith(QLatin1String("http://"))) {
        keepCell(thing, Meaning::Url, *address);
        url.clear();
    }
    QString name = text(row, Meaning::Cite).isEmpty() ? url : text(row, Meaning::Cite);
    const Cell *cited = title ? title : address;
    if (name.isEmpty() || !cited)
        return;
    const Cell &where = *cited;
    QString source = m_draft.source(name, where.at);
    const Value *known = m_draft.sourceOf(source).find(u"url");
    if (known && !url.isEmpty() && known->text() != url) // another page of the same title
        source = m_draft.source(name + QStringLiteral(" – ") + url, where.at);
    const bool isAddress =
        name.startsWith(QLatin1String("https://")) || name.startsWith(QLatin1String("http://"));
    if (url.isEmpty() && isAddress)
        url = name;
    if (!url.isEmpty())
        setOnce(m_draft.sourceOf(source), "url", ScenarioDraft::text(url, where.at));
    if (!thing.find(u"cites"))
        thing.set(QStringLiteral("cites"), ScenarioDraft::object(where.at));
    Value cite = ScenarioDraft::object(where.at);
    if (const Cell *locator = cell(row, Meaning::Locator))
        cite.set(QStringLiteral("locator"), ScenarioDraft::text(locator->text.trimmed(), locator->at));
    const QString key = id + u'/' + source;
    if (m_cited.contains(key))
        return; // an earlier row cites it
    m_cited.insert(key);
    thing.find(u"cites")->members().push_back({source, std::move(cite), where.at});
}

} // namespace entente::formats
