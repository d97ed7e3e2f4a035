#include "support/registergenerator.h"

#include <QRandomGenerator>

namespace entente::tests {

using layout::LayoutRequest;
using layout::NodeKind;

namespace {

class RegisterGenerator
{
public:
    RegisterGenerator(quint32 seed, const RegisterShape &shape)
        : m_random(seed)
        , m_shape(shape)
        , m_industries(shape.industries > 0 ? shape.industries : std::max(1, shape.firms / 50))
        , m_partiesOf(m_industries)
    {}

    LayoutRequest make()
    {
        for (int firm = 0; firm < m_shape.firms; ++firm)
            m_request.nodes.append({NodeKind::Card, cardSize(), -1, {}});
        addGroups();
        for (int firm = 1; firm < m_shape.firms; ++firm)
            addAgreement({firm, partner(firm, firm)});
        int agreements = std::max(0, m_shape.firms - 1);
        while (agreements < m_shape.agreements && m_shape.firms > 0) {
            const QList<int> parties = someParties();
            const int copies = oneIn(10) ? 2 + below(2) : 1;
            for (int copy = 0; copy < copies && agreements < m_shape.agreements; ++copy, ++agreements)
                addAgreement(parties);
        }
        return m_request;
    }

private:
    int below(int end) { return m_random.bounded(end); }
    bool oneIn(int chances) { return below(chances) == 0; }

    QSizeF cardSize() { return QSizeF(128 + below(73), 49 + 18 * below(3)); }
    int industryOf(int firm) const { return int(quint32(firm) * 2654435761U % quint32(m_industries)); }

    // A firm before `end`, more likely one with many agreements, more likely of the same industry.
    int partner(int firm, int end)
    {
        const QList<int> &known = oneIn(16) ? m_parties : m_partiesOf[industryOf(firm)];
        return known.isEmpty() ? below(std::max(1, end)) : known[below(int(known.size()))];
    }

    QList<int> someParties()
    {
        const int firm = below(m_shape.firms);
        QList<int> parties{firm};
        if (oneIn(20))
            return parties;
        const int count = oneIn(12) ? 3 + below(3) : 2;
        while (parties.size() < count)
            parties.append(partner(firm, m_shape.firms));
        return parties;
    }

    // The firm that heads a group lies in it.
    void addGroups()
    {
        int firm = 0;
        const int most = int(m_shape.grouped * m_shape.firms);
        while (firm < most) {
            const int parent =
                oneIn(6) && !m_request.groups.isEmpty() ? int(m_request.groups.size()) - 1 : -1;
            m_request.groups.append({parent, QSizeF(40 + below(80), 22)});
            for (int parts = 3 + below(5); parts > 0 && firm < most; --parts)
                m_request.nodes[firm++].group = int(m_request.groups.size()) - 1;
        }
    }

    QList<int> chainOf(int firm) const
    {
        QList<int> chain;
        for (int at = m_request.nodes[firm].group; at >= 0; at = m_request.groups[at].parent)
            chain.prepend(at);
        return chain;
    }

    int sharedGroup(const QList<int> &parties) const
    {
        QList<int> shared = chainOf(parties.first());
        for (int party : parties) {
            const QList<int> chain = chainOf(party);
            const auto end = std::mismatch(shared.begin(), shared.end(), chain.begin(), chain.end()).first;
            shared.erase(end, shared.end());
        }
        return shared.isEmpty() ? -1 : shared.last();
    }

    void addAgreement(const QList<int> &parties)
    {
        const int pill = int(m_request.nodes.size());
        m_request.nodes.append({NodeKind::Pill, QSizeF(60 + below(121), 28), sharedGroup(parties), {}});
        for (int party : parties) {
            m_request.edges.append({pill, party, layout::Flow(below(3)), 1.5});
            m_parties.append(party);
            m_partiesOf[industryOf(party)].append(party);
        }
    }

    QRandomGenerator m_random;
    RegisterShape m_shape;
    int m_industries;
    LayoutRequest m_request;
    QList<int> m_parties;          // of all agreements so far, once for each
    QList<QList<int>> m_partiesOf; // the same within each industry
};

} // namespace

LayoutRequest generatedRegister(quint32 seed, const RegisterShape &shape)
{
    return RegisterGenerator(seed, shape).make();
}

} // namespace entente::tests
