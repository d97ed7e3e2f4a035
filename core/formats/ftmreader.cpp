#include "formats/ftmreader.h"

#include "formats/draftfacts.h"
#include "formats/ftmschemata.h"
#include "formats/ftmthings.h"

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

// The intervals between them, as agreements.
class FtmReader : private FtmThings
{
public:
    explicit FtmReader(const ForeignFile &file)
        : FtmThings(file)
    {}

    Outcome<document::Document> read()
    {
        readThings();
        for (const Value *entity : std::as_const(m_intervals)) {
            if (m_draft.isCancelled())
                break;
            readInterval(*entity);
        }
        readCases();
        readContracts();
        return m_draft.finish(titleFrom(m_path), QStringLiteral("FollowTheMoney"));
    }

private:
    // ---- agreements
    void readInterval(const Value &entity)
    {
        const FtmInterval &row = *ftmIntervalOf(firstText(entity, u"schema"));
        const Value &properties = propertiesOf(entity);
        if (row.schema == QLatin1String("CourtCaseParty") || row.schema == QLatin1String("ContractAward")) {
            const QString whole = firstText(properties, row.targetName);
            m_partsOf[whole].append(&entity);
            if (!m_byId.contains(whole) && !whole.isEmpty())
                warnOfMissingWhole(whole, positionIn(properties, row.targetName));
            return;
        }
        const QStringList sources = firmsOf(properties, row, true);
        const QStringList targets = firmsOf(properties, row, false);
        if (sources.isEmpty() && targets.isEmpty()) {
            m_draft.warn(
                QStringLiteral("no-parties"), entity.position(),
                QStringLiteral("%1 \"%2\" names nobody; it is left out").arg(row.schema, idOf(entity)),
                QStringLiteral("expected \"%1\" and \"%2\"").arg(row.sourceName, row.targetName));
            return;
        }
        Value &agreement = begin(titleOf(properties, row), row.kind, entity);
        for (const QString &firm : sources)
            ScenarioDraft::addParty(agreement, firm, row.sourceRole, positionIn(properties, row.sourceName));
        for (const QString &firm : targets)
            ScenarioDraft::addParty(agreement, firm, row.targetRole, positionIn(properties, row.targetName));
        const bool isDebt = row.schema == QLatin1String("Debt");
        readTerms(agreement, properties, isDebt ? targets : sources, isDebt ? sources : targets, row);
    }

    void warnOfMissingWhole(const QString &whole, Position at)
    {
        m_draft.warn(QStringLiteral("dangling-reference"), at,
                     QStringLiteral("there is no entity \"%1\"").arg(whole),
                     QStringLiteral("what it has parts of is read without it"));
    }

    Value &begin(const QString &title, const QString &kind, const Value &entity)
    {
        const Position at = entity.position();
        Value &agreement = m_draft.addAgreement(title, at);
        agreement.set(QStringLiteral("kind"), ScenarioDraft::text(kind, positionIn(entity, u"schema")));
        agreement.set(QStringLiteral("x-id"), ScenarioDraft::text(idOf(entity), at));
        return agreement;
    }

    static QString titleOf(const Value &properties, const FtmInterval &row)
    {
        for (const QStringView key : {QStringView(u"role"), QStringView(u"relationship")}) {
            const QString text = firstText(properties, key);
            if (!text.isEmpty())
                return text;
        }
        return row.title;
    }

    // The ids of the firms that a property names; what isn't there is a firm named by its id.
    QStringList firmsOf(const Value &properties, const FtmInterval &row, bool isSource)
    {
        const QString key = isSource ? row.sourceName : row.targetName;
        const bool isText = row.schema == QLatin1String("Sanction") && isSource; // authorities have no record
        return firmsNamed(properties, key, isText);
    }

    // Dates, figures and all the rest of an interval. Money goes from `payers` to `payees`.
    void readTerms(Value &agreement, const Value &properties, const QStringList &payers,
                   const QStringList &payees, const FtmInterval &row)
    {
        const Position at = agreement.position();
        const QString date = isoDate(firstText(properties, u"date"));
        if (!properties.find(u"startDate") && !properties.find(u"endDate") && !date.isEmpty())
            agreement.set(QStringLiteral("period"),
                          ScenarioDraft::text(date, positionIn(properties, u"date")));
        else
            setPeriod(m_draft, agreement, firstText(properties, u"startDate"),
                      firstText(properties, u"endDate"), at);
        setShare(m_draft, agreement, QStringLiteral("economic"), firstText(properties, u"percentage"),
                 positionIn(properties, u"percentage"));
        DraftAmount amount{firstText(properties, u"amount"), firstText(properties, u"currency"), {}, {}, {}};
        if (payers.size() == 1 && payees.size() == 1) {
            amount.from = payers.first();
            amount.to = payees.first();
        }
        addAmount(m_draft, agreement, amount, positionIn(properties, u"amount"));
        const QStringList used{row.sourceName,
                               row.targetName,
                               QStringLiteral("startDate"),
                               QStringLiteral("endDate"),
                               QStringLiteral("percentage"),
                               QStringLiteral("amount"),
                               QStringLiteral("currency"),
                               QStringLiteral("name"),
                               QStringLiteral("title")};
        for (const Member &member : properties.members()) {
            QStringList texts = textsOf(properties, member.key);
            if (isFtmProvenance(member.key) || texts.isEmpty())
                continue;
            if (used.contains(member.key))
                texts = member.key == row.sourceName || member.key == row.targetName ? QStringList()
                                                                                     : texts.mid(1);
            if (member.key == QLatin1String("date") && texts.first() == firstText(agreement, u"period"))
                texts.removeFirst();
            keepTexts(agreement, member.key, texts, member.value.position());
        }
        citeSources(agreement, properties, at);
    }

