#include "analysis/flowparts.h"

#include <QMap>
#include <QSet>

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
        findUndisclosedWholes();
        findUnmet();
        for (int i = 0; i < m_nodes.size(); ++i) {
            const AmountNode &node = m_nodes[i];
            if (!node.counts())
                m_flows.leftOut.append({node.ref(), node.standing.leftOut, isOfLeftOut(node)});
            else if (node.direction.isKnown() && !isCovered(node) && !m_undisclosed.contains(i))
                addFlow(i);
        }
        for (int i = 0; i < m_nodes.size(); ++i)
            takeFromWhole(i);
        for (const AmountNode &node : std::as_const(m_nodes)) {
            if (node.counts() && isCovered(node))
                addPart(node);
            else if (node.counts() && !node.direction.isKnown() && !isWithinUnattributed(node))
                addUnattributed(node);
        }
        dropEmptied();
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

    // An undisclosed whole hides no figure.
    static bool hides(const AmountNode &whole, const AmountNode &part)
    {
        return whole.hasValue() || !part.hasValue();
    }

    // The nearest whole with payer and payee in which it is counted, unless another pays it or is paid.
    int holderOf(const AmountNode &node) const
    {
        return firstWhole(node, [&node](const AmountNode &whole) {
            return whole.direction.isKnown() && hides(whole, node);
        });
    }

    bool isCovered(const AmountNode &node) const
    {
        const int holder = holderOf(node);
        return holder >= 0 && !node.direction.isAnother(m_nodes[holder].direction);
    }

    bool isWithinUnattributed(const AmountNode &node) const
    {
        return firstWhole(node, [&node](const AmountNode &whole) {
                   return !whole.direction.isKnown() && hides(whole, node);
               }) >= 0;
    }

    // Wholes without a figure that parts with one stand for.
    void findUndisclosedWholes()
    {
        for (const AmountNode &part : std::as_const(m_nodes)) {
            if (!part.counts() || !part.hasValue() || !part.direction.isKnown())
                continue;
            for (int whole : part.wholes) {
                const AmountNode &holder = m_nodes[whole];
                if (holder.counts() && !holder.hasValue() && holder.amount->isMoney() &&
                    !part.direction.isAnother(holder.direction))
                    m_undisclosed.insert(whole);
            }
        }
    }

    void findUnmet()
    {
        for (int i = 0; i < m_nodes.size(); ++i) {
            if (!isUnmet(m_nodes[i]) || isWithin(m_nodes[i], isUnmet))
                continue;
            for (int whole : m_nodes[i].wholes)
                m_unmetWithin[whole].append(i);
        }
    }

    void addFlow(int index)
    {
        const AmountNode &node = m_nodes[index];
        m_flowAt.insert(index, int(m_flows.attributed.size()));
        for (int whole : node.wholes)
            m_flowsWithin[whole].append(int(m_flows.attributed.size()));
        Flow flow{node.ref(),        *node.amount,           node.direction.from,
                  node.direction.to, node.agreement->status, node.standing.reservations};
        flow.unconditional = flow.amount;
        flow.isOfUndisclosed = std::any_of(node.wholes.begin(), node.wholes.end(),
                                           [this](int whole) { return m_undisclosed.contains(whole); });
        m_flows.attributed.append(flow);
    }

    Flow *nearestFlow(const AmountNode &node)
    {
        const int whole =
            firstWhole(node, [this](const AmountNode &holder) { return m_flowAt.contains(indexOf(holder)); });
        return whole < 0 ? nullptr : &m_flows.attributed[m_flowAt.value(whole)];
    }

    int indexOf(const AmountNode &node) const { return int(&node - m_nodes.constData()); }

    bool isWithin(const AmountNode &node, bool (*accepts)(const AmountNode &)) const
    {
        return std::any_of(node.wholes.begin(), node.wholes.end(),
                           [&](int whole) { return accepts(m_nodes[whole]); });
    }

    static bool isUnmet(const AmountNode &node) { return node.standing.isUnmet; }

    static const Reservation *ownCondition(const AmountNode &node)
    {
        const QString fact = node.ref().pointer() + QStringLiteral("/condition");
        for (const Reservation &reservation : node.standing.reservations) {
            if (reservation.fact == fact)
                return &reservation;
        }
        return nullptr;
    }

    // What of the whole's flow is not its own: a part that another pays, or whose condition is unmet; and
    // what of it hangs on a condition of the part.
    void takeFromWhole(int index)
    {
        const AmountNode &node = m_nodes[index];
        Flow *whole = nearestFlow(node);
        if (!whole)
            return;
        const bool isOfAnother = node.counts() && m_flowAt.contains(index) && holderOf(node) >= 0;
        const bool isLost = isUnmet(node) && !isWithin(node, isUnmet);
        const Reservation *condition = node.counts() ? ownCondition(node) : nullptr;
        const auto hangsToo = [](const AmountNode &holder) { return ownCondition(holder) != nullptr; };
        if (isOfAnother || isLost) {
            subtract(whole->amount, *node.amount);
            subtract(whole->unconditional, *node.amount);
        } else if (condition && isCovered(node) && !isWithin(node, hangsToo)) {
            subtract(whole->unconditional, *node.amount);
            m_conditions[int(whole - m_flows.attributed.constData())].append(*condition);
        }
    }

    static bool isSpent(const domain::Amount &amount)
    {
        return amount.value && amount.value->toDouble() <= 0;
    }

    // Flows of which nothing is left, and those of which nothing is left without the conditions of parts.
    void dropEmptied()
    {
        for (auto it = m_conditions.constBegin(); it != m_conditions.constEnd(); ++it) {
            Flow &flow = m_flows.attributed[it.key()];
            if (isSpent(flow.unconditional) && !isSpent(flow.amount))
                flow.reservations += it.value();
        }
        m_flows.attributed.removeIf([this](const Flow &flow) {
            if (!isSpent(flow.amount))
                return false;
            const int index = indexAt(flow.ref);
            if (*m_nodes[index].amount == flow.amount)
                return false;
            if (m_unmetWithin.contains(index))
                m_flows.leftOut.append({flow.ref, QStringLiteral("the conditions of its parts are not met")});
            return true;
        });
    }

    int indexAt(const AmountRef &ref) const
    {
        const auto found = std::find_if(m_nodes.begin(), m_nodes.end(),
                                        [&ref](const AmountNode &node) { return node.ref() == ref; });
        return int(found - m_nodes.begin());
    }

    void addPart(const AmountNode &node)
    {
        if (Flow *flow = nearestFlow(node))
            flow->parts.append(node.ref());
    }

    void addUnattributed(const AmountNode &node)
    {
        domain::Amount rest = *node.amount;
        const int index = indexOf(node);
        for (int flow : m_flowsWithin.value(index))
            subtract(rest, m_flows.attributed[flow].amount);
        for (int part : m_unmetWithin.value(index))
            subtract(rest, *m_nodes[part].amount);
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
    QSet<int> m_undisclosed;              // nodes that their parts stand for
    QHash<int, int> m_flowAt;             // node → flow
    QHash<int, QList<int>> m_flowsWithin; // whole → flows that are parts of it
    QHash<int, QList<int>> m_unmetWithin; // whole → outermost parts that are lost with their conditions
    QMap<int, QList<Reservation>> m_conditions; // flow → conditions of its parts
    Flows m_flows;
};

} // namespace

Flows findFlows(const domain::Scenario &scenario, const AsOf &asOf)
{
    return FlowSorter(amountNodes(scenario, asOf)).sorted();
}

} // namespace entente::analysis
