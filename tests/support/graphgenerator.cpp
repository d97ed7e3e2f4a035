#include "support/graphgenerator.h"

#include <QRandomGenerator>

namespace entente::tests {

using layout::LayoutRequest;
using layout::NodeKind;

namespace {

class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
        constexpr int mostThings = 300;
        const int things = 2 + int(quint64(seed) * 53 % (mostThings - 1));
        const int cards = std::max(1, things * 2 / 5);
        addGroups(cards / 5);
        for (int i = 0; i < cards; ++i)
            addCard();
        m_components = 1 + between(0, cards > 8 ? 2 : 0);
        while (m_request.nodes.size() < things)
            addPill(cards);
    }

    LayoutRequest take() { return m_request; }

private:
    int between(int least, int most) { return m_random.bounded(least, most + 1); }

    void addGroups(int count)
    {
        for (int i = 0; i < count; ++i) {
            const int parent = i > 0 && between(0, 3) == 0 ? between(0, i - 1) : -1;
            m_request.groups.append({parent, QSizeF(between(20, 128), 22)});
        }
    }

    // A name of 1 to 120 characters breaks into at most three lines.
    void addCard()
    {
        const int characters = between(1, 120);
        const double width = std::clamp(characters * 7.0 + 32, 128.0, 200.0);
        const int lines = std::clamp(characters / 22 + 1, 1, 3);
        const int group = m_request.groups.isEmpty() || between(0, 2) == 0
                              ? -1
                              : between(0, int(m_request.groups.size()) - 1);
        m_request.nodes.append({NodeKind::Card, QSizeF(width, 31 + 18 * lines), group, {}});
    }

    QList<int> chainOf(int node) const
    {
        QList<int> chain;
        for (int at = m_request.nodes[node].group; at >= 0; at = m_request.groups[at].parent)
            chain.prepend(at);
        return chain;
    }

    int sharedGroup(const QList<int> &cards) const
    {
        QList<int> shared = chainOf(cards.first());
        for (int card : cards) {
            const QList<int> chain = chainOf(card);
            const auto end = std::mismatch(shared.begin(), shared.end(), chain.begin(), chain.end()).first;
            shared.erase(end, shared.end());
        }
        return shared.isEmpty() ? -1 : shared.last();
    }

    void addPill(int cards)
    {
        const int kind = between(0, 9);
        const int parties = kind == 0 ? 1 : kind < 8 ? 2 : between(3, 5);
        const int component = between(0, m_components - 1);
        QList<int> of;
        for (int i = 0; i < parties; ++i) {
            // A few cards are in most agreements, as in life.
            const int card = between(0, 2) == 0 ? between(0, std::min(cards - 1, 3)) : between(0, cards - 1);
            of.append(card - card % m_components + component < cards ? card - card % m_components + component
                                                                     : card);
        }
        const int copies = between(0, 9) == 0 ? 3 : 1; // parallel agreements
        for (int copy = 0; copy < copies; ++copy) {
            const int pill = int(m_request.nodes.size());
            m_request.nodes.append({NodeKind::Pill, QSizeF(between(60, 260), 28), sharedGroup(of), {}});
            for (int card : of)
                m_request.edges.append({pill, card, layout::Flow(between(0, 2)), 1.5});
        }
    }

    QRandomGenerator m_random;
    LayoutRequest m_request;
    int m_components = 1;
};

} // namespace

LayoutRequest generatedRequest(quint32 seed)
{
    return Generator(seed).take();
}

} // namespace entente::tests
