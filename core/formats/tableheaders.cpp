#include "domain/agreement.h"
#include "formats/tablemapping.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace entente::formats {

namespace {

// Words that say the same in headers, parted by "|": small letters, everything but letters and digits a
// space.
struct HeaderWords
{
    Meaning meaning;
    const char *words;
};

// Which columns hold the two ends of an agreement, the surest habit first. In a pair without direction both
// are parties.
struct EndWords
{
    const char *first;
    const char *second;
    bool directed;
};

constexpr std::array endWords{
    EndWords{":start_id", ":end_id", true},
    EndWords{"_start", "_end", true},
    EndWords{"source", "target", true},
    EndWords{"source name", "target name", true},
    EndWords{"source id", "target id", true},
    EndWords{"source node", "target node", true},
    EndWords{"from", "to", true},
    EndWords{"from firm", "to firm", true},
    EndWords{"from company", "to company", true},
    EndWords{"from id", "to id", true},
    EndWords{"payer", "payee", true},
    EndWords{"sender", "receiver", true},
    EndWords{"buyer", "seller", true},
    EndWords{"firm a", "firm b", false},
    EndWords{"company a", "company b", false},
    EndWords{"party a", "party b", false},
    EndWords{"entity a", "entity b", false},
    EndWords{"firm 1", "firm 2", false},
    EndWords{"company 1", "company 2", false},
    EndWords{"party 1", "party 2", false},
    EndWords{"entity 1", "entity 2", false},
    EndWords{"node 1", "node 2", false},
    EndWords{"node1", "node2", false},
};

constexpr std::array agreementWords{
    HeaderWords{Meaning::Agreement, "agreement|agreement id|deal id|edge id|relationship id|contract id"},
    HeaderWords{Meaning::Title,
                "title|label|deal|deal name|contract|agreement title|relationship|description"},
    HeaderWords{Meaning::Kind,
                "kind|:type|_type|type|deal type|agreement type|relationship type|agreement kind"},
    HeaderWords{Meaning::SourceRole, "source role|from role|role a|role 1"},
    HeaderWords{Meaning::TargetRole, "target role|to role|role b|role 2"},
    HeaderWords{Meaning::Directed, "directed"},
    HeaderWords{Meaning::Amount, "amount|value|deal value|sum|price|size|deal size"},
    HeaderWords{Meaning::AmountId, "amount id"},
    HeaderWords{Meaning::Currency, "currency|ccy|currency code"},
    HeaderWords{Meaning::Unit, "unit"},
    HeaderWords{Meaning::Qualifier, "qualifier|amount qualifier"},
    HeaderWords{Meaning::Instrument, "instrument"},
    HeaderWords{Meaning::AmountText, "amount text|amount as written"},
    HeaderWords{Meaning::Announced,
                "announced|date announced|announcement date|announced on|announced date|date"},
    HeaderWords{Meaning::Signed, "signed|date signed|signing date|signed on"},
    HeaderWords{Meaning::Start, "start|start date|begin|begins|effective date|valid from|since"},
    HeaderWords{Meaning::End, "end|end date|ends|expiry|expiry date|expires|valid to|until|termination date"},
    HeaderWords{Meaning::Period, "period"},
    HeaderWords{Meaning::Status, "status"},
    HeaderWords{Meaning::Evidence, "evidence"},
    HeaderWords{Meaning::Binding, "binding"},
    HeaderWords{Meaning::Performance, "performance"},
    HeaderWords{Meaning::Cite, "cite|source title|citation|reference|publication|source"},
    HeaderWords{Meaning::Url, "url|source url|link|web address|source link"},
    HeaderWords{Meaning::Locator, "locator|page|source locator"},
    HeaderWords{Meaning::Note, "note|notes|comment|comments|remark|remarks"},
};

constexpr std::array firmWords{
    HeaderWords{Meaning::FirmId, ":id|_id|id|node id|firm id|company id|entity id|suid|key"},
    HeaderWords{Meaning::Name,
                "name|label|firm|company|firm name|company name|entity|entity name|organisation|"
                "organization|node|shared name"},
    HeaderWords{Meaning::FirmKind, "kind|:label|_labels|type|firm kind|firm type|company type|entity type"},
    HeaderWords{Meaning::PartOf, "part of|parent|parent id|parent company|group"},
    HeaderWords{Meaning::Jurisdiction, "jurisdiction|country|country code"},
    HeaderWords{Meaning::LegalForm, "legal form"},
    HeaderWords{Meaning::Aliases, "aliases|alias|other names|also known as"},
    HeaderWords{Meaning::Note, "note|notes|comment|comments|remark|remarks"},
    HeaderWords{Meaning::Cite, "cite|source title|source|citation"},
    HeaderWords{Meaning::Url, "url|source url|link"},
};

// Schemes of identifiers that stand in columns of their own.
constexpr auto identifierWords = "lei|isin|cik|wikidata|ticker|duns|vat|opencorporates|permid|figi|bvd";

// "Start Date", "start_date" and "x:int" as "start date" and "x"; Neo4j's ":START_ID(Company)" as
// ":start_id".
QString plainHeader(const QString &header)
{
    static const QRegularExpression type(
        QStringLiteral(":(?:int|long|float|double|boolean|byte|short|char|string|date\\w*|local\\w*|time|"
                       "duration|point)(?:\\[\\])?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression space(QStringLiteral("\\([^)]*\\)$"));
    static const QRegularExpression gap(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString text = header.trimmed().remove(space).remove(type).toLower();
    const qsizetype colon = text.indexOf(u':');
    if (colon >= 0 || text.startsWith(u'_'))
        return text.mid(std::max<qsizetype>(colon, 0))
            .trimmed(); // "companyId:ID" is an id, whatever its name
    return text.replace(gap, QStringLiteral(" ")).trimmed();
}

using Columns = QList<ColumnUse>;

bool isSet(const Columns &columns, Meaning meaning)
{
    return std::any_of(columns.begin(), columns.end(),
                       [meaning](const ColumnUse &use) { return use.meaning == meaning; });
}

// A word that comes first in its list wins over one that comes later.
void setWords(Columns &columns, const QStringList &headers, const HeaderWords &words)
{
    if (isSet(columns, words.meaning))
        return;
    const QStringList list = QString::fromLatin1(words.words).split(u'|');
    for (const QString &word : list) {
        for (qsizetype i = 0; i < headers.size(); ++i) {
            if (headers[i] == word && columns[i].meaning == Meaning::Keep) {
                columns[i].meaning = words.meaning;
                return;
            }
        }
    }
}

bool setEnds(Columns &columns, const QStringList &headers)
{
    for (const EndWords &words : endWords) {
        const qsizetype first = headers.indexOf(QLatin1String(words.first));
        const qsizetype second = headers.indexOf(QLatin1String(words.second));
        if (first < 0 || second < 0)
            continue;
        columns[first].meaning = words.directed ? Meaning::Source : Meaning::Party;
        columns[second].meaning = words.directed ? Meaning::Target : Meaning::Party;
        return true;
    }
    return false;
}

// "investor" and "investee", "customer" and "supplier": columns called by the roles of one kind.
bool setRoles(Columns &columns, const QStringList &headers)
{
    for (const domain::KindInfo &kind : domain::agreementKinds()) {
        QList<qsizetype> found;
        for (const domain::RoleInfo &role : kind.roles) {
            const qsizetype column = headers.indexOf(role.word);
            if (column >= 0 &&
                (role.side == domain::RoleSide::Source || role.side == domain::RoleSide::Target))
                found.append(column);
        }
        if (found.size() < 2)
            continue;
        for (const qsizetype column : found)
            columns[column] = {Meaning::Party, headers[column]};
        return true;
    }
    return false;
}

bool isRoleOfAnEnd(const QString &header)
{
    return std::any_of(
        domain::agreementKinds().begin(), domain::agreementKinds().end(),
        [&header](const domain::KindInfo &kind) {
            return std::any_of(kind.roles.begin(), kind.roles.end(), [&header](const domain::RoleInfo &role) {
                return role.word == header &&
                       (role.side == domain::RoleSide::Source || role.side == domain::RoleSide::Target);
            });
        });
}

// "Investor" beside "Company": one is called by its role, of the other only is said that it is a firm.
bool setRoleAndFirm(Columns &columns, const QStringList &headers)
{
    static const QStringList firms{QStringLiteral("company"),      QStringLiteral("firm"),
                                   QStringLiteral("company name"), QStringLiteral("firm name"),
                                   QStringLiteral("organisation"), QStringLiteral("organization"),
                                   QStringLiteral("entity"),       QStringLiteral("counterparty")};
    const auto role = std::find_if(headers.begin(), headers.end(), [](const QString &header) {
        return !firms.contains(header) && isRoleOfAnEnd(header); // "company" is a role, too
    });
    const auto firm = std::find_if(headers.begin(), headers.end(),
                                   [](const QString &header) { return firms.contains(header); });
    if (role == headers.end() || firm == headers.end())
        return false;
    columns[role - headers.begin()] = {Meaning::Party, *role};
    columns[firm - headers.begin()] = {Meaning::Party, {}};
    return true;
}

// A table that names firms and amounts or dates of deals may be either: whoever reads it is to ask.
bool mayTellAgreements(const Columns &firms, const QStringList &headers)
{
    Columns columns = firms;
    for (const HeaderWords &words : agreementWords)
        setWords(columns, headers, words);
    return isSet(columns, Meaning::Amount) || isSet(columns, Meaning::Currency) ||
           isSet(columns, Meaning::Announced) || isSet(columns, Meaning::Signed);
}

// Cytoscape's edge table has the firms in its name alone: "A (buys) B".
bool setInteraction(Columns &columns, const QStringList &headers)
{
    const qsizetype name =
        std::max(headers.indexOf(QStringLiteral("shared name")), headers.indexOf(QStringLiteral("name")));
    const qsizetype interaction = headers.indexOf(QStringLiteral("interaction"));
    if (name < 0 || interaction < 0)
        return false;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (headers[i] == QLatin1String("shared name") || headers[i] == QLatin1String("shared interaction") ||
            headers[i] == QLatin1String("name") || headers[i] == QLatin1String("selected"))
            columns[i].meaning = Meaning::Ignore; // they say the same again
    }
    columns[name].meaning = Meaning::Interaction;
    columns[interaction].meaning = Meaning::Kind;
    return true;
}

// Gephi writes "Type" for directed or not, beside "Weight"; elsewhere a type is a kind.
void setGephi(Columns &columns, const QStringList &headers)
{
    const qsizetype type = headers.indexOf(QStringLiteral("type"));
    const bool gephi = type >= 0 && headers.contains(QStringLiteral("weight"));
    if (!gephi || columns[type].meaning != Meaning::Keep)
        return;
    columns[type].meaning = Meaning::Directed;
}

void setFirms(Columns &columns, const QStringList &headers)
{
    for (const HeaderWords &words : firmWords)
        setWords(columns, headers, words);
    const QStringList schemes = QString::fromLatin1(identifierWords).split(u'|');
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (schemes.contains(headers[i]) && columns[i].meaning == Meaning::Keep)
            columns[i] = {Meaning::Identifier, headers[i]};
    }
}

// Neo4j's export of everything has nodes and relationships in one table.
bool isMixed(const QStringList &headers)
{
    return headers.contains(QStringLiteral("_id")) && headers.contains(QStringLiteral("_start"));
}

} // namespace

Guess guessColumns(const QStringList &headers)
{
    QStringList plain;
    for (const QString &header : headers)
        plain.append(plainHeader(header));
    Guess guess{Columns(headers.size()), false, false};
    const bool ends = setEnds(guess.columns, plain) || setInteraction(guess.columns, plain) ||
                      setRoles(guess.columns, plain) || setRoleAndFirm(guess.columns, plain);
    if (ends) {
        setGephi(guess.columns, plain);
        if (plain.contains(QStringLiteral("interaction"))) // Cytoscape's and SIF's word for the kind
            setWords(guess.columns, plain, {Meaning::Kind, "interaction"});
        for (const HeaderWords &words : agreementWords)
            setWords(guess.columns, plain, words);
    }
    if (!ends || isMixed(plain))
        setFirms(guess.columns, plain);
    const bool firms = isSet(guess.columns, Meaning::Name) ||
                       (isSet(guess.columns, Meaning::FirmId) && isSet(guess.columns, Meaning::FirmKind));
    guess.certain = ends || firms;
    guess.doubtful = !ends && mayTellAgreements(guess.columns, plain);
    return guess;
}

} // namespace entente::formats
