#include "analysis/circles.h"

#include "analysis/groupgraph.h"
#include "domain/thingref.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace entente::analysis {

using domain::Amount;
using domain::FirmId;

QString toWord(CircleVerdict verdict)
{
    return verdict == CircleVerdict::Certain ? QStringLiteral("certain") : QStringLiteral("possible");
}

namespace {

void keepLargest(QMap<QString, Amount> &largest, const Amount &amount)
{
    if (!amount.isMoney() || !amount.value)
        return;
    const auto known = largest.constFind(amount.currency);
    if (known == largest.constEnd() || *known->value < *amount.value)
        largest.insert(amount.currency, amount);
}

} // namespace

QMap<QString, Amount> CircleLeg::sizes() const
{
    QMap<QString, Amount> largest;
    for (const Flow &flow : flows)
        keepLargest(largest, flow.amount);
    return largest;
}

QMap<QString, Amount> CircleLeg::sureSizes() const
{
    QMap<QString, Amount> largest;
    for (const Flow &flow : flows) {
        if (flow.isSure())
            keepLargest(largest, flow.unconditional);
    }
    return largest;
}

bool CircleLeg::isSure() const
{
    return std::any_of(flows.begin(), flows.end(), [](const Flow &flow) { return flow.isSure(); });
}

QList<domain::ThingRef> Circle::things() const
{
    QList<domain::ThingRef> agreements;
    QList<domain::ThingRef> firms;
    const auto add = [](QList<domain::ThingRef> &list, const domain::ThingRef &thing) {
        if (!list.contains(thing))
            list.append(thing);
    };
    for (const CircleLeg &leg : legs) {
        for (const Flow &flow : leg.flows) {
            add(agreements, domain::ThingRef::of(flow.ref.agreement));
            add(firms, domain::ThingRef::of(flow.from));
            add(firms, domain::ThingRef::of(flow.to));
        }
    }
    return agreements + firms;
}

QString inWords(const Circle &circle, const domain::Scenario &scenario)
{
    QStringList names;
    for (const FirmId &group : circle.groups + circle.groups.mid(0, 1))
        names.append(scenario.nameOf(group));
    return names.join(QStringLiteral(" → "));
}

QString whatMayBeMissing(const Circles &circles)
{
    if (circles.complete)
        return {};
    if (circles.hasUnknownPayers)
        return QStringLiteral(
            "There may be more: of some amounts so many may have paid so many that they were "
            "not followed.");
    if (circles.searchedLength == 0)
        return QStringLiteral("There are more: the search ended at %1.").arg(circles.circles.size());
    return QStringLiteral("There may be more: only circles of up to %1 groups were all looked for.")
        .arg(circles.searchedLength);
}

namespace {

// The larger of two amounts in one currency first; what has no value last.
bool isLarger(const Flow &a, const Flow &b)
{
    if (!a.amount.value || !b.amount.value || a.amount.currency != b.amount.currency)
        return a.amount.value && !b.amount.value;
    return *b.amount.value < *a.amount.value;
}

QList<CircleLeg> legsOf(const GroupGraph &graph, const QList<int> &cycle)
{
    QList<CircleLeg> legs;
    for (int i = 0; i < cycle.size(); ++i) {
        const int from = cycle[i];
        const int to = cycle[(i + 1) % cycle.size()];
        const GroupArc arc = graph.arc(from, to);
        legs.append({graph.root(from), graph.root(to), arc.known.isEmpty() ? arc.unknown : arc.known});
    }
    return legs;
}

bool isOfUnknownDirection(const CircleLeg &leg)
{
    return leg.flows.first().has(Mark::DirectionUnknown);
}

// Gives each leg of unknown direction an amount of its own, by augmenting paths (Kuhn 1955).
class Sharing
{
public:
    explicit Sharing(const QList<CircleLeg> &legs)
        : m_legs(legs)
    {}

    bool give(int leg)
    {
        m_asked.clear();
        return ask(leg);
    }
    AmountRef of(int leg) const
    {
        return std::find_if(m_given.begin(), m_given.end(),
                            [leg](const auto &one) { return one.second == leg; })
            ->first;
    }
    bool isTaken(const AmountRef &amount) const { return find(amount) != m_given.end(); }

private:
    using Given = QList<std::pair<AmountRef, int>>;

    Given::const_iterator find(const AmountRef &amount) const
    {
        return std::find_if(m_given.begin(), m_given.end(),
                            [&amount](const auto &one) { return one.first == amount; });
    }

    bool ask(int leg)
    {
        for (const Flow &flow : m_legs[leg].flows) {
            if (m_asked.contains(flow.ref))
                continue;
            m_asked.append(flow.ref);
            const auto holder = find(flow.ref);
            if (holder != m_given.end() && !ask(holder->second))
                continue;
            m_given.removeIf([&](const auto &one) { return one.first == flow.ref || one.second == leg; });
            m_given.append({flow.ref, leg});
            return true;
        }
        return false;
    }

