#pragma once

#include "analysis/flows.h"

#include <array>

namespace entente::analysis {

// An exact sum of amounts of one currency; nothing where none of them has a figure, or where it has more
// digits than fit.
class Sum
{
public:
    void add(const domain::Amount &amount);
    void markAtLeast() { m_isAtLeast = true; } // there is more, nobody says how much
    std::optional<domain::Decimal> value() const { return m_isTooLarge ? std::nullopt : m_value; }
    bool isTooLarge() const { return m_isTooLarge; }
    // How sure the sum is: at the most, at the least or about that, as its amounts are.
    domain::Qualifier qualifier() const;
    bool operator==(const Sum &) const = default;

private:
    std::optional<domain::Decimal> m_value;
    bool m_isTooLarge = false;
    bool m_isRough = false; // some amount is only about its figure
    bool m_isAtMost = false;
    bool m_isAtLeast = false; // or undisclosed
};

QString toShortText(const Sum &sum, const QString &currency,
                    domain::NumberStyle style = domain::NumberStyle::CapitalLetter);
QString percentText(double share); // "98 %", "under 1 %"

struct QualifiedSum
{
    domain::Qualifier qualifier = domain::Qualifier::Exact;
    int count = 0;
    Sum sum;
    bool operator==(const QualifiedSum &) const = default;
};

struct Counterparty
{
    domain::FirmId firm;
    Sum total;
    std::optional<double> share; // of the line's total, 0 to 1
    int undisclosed = 0;
    bool operator==(const Counterparty &) const = default;
};

// What a firm or group pays, or is paid, in one instrument and one currency.
struct FlowLine
{
    domain::Instrument instrument = domain::Instrument::Unstated;
    QString currency;                  // empty where not even that is said
    Sum total;                         // of all figures, whatever their qualifier
    std::array<QualifiedSum, 4> split; // exact, about, up to, at least
    int undisclosed = 0;
    QList<Counterparty> counterparties; // the largest first
    QList<int> flows;                   // indices of Flows::attributed
    bool operator==(const FlowLine &) const = default;
};

struct FirmFlows
{
    domain::FirmId firm; // of a group its root
    QList<FlowLine> in;
    QList<FlowLine> out;
    bool operator==(const FirmFlows &) const = default;
};

// In the scenario's order, without those that have no flow; lines by instrument, then currency.
struct FlowTotals
{
    QList<FirmFlows> firms;
    QList<FirmFlows> groups; // flows within a group vanish
    bool operator==(const FlowTotals &) const = default;
};
FlowTotals totalsOf(const domain::Scenario &scenario, const Flows &flows);

} // namespace entente::analysis
