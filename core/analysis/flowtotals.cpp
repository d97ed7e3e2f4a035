#include "analysis/flowtotals.h"

#include <QMap>

#include <algorithm>

namespace entente::analysis {

using domain::FirmId;
using domain::Instrument;
using domain::Qualifier;

void Sum::add(const domain::Amount &amount)
{
    m_isRough |= amount.qualifier == Qualifier::About;
    m_isAtMost |= amount.qualifier == Qualifier::UpTo;
    m_isAtLeast |= amount.qualifier == Qualifier::AtLeast || !amount.value || !amount.isMoney();
    if (!amount.value || !amount.isMoney())
        return;
    if (!m_value)
        m_value = amount.value;
    else if (const auto sum = m_value->plus(*amount.value))
        m_value = sum;
    else
        m_isTooLarge = true;
}

Qualifier Sum::qualifier() const
{
    if (!value())
        return Qualifier::Undisclosed;
    if (m_isRough || (m_isAtMost && m_isAtLeast))
        return Qualifier::About;
    return m_isAtMost ? Qualifier::UpTo : m_isAtLeast ? Qualifier::AtLeast : Qualifier::Exact;
}

QString toShortText(const Sum &sum, const QString &currency, domain::NumberStyle style)
{
    if (sum.isTooLarge())
        return QStringLiteral("too many digits to add");
    domain::Amount amount;
    amount.value = sum.value();
    amount.currency = currency;
    amount.qualifier = sum.qualifier();
    return domain::toShortText(amount, style);
}

QString percentText(double share)
{
    constexpr double percent = 100;
    const double shown = share * percent;
    return shown > 0 && shown < 1 ? QStringLiteral("under 1 %")
                                  : QStringLiteral("%1 %").arg(QString::number(shown, 'f', 0));
}

namespace {

// Lines of one side, by instrument (as the format lists them, unstated last) and currency.
using LineKey = std::pair<int, QString>;

LineKey keyOf(const domain::Amount &amount)
{
    constexpr int last = int(Instrument::Other) + 1;
    const bool unstated = amount.instrument == Instrument::Unstated;
    return {unstated ? last : int(amount.instrument), amount.isMoney() ? amount.currency : QString()};
}

struct LinesOfOneSide
{
    QMap<LineKey, FlowLine> lines;
    QMap<LineKey, QHash<FirmId, int>> counterpartyAt;
};

FlowLine emptyLine(const domain::Amount &amount)
{
    FlowLine line;
    line.instrument = amount.instrument;
    line.currency = keyOf(amount).second;
    constexpr std::array qualifiers{Qualifier::Exact, Qualifier::About, Qualifier::UpTo, Qualifier::AtLeast};
    for (size_t i = 0; i < qualifiers.size(); ++i)
        line.split[i].qualifier = qualifiers[i];
    return line;
}

void addTo(LinesOfOneSide &side, const Flow &flow, int index, const FirmId &other)
{
    const LineKey key = keyOf(flow.amount);
    if (!side.lines.contains(key))
        side.lines.insert(key, emptyLine(flow.amount));
    FlowLine &line = side.lines[key];
    QHash<FirmId, int> &at = side.counterpartyAt[key];
    if (!at.contains(other)) {
        at.insert(other, int(line.counterparties.size()));
        line.counterparties.append({other, {}, std::nullopt, 0});
    }
    Counterparty &counterparty = line.counterparties[at.value(other)];
    line.flows.append(index);
    line.total.add(flow.amount);
    counterparty.total.add(flow.amount);
    if (flow.isOfUndisclosed) {
        line.total.markAtLeast();
        counterparty.total.markAtLeast();
    }
    if (!flow.amount.value || !flow.amount.isMoney()) {
        ++line.undisclosed;
        ++counterparty.undisclosed;
        return;
    }
    for (QualifiedSum &part : line.split) {
        if (part.qualifier == flow.amount.qualifier) {
            ++part.count;
            part.sum.add(flow.amount);
        }
    }
}

double sizeOf(const Counterparty &counterparty)
{
    const auto value = counterparty.total.value();
    return value ? value->toDouble() : -1;
}

QList<FlowLine> finished(const LinesOfOneSide &side)
{
    QList<FlowLine> lines = side.lines.values();
    for (FlowLine &line : lines) {
        const auto total = line.total.value();
        for (Counterparty &counterparty : line.counterparties) {
            const auto own = counterparty.total.value();
            if (total && own && !total->isZero())
                counterparty.share = own->toDouble() / total->toDouble();
        }
        std::stable_sort(line.counterparties.begin(), line.counterparties.end(),
                         [](const auto &a, const auto &b) { return sizeOf(a) > sizeOf(b); });
    }
    return lines;
}

// In and out of everyone, where `nameOf` says who counts as who.
template <typename N>
QList<FirmFlows> sumUp(const domain::Scenario &scenario, const Flows &flows, bool dropsOwn, N &&nameOf)
{
    QHash<FirmId, LinesOfOneSide> in;
    QHash<FirmId, LinesOfOneSide> out;
    for (int i = 0; i < flows.attributed.size(); ++i) {
        const Flow &flow = flows.attributed[i];
        const FirmId from = nameOf(flow.from);
        const FirmId to = nameOf(flow.to);
        if (dropsOwn && from == to)
            continue;
        addTo(out[from], flow, i, to);
        addTo(in[to], flow, i, from);
    }
    QList<FirmFlows> result;
    for (const domain::Firm &firm : scenario.firms) {
        if (in.contains(firm.id) || out.contains(firm.id))
            result.append({firm.id, finished(in.value(firm.id)), finished(out.value(firm.id))});
    }
    return result;
}

} // namespace

FlowTotals totalsOf(const domain::Scenario &scenario, const Flows &flows)
{
    return {sumUp(scenario, flows, false, [](const FirmId &firm) { return firm; }),
            sumUp(scenario, flows, true, [&scenario](const FirmId &firm) { return scenario.rootOf(firm); })};
}

} // namespace entente::analysis