    const QList<CircleLeg> &m_legs;
    Given m_given;
    QList<AmountRef> m_asked;
};

// One amount can't go there and be what comes back: of the legs of unknown direction each has one that is its
// own, the largest that can be, and the last has what is left over. False where there are too few.
bool shareOut(QList<CircleLeg> &legs)
{
    QList<int> open;
    for (int i = 0; i < legs.size(); ++i) {
        if (!isOfUnknownDirection(legs[i]))
            continue;
        std::stable_sort(legs[i].flows.begin(), legs[i].flows.end(), isLarger);
        open.append(i);
    }
    const QList<CircleLeg> asked = legs;
    Sharing sharing(asked);
    if (!std::all_of(open.begin(), open.end(), [&sharing](int leg) { return sharing.give(leg); }))
        return false;
    for (int leg : std::as_const(open)) {
        const AmountRef own = sharing.of(leg);
        legs[leg].flows.removeIf([&](const Flow &flow) {
            return flow.ref != own && (leg != open.last() || sharing.isTaken(flow.ref));
        });
    }
    return true;
}

// The smallest of sizes in the first currency that all have.
std::optional<Amount> smallestOf(const QList<QMap<QString, Amount>> &sizes)
{
    for (const QString &currency : sizes.first().keys()) {
        const auto hasIt = [&currency](const auto &ofLeg) { return ofLeg.contains(currency); };
        if (!std::all_of(sizes.begin(), sizes.end(), hasIt))
            continue;
        const auto smallest = std::min_element(sizes.begin(), sizes.end(), [&currency](auto &a, auto &b) {
            return *a.value(currency).value < *b.value(currency).value;
        });
        return smallest->value(currency);
    }
    return std::nullopt;
}

// A certain circle is as large as what depends on nothing.
void measure(Circle &circle)
{
    const bool isCertain = circle.verdict == CircleVerdict::Certain;
    QList<QMap<QString, Amount>> sizes;
    QList<QMap<QString, Amount>> atMost;
    for (const CircleLeg &leg : circle.legs) {
        sizes.append(isCertain ? leg.sureSizes() : leg.sizes());
        atMost.append(leg.sizes());
    }
    circle.smallestLeg = smallestOf(sizes);
    const auto most = smallestOf(atMost);
    const bool isLarger = most && (!circle.smallestLeg || most->currency != circle.smallestLeg->currency ||
                                   *circle.smallestLeg->value < *most->value);
    if (isCertain && isLarger)
        circle.smallestLegAtMost = most;
    circle.isMixed = !circle.smallestLeg && std::none_of(sizes.begin(), sizes.end(),
                                                         [](const auto &ofLeg) { return ofLeg.isEmpty(); });
}

void judge(Circle &circle)
{
    for (const CircleLeg &leg : circle.legs) {
        if (leg.isSure())
            continue;
        circle.verdict = CircleVerdict::Possible;
        for (const Flow &flow : leg.flows) {
            for (const Reservation &reservation : flow.reservations) {
                const Dependency dependency{reservation.fact, reservation.sentence, reservation.affirmedBy,
                                            reservation.deniedBy};
                const bool weakens = reservation.mark != Mark::Announced && reservation.mark != Mark::Ended;
                if (weakens && !circle.dependsOn.contains(dependency))
                    circle.dependsOn.append(dependency);
            }
        }
    }
}

// Within a currency the circle whose smallest leg is largest comes first; the currency of most circles first.
void rank(QList<Circle> &circles)
{
    QHash<QString, int> inCurrency;
    for (const Circle &circle : circles) {
        if (circle.smallestLeg)
            ++inCurrency[circle.smallestLeg->currency];
    }
    const auto standing = [&inCurrency](const Circle &circle) {
        constexpr int mixed = 1;
        constexpr int unknown = 2;
        const QString currency = circle.smallestLeg ? circle.smallestLeg->currency : QString();
        return std::tuple(circle.smallestLeg ? 0
                          : circle.isMixed   ? mixed
                                             : unknown,
                          -inCurrency.value(currency), currency);
    };
    std::stable_sort(circles.begin(), circles.end(), [&standing](const Circle &a, const Circle &b) {
        if (standing(a) != standing(b))
            return standing(a) < standing(b);
        return a.smallestLeg && *b.smallestLeg->value < *a.smallestLeg->value;
    });
}

} // namespace

Circles findCircles(const domain::Scenario &scenario, const Flows &flows, const SearchLimits &limits)
{
    const GroupGraph graph(scenario, flows);
    const Cycles found = findCycles(graph.successors(), limits);
    Circles result{{}, found.complete && graph.isComplete(), found.searchedLength, !graph.isComplete()};
    for (const QList<int> &cycle : found.cycles) {
        Circle circle;
        circle.legs = legsOf(graph, cycle);
        if (!shareOut(circle.legs))
            continue;
        for (int node : cycle)
            circle.groups.append(graph.root(node));
        judge(circle);
        measure(circle);
        result.circles.append(circle);
    }
    rank(result.circles);
    return result;
}

QList<Circle> circlesAtOtherDates(const domain::Scenario &scenario, const Circles &now,
                                  const SearchLimits &limits)
{
    QSet<QList<FirmId>> known;
    for (const Circle &circle : now.circles)
        known.insert(circle.groups);
    QList<Circle> others = findCircles(scenario, findFlows(scenario, AsOf::any()), limits).circles;
    others.removeIf([&](const Circle &other) {
        return other.groups.size() > now.searchedLength || known.contains(other.groups);
    });
    return others;
}

} // namespace entente::analysis
