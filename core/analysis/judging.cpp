#include "analysis/judging.h"

#include <algorithm>
#include <utility>

namespace entente::analysis {

namespace {

bool isSame(const Fact &a, const Fact &b)
{
    return a == b;
}

bool isSame(const Dependency &a, const Dependency &b) // what bears the conflict may clear it too
{
    return a.fact == b.fact && a.sentence == b.sentence;
}

template <typename T> QList<T> united(const QList<T> &a, const QList<T> &b)
{
    QList<T> all = a;
    for (const T &one : b) {
        if (std::none_of(a.begin(), a.end(), [&one](const T &known) { return isSame(known, one); }))
            all.append(one);
    }
    return all;
}

} // namespace

QString ClausePair::nameOf(const HeldClause &one) const
{
    if (prohibiting.agreement != other.agreement)
        return index.nameOf(one);
    const bool isUnclear = prohibiting.titleInAgreement() == other.titleInAgreement();
    return isUnclear ? QStringLiteral("“%1”").arg(one.clause->id.text()) : one.titleInAgreement();
}

Finding conjunction(const Finding &a, const Finding &b)
{
    return {both(a.truth, b.truth), a.because + b.because, united(a.dependsOn, b.dependsOn),
            a.partial || b.partial, united(a.facts, b.facts)};
}

namespace {

// Where what is written would end before it begins: the days, mostly one, on which vague dates may yet meet.
QString onlyDays(const ClausePair &pair)
{
    const domain::DaySpan days = pair.prohibiting.possibleDays().intersected(pair.other.possibleDays());
    const QString first = days.first->toString(Qt::ISODate);
    const QString last = days.last->toString(Qt::ISODate);
    return first == last ? first : first + u'/' + last;
}

// The latest start and the earliest end of all periods that bear on the pair, as their authors wrote them.
QString commonDates(const ClausePair &pair)
{
    std::optional<domain::EventDate> start;
    std::optional<domain::EventDate> end;
    for (const HeldClause &held : {pair.prohibiting, pair.other}) {
        for (const auto &period : {held.clause->period, periodOf(*held.agreement)}) {
            if (period && period->start() && (!start || start->first() < period->start()->first()))
                start = period->start();
            if (period && period->end() && (!end || period->end()->last() < end->last()))
                end = period->end();
        }
    }
    if (start && start == end)
        return start->text();
    if (start && end && end->last() < start->first())
        return onlyDays(pair);
    const auto side = [](const std::optional<domain::EventDate> &date) {
        return date ? date->text() : QStringLiteral("..");
    };
    return side(start) + u'/' + side(end);
}

QString inWords(const QString &dates)
{
    const auto period = domain::Period::parse(dates);
    return period && (period->start() || period->end()) ? domain::toWords(*period)
                                                        : QStringLiteral("at any time");
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

Finding allTests(const ClausePair &pair, const AsOf &asOf)
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
    return finding;
}

} // namespace

std::optional<Judgement> judge(const ClausePair &pair, const AsOf &asOf)
{
    const Finding finding = allTests(pair, asOf);
    if (finding.truth == Truth::No)
        return std::nullopt;
    Conflict conflict;
    conflict.verdict = finding.truth == Truth::Yes ? Verdict::Conflict : Verdict::Possible;
    conflict.partial = finding.partial;
    conflict.prohibiting = pair.prohibiting.ref();
    conflict.other = pair.other.ref();
    conflict.dates = commonDates(pair);
    conflict.period = inWords(conflict.dates);
    conflict.dependsOn = finding.dependsOn;
    conflict.because = finding.because;
    conflict.because.insert(conflict.because.size() - 1, sentenceOnPeriod(conflict.period));
    return Judgement{conflict, finding.facts, false};
}

bool prohibitEachOther(const HeldClause &a, const HeldClause &b)
{
    return !a.clause->onlyThrough.isEmpty() && !b.clause->onlyThrough.isEmpty();
}

std::optional<Judgement> judgeEitherWay(const ClausePair &pair, const AsOf &asOf)
{
    const std::optional<Judgement> judgement = judge(pair, asOf);
    if (!prohibitEachOther(pair.prohibiting, pair.other))
        return judgement;
    std::optional<Judgement> reverse = judge({pair.index, pair.other, pair.prohibiting}, asOf);
    if (!reverse || (judgement && judgement->conflict.verdict >= reverse->conflict.verdict))
        return judgement;
    reverse->reversed = true;
    std::swap(reverse->conflict.prohibiting, reverse->conflict.other);
    return reverse;
}

} // namespace entente::analysis
