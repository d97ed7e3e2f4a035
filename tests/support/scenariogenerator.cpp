#include "support/scenariogenerator.h"

#include <QRandomGenerator>

namespace entente::tests {

using namespace domain;

namespace {

constexpr int mostThings = 300;
constexpr int longestName = 120;

class Generator
{
public:
    Generator(quint32 seed, int things)
        : m_random(seed)
    {
        m_firms = std::max(1, things * 2 / 5);
        m_components = 1 + between(0, m_firms > 8 ? 2 : 0);
        m_scenario.title = name();
        m_scenario.asOf = EventDate::parse(u"2026");
        addTerms();
        for (int i = 0; i < m_firms; ++i)
            addFirm(i);
        while (m_scenario.firms.size() + m_scenario.agreements.size() < things)
            addAgreements();
        m_scenario.index();
    }

    Scenario take() { return m_scenario; }

private:
    int between(int least, int most) { return m_random.bounded(least, most + 1); }
    bool oneIn(int chances) { return between(1, chances) == 1; }

    QString name()
    {
        static const QList<QStringList> scripts{
            {QStringLiteral("Nord"), QStringLiteral("& <Sons>"), QStringLiteral("Holding"),
             QStringLiteral("\"A\"'s"), QStringLiteral("X"), QStringLiteral("Überlandwerksgesellschaft"),
             QStringLiteral("of"), QStringLiteral("Trust")},
            {QStringLiteral("株式会社"), QStringLiteral("日本"), QStringLiteral("電力"),
             QStringLiteral("ホールディングス"), QStringLiteral("🎌")},
            {QStringLiteral("شركة"), QStringLiteral("الاتصالات"), QStringLiteral("القابضة"),
             QStringLiteral("AWS")},
            {QStringLiteral("🚀"), QStringLiteral("Rocket"), QStringLiteral("👩‍🚀"),
             QStringLiteral("🛰️")}};
        const QStringList &words = scripts[oneIn(2) ? 0 : between(1, int(scripts.size()) - 1)];
        const int length = between(1, longestName);
        QString text = words[between(0, int(words.size()) - 1)];
        while (text.size() < length)
            text += u' ' + words[between(0, int(words.size()) - 1)];
        text.truncate(longestName);
        return text.back().isHighSurrogate() ? text.chopped(1) : text;
    }

    void addTerms()
    {
        DefinedTerm calls;
        calls.id = TermId(QStringLiteral("calls"));
        calls.name = QStringLiteral("Calls");
        m_scenario.terms.append(calls);
    }

    static FirmId firmId(int index) { return FirmId(QStringLiteral("f%1").arg(index)); }

    // Parts lie in the component of their whole: firms of one component are congruent modulo their number.
    void addFirm(int index)
    {
        Firm firm;
        firm.id = firmId(index);
        firm.name = name();
        firm.kind = FirmKind(between(0, 9));
        const int wholes = index / m_components;
        if (wholes > 0 && oneIn(3))
            firm.partOf = firmId(index % m_components + m_components * between(0, wholes - 1));
        m_scenario.firms.append(firm);
    }

    // A few firms are in most agreements, as in life.
    FirmId party(int component)
    {
        const int most = (m_firms - 1 - component) / m_components;
        const int index = oneIn(3) ? between(0, std::min(most, 3)) : between(0, most);
        return firmId(std::min(component + m_components * index, m_firms - 1));
    }

    void addAgreements()
    {
        const int component = between(0, std::min(m_components, m_firms) - 1);
        const int shape = between(0, 9);
        const int count = shape == 0 ? 1 : shape < 8 ? 2 : between(3, 5);
        const KindInfo &kind = agreementKinds()[between(0, int(agreementKinds().size()) - 1)];
        QList<Party> parties;
        for (int i = 0; i < count; ++i)
            parties.append({party(component), kind.roles[between(0, int(kind.roles.size()) - 1)].word});
        const int copies = oneIn(10) ? 3 : 1; // parallel agreements
        for (int copy = 0; copy < copies; ++copy)
            addAgreement(kind, parties);
    }

    void addAgreement(const KindInfo &kind, const QList<Party> &parties)
    {
        Agreement agreement;
        agreement.id = AgreementId(QStringLiteral("a%1").arg(m_scenario.agreements.size()));
        agreement.title = name();
        agreement.kind = kind.word;
        agreement.parties = parties;
        agreement.status = Status(between(0, 15));
        agreement.evidence = Evidence(between(0, 3));
        if (oneIn(2)) {
            Amount amount;
            amount.id = AmountId(QStringLiteral("total"));
            amount.value = Decimal::parse(QStringLiteral("%1e6").arg(between(1, 900'000)));
            amount.currency = QStringLiteral("USD");
            amount.instrument = Instrument(between(0, 9));
            agreement.amounts = {amount};
        }
        if (oneIn(12))
            agreement.clauses = {clauseFor(parties.first().firm)};
        m_scenario.agreements.append(agreement);
    }

    // Of two clauses of one bearer, one forbids what the other demands.
    Clause clauseFor(const FirmId &bearer)
    {
        Clause clause;
        clause.id = ClauseId(QStringLiteral("c"));
        clause.kind = QStringLiteral("exclusivity");
        clause.bearer = bearer;
        clause.action = QStringLiteral("calls");
        clause.modality = oneIn(2) ? Modality::Prohibition : Modality::Obligation;
        clause.status = Status::InForce;
        clause.evidence = Evidence::Confirmed;
        return clause;
    }

    QRandomGenerator m_random;
    Scenario m_scenario;
    int m_firms = 0;
    int m_components = 1;
};

} // namespace

Scenario generatedScenario(quint32 seed)
{
    return generatedScenario(seed, 2 + int(quint64(seed) * 53 % (mostThings - 1)));
}

Scenario generatedScenario(quint32 seed, int things)
{
    return Generator(seed, things).take();
}

} // namespace entente::tests
