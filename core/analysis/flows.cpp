#include "analysis/flowparts.h"

#include <algorithm>

namespace entente::analysis {

QString AmountRef::pointer() const
{
    return QStringLiteral("/agreements/%1/amounts/%2").arg(agreement.text(), amount.text());
}

QString toWord(Mark mark)
{
    switch (mark) {
    case Mark::Announced:
        return QStringLiteral("announced");
    case Mark::Planned:
        return QStringLiteral("planned");
    case Mark::Claimed:
        return QStringLiteral("claimed");
    case Mark::Conditional:
        return QStringLiteral("conditional");
    case Mark::Alleged:
        return QStringLiteral("alleged");
    case Mark::NotBinding:
        return QStringLiteral("not binding");
    case Mark::Suspended:
        return QStringLiteral("suspended");
    case Mark::NotBegun:
        return QStringLiteral("not begun");
    case Mark::DatesUncertain:
        return QStringLiteral("dates uncertain");
    case Mark::Ended:
        return QStringLiteral("ended");
    case Mark::DirectionUnknown:
        return QStringLiteral("direction unknown");
    }
    return {};
}

QStringList marksIn(const QList<Reservation> &reservations)
{
    QStringList words;
    for (const Reservation &reservation : reservations) {
        if (const QString word = toWord(reservation.mark); !words.contains(word))
            words.append(word);
    }
    return words;
}

QString toReadable(domain::Instrument instrument)
{
    return instrument == domain::Instrument::Unstated ? QStringLiteral("instrument not stated")
                                                      : domain::toReadable(domain::toWord(instrument));
}

const domain::Amount *amountOf(const domain::Scenario &scenario, const AmountRef &ref)
{
    const domain::Agreement *agreement = scenario.agreement(ref.agreement);
    if (!agreement)
        return nullptr;
    const auto found = std::find_if(agreement->amounts.begin(), agreement->amounts.end(),
                                    [&ref](const domain::Amount &amount) { return amount.id == ref.amount; });
    return found == agreement->amounts.end() ? nullptr : &*found;
}

bool Flow::has(Mark mark) const
{
    return std::any_of(reservations.begin(), reservations.end(),
                       [mark](const Reservation &reservation) { return reservation.mark == mark; });
}

namespace {

bool weakens(Mark mark)
{
    return mark != Mark::Announced && mark != Mark::Ended;
}

} // namespace

bool Flow::isSure() const
{
    return std::none_of(reservations.begin(), reservations.end(),
                        [](const Reservation &reservation) { return weakens(reservation.mark); });
}

namespace {

// Sorts every amount that counts into what is a flow, what is part of one, and what can't be attributed.
class FlowSorter
{
public:
    explicit FlowSorter(QList<AmountNode> nodes)
        : m_nodes(std::move(nodes))
    {}

    Flows sorted()
    {
        for (int i = 0; i < m_nodes.size(); ++i) {
            const AmountNode &node = m_nodes[i];
            if (!node.counts())
                m_flows.leftOut.append({node.ref(), node.standing.leftOut, isOfLeftOut(node)});
            else if (node.direction.isKnown() && !isCovered(node))
                addFlow(i);
        }
        for (const AmountNode &node : std::as_const(m_nodes)) {
            if (node.counts() && isCovered(node))
                addPart(node);
            else if (node.counts() && !node.direction.isKnown() && !isWithinUnattributed(node))
                addUnattributed(node);
        }
        return m_flows;
    }

private:
    template <typename P> int firstWhole(const AmountNode &node, P &&accepts) const
    {
        for (int whole : node.wholes) {
            if (m_nodes[whole].counts() && accepts(m_nodes[whole]))
                return whole;
        }
        return -1;
    }

    bool isOfLeftOut(const AmountNode &node) const
    {
        return std::any_of(node.wholes.begin(), node.wholes.end(),
                           [this](int whole) { return !m_nodes[whole].counts(); });
    }

    // An undisclosed whole hides no figure: what is known of it is counted beside "one undisclosed".
    static bool hides(const AmountNode &whole, const AmountNode &part)
    {
        return whole.hasValue() || !part.hasValue();
    }

    bool isCovered(const AmountNode &node) const
    {
        return firstWhole(node, [&node](const AmountNode &whole) {
                   return whole.direction.isKnown() && hides(whole, node);
               }) >= 0;
    }

    bool isWithinUnattributed(const AmountNode &node) const
    {
        return firstWhole(node, [&node](const AmountNode &whole) {
                   return !whole.direction.isKnown() && hides(whole, node);
               }) >= 0;
    }

    void addFlow(int index)
    {
        const AmountNode &node = m_nodes[index];
        m_flowAt.insert(index, int(m_flows.attributed.size()));
        for (int whole : node.wholes)
            m_flowsWithin[whole].append(int(m_flows.attributed.size()));
        m_flows.attributed.append({node.ref(),
                                   *node.amount,
                                   node.direction.from,
                                   node.direction.to,
                                   node.agreement->status,
                                   node.standing.reservations,
                                   {}});
    }

    void addPart(const AmountNode &node)
    {
        for (int whole : node.wholes) {
            if (const auto flow = m_flowAt.constFind(whole); flow != m_flowAt.constEnd())
                m_flows.attributed[*flow].parts.append(node.ref());
        }
    }

    void addUnattributed(const AmountNode &node)
    {
        domain::Amount rest = *node.amount;
        const int index = int(&node - m_nodes.constData());
        for (int flow : m_flowsWithin.value(index))
            subtract(rest, m_flows.attributed[flow].amount);
        if (rest.value && rest.value->toDouble() <= 0 && rest != *node.amount)
            return;
        m_flows.unattributed.append({node.ref(), *node.amount, rest, node.direction.payers,
                                     node.direction.payees, node.agreement->status,
                                     node.standing.reservations});
    }

    // What can't be subtracted leaves an undisclosed rest.
    static void subtract(domain::Amount &rest, const domain::Amount &part)
    {
        if (!rest.value)
            return;
        const bool comparable = part.value && part.isMoney() && part.currency == rest.currency;
        rest.value = comparable ? rest.value->plus(part.value->negated()) : std::nullopt;
        if (!rest.value)
            rest.qualifier = domain::Qualifier::Undisclosed;
        else if (part.qualifier != domain::Qualifier::Exact)
            rest.qualifier = domain::Qualifier::About;
    }

    QList<AmountNode> m_nodes;
    QHash<int, int> m_flowAt;             // node → flow
    QHash<int, QList<int>> m_flowsWithin; // whole → flows that are parts of it
    Flows m_flows;
};

} // namespace

Flows findFlows(const domain::Scenario &scenario, const AsOf &asOf)
{
    return FlowSorter(amountNodes(scenario, asOf)).sorted();
}

} // namespace entente::analysis
