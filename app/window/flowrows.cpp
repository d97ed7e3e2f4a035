#include "window/moneyrows.h"

namespace entente::window {

using domain::ThingRef;

namespace {

double sortable(const analysis::Sum &sum)
{
    return sum.value() ? sum.value()->toDouble() : -1;
}

// "2 exact, 1 up to, 1 undisclosed".
QString countsIn(const analysis::FlowLine &line)
{
    QStringList words;
    for (const analysis::QualifiedSum &part : line.split) {
        if (part.count > 0)
            words.append(QStringLiteral("%1 %2")
                             .arg(part.count)
                             .arg(domain::toReadable(domain::toWord(part.qualifier))));
    }
    if (line.undisclosed > 0)
        words.append(QStringLiteral("%1 undisclosed").arg(line.undisclosed));
    return words.join(QStringLiteral(", "));
}

// Builds the rows of one firm or group.
class FlowRows
{
public:
    FlowRows(const domain::Scenario &scenario, const analysis::Flows &flows, bool ofGroups,
             domain::NumberStyle style)
        : m_scenario(scenario)
        , m_flows(flows)
        , m_ofGroups(ofGroups)
        , m_style(style)
    {}

    ResultRow rowOf(const domain::FirmId &firm, bool isIn, const analysis::FlowLine &line,
                    double largest) const
    {
        ResultRow row;
        row.cells = {m_scenario.nameOf(firm),
                     isIn ? QStringLiteral("in") : QStringLiteral("out"),
                     analysis::toReadable(line.instrument),
                     countsIn(line),
                     {},
                     analysis::toShortText(line.total, line.currency, m_style)};
        row.words = QStringLiteral("%1, %2, %3: %4 (%5)")
                        .arg(row.cells[FlowWho], isIn ? QStringLiteral("gets") : QStringLiteral("pays"),
                             row.cells[FlowInstrument], row.cells[FlowTotal], row.cells[FlowSays]);
        row.sortKeys = {{}, {}, {}, {}, 1.0, sortable(line.total)};
        row.thing = ThingRef::of(firm);
        row.isStrong = true;
        if (line.total.value() && largest > 0)
            row.share = sortable(line.total) / largest;
        for (const analysis::Counterparty &other : line.counterparties)
            row.children.push_back(rowOf(other, isIn, line));
        light(row, {row.thing});
        for (const ResultRow &child : row.children)
            light(row, child.things);
        return row;
    }

private:
    domain::FirmId shownFor(const domain::FirmId &firm) const
    {
        return m_ofGroups ? m_scenario.rootOf(firm) : firm;
    }

    ResultRow rowOf(const analysis::Counterparty &other, bool isIn, const analysis::FlowLine &line) const
    {
        ResultRow row;
        row.cells = {(isIn ? QStringLiteral("from ") : QStringLiteral("to ")) + m_scenario.nameOf(other.firm),
                     {},
                     {},
                     other.undisclosed > 0 ? QStringLiteral("%1 undisclosed").arg(other.undisclosed)
                                           : QString(),
                     other.share ? analysis::percentText(*other.share) : QString(),
                     analysis::toShortText(other.total, line.currency, m_style)};
        row.sortKeys = {{}, {}, {}, {}, other.share.value_or(-1), sortable(other.total)};
        row.thing = ThingRef::of(other.firm);
        row.share = other.share;
        light(row, {row.thing});
        for (int index : line.flows) {
            const analysis::Flow &flow = m_flows.attributed[index];
            if (shownFor(isIn ? flow.from : flow.to) != other.firm)
                continue;
            row.children.push_back(rowOf(flow));
            light(row, row.children.back().things);
        }
        return row;
    }

