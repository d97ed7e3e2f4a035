#include "commandline/moneytext.h"

#include "commandline/resultobject.h"

namespace entente::commandline {

using document::Value;

Value moneyJson(const domain::Amount &amount)
{
    ObjectWriter out;
    out.orNull("value", amount.value ? amount.value->toString() : QString());
    if (amount.isMoney())
        out.orNull("currency", amount.currency);
    else
        out.set("unit", amount.unit);
    return out.set("qualifier", domain::toWord(amount.qualifier)).take();
}

Value marksJson(const QList<analysis::Reservation> &reservations)
{
    return json(analysis::marksIn(reservations).replaceInStrings(QStringLiteral(" "), QStringLiteral("_")));
}

Value flowJson(const analysis::Flow &flow)
{
    return ObjectWriter()
        .set("agreement", flow.ref.agreement.text())
        .set("from", flow.from.text())
        .set("to", flow.to.text())
        .set("amount", moneyJson(flow.amount))
        .orNull("instrument", domain::toWord(flow.amount.instrument))
        .orNull("status", flow.status ? domain::toWord(*flow.status) : QString())
        .set("id", flow.ref.amount.text())
        .set("marks", marksJson(flow.reservations))
        .orNull("condition", flow.amount.condition.text)
        .take();
}

Value leftOutJson(const QList<analysis::LeftOutAmount> &leftOut)
{
    return listOf(leftOut, [](const analysis::LeftOutAmount &amount) {
        return ObjectWriter()
            .set("agreement", amount.ref.agreement.text())
            .set("id", amount.ref.amount.text())
            .set("because", amount.because)
            .take();
    });
}

QString titleText(const domain::Scenario &scenario, const analysis::AsOf &asOf)
{
    QString text = scenario.title + u'\n';
    text += asOf.date ? QStringLiteral("as of %1\n").arg(domain::toWords(*asOf.date))
                      : QStringLiteral("at any date\n");
    if (scenario.hypothetical)
        text += QStringLiteral("hypothetical: this is imagined, not reported\n");
    return text;
}

QString reservationsText(const QList<analysis::Reservation> &reservations)
{
    const QStringList words = analysis::marksIn(reservations);
    return words.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(words.join(QStringLiteral(", ")));
}

QString flowText(const domain::Scenario &scenario, const analysis::Flow &flow, const QString &indent)
{
    QString text = indent + QStringLiteral("%1 %2, %3 → %4: %5 [%6]%7\n")
                                .arg(domain::toShortText(flow.amount),
                                     analysis::toReadable(flow.amount.instrument), scenario.nameOf(flow.from),
                                     scenario.nameOf(flow.to), scenario.agreement(flow.ref.agreement)->title,
                                     flow.ref.agreement.text(), reservationsText(flow.reservations));
    for (const analysis::AmountRef &part : flow.parts) {
        const domain::Amount *amount = analysis::amountOf(scenario, part);
        const QString condition = amount->condition.isEmpty()
                                      ? QString()
                                      : QStringLiteral(", if %1").arg(domain::toWords(amount->condition));
        text += indent + QStringLiteral("  of which %1%2\n").arg(domain::toShortText(*amount), condition);
    }
    return text;
}

QString leftOutText(const domain::Scenario &scenario, const QList<analysis::LeftOutAmount> &leftOut)
{
    QString text;
    for (const analysis::LeftOutAmount &left : leftOut) {
        if (left.isPart)
            continue; // its whole is told
        text += QStringLiteral("  %1, %2 [%3]: %4\n")
                    .arg(scenario.agreement(left.ref.agreement)->title,
                         domain::toShortText(*analysis::amountOf(scenario, left.ref)),
                         left.ref.agreement.text(), left.because);
    }
    return text.isEmpty() ? text : QStringLiteral("\nLeft out at that date\n") + text;
}

} // namespace entente::commandline
