#include "graph/paths.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace entente::graph {

using domain::AgreementId;
using domain::FirmId;

QList<Link> linksByParties(const domain::Scenario &scenario)
{
    QList<Link> links;
    for (const domain::Agreement &agreement : scenario.agreements) {
        const QList<domain::Party> &parties = agreement.parties;
        for (qsizetype i = 0; i < parties.size(); ++i) {
            for (qsizetype j = i + 1; j < parties.size(); ++j)
                links.append({parties[i].firm, parties[j].firm, agreement.id});
        }
    }
    return links;
}

QList<Link> linksByObligations(const domain::Scenario &scenario, const ClauseFilter &accepts)
{
    QList<Link> links;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Clause &clause : agreement.clauses) {
            const bool binds = clause.modality == domain::Modality::Obligation ||
                               clause.modality == domain::Modality::Prohibition;
            if (binds && (!accepts || accepts(clause, agreement)) && !clause.bearer.isEmpty() &&
                !clause.counterparty.isEmpty())
                links.append({clause.bearer, clause.counterparty, agreement.id});
        }
    }
    return links;
}

QList<Link> linksByGroups(const domain::Scenario &scenario)
{
    QList<Link> links;
    for (const domain::Firm &firm : scenario.firms) {
        if (!firm.partOf.isEmpty())
            links.append({firm.id, firm.partOf, {}});
    }
    return links;
}

namespace {

// Links as a graph of numbered firms, with what joins each two neighbours.
class LinkGraph
{
public:
    explicit LinkGraph(const QList<Link> &links)
    {
        for (const Link &link : links) {
            if (link.a == link.b)
                continue;
            const int a = nodeFor(link.a);
            const int b = nodeFor(link.b);
            join(a, b, link.agreement);
            join(b, a, link.agreement);
        }
    }

    int nodeOf(const FirmId &firm) const { return m_nodeAt.value(firm, -1); }
    FirmId firm(int node) const { return m_firms[node]; }
    const QList<int> &neighbours(int node) const { return m_neighbours[node]; }
    QList<AgreementId> between(int a, int b) const { return m_between.value({a, b}); } // an empty id: a part
    int size() const { return int(m_firms.size()); }

    QList<int> distancesTo(int target) const
    {
        QList<int> distance(size(), -1);
        distance[target] = 0;
        QList<int> reached{target};
        for (qsizetype i = 0; i < reached.size(); ++i) { // grows while it is walked
            for (int next : m_neighbours[reached[i]]) {
                if (distance[next] >= 0)
                    continue;
                distance[next] = distance[reached[i]] + 1;
                reached.append(next);
            }
        }
        return distance;
    }

private:
    int nodeFor(const FirmId &firm)
    {
        const auto known = m_nodeAt.constFind(firm);
        if (known != m_nodeAt.constEnd())
            return *known;
        m_nodeAt.insert(firm, size());
        m_firms.append(firm);
        m_neighbours.append(QList<int>());
        return size() - 1;
    }

    void join(int a, int b, const AgreementId &agreement)
    {
        QList<AgreementId> &joining = m_between[{a, b}];
        if (joining.isEmpty())
            m_neighbours[a].append(b);
        if (!joining.contains(agreement))
            joining.append(agreement);
    }

    QList<FirmId> m_firms;
    QHash<FirmId, int> m_nodeAt;
    QList<QList<int>> m_neighbours;
    QHash<std::pair<int, int>, QList<AgreementId>> m_between;
};

// Looks for the paths of one length after the other, along firms from which the target is near enough.
class PathSearch
{
public:
    PathSearch(const LinkGraph &graph, int from, int to, const PathLimits &limits)
        : m_graph(graph)
        , m_target(to)
        , m_limits(limits)
        , m_distance(graph.distancesTo(to))
        , m_nodes{from}
    {}

    Paths run()
    {
        m_found.shortest = m_distance[m_nodes.first()];
        if (m_found.shortest <= 0)
            return m_found;
        const int longest = std::min(m_limits.maxLength, m_graph.size() - 1);
        for (int length = m_found.shortest; length <= longest && !isCut(); ++length)
            extend(length);
        m_found.complete = !isCut();
        return m_found;
    }

private:
    bool isCut() const
    {
        return m_stepsTaken >= m_limits.steps || m_found.paths.size() > m_limits.mostPaths - 1;
    }

    void extend(int length)
    {
        const int at = m_nodes.last();
        const int left = length - int(m_nodes.size()); // steps after the next one
        for (int next : m_graph.neighbours(at)) {
            if (isCut())
                return;
            ++m_stepsTaken;
            const bool leadsThere =
                left == 0 ? next == m_target : next != m_target && m_distance[next] <= left;
            if (!leadsThere || m_nodes.contains(next))
                continue;
            const PathStep step = stepBetween(at, next);
            if (step.agreements.isEmpty() && !step.isPart)
                continue;
            m_steps.append(step);
            m_nodes.append(next);
            if (left == 0)
                m_found.paths.append(m_steps);
            else
                extend(length);
            m_nodes.removeLast();
            m_steps.removeLast();
        }
    }

    // Without the agreements by which an earlier firm of the path already comes to `next`.
    PathStep stepBetween(int at, int next) const
    {
        QList<AgreementId> agreements = m_graph.between(at, next);
        for (int earlier : m_nodes) {
            if (earlier == at)
                continue;
            const QList<AgreementId> shortcut = m_graph.between(earlier, next);
            agreements.removeIf(
                [&shortcut](const AgreementId &id) { return !id.isEmpty() && shortcut.contains(id); });
        }
        const bool isPart = agreements.removeAll(AgreementId()) > 0;
        return {m_graph.firm(at), m_graph.firm(next), agreements, isPart};
    }

    const LinkGraph &m_graph;
    int m_target;
    PathLimits m_limits;
    QList<int> m_distance;
    QList<int> m_nodes;
    ConnectingPath m_steps;
    int m_stepsTaken = 0;
    Paths m_found;
};

} // namespace

Paths findPaths(const QList<Link> &links, const FirmId &from, const FirmId &to, const PathLimits &limits)
{
    const LinkGraph graph(links);
    const int start = graph.nodeOf(from);
    const int end = graph.nodeOf(to);
    if (start < 0 || end < 0 || start == end)
        return {};
    return PathSearch(graph, start, end, limits).run();
}

} // namespace entente::graph
