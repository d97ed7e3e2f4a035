#include "layout/piles.h"

#include <algorithm>

namespace entente::layout {

namespace {

constexpr int mostInPile = 3;   // more agreements of one card are better spread by the engine
constexpr double lineRoom = 30; // between two of a pile: a line with its arrowhead

class Piler
{
public:
    Piler(const LayoutRequest &whole, PileDirection direction)
        : m_whole(whole)
        , m_direction(direction)
        , m_pills(whole.nodes.size())
        , m_cards(whole.nodes.size())
        , m_pileOf(whole.nodes.size(), -1)
        , m_below(whole.nodes.size())
    {
        for (const Edge &edge : whole.edges) {
            addOnce(m_pills[edge.card], edge.pill);
            addOnce(m_cards[edge.pill], edge.card);
        }
        for (int card = 0; card < whole.nodes.size(); ++card) {
            if (whole.nodes[card].kind == NodeKind::Card)
                hangOn(card);
        }
    }

    Piled take() const
    {
        Piled piled;
        piled.request = m_whole;
        piled.request.nodes.clear();
        piled.request.edges.clear();
        piled.request.links.clear();
        QList<int> at(m_whole.nodes.size(), -1);
        for (int node = 0; node < m_whole.nodes.size(); ++node) {
            if (m_pileOf[node] >= 0)
                continue;
            at[node] = int(piled.nodes.size());
            piled.nodes.append(node);
            addPile(node, piled);
        }
        for (int i = 0; i < m_whole.edges.size(); ++i) {
            Edge edge = m_whole.edges[i];
            if (m_pileOf[edge.pill] >= 0)
                continue;
            edge.pill = at[edge.pill];
            edge.card = at[edge.card];
            piled.edges.append(i);
            piled.request.edges.append(edge);
        }
        return piled;
    }

private:
    static void addOnce(QList<int> &list, int value)
    {
        if (!list.contains(value))
            list.append(value);
    }

    void hangOn(int card)
    {
        if (m_pileOf[card] >= 0)
            return;
        QList<int> alone;
        QList<int> leaves;
        for (int pill : m_pills[card]) {
            if (m_cards[pill].size() == 1)
                alone.append(pill);
            else if (isLeafAt(card, pill))
                leaves.append(pill);
        }
        const bool hasOthers = alone.size() + leaves.size() < m_pills[card].size();
        if (alone.size() <= mostInPile && hasOthers) {
            for (int pill : alone)
                put(pill, card);
        }
        if (m_direction == PileDirection::Down && leaves.size() == 1 && hasOthers &&
            m_below[card].isEmpty()) {
            put(leaves.first(), card);
            put(otherOf(leaves.first(), card), card);
        }
    }

    int otherOf(int pill, int card) const
    {
        return m_cards[pill].first() == card ? m_cards[pill].last() : m_cards[pill].first();
    }

    // Whether the pill ties the card to one that nothing else ties to anything.
    bool isLeafAt(int card, int pill) const
    {
        if (m_cards[pill].size() != 2)
            return false;
        const int other = otherOf(pill, card);
        return m_pills[other].size() == 1 && m_below[other].isEmpty() && m_pileOf[other] < 0 &&
               m_whole.nodes[other].group == m_whole.nodes[card].group;
    }

    void put(int node, int card)
    {
        m_pileOf[node] = card;
        m_below[card].append(node);
    }

    bool isDown() const { return m_direction == PileDirection::Down; }
    double lengthOf(QSizeF size) const { return isDown() ? size.height() : size.width(); }
    double breadthOf(QSizeF size) const { return isDown() ? size.width() : size.height(); }

    void addPile(int first, Piled &piled) const
    {
        QList<int> nodes = m_below[first];
        nodes.prepend(first);
        double length = -lineRoom;
        double breadth = 0;
        for (int node : nodes) {
            length += lineRoom + lengthOf(m_whole.nodes[node].size);
            breadth = std::max(breadth, breadthOf(m_whole.nodes[node].size));
        }
        double from = -length / 2;
        for (int node : nodes) {
            const double own = lengthOf(m_whole.nodes[node].size);
            const double along = from + own / 2;
            piled.members.append(
                {node, int(piled.request.nodes.size()), isDown() ? QPointF(0, along) : QPointF(along, 0)});
            from += own + lineRoom;
        }
        Node pile = m_whole.nodes[first];
        pile.size = isDown() ? QSizeF(breadth, length) : QSizeF(length, breadth);
        piled.request.nodes.append(pile);
    }

    const LayoutRequest &m_whole;
    PileDirection m_direction;
    QList<QList<int>> m_pills; // of each card, each once
    QList<QList<int>> m_cards; // of each pill
    QList<int> m_pileOf;       // the card that a node hangs on; -1 for none
    QList<QList<int>> m_below; // what hangs on a card, in order
};

} // namespace

QList<QPointF> Piled::spreadOut(const QList<QPointF> &centres) const
{
    QList<QPointF> all(members.size());
    for (const Member &member : members)
        all[member.node] = centres.at(member.pile) + member.centre;
    return all;
}

Piled piledUp(const LayoutRequest &whole, PileDirection direction)
{
    return Piler(whole, direction).take();
}

} // namespace entente::layout
