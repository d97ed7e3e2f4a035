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

// Whether it holds then (scenario-format, "What holds when"), and why in a sentence where not plainly yes.
struct Holding
{
    Truth truth = Truth::Yes;
    QString because;
};
Holding holding(const domain::Agreement &agreement, const AsOf &asOf);
// Whether there is a date at which that would depend on what is not known.
bool mayDepend(const domain::Agreement &agreement);
Holding holding(const domain::Clause &clause, const domain::Agreement &agreement, const AsOf &asOf);

} // namespace entente::analysis
