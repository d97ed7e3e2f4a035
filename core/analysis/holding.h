#pragma once

#include "domain/scenario.h"

namespace entente::analysis {

// Kleene's three values; also the verdict on every single test of a conflict.
enum class Truth { No, Depends, Yes };
Truth both(Truth a, Truth b);   // the weaker
Truth either(Truth a, Truth b); // the stronger
QString toWord(Truth truth);    // "yes", "no", "depends"

// The day that questions are asked of: the last day of a date, or any day.
struct AsOf
{
    std::optional<domain::EventDate> date; // none: any day

    static AsOf any() { return {}; }
    std::optional<QDate> day() const;
    QString toText() const; // the date as written, "any"
    bool operator==(const AsOf &) const = default;
};
AsOf defaultAsOf(const domain::Scenario &scenario); // its as_of, else any

// The agreement's period; without one, from its first known date on.
std::optional<domain::Period> periodOf(const domain::Agreement &agreement);

// The days on which something runs, by its dates alone: surely, and at most.
struct RunningDays
{
    domain::DaySpan certain; // empty where there may be none
    domain::DaySpan possible;
    RunningDays within(const RunningDays &other) const;
};
// What has ended without a known end held until some day before the date that the file speaks of. What has no
// known beginning, as an undated agreement or a suit of which nobody says when it was filed, holds from that
// date on; before it may have. Without such a date what ended may have held on any day.
RunningDays daysOf(const domain::Agreement &agreement);
RunningDays daysOf(const domain::Clause &clause, const domain::Agreement &agreement); // the agreement's also

// The same, apart: what each fact allows, the agreement's dates first, then the clause's own.
struct DatingFact
{
    QString pointer; // JSON Pointer
    RunningDays days;
};
QList<DatingFact> datesOf(const domain::Clause &clause, const domain::Agreement &agreement);

// Whether it holds then (scenario-format, "What holds when"), and why in a sentence where not plainly yes.
struct Holding
{
    Truth truth = Truth::Yes;
    QString because;
    QString fact; // JSON Pointer of what says so; empty where yes
};
Holding holding(const domain::Agreement &agreement, const AsOf &asOf);
Holding holding(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf);
// Every fact on which it depends whether it holds; none where it plainly does or doesn't.
QList<Holding> openFacts(const domain::Agreement &agreement, const AsOf &asOf);
QList<Holding> openFacts(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf);
// Whether there is a date at which that would depend on what is not known.
bool mayDepend(const domain::Agreement &agreement);

} // namespace entente::analysis
