#include "analysis/circles.h"
#include "commandline/conflictreport.h"
#include "commandline/moneycommands.h"
#include "commandline/moneytext.h"
#include "commandline/resultobject.h"
#include "document/jsonwriter.h"

namespace entente::commandline {

using analysis::Circle;
using analysis::Circles;
using document::Value;

CirclesCommand::CirclesCommand()
    : ScenarioCommand(QStringLiteral("circles"),
                      QStringLiteral("FILE [--as-of DATE|any] [--max-length N] [--json]"),
                      QStringLiteral("Finds circular deals: money that comes back."))
{}

void CirclesCommand::declare(QCommandLineParser &parser) const
{
    ScenarioCommand::declare(parser);
    parser.addOption({QStringLiteral("max-length"),
                      QStringLiteral("The most groups that a circle may go through; 8 if not given."),
                      QStringLiteral("N")});
}

namespace {

Value circleJson(const Circle &circle)
{
    const auto leg = [](const analysis::CircleLeg &l) {
        return ObjectWriter()
            .set("from", l.from.text())
            .set("to", l.to.text())
            .set("flows", listOf(l.flows, flowJson))
            .take();
    };
    return ObjectWriter()
        .set("verdict", analysis::toWord(circle.verdict))
        .set("groups", listOf(circle.groups, [](const domain::FirmId &group) { return json(group.text()); }))
        .set("legs", listOf(circle.legs, leg))
        .set("smallest_leg", circle.smallestLeg ? moneyJson(*circle.smallestLeg) : Value())
        .set("depends_on", listOf(circle.dependsOn, dependencyJson))
        .set("smallest_leg_at_most",
             circle.smallestLegAtMost ? moneyJson(*circle.smallestLegAtMost) : Value())
        .take();
}

// What was found, with what it was found from.
struct Answer
{
    analysis::AsOf asOf;
    analysis::Flows flows;
    Circles circles;
    QList<Circle> atOtherDates;
};

Value answerJson(const Answer &answer)
{
    Value result = jsonResult(QStringLiteral("circles"));
    result.set(QStringLiteral("circles"), listOf(answer.circles.circles, circleJson));
    result.set(QStringLiteral("complete"), Value::boolean(answer.circles.complete));
    result.set(QStringLiteral("as_of"), json(answer.asOf.toText()));
    result.set(QStringLiteral("at_other_dates"), listOf(answer.atOtherDates, circleJson));
    result.set(QStringLiteral("left_out"), leftOutJson(answer.flows.leftOut));
    return result;
}

QString sizeText(const QMap<QString, domain::Amount> &sizes)
{
    QStringList texts;
    for (const domain::Amount &size : sizes)
        texts.append(domain::toShortText(size));
    return texts.isEmpty() ? QStringLiteral("undisclosed") : texts.join(QStringLiteral(", "));
}

QString atMostText(const Circle &circle)
{
    return circle.smallestLegAtMost ? QStringLiteral(" without what is open, %1 with it")
                                          .arg(domain::toShortText(*circle.smallestLegAtMost))
                                    : QString();
}

QString circleText(const domain::Scenario &scenario, const Circle &circle, int number)
{
    const QString size = circle.smallestLeg
                             ? QStringLiteral("smallest leg %1").arg(domain::toShortText(*circle.smallestLeg))
                         : circle.isMixed ? QStringLiteral("legs in different currencies")
                                          : QStringLiteral("a leg of unknown size");
    QString text = QStringLiteral("\n%1. %2\n   %3; %4%5\n")
                       .arg(number)
                       .arg(analysis::inWords(circle, scenario), analysis::toWord(circle.verdict), size,
                            atMostText(circle));
    for (const analysis::CircleLeg &leg : circle.legs) {
        text += QStringLiteral("   %1 → %2: %3\n")
                    .arg(scenario.nameOf(leg.from), scenario.nameOf(leg.to), sizeText(leg.sizes()));
        for (const analysis::Flow &flow : leg.flows)
            text += flowText(scenario, flow, QStringLiteral("     "));
    }
    for (const analysis::Dependency &dependency : circle.dependsOn)
        text += QStringLiteral("   depends on: %1\n").arg(dependency.sentence);
    return text;
}

QString countText(qsizetype count)
{
    return count == 0   ? QStringLiteral("no circular deal")
           : count == 1 ? QStringLiteral("1 circular deal")
                        : QStringLiteral("%1 circular deals").arg(count);
}

QString answerText(const domain::Scenario &scenario, const Answer &answer)
{
    const QList<Circle> &circles = answer.circles.circles;
    QString text = titleText(scenario, answer.asOf) + countText(circles.size()) + u'\n';
    for (int i = 0; i < circles.size(); ++i)
        text += circleText(scenario, circles[i], i + 1);
    if (!answer.circles.complete)
        text += u'\n' + analysis::whatMayBeMissing(answer.circles) + u'\n';
    if (!answer.atOtherDates.isEmpty())
        text += QStringLiteral("\nAt other dates (--as-of any shows them)\n");
    for (const Circle &circle : answer.atOtherDates)
        text += QStringLiteral("  %1\n").arg(analysis::inWords(circle, scenario));
    return text + leftOutText(scenario, answer.flows.leftOut);
}

} // namespace

ExitCode CirclesCommand::answer(const Question &question, const QCommandLineParser &parser)
{
    analysis::SearchLimits limits;
    if (const QString text = parser.value(QStringLiteral("max-length")); !text.isEmpty()) {
        constexpr int most = 100;
        bool isNumber = false;
        limits.maxLength = text.toInt(&isNumber);
        if (!isNumber || limits.maxLength < 2 || limits.maxLength > most)
            return wrongUsage(QStringLiteral("--max-length can't be \"%1\": expected a number from 2 to %2")
                                  .arg(text)
                                  .arg(most));
    }
    Answer answer{question.asOf, analysis::findFlows(question.scenario, question.asOf), {}, {}};
    answer.circles = analysis::findCircles(question.scenario, answer.flows, limits);
    answer.atOtherDates = analysis::circlesAtOtherDates(question.scenario, answer.circles, limits);
    if (question.wantsJson)
        writeOut(document::toJson(answerJson(answer)));
    else
        writeOut(answerText(question.scenario, answer));
    return ExitCode::Done;
}

} // namespace entente::commandline
