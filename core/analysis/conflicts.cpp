#include "analysis/conflicttests.h"

#include <QMultiHash>

#include <algorithm>

namespace entente::analysis {

QString HeldClause::pointer() const
{
    return QStringLiteral("/agreements/%1/clauses/%2").arg(agreement->id.text(), clause->id.text());
}

Finding conjunction(const Finding &a, const Finding &b)
{
    Finding result{both(a.truth, b.truth), a.because + b.because, a.dependsOn, a.partial || b.partial};
    for (const Dependency &dependency : b.dependsOn) {
        if (!result.dependsOn.contains(dependency))
            result.dependsOn.append(dependency);
    }
    return result;
}

namespace {

bool prohibits(const domain::Clause &clause)
{
    return clause.modality == domain::Modality::Prohibition || !clause.onlyThrough.isEmpty();
}

QString commonPeriod(const ClausePair &pair)
{
    const auto a = pair.prohibiting.period();
    const auto b = pair.other.period();
    const auto later = [](const std::optional<domain::Period> &p, const std::optional<domain::Period> &q) {
        if (!p || !p->start())
            return q ? q->start() : std::nullopt;
        return q && q->start() && q->start()->first() > p->start()->first() ? q->start() : p->start();
    };
    const auto earlier = [](const std::optional<domain::Period> &p, const std::optional<domain::Period> &q) {
        if (!p || !p->end())
            return q ? q->end() : std::nullopt;
        return q && q->end() && q->end()->last() < p->end()->last() ? q->end() : p->end();
    };
    const auto start = later(a, b);
    const auto end = earlier(a, b);
    if (!start && !end)
        return QStringLiteral("at any time");
    const QString text =
        (start ? start->text() : QStringLiteral("..")) + u'/' + (end ? end->text() : QStringLiteral(".."));
    return domain::toWords(*domain::Period::parse(text));
}

std::optional<Conflict> judge(const ClausePair &pair, const AsOf &asOf)
{
    Finding finding = testModality(pair);
    const auto also = [&finding](auto &&test) {
        if (finding.truth != Truth::No)
            finding = conjunction(test(), finding); // so that what the breach is comes last
    };
    also([&] { return testPeriod(pair, asOf); });
    also([&] { return testTerritory(pair); });
    also([&] { return testChannel(pair); });
    also([&] { return testAction(pair); });
    also([&] { return testBearer(pair); });
    also([&] { return testDefeat(pair); });
    if (finding.truth == Truth::No)
        return std::nullopt;
    Conflict conflict;
    conflict.verdict = finding.truth == Truth::Yes ? Verdict::Conflict : Verdict::Possible;
    conflict.partial = finding.partial;
    conflict.prohibiting = pair.prohibiting.ref();
    conflict.other = pair.other.ref();
    conflict.period = commonPeriod(pair);
    conflict.dependsOn = finding.dependsOn;
    conflict.because = finding.because;
    conflict.because.insert(conflict.because.size() - 1,
                            QStringLiteral("Both hold %1.").arg(conflict.period));
    return conflict;
}

// Clauses that can be compared, by the root of their bearer's group: only those can meet.
QMultiHash<domain::FirmId, HeldClause> comparable(const domain::Scenario &scenario,
                                                  QList<HeldClause> &inOrder)
{
    QMultiHash<domain::FirmId, HeldClause> byGroup;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Clause &clause : agreement.clauses) {
            if (clause.bearer.isEmpty() || clause.action.isEmpty() || !clause.modality)
                continue;
            inOrder.append({&clause, &agreement});
            byGroup.insert(scenario.rootOf(clause.bearer), inOrder.last());
        }
    }
    return byGroup;
}

// Two clauses that each name an only channel are compared once, the earlier as the prohibition.
bool isSecondLook(const HeldClause &held, const HeldClause &other,
                  const QHash<const domain::Clause *, qsizetype> &place)
{
    const bool bothByChannel = !held.clause->onlyThrough.isEmpty() && !other.clause->onlyThrough.isEmpty();
    return bothByChannel && place.value(other.clause) < place.value(held.clause);
}

} // namespace

QList<Conflict> findConflicts(const domain::Scenario &scenario, const AsOf &asOf)
{
    QList<HeldClause> clauses;
    const auto byGroup = comparable(scenario, clauses);
    QHash<const domain::Clause *, qsizetype> place;
    for (qsizetype i = 0; i < clauses.size(); ++i)
        place.insert(clauses[i].clause, i);
    QList<Conflict> conflicts;
    for (const HeldClause &held : clauses) {
        if (!prohibits(*held.clause))
            continue;
        QList<HeldClause> others = byGroup.values(scenario.rootOf(held.clause->bearer));
        std::reverse(others.begin(), others.end()); // QMultiHash gives the last first
        for (const HeldClause &other : others) {
            if (other.clause == held.clause || isSecondLook(held, other, place))
                continue;
            if (const auto conflict = judge({scenario, held, other}, asOf))
                conflicts.append(*conflict);
        }
    }
    return conflicts;
}

} // namespace entente::analysis