    // A case and all who are party to it are one agreement.
    void readCases()
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("CourtCaseParty"));
        for (const Value *entity : std::as_const(m_cases)) {
            const QList<const Value *> parties = m_partsOf.take(idOf(*entity));
            if (parties.isEmpty()) {
                warnOfPartless(*entity);
                continue;
            }
            readCase(*entity, parties, nameOf(*entity));
        }
        const auto rest = std::exchange(m_partsOf, {});
        for (auto it = rest.constBegin(); it != rest.constEnd(); ++it) {
            if (firstText(*it->first(), u"schema") == row.schema)
                readCase(*it->first(), *it, row.title);
            else
                m_partsOf.insert(it.key(), *it);
        }
    }

    void warnOfPartless(const Value &entity)
    {
        m_draft.warn(QStringLiteral("no-parties"), entity.position(),
                     QStringLiteral("nobody is party to \"%1\"; it is left out").arg(nameOf(entity)));
    }

    void readCase(const Value &entity, const QList<const Value *> &parties, const QString &title)
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("CourtCaseParty"));
        const Value &properties = propertiesOf(entity);
        const int index = m_draft.agreementCount();
        begin(title, row.kind, entity);
        bool hasParty = false;
        for (const Value *party : parties) {
            const Value &part = propertiesOf(*party);
            const QStringList firms = firmsNamed(part, row.sourceName);
            hasParty = hasParty || !firms.isEmpty();
            for (const QString &firm : firms)
                ScenarioDraft::addParty(m_draft.agreementAt(index), firm, courtRole(firstText(part, u"role")),
                                        party->position());
        }
        Value &agreement = m_draft.agreementAt(index);
        if (!hasParty)
            ScenarioDraft::addParty(agreement, m_draft.firm(title, entity.position()), {}, entity.position());
        readTerms(agreement, properties, {}, {}, row);
    }

    static QString courtRole(const QString &role)
    {
        const QString word = role.toLower();
        if (word == QLatin1String("claimant") || word == QLatin1String("applicant"))
            return QStringLiteral("plaintiff");
        return word == QLatin1String("respondent") ? QStringLiteral("defendant") : word;
    }

    // A contract that was awarded is a purchase by its authority from its supplier.
    void readContracts()
    {
        for (const Value *entity : std::as_const(m_contracts)) {
            const QList<const Value *> awards = m_partsOf.take(idOf(*entity));
            for (const Value *award : awards)
                readAward(*award, entity);
            if (awards.isEmpty())
                readAward(*entity, entity);
        }
        const auto rest = std::exchange(m_partsOf, {});
        for (const QList<const Value *> &awards : rest) {
            for (const Value *award : awards)
                readAward(*award, nullptr);
        }
    }

    void readAward(const Value &award, const Value *contract)
    {
        static const FtmInterval row = *ftmIntervalOf(QStringLiteral("ContractAward"));
        const Value &properties = propertiesOf(award);
        const QStringList suppliers = firmsNamed(properties, row.sourceName);
        const QStringList customers =
            contract ? firmsNamed(propertiesOf(*contract), QStringLiteral("authority")) : QStringList();
        if (suppliers.isEmpty() && customers.isEmpty()) {
            warnOfPartless(award);
            return;
        }
        Value &agreement = begin(contract ? nameOf(*contract) : row.title, row.kind, award);
        const auto add = [&](const QStringList &firms, const char *role) {
            for (const QString &firm : firms)
                ScenarioDraft::addParty(agreement, firm, QString::fromLatin1(role), award.position());
        };
        add(customers, "customer");
        add(suppliers, "supplier");
        FtmInterval used = row;
        if (contract == &award)
            used.targetName = QStringLiteral("authority");
        readTerms(agreement, properties, customers, suppliers, used);
        if (!contract || contract == &award)
            return;
        agreement.set(QStringLiteral("x-contract"), ScenarioDraft::text(idOf(*contract), award.position()));
        for (const Member &member : propertiesOf(*contract).members()) {
            const bool isTold = member.key == QLatin1String("authority") ||
                                member.key == QLatin1String("title") || member.key == QLatin1String("name");
            if (!isTold)
                keepTexts(agreement, QStringLiteral("contract-") + member.key,
                          textsOf(propertiesOf(*contract), member.key), member.value.position());
        }
    }

    QMap<QString, QList<const Value *>> m_partsOf; // parties of cases and awards of contracts, by their whole
};

} // namespace

Likeness recogniseFtm(QByteArrayView bytes)
{
    const QByteArrayView text = beginningOf(bytes).trimmed();
    const bool hasAll =
        text.contains("\"schema\"") && text.contains("\"properties\"") && text.contains("\"id\"");
    const bool isObject = text.startsWith('{') || text.startsWith('[');
    return isObject && hasAll && !text.contains("\"entente-scenario\"") ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readFtm(const ForeignFile &file)
{
    return FtmReader(file).read();
}

} // namespace entente::formats
