#include "analysis/conflicttests.h"

#include <QMultiHash>

#include <algorithm>
#include <utility>

namespace entente::analysis {

QString HeldClause::pointer() const
{
    return QStringLiteral("/agreements/%1/clauses/%2").arg(agreement->id.text(), clause->id.text());
}

namespace {

// What every period given allows; no period allows every day.
domain::DaySpan daysWithin(const HeldClause &held, domain::DaySpan (domain::Period::*days)() const)
{
    domain::DaySpan span;
    for (const auto &period : {held.clause->period, held.agreement->period}) {
        if (period)
            span = span.intersected((*period.*days)());
    }
    return span;
}

} // namespace

domain::DaySpan HeldClause::certainDays() const
{
    return daysWithin(*this, &domain::Period::certain);
}

domain::DaySpan HeldClause::possibleDays() const
{
    return daysWithin(*this, &domain::Period::possible);
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

// The latest start and the earliest end of all periods that bear on the pair, as their authors wrote them.
QString commonPeriod(const ClausePair &pair)
{
    std::optional<domain::EventDate> start;
    std::optional<domain::EventDate> end;
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        for (const auto &period : {held.clause->period, held.agreement->period}) {
            if (period && period->start() && (!start || start->first() < period->start()->first()))
                start = period->start();
            if (period && period->end() && (!end || period->end()->last() < end->last()))
                end = period->end();
        }
    }
    if (!start && !end)
        return QStringLiteral("at any time");
    if (start == end)
        return domain::toWords(*start);
    const QString text =
        (start ? start->text() : QStringLiteral("..")) + u'/' + (end ? end->text() : QStringLiteral(".."));
    return domain::toWords(*domain::Period::parse(text));
}

// "Both hold since 2025.", "Both hold during 2026."
QString sentenceOnPeriod(const QString &words)
{
    const bool hasPreposition = words.startsWith(QLatin1String("at ")) ||
                                words.startsWith(QLatin1String("since ")) ||
                                words.startsWith(QLatin1String("until "));
    return (hasPreposition ? QStringLiteral("Both hold %1.") : QStringLiteral("Both hold during %1."))
        .arg(words);
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
    also([&] { return testDefeat(pair, asOf); });
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
    conflict.because.insert(conflict.because.size() - 1, sentenceOnPeriod(conflict.period));
    return conflict;
}

bool prohibitEachOther(const ClausePair &pair)
{
    return !pair.prohibiting.clause->onlyThrough.isEmpty() && !pair.other.clause->onlyThrough.isEmpty();
}

// Of two clauses that each name an only channel either may be the prohibition: the stronger verdict counts,
// and the pair is told once, the earlier clause first.
std::optional<Conflict> judgeEitherWay(const ClausePair &pair, const AsOf &asOf)
{
    const std::optional<Conflict> conflict = judge(pair, asOf);
    if (!prohibitEachOther(pair))
        return conflict;
    std::optional<Conflict> reverse = judge({pair.scenario, pair.other, pair.prohibiting}, asOf);
    if (!reverse || (conflict && conflict->verdict >= reverse->verdict))
        return conflict;
    std::swap(reverse->prohibiting, reverse->other);
    return reverse;
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
            const ClausePair pair{scenario, held, other};
            const bool toldBefore =
                prohibitEachOther(pair) && place.value(other.clause) < place.value(held.clause);
            if (other.clause == held.clause || toldBefore)
                continue;
            if (const auto conflict = judgeEitherWay(pair, asOf))
                conflicts.append(*conflict);
        }
    }
    return conflicts;
}

} // namespace entente::analysis
