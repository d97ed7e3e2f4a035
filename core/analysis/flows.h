#pragma once

#include "analysis/holding.h"

namespace entente::analysis {

// An amount, by the agreement that holds it.
struct AmountRef
{
    domain::AgreementId agreement;
    domain::AmountId amount;

    QString pointer() const; // JSON Pointer
    bool operator==(const AmountRef &) const = default;
};

// What is to be said beside a flow's figure.
enum class Mark {
    Announced,
    Planned,
    Claimed,
    Conditional,
    Alleged,
    NotBinding,
    Suspended,
    NotBegun,
    DatesUncertain,
    Ended,
    DirectionUnknown
};
QString toWord(Mark mark); // "conditional", "not begun"

struct Reservation
{
    Mark mark = Mark::Announced;
    QString fact;                          // JSON Pointer of what says so
    QString sentence;                      // "“Investment” is only planned"
    QList<domain::FirmId> affirmedBy = {}; // by the positions beside the fact
    QList<domain::FirmId> deniedBy = {};
    bool operator==(const Reservation &) const = default;
};

// Money that one pays another or is to pay: an amount with payer and payee.
struct Flow
{
    AmountRef ref;
    domain::Amount amount; // without parts that another pays or is paid, and those whose condition is not met
    domain::FirmId from;
    domain::FirmId to;
    std::optional<domain::Status> status; // of its agreement
    QList<Reservation> reservations;
    QList<AmountRef> parts = {}; // counted in it, so never beside it
    // What of it hangs on no condition of its parts. Where nothing does, their conditions are its own.
    domain::Amount unconditional = {};
    bool isOfUndisclosed =
        false; // a part of a whole of which no figure is known: with it, it is at least so much

    bool has(Mark mark) const;
    bool isSure() const; // at the most announced or ended
    bool operator==(const Flow &) const = default;
};

// Money of which it isn't known who pays or who is paid.
struct UnattributedAmount
{
    AmountRef ref;
    domain::Amount whole;
    domain::Amount rest; // what its attributed parts leave of it; undisclosed where that can't be said
    QList<domain::FirmId> payers; // who may have paid: one where that is known
    QList<domain::FirmId> payees;
    std::optional<domain::Status> status;
    QList<Reservation> reservations;
    bool operator==(const UnattributedAmount &) const = default;
};

struct LeftOutAmount
{
    AmountRef ref;
    QString because;     // "it is only rumoured"
    bool isPart = false; // of another that is left out
    bool operator==(const LeftOutAmount &) const = default;
};

// In the scenario's order. No money is in it twice: of a whole with payer and payee its parts are left aside,
// save those that another pays or is paid; of one without, the parts that have them are flows and only the
// rest is unattributed. Of an undisclosed whole the parts count that have a figure, in place of the whole.
struct Flows
{
    QList<Flow> attributed;
    QList<UnattributedAmount> unattributed;
    QList<LeftOutAmount>
        leftOut; // disproven, rumoured, ended, not yet agreed, or on a condition that is unmet
    bool operator==(const Flows &) const = default;
};

// The scenario format's "Flows and circular deals". Shares of revenue in percent are flows of an undisclosed
// sum; other quantities are no money.
Flows findFlows(const domain::Scenario &scenario, const AsOf &asOf);

const domain::Amount *amountOf(const domain::Scenario &scenario, const AmountRef &ref); // null where unknown

// ---- in English
QStringList marksIn(const QList<Reservation> &reservations); // "announced", "conditional", each once
QString toReadable(domain::Instrument instrument);           // "purchase obligation", "instrument not stated"

} // namespace entente::analysis
