#pragma once

#include "analysis/amendment.h"
#include "analysis/facts.h"

namespace entente::analysis {

// What can be done about a conflict or a dispute; each is one change to a scenario.

struct ReadTerm
{
    NarrowerFact fact;
    domain::Reading reading;
};

struct ReadException
{
    ExceptionFact fact;
    domain::Reading reading; // agreed: it applies
};

struct SettleCondition
{
    Fact fact;                   // a ConditionFact or an AmountConditionFact
    domain::Condition condition; // as it stands
    domain::ConditionState state;
};

struct AddException
{
    domain::ClauseRef clause;
    domain::Exception exception;
};

struct RunThrough
{
    domain::ClauseRef clause;
    domain::FirmId channel;
    bool exclusively = false;
};

struct LimitPeriod
{
    domain::ClauseRef clause;
    domain::Period period;
};

struct LeaveGroup
{
    domain::FirmId firm;
};

using Remedy =
    std::variant<ReadTerm, ReadException, SettleCondition, AddException, RunThrough, LimitPeriod, LeaveGroup>;

// What isn't in the scenario stays as it is.
void applyRemedy(domain::Scenario &scenario, const Remedy &remedy);
Amendment toAmendment(const Remedy &remedy, const QString &sentence);

// A fact read so: agreed is that a term is narrower, an exception applies, a condition is met, a firm is a
// part. That a firm is a part is never open.
Remedy readingOf(const domain::Scenario &scenario, const Fact &fact, domain::Reading reading);

} // namespace entente::analysis
