#include "formats/tablemapping.h"

#include "domain/agreement.h"

#include <algorithm>
#include <array>

namespace entente::formats {

namespace {

struct MeaningRow
{
    Meaning meaning;
    const char *word;
    const char *label;
};

constexpr std::array meaningRows{
    MeaningRow{Meaning::Keep, "keep", "Kept as another attribute"},
    MeaningRow{Meaning::Ignore, "ignore", "Left out"},
    MeaningRow{Meaning::Source, "source", "Agreement: firm it starts at"},
    MeaningRow{Meaning::Target, "target", "Agreement: firm it ends at"},
    MeaningRow{Meaning::Party, "party", "Agreement: party"},
    MeaningRow{Meaning::SourceRole, "source_role", "Agreement: role of the first firm"},
    MeaningRow{Meaning::TargetRole, "target_role", "Agreement: role of the second firm"},
    MeaningRow{Meaning::Agreement, "agreement", "Agreement: its id"},
    MeaningRow{Meaning::Title, "title", "Agreement: title"},
    MeaningRow{Meaning::Kind, "kind", "Agreement: kind"},
    MeaningRow{Meaning::Directed, "directed", "Agreement: directed or not"},
    MeaningRow{Meaning::Amount, "amount", "Amount"},
    MeaningRow{Meaning::AmountId, "amount_id", "Amount: its id"},
    MeaningRow{Meaning::Currency, "currency", "Amount: currency"},
    MeaningRow{Meaning::Unit, "unit", "Amount: unit"},
    MeaningRow{Meaning::Qualifier, "qualifier", "Amount: exact, about, up to …"},
    MeaningRow{Meaning::Instrument, "instrument", "Amount: instrument"},
    MeaningRow{Meaning::AmountText, "amount_text", "Amount: as written"},
    MeaningRow{Meaning::Announced, "announced", "Date announced"},
    MeaningRow{Meaning::Signed, "signed", "Date signed"},
    MeaningRow{Meaning::Start, "start", "Start"},
    MeaningRow{Meaning::End, "end", "End"},
    MeaningRow{Meaning::Period, "period", "Period"},
    MeaningRow{Meaning::Status, "status", "Status"},
    MeaningRow{Meaning::Evidence, "evidence", "Evidence"},
    MeaningRow{Meaning::Binding, "binding", "Binding"},
    MeaningRow{Meaning::Performance, "performance", "Performance"},
    MeaningRow{Meaning::Cite, "cite", "Source: title"},
    MeaningRow{Meaning::Url, "url", "Source: web address"},
    MeaningRow{Meaning::Locator, "locator", "Source: where in it"},
    MeaningRow{Meaning::Note, "note", "Note"},
    MeaningRow{Meaning::Interaction, "interaction", "Agreement: “A (buys) B”"},
    MeaningRow{Meaning::FirmId, "firm_id", "Firm: its id"},
    MeaningRow{Meaning::Name, "name", "Firm: name"},
    MeaningRow{Meaning::FirmKind, "firm_kind", "Firm: kind"},
    MeaningRow{Meaning::PartOf, "part_of", "Firm: part of"},
    MeaningRow{Meaning::Jurisdiction, "jurisdiction", "Firm: jurisdiction"},
    MeaningRow{Meaning::LegalForm, "legal_form", "Firm: legal form"},
    MeaningRow{Meaning::Aliases, "aliases", "Firm: other names"},
    MeaningRow{Meaning::Identifier, "identifier", "Firm: identifier"},
};

const MeaningRow &rowOf(Meaning meaning)
{
    return *std::find_if(meaningRows.begin(), meaningRows.end(),
                         [meaning](const MeaningRow &row) { return row.meaning == meaning; });
}

std::optional<Meaning> meaningOf(const QString &word)
{
    const auto found = std::find_if(meaningRows.begin(), meaningRows.end(), [&word](const MeaningRow &row) {
        return word == QLatin1String(row.word);
    });
    return found == meaningRows.end() ? std::nullopt : std::optional(found->meaning);
}

bool isRole(const QString &word)
{
    const auto &kinds = domain::agreementKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&word](const domain::KindInfo &kind) {
        return std::any_of(kind.roles.begin(), kind.roles.end(),
                           [&word](const domain::RoleInfo &role) { return role.word == word; });
    });
}