    ResultRow rowOf(const analysis::Flow &flow) const
    {
        ResultRow row;
        const QString marks = marksOf(flow);
        row.cells = {m_scenario.agreement(flow.ref.agreement)->title, {}, {}, marks, {},
                     domain::toShortText(flow.amount, m_style)};
        row.words = row.cells[FlowWho] + QStringLiteral(": ") + domain::toFullText(flow.amount);
        if (!marks.isEmpty())
            row.words += QStringLiteral(" (%1)").arg(marks);
        row.sortKeys = {{}, {}, {}, {}, {}, flow.amount.value ? flow.amount.value->toDouble() : -1.0};
        row.thing = ThingRef::of(flow.ref.agreement);
        row.things = {row.thing, ThingRef::of(flow.from), ThingRef::of(flow.to)};
        row.children = rowsOfParts(m_scenario, flow, row, FlowTotal, m_style);
        return row;
    }

    const domain::Scenario &m_scenario;
    const analysis::Flows &m_flows;
    bool m_ofGroups;
    domain::NumberStyle m_style;
};

// The largest line of each currency: bars compare within a currency only.
QHash<QString, double> largestByCurrency(const QList<analysis::FirmFlows> &totals)
{
    QHash<QString, double> largest;
    for (const analysis::FirmFlows &firm : totals) {
        for (const analysis::FlowLine &line : firm.in + firm.out)
            largest[line.currency] = std::max(largest.value(line.currency), sortable(line.total));
    }
    return largest;
}

// What is in no total, and why: unattributed, then left out at that date.
std::vector<ResultRow> uncountedRows(const domain::Scenario &scenario, const analysis::Flows &flows,
                                     domain::NumberStyle style)
{
    std::vector<ResultRow> rows;
    const auto add = [&](const analysis::AmountRef &ref, const domain::Amount &amount, const QString &why) {
        ResultRow row;
        row.cells = {QStringLiteral("%1: %2").arg(scenario.agreement(ref.agreement)->title, why),
                     {},
                     {},
                     {},
                     {},
                     domain::toShortText(amount, style)};
        row.sortKeys = {{}, {}, {}, {}, {}, amount.value ? amount.value->toDouble() : -1.0};
        row.thing = ThingRef::of(ref.agreement);
        rows.push_back(row);
    };
    for (const analysis::UnattributedAmount &amount : flows.unattributed) {
        const QString rest =
            amount.rest == amount.whole
                ? QString()
                : QStringLiteral(" of the rest of %1").arg(domain::toShortText(amount.whole, style));
        add(amount.ref, amount.rest, QStringLiteral("nobody says who pays or who is paid") + rest);
    }
    for (const analysis::LeftOutAmount &left : flows.leftOut) {
        if (!left.isPart)
            add(left.ref, *analysis::amountOf(scenario, left.ref), left.because);
    }
    return rows;
}

ResultRow uncountedSection(std::vector<ResultRow> rows)
{
    ResultRow section;
    section.cells = {QStringLiteral("Not counted · %1").arg(rows.size()), {}, {}, {}, {}, {}};
    section.isMuted = true;
    section.isLast = true;
    section.children = std::move(rows);
    return section;
}

} // namespace

std::vector<ResultRow> flowRows(const domain::Scenario &scenario, const analysis::Flows &flows,
                                const QList<analysis::FirmFlows> &totals, bool ofGroups,
                                domain::NumberStyle style)
{
    const FlowRows rows(scenario, flows, ofGroups, style);
    const QHash<QString, double> largest = largestByCurrency(totals);
    std::vector<ResultRow> result;
    for (const analysis::FirmFlows &firm : totals) {
        for (const analysis::FlowLine &line : firm.in)
            result.push_back(rows.rowOf(firm.firm, true, line, largest.value(line.currency)));
        for (const analysis::FlowLine &line : firm.out)
            result.push_back(rows.rowOf(firm.firm, false, line, largest.value(line.currency)));
    }
    if (auto uncounted = uncountedRows(scenario, flows, style); !uncounted.empty())
        result.push_back(uncountedSection(std::move(uncounted)));
    return result;
}

} // namespace entente::window
