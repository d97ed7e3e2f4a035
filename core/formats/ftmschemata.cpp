#include "formats/ftmschemata.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace entente::formats {

namespace {

// After the schemata of followthemoney.tech, version 3: their edges and the properties that these join.
const QList<FtmInterval> &intervals()
{
    const auto row = [](const char *schema, const char *source, const char *target, const char *kind,
                        const char *sourceRole, const char *targetRole, const char *title) {
        const auto text = [](const char *word) { return QString::fromLatin1(word); };
        return FtmInterval{text(schema),     text(source),     text(target), text(kind),
                           text(sourceRole), text(targetRole), text(title)};
    };
    static const QList<FtmInterval> rows{
        row("Ownership", "owner", "asset", "ownership", "owner", "owned", "Ownership"),
        row("Directorship", "director", "organization", "appointment", "director", "company", "Directorship"),
        row("Membership", "member", "organization", "other", "member", "organization", "Membership"),
        row("Employment", "employer", "employee", "other", "employer", "employee", "Employment"),
        row("Representation", "agent", "client", "other", "agent", "client", "Representation"),
        row("Debt", "debtor", "creditor", "loan", "borrower", "lender", "Debt"),
        row("Payment", "payer", "beneficiary", "other", "payer", "beneficiary", "Payment"),
        row("ContractAward", "supplier", "contract", "purchase", "supplier", "subject", "Contract award"),
        row("Sanction", "authority", "entity", "other", "authority", "sanctioned", "Sanction"),
        row("Family", "person", "relative", "other", "person", "relative", "Family"),
        row("Associate", "person", "associate", "other", "person", "associate", "Associates"),
        row("UnknownLink", "subject", "object", "other", "subject", "object", "Link"),
        row("Succession", "predecessor", "successor", "other", "predecessor", "successor", "Succession"),
        row("Occupancy", "holder", "post", "other", "holder", "post", "Office"),
        row("ProjectParticipant", "participant", "project", "other", "participant", "project", "Project"),
        row("Similar", "candidate", "match", "other", "candidate", "match", "Resemblance"),
        row("CourtCaseParty", "party", "case", "litigation", "", "", "Court case"),
    };
    return rows;
}

const QHash<QString, QString> &schemes()
{
    static const QHash<QString, QString> table{
        {QStringLiteral("leiCode"), QStringLiteral("lei")},
        {QStringLiteral("wikidataId"), QStringLiteral("wikidata")},
        {QStringLiteral("opencorporatesUrl"), QStringLiteral("opencorporates")},
        {QStringLiteral("swiftBic"), QStringLiteral("bic")},
        {QStringLiteral("dunsCode"), QStringLiteral("duns")},
        {QStringLiteral("permId"), QStringLiteral("permid")},
        {QStringLiteral("isin"), QStringLiteral("isin")},
        {QStringLiteral("cikCode"), QStringLiteral("cik")},
        {QStringLiteral("innCode"), QStringLiteral("inn")},
        {QStringLiteral("ogrnCode"), QStringLiteral("ogrn")},
        {QStringLiteral("imoNumber"), QStringLiteral("imo")},
        {QStringLiteral("registrationNumber"), QStringLiteral("registration_number")},
        {QStringLiteral("taxNumber"), QStringLiteral("tax_number")},
        {QStringLiteral("vatCode"), QStringLiteral("vat")},
        {QStringLiteral("idNumber"), QStringLiteral("id_number")},
        {QStringLiteral("passportNumber"), QStringLiteral("passport_number")},
        {QStringLiteral("kppCode"), QStringLiteral("kpp")},
        {QStringLiteral("okpoCode"), QStringLiteral("okpo")},
        {QStringLiteral("bikCode"), QStringLiteral("bik")},
        {QStringLiteral("npiCode"), QStringLiteral("npi")},
        {QStringLiteral("ueiCode"), QStringLiteral("uei")},
        {QStringLiteral("jibCode"), QStringLiteral("jib")},
        {QStringLiteral("irsCode"), QStringLiteral("irs")},
        {QStringLiteral("ticker"), QStringLiteral("ticker")},
        {QStringLiteral("icijId"), QStringLiteral("icij")},
    };
    return table;
}

} // namespace

const FtmInterval *ftmIntervalOf(const QString &schema)
{
    const auto &rows = intervals();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&schema](const FtmInterval &row) { return row.schema == schema; });
    return found == rows.end() ? nullptr : &*found;
}

const FtmInterval *ftmIntervalFor(const QString &kind, const QString &sourceRole, const QString &targetRole)
{
    const auto &rows = intervals();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const FtmInterval &row) {
        return row.kind == kind && row.sourceRole == sourceRole && row.targetRole == targetRole;
    });
    return found == rows.end() ? nullptr : &*found;
}

bool isFtmThing(const QString &schema)
{
    static const QStringList things{
        QStringLiteral("Thing"),        QStringLiteral("LegalEntity"), QStringLiteral("Organization"),
        QStringLiteral("Company"),      QStringLiteral("Person"),      QStringLiteral("PublicBody"),
        QStringLiteral("Asset"),        QStringLiteral("Vessel"),      QStringLiteral("Airplane"),
        QStringLiteral("Vehicle"),      QStringLiteral("RealEstate"),  QStringLiteral("Security"),
        QStringLiteral("CryptoWallet"), QStringLiteral("BankAccount"), QStringLiteral("Project"),
        QStringLiteral("Position"),     QStringLiteral("License"),     QStringLiteral("Workbook"),
        QStringLiteral("Trip"),         QStringLiteral("Event"),       QStringLiteral("Call"),
        QStringLiteral("UserAccount"),  QStringLiteral("Assessment")};
    return things.contains(schema);
}

QString firmKindOfFtm(const QString &schema)
{
    if (schema == QLatin1String("Company"))
        return QStringLiteral("company");
    if (schema == QLatin1String("Person"))
        return QStringLiteral("person");
    if (schema == QLatin1String("PublicBody"))
        return QStringLiteral("government");
    return QStringLiteral("other");
}

QString ftmSchemaOf(const QString &firmKind)
{
    if (firmKind == QLatin1String("company") || firmKind == QLatin1String("subsidiary"))
        return QStringLiteral("Company");
    if (firmKind == QLatin1String("person"))
        return QStringLiteral("Person");
    if (firmKind == QLatin1String("government") || firmKind == QLatin1String("court"))
        return QStringLiteral("PublicBody");
    if (firmKind == QLatin1String("division") || firmKind == QLatin1String("fund"))
        return QStringLiteral("Organization");
    if (firmKind == QLatin1String("product") || firmKind == QLatin1String("platform"))
        return QStringLiteral("Asset");
    return QStringLiteral("LegalEntity");
}

bool isFtmIdentifier(const QString &property)
{
    return schemes().contains(property);
}

QString schemeOfFtm(const QString &property)
{
    return schemes().value(property, property);
}

QString ftmPropertyOf(const QString &scheme)
{
    return schemes().key(scheme);
}

} // namespace entente::formats