// ---- the pairs that aren't columns

bool setDelimiter(TableMapping &mapping, const QString &value)
{
    static const QHash<QString, QChar> names{{QStringLiteral("comma"), u','},
                                             {QStringLiteral("semicolon"), u';'},
                                             {QStringLiteral("tab"), u'\t'},
                                             {QStringLiteral("pipe"), u'|'}};
    mapping.delimiter = names.value(value);
    return !mapping.delimiter.isNull();
}

template <typename E>
bool choose(E &place, const QString &value, const QList<std::pair<const char *, E>> &words)
{
    for (const auto &[word, choice] : words) {
        if (value == QLatin1String(word)) {
            place = choice;
            return true;
        }
    }
    return false;
}

// Whether the key is one of these; then `understood` tells whether its value is.
bool setOption(TableMapping &mapping, const QString &key, const QString &value, bool &understood)
{
    if (key == QLatin1String("delimiter"))
        understood = setDelimiter(mapping, value);
    else if (key == QLatin1String("days"))
        understood = choose<DayOrder>(
            mapping.days, value, {{"day-first", DayOrder::DayFirst}, {"month-first", DayOrder::MonthFirst}});
    else if (key == QLatin1String("decimals"))
        understood = choose<DecimalMark>(mapping.decimals, value,
                                         {{"point", DecimalMark::Point}, {"comma", DecimalMark::Comma}});
    else if (key == QLatin1String("header"))
        understood =
            choose<std::optional<bool>>(mapping.hasHeader, value, {{"first", true}, {"none", false}});
    else
        return false;
    return true;
}

// False where the pair can't be understood.
bool setPair(TableMapping &mapping, const QString &key, const QString &value)
{
    bool understood = false;
    if (setOption(mapping, key, value, understood))
        return understood;
    const QString scheme = QStringLiteral("identifier:");
    if (key == QLatin1String("currency") && value.size() == 3 && domain::isCurrency(value))
        mapping.currency = value; // a currency for all, not a column of currencies
    else if (const auto meaning = meaningOf(key))
        mapping.columns.append({value, *meaning, {}});
    else if (key.startsWith(scheme))
        mapping.columns.append({value, Meaning::Identifier, key.mid(scheme.size())});
    else if (isRole(key))
        mapping.columns.append({value, Meaning::Party, key});
    else
        return false;
    return !value.isEmpty();
}

QString keyOf(const ColumnChoice &choice)
{
    if (choice.meaning == Meaning::Party && !choice.role.isEmpty())
        return choice.role;
    if (choice.meaning == Meaning::Identifier && !choice.role.isEmpty())
        return QStringLiteral("identifier:") + choice.role;
    return wordOf(choice.meaning);
}

// Text between commas or line ends; quoted where it holds one.
QStringList pairsIn(const QString &text)
{
    QStringList pairs{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u',' || c == u'\n'))
            pairs.append(QString());
        else
            pairs.last() += c;
    }
    return pairs;
}

QString quotedIfNeeded(const QString &column)
{
    return column.contains(u',') || column.contains(u'\n') ? u'"' + column + u'"' : column;
}

QStringList optionPairs(const TableMapping &mapping)
{
    QStringList pairs;
    const auto add = [&pairs](bool given, const char *pair) {
        if (given)
            pairs.append(QString::fromLatin1(pair));
    };
    add(mapping.hasHeader == true, "header=first");
    add(mapping.hasHeader == false, "header=none");
    add(mapping.delimiter == u',', "delimiter=comma");
    add(mapping.delimiter == u';', "delimiter=semicolon");
    add(mapping.delimiter == u'\t', "delimiter=tab");
    add(mapping.delimiter == u'|', "delimiter=pipe");
    add(mapping.days == DayOrder::DayFirst, "days=day-first");
    add(mapping.days == DayOrder::MonthFirst, "days=month-first");
    add(mapping.decimals == DecimalMark::Point, "decimals=point");
    add(mapping.decimals == DecimalMark::Comma, "decimals=comma");
    if (!mapping.currency.isEmpty())
        pairs.append(QStringLiteral("currency=") + mapping.currency);
    return pairs;
}

} // namespace

