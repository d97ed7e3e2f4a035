#pragma once

#include "domain/scenario.h"

#include <variant>

namespace entente::analysis {

// Facts of a scenario, besides the clauses themselves, that a verdict can rest on.

struct NarrowerFact // that a term is narrower than another, agreed or disputed
{
    domain::TermId term;
    domain::TermId wider;
    bool operator==(const NarrowerFact &) const = default;
};

struct PartOfFact // that a firm is part of another
{
    domain::FirmId firm;
    bool operator==(const PartOfFact &) const = default;
};

struct ExceptionFact // that an exception doesn't apply
{
    domain::ClauseRef clause;
    QStringList path; // ids of the exceptions down to it, the outermost first
    bool operator==(const ExceptionFact &) const = default;
};

struct ConditionFact // that a clause's condition is met
{
    domain::ClauseRef clause;
    bool operator==(const ConditionFact &) const = default;
};

struct AmountConditionFact // that the condition of an amount is met
{
    domain::AgreementId agreement;
    domain::AmountId amount;
    bool operator==(const AmountConditionFact &) const = default;
};

using Fact = std::variant<NarrowerFact, PartOfFact, ExceptionFact, ConditionFact, AmountConditionFact>;

// JSON Pointers into the scenario.
QString pointerTo(const domain::AgreementId &agreement);
QString pointerTo(const domain::ClauseRef &clause);
QString pointerTo(const ExceptionFact &exception); // to the exception itself
QString pointerOf(const Fact &fact);               // to what says it

// Overloads in one, for std::visit.
template <typename... F> struct Overloaded : F...
{
    using F::operator()...;
};
template <typename... F> Overloaded(F...) -> Overloaded<F...>;

} // namespace entente::analysis
