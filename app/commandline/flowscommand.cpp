#include "analysis/flowtotals.h"
#include "commandline/moneycommands.h"
#include "commandline/moneytext.h"
#include "commandline/resultobject.h"
#include "document/jsonwriter.h"

namespace entente::commandline {

using analysis::FirmFlows;
using analysis::FlowLine;
using document::Value;

FlowsCommand::FlowsCommand()
    : ScenarioCommand(QStringLiteral("flows"), QStringLiteral("FILE [--as-of DATE|any] [--json]"),
                      QStringLiteral("Adds up who pays whom, per firm and per group."))
{}

namespace {

Value sumJson(const analysis::Sum &sum)
{
    return sum.value() ? json(sum.value()->toString()) : Value();
}

// Parts of one, to four places.
Value shareJson(const std::optional<double> &share)
{
    constexpr int places = 4;
    return share ? Value::number(QString::number(*share, 'f', places)) : Value();
}

Value lineJson(const FlowLine &line)
{
    ObjectWriter counts;
    ObjectWriter split;
    for (const analysis::QualifiedSum &part : line.split) {
        const QByteArray key = domain::toWord(part.qualifier).toLatin1();
        counts.set(key.constData(), json(part.count));
        split.set(key.constData(), sumJson(part.sum));
    }
    const auto counterparty = [](const analysis::Counterparty &other) {
        return ObjectWriter()
            .set("firm", other.firm.text())
            .set("total", sumJson(other.total))
            .set("share", shareJson(other.share))
            .set("undisclosed", json(other.undisclosed))
            .take();
    };
    return ObjectWriter()
        .orNull("instrument", domain::toWord(line.instrument))
        .orNull("currency", line.currency)
        .set("total", sumJson(line.total))
        .set("counts", counts.take())
        .set("undisclosed", json(line.undisclosed))
        .set("counterparties", listOf(line.counterparties, counterparty))
        .set("split", split.take())
        .set("too_large", Value::boolean(line.total.isTooLarge()))
        .take();
}

Value firmFlowsJson(const FirmFlows &flows)
{
    return ObjectWriter()
        .set("firm", flows.firm.text())
        .set("in", listOf(flows.in, lineJson))
        .set("out", listOf(flows.out, lineJson))
        .take();
}

Value unattributedJson(const analysis::UnattributedAmount &amount)
{
    return ObjectWriter()
        .set("agreement", amount.ref.agreement.text())
        .set("amount", moneyJson(amount.rest))
        .set("id", amount.ref.amount.text())
        .set("of", moneyJson(amount.whole))
        .orNull("instrument", domain::toWord(amount.whole.instrument))
        .set("marks", marksJson(amount.reservations))
        .take();
}

Value flowsJson(const analysis::FlowTotals &totals, const analysis::Flows &flows, const analysis::AsOf &asOf)
{
    Value result = jsonResult(QStringLiteral("flows"));
    result.set(QStringLiteral("firms"), listOf(totals.firms, firmFlowsJson));
    result.set(QStringLiteral("groups"), listOf(totals.groups, firmFlowsJson));
    result.set(QStringLiteral("unattributed"), listOf(flows.unattributed, unattributedJson));
    result.set(QStringLiteral("as_of"), json(asOf.toText()));
    result.set(QStringLiteral("flows"), listOf(flows.attributed, flowJson));
    result.set(QStringLiteral("left_out"), leftOutJson(flows.leftOut));
    return result;
}

// ", 2 exact, 1 up to ($35B), 1 undisclosed".
QString countsText(const FlowLine &line)
{
    QString text;
    for (const analysis::QualifiedSum &part : line.split) {
        if (part.count == 0)
            continue;
        text +=
            QStringLiteral(", %1 %2").arg(part.count).arg(domain::toReadable(domain::toWord(part.qualifier)));
        if (part.count + line.undisclosed < line.flows.size())
            text += QStringLiteral(" (%1)").arg(analysis::toShortText(part.sum, line.currency));
    }
    if (line.undisclosed > 0)
        text += QStringLiteral(", %1 undisclosed").arg(line.undisclosed);
    return text;
}

QString lineText(const domain::Scenario &scenario, const char *direction, const FlowLine &line)
{
    QString text = QStringLiteral("  %1 %2: %3%4\n")
                       .arg(QString::fromLatin1(direction), -3)
                       .arg(analysis::toReadable(line.instrument),
                            analysis::toShortText(line.total, line.currency), countsText(line));
    for (const analysis::Counterparty &other : line.counterparties) {
        const QString share =
            other.share ? QStringLiteral(", ") + analysis::percentText(*other.share) : QString();
        text +=
            QStringLiteral("        %1 %2%3\n")
                .arg(scenario.nameOf(other.firm), analysis::toShortText(other.total, line.currency), share);
    }
    return text;
}

QString firmText(const domain::Scenario &scenario, const FirmFlows &flows)
{
    QString text = QStringLiteral("%1 [%2]\n").arg(scenario.nameOf(flows.firm), flows.firm.text());
    for (const FlowLine &line : flows.in)
        text += lineText(scenario, "in", line);
    for (const FlowLine &line : flows.out)
        text += lineText(scenario, "out", line);
    return text;
}

QString flowsText(const domain::Scenario &scenario, const analysis::FlowTotals &totals,
                  const analysis::Flows &flows, const analysis::AsOf &asOf)
{
    QString text = titleText(scenario, asOf);
    text += QStringLiteral("\nGroups: what goes in and out of each, without what flows inside it\n");
    for (const FirmFlows &group : totals.groups)
        text += firmText(scenario, group);
    text += QStringLiteral("\nFirms\n");
    for (const FirmFlows &firm : totals.firms)
        text += firmText(scenario, firm);
    text += QStringLiteral("\nFlows\n");
    for (const analysis::Flow &flow : flows.attributed)
        text += flowText(scenario, flow, QStringLiteral("  "));
    if (!flows.unattributed.isEmpty())
        text += QStringLiteral("\nUnattributed: nobody says who pays or who is paid\n");
    for (const analysis::UnattributedAmount &amount : flows.unattributed) {
        const QString whole = amount.rest == amount.whole
                                  ? QString()
                                  : QStringLiteral(" left of %1").arg(domain::toShortText(amount.whole));
        text +=
            QStringLiteral("  %1%2: %3 [%4]%5\n")
                .arg(domain::toShortText(amount.rest), whole, scenario.agreement(amount.ref.agreement)->title,
                     amount.ref.agreement.text(), reservationsText(amount.reservations));
    }
    return text + leftOutText(scenario, flows.leftOut);
}

} // namespace

ExitCode FlowsCommand::answer(const Question &question, const QCommandLineParser &)
{
    const analysis::Flows flows = analysis::findFlows(question.scenario, question.asOf);
    const analysis::FlowTotals totals = analysis::totalsOf(question.scenario, flows);
    if (question.wantsJson)
        writeOut(document::toJson(flowsJson(totals, flows, question.asOf)));
    else
        writeOut(flowsText(question.scenario, totals, flows, question.asOf));
    return ExitCode::Done;
}

} // namespace entente::commandline