QString wordOf(Meaning meaning)
{
    return QString::fromLatin1(rowOf(meaning).word);
}

QString labelOf(Meaning meaning)
{
    return QString::fromUtf8(rowOf(meaning).label);
}

const QList<Meaning> &allMeanings()
{
    static const QList<Meaning> meanings = [] {
        QList<Meaning> list;
        for (const MeaningRow &row : meaningRows)
            list.append(row.meaning);
        return list;
    }();
    return meanings;
}

Outcome<TableMapping> parseMapping(const QString &text)
{
    Outcome<TableMapping> outcome;
    TableMapping mapping;
    const QStringList pairs = pairsIn(text);
    for (const QString &pair : pairs) {
        const QString trimmed = pair.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        const qsizetype equals = trimmed.indexOf(u'=');
        if (equals > 0 && setPair(mapping, trimmed.left(equals).trimmed(), trimmed.mid(equals + 1).trimmed()))
            continue;
        outcome.problems.add(
            {Severity::Error,
             Cause::Input,
             QStringLiteral("bad-mapping"),
             {},
             {},
             QStringLiteral("the mapping can't say \"%1\"").arg(trimmed),
             QStringLiteral("expected pairs such as source=Buyer, customer=Buyer, days=day-first")});
    }
    if (!outcome.problems.hasErrors())
        outcome.value = mapping;
    return outcome;
}

QString toText(const TableMapping &mapping)
{
    QStringList pairs;
    for (const ColumnChoice &choice : mapping.columns)
        pairs.append(keyOf(choice) + u'=' + quotedIfNeeded(choice.column));
    return (pairs + optionPairs(mapping)).join(u',');
}

namespace {

bool tellsFirms(const QList<ColumnUse> &columns)
{
    const auto count = [&columns](Meaning meaning) {
        return std::count_if(columns.begin(), columns.end(),
                             [meaning](const ColumnUse &use) { return use.meaning == meaning; });
    };
    const bool ends = count(Meaning::Source) > 0 && count(Meaning::Target) > 0;
    return ends || count(Meaning::Source) + count(Meaning::Target) + count(Meaning::Party) >= 2 ||
           count(Meaning::Interaction) > 0 || count(Meaning::Name) > 0 || count(Meaning::FirmId) > 0;
}

// By its header, or by its number from 1; -1 where there is none.
qsizetype columnNamed(const QStringList &headers, const QString &name)
{
    const qsizetype exact = headers.indexOf(name);
    if (exact >= 0)
        return exact;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (headers[i].trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return i;
    }
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    return isNumber && number >= 1 && number <= headers.size() ? number - 1 : -1;
}

bool mayRepeat(Meaning meaning)
{
    return meaning == Meaning::Keep || meaning == Meaning::Ignore || meaning == Meaning::Party ||
           meaning == Meaning::Identifier;
}

} // namespace

Resolved resolveColumns(const QStringList &headers, const TableMapping &mapping)
{
    Resolved resolved{guessColumns(headers).columns, false, {}};
    for (const ColumnChoice &choice : mapping.columns) {
        const qsizetype column = columnNamed(headers, choice.column);
        if (column < 0) {
            resolved.missing.append(choice.column);
            continue;
        }
        for (ColumnUse &use : resolved.columns) { // what was guessed gives way to what is said
            if (use.meaning == choice.meaning && !mayRepeat(use.meaning))
                use = {};
        }
        resolved.columns[column] = {choice.meaning, choice.role};
    }
    resolved.usable = tellsFirms(resolved.columns);
    return resolved;
}

} // namespace entente::formats
