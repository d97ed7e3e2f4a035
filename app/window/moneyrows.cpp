#include "window/moneyrows.h"

namespace entente::window {

using domain::ThingRef;

namespace {

QString marksOf(const analysis::Flow &flow)
{
    return analysis::marksIn(flow.reservations).join(QStringLiteral(", "));
}

void light(ResultRow &row, const QList<ThingRef> &things)
{
    for (const ThingRef &thing : things) {
        if (!row.things.contains(thing))
            row.things.append(thing);
    }
}

// "of which $35B", and on what condition.
std::vector<ResultRow> rowsOfParts(const domain::Scenario &scenario, const analysis::Flow &flow,
                                   const ResultRow &whole, int figureColumn, domain::NumberStyle style)
{
    std::vector<ResultRow> rows;
    for (const analysis::AmountRef &ref : flow.parts) {
        const domain::Amount *part = analysis::amountOf(scenario, ref);
        ResultRow row;
        row.cells = QStringList(whole.cells.size());
        row.cells[0] = part->condition.isEmpty() ? QStringLiteral("of which")
                                                 : QStringLiteral("of which, if %1").arg(part->condition);
        row.cells[figureColumn] = domain::toShortText(*part, style);
        row.words = row.cells[0] + u' ' + domain::toFullText(*part);
        row.thing = ThingRef::of(ref.agreement);
        row.things = whole.things;
        row.isMuted = true;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

// ---- circles

namespace {

ResultRow rowOfFlow(const domain::Scenario &scenario, const analysis::Flow &flow, domain::NumberStyle style)
{
    const domain::Agreement *agreement = scenario.agreement(flow.ref.agreement);
    ResultRow row;
    row.cells = {
        QStringLiteral("%1: %2 → %3")
            .arg(agreement->title, scenario.nameOf(flow.from), scenario.nameOf(flow.to)),
        (QStringList(analysis::toReadable(flow.amount.instrument)) + analysis::marksIn(flow.reservations))
            .join(QStringLiteral(", ")),
        domain::toShortText(flow.amount, style)};
    row.words = row.cells.join(QStringLiteral(", "));
    if (!flow.amount.text.isEmpty())
        row.words += QStringLiteral(" (“%1”)").arg(flow.amount.text);
    row.thing = ThingRef::of(flow.ref.agreement);
    row.things = {row.thing, ThingRef::of(flow.from), ThingRef::of(flow.to)};
    row.children = rowsOfParts(scenario, flow, row, CircleSize, style);
    return row;
}

QString sizeOf(const analysis::CircleLeg &leg, domain::NumberStyle style)
{
    QStringList texts;
    for (const domain::Amount &size : leg.sizes())
        texts.append(domain::toShortText(size, style));
    return texts.isEmpty() ? QStringLiteral("undisclosed") : texts.join(QStringLiteral(" and "));
}

ResultRow rowOfLeg(const domain::Scenario &scenario, const analysis::CircleLeg &leg,
                   domain::NumberStyle style)
{
    ResultRow row;
    const auto flows = leg.flows.size();
    row.cells = {QStringLiteral("%1 → %2").arg(scenario.nameOf(leg.from), scenario.nameOf(leg.to)),
                 flows == 1 ? QString() : QStringLiteral("largest of %1 flows").arg(flows),
                 sizeOf(leg, style)};
    for (const analysis::Flow &flow : leg.flows) {
        row.children.push_back(rowOfFlow(scenario, flow, style));
        light(row, row.children.back().things);
    }
    return row;
}

QString smallestIn(const analysis::Circle &circle, domain::NumberStyle style)
{
    if (circle.smallestLeg)
        return domain::toShortText(*circle.smallestLeg, style);
    return circle.isMixed ? QStringLiteral("in different currencies") : QStringLiteral("unknown");
}

} // namespace

std::vector<ResultRow> circleRows(const domain::Scenario &scenario, const QList<analysis::Circle> &circles,
                                  domain::NumberStyle style)
{
    std::vector<ResultRow> rows;
    for (const analysis::Circle &circle : circles) {
        ResultRow row;
        row.cells = {analysis::inWords(circle, scenario), analysis::toWord(circle.verdict),
                     smallestIn(circle, style)};
        row.words = QStringLiteral("%1, %2, smallest leg %3")
                        .arg(row.cells[CircleDeal], row.cells[CircleSays], row.cells[CircleSize]);
        row.sortKeys = {{}, {}, circle.smallestLeg ? circle.smallestLeg->value->toDouble() : -1.0};
        row.things = circle.things();
        row.isStrong = true;
        for (const analysis::CircleLeg &leg : circle.legs)
            row.children.push_back(rowOfLeg(scenario, leg, style));
        for (const analysis::Dependency &dependency : circle.dependsOn) {
            ResultRow note;
            note.cells = {QStringLiteral("Depends on: ") + dependency.sentence, {}, {}};
            note.things = row.things;
            note.isMuted = true;
            row.children.push_back(note);
        }
        rows.push_back(row);
    }
    return rows;
}

// ---- flows

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
