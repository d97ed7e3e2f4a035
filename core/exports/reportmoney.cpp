#include "analysis/circles.h"
#include "analysis/flowtotals.h"
#include "exports/reportsections.h"

namespace entente::exports {

using analysis::Flow;
using domain::Scenario;

namespace {

QString sizeInWords(const analysis::CircleLeg &leg)
{
    QStringList sizes;
    for (const domain::Amount &size : leg.sizes())
        sizes.append(domain::toShortText(size));
    return sizes.isEmpty() ? QStringLiteral("undisclosed") : sizes.join(QStringLiteral(" and "));
}

QString legsInWords(const Scenario &scenario, const analysis::Circle &circle)
{
    QStringList lines;
    for (const analysis::CircleLeg &leg : circle.legs) {
        QStringList agreements;
        for (const Flow &flow : leg.flows) {
            const QString title = agreementTitle(scenario, flow.ref.agreement);
            if (!agreements.contains(title))
                agreements.append(title);
        }
        lines.append(QStringLiteral("%1 → %2: %3 (%4)")
                         .arg(scenario.nameOf(leg.from), scenario.nameOf(leg.to), sizeInWords(leg),
                              agreements.join(QStringLiteral(", "))));
    }
    return lines.join(u'\n');
}

QString smallestInWords(const analysis::Circle &circle)
{
    if (circle.smallestLeg)
        return domain::toShortText(*circle.smallestLeg);
    return circle.isMixed ? QStringLiteral("in different currencies") : QStringLiteral("unknown");
}

Section circlesSection(const Scenario &scenario, const analysis::Flows &flows)
{
    Section section{QStringLiteral("Circular deals"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Money that comes back"), 44},
                             {QStringLiteral("Verdict"), 12},
                             {QStringLiteral("Smallest leg"), 16},
                             {QStringLiteral("Legs"), 60},
                             {QStringLiteral("Depends on"), 50}};
    const analysis::Circles circles = analysis::findCircles(scenario, flows);
    for (const analysis::Circle &circle : circles.circles) {
        QStringList dependencies;
        for (const analysis::Dependency &dependency : circle.dependsOn)
            dependencies.append(dependency.sentence);
        section.table.rows.append({analysis::inWords(circle, scenario), analysis::toWord(circle.verdict),
                                   smallestInWords(circle), legsInWords(scenario, circle),
                                   dependencies.join(u'\n')});
    }
    if (circles.circles.isEmpty())
        section.paragraphs.append(QStringLiteral("No money comes back to where it came from."));
    if (const QString missing = analysis::whatMayBeMissing(circles); !missing.isEmpty())
        section.paragraphs.append(missing);
    return section;
}

QString othersInWords(const Scenario &scenario, const analysis::FlowLine &line)
{
    QStringList lines;
    for (const analysis::Counterparty &other : line.counterparties) {
        const QString share =
            other.share ? QStringLiteral(", ") + analysis::percentText(*other.share) : QString();
        lines.append(
            QStringLiteral("%1: %2%3")
                .arg(scenario.nameOf(other.firm), analysis::toShortText(other.total, line.currency), share));
    }
    return lines.join(u'\n');
}

void addTotals(Section &section, const Scenario &scenario, const analysis::FirmFlows &firm, bool isGroup)
{
    const auto add = [&](const analysis::FlowLine &line, const QString &way) {
        section.table.rows.append(
            {scenario.nameOf(firm.firm), isGroup ? QStringLiteral("group") : QStringLiteral("firm"), way,
             analysis::toReadable(line.instrument), analysis::toShortText(line.total, line.currency),
             line.total.value() ? Cell::number(*line.total.value()) : Cell(), line.currency,
             domain::toReadable(domain::toWord(line.total.qualifier())), Cell::number(line.undisclosed),
             othersInWords(scenario, line)});
    };
    for (const analysis::FlowLine &line : firm.in)
        add(line, QStringLiteral("in"));
    for (const analysis::FlowLine &line : firm.out)
        add(line, QStringLiteral("out"));
}

Section totalsSection(const Scenario &scenario, const analysis::Flows &flows)
{
    Section section{QStringLiteral("Flows by firm and group"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Firm or group"), 28},
                             {QStringLiteral("As"), 8},
                             {QStringLiteral("Way"), 6},
                             {QStringLiteral("Instrument"), 22},
                             {QStringLiteral("Total"), 14},
                             {QStringLiteral("Value"), 20, true},
                             {QStringLiteral("Currency"), 9},
                             {QStringLiteral("Qualifier"), 12},
                             {QStringLiteral("Undisclosed"), 12},
                             {QStringLiteral("Counterparties"), 44}};
    const analysis::FlowTotals totals = analysis::totalsOf(scenario, flows);
    for (const analysis::FirmFlows &group : totals.groups)
        addTotals(section, scenario, group, true);
    for (const analysis::FirmFlows &firm : totals.firms)
        addTotals(section, scenario, firm, false);
    return section;
}

Section flowsSection(const Scenario &scenario, const analysis::Flows &flows)
{
    Section section{QStringLiteral("Flows"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("From"), 24},      {QStringLiteral("To"), 24},
                             {QStringLiteral("Amount"), 14},    {QStringLiteral("Value"), 20, true},
                             {QStringLiteral("Currency"), 9},   {QStringLiteral("Instrument"), 22},
                             {QStringLiteral("Agreement"), 30}, {QStringLiteral("Says"), 28},
                             {QStringLiteral("Sources"), 9}};
    for (const Flow &flow : flows.attributed)
        section.table.rows.append(
            {scenario.nameOf(flow.from), scenario.nameOf(flow.to), domain::toShortText(flow.amount),
             flow.amount.value ? Cell::number(*flow.amount.value) : Cell(), flow.amount.currency,
             analysis::toReadable(flow.amount.instrument), agreementTitle(scenario, flow.ref.agreement),
             analysis::marksIn(flow.reservations).join(QStringLiteral(", ")),
             numbersOf(scenario, flow.amount.cites)});
    return section;
}

Section uncountedSection(const Scenario &scenario, const analysis::Flows &flows)
{
    Section section{QStringLiteral("Not counted in flows"), {}, {}, {}, false};
    section.table.columns = {{QStringLiteral("Agreement"), 30},
                             {QStringLiteral("Amount"), 14},
                             {QStringLiteral("Value"), 20, true},
                             {QStringLiteral("Currency"), 9},
                             {QStringLiteral("Why"), 50}};
    const auto add = [&](const analysis::AmountRef &ref, const domain::Amount &amount, const QString &why) {
        section.table.rows.append({agreementTitle(scenario, ref.agreement), domain::toShortText(amount),
                                   amount.value ? Cell::number(*amount.value) : Cell(), amount.currency,
                                   why});
    };
    for (const analysis::UnattributedAmount &amount : flows.unattributed) {
        const QString rest = amount.rest == amount.whole
                                 ? QString()
                                 : QStringLiteral(" of the rest of ") + domain::toShortText(amount.whole);
        add(amount.ref, amount.rest, QStringLiteral("nobody says who pays or who is paid") + rest);
    }
    for (const analysis::LeftOutAmount &left : flows.leftOut) {
        const domain::Amount *amount = analysis::amountOf(scenario, left.ref);
        if (!left.isPart && amount)
            add(left.ref, *amount, left.because);
    }
    return section;
}

} // namespace

QList<Section> moneySections(const Scenario &scenario, const analysis::AsOf &asOf)
{
    const analysis::Flows flows = analysis::findFlows(scenario, asOf);
    return {circlesSection(scenario, flows), totalsSection(scenario, flows), flowsSection(scenario, flows),
            uncountedSection(scenario, flows)};
}

} // namespace entente::exports
