#include "commandline/moneytext.h"

#include "commandline/resultobject.h"

#include <algorithm>

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
    QStringList words;
    for (const analysis::Reservation &reservation : reservations) {
        if (const QString word = analysis::toWord(reservation.mark).replace(u' ', u'_');
            !words.contains(word))
            words.append(word);
    }
    return json(words);
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
        .orNull("condition", flow.amount.condition)
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

QString instrumentText(domain::Instrument instrument)
{
    return instrument == domain::Instrument::Unstated ? QStringLiteral("instrument not stated")
                                                      : domain::toReadable(domain::toWord(instrument));
}

QString reservationsText(const QList<analysis::Reservation> &reservations)
{
    QStringList words;
    for (const analysis::Reservation &reservation : reservations) {
        if (const QString word = analysis::toWord(reservation.mark); !words.contains(word))
            words.append(word);
    }
    return words.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(words.join(QStringLiteral(", ")));
}

namespace {

const domain::Amount *amountOf(const domain::Scenario &scenario, const analysis::AmountRef &ref)
{
    const domain::Agreement *agreement = scenario.agreement(ref.agreement);
    if (!agreement)
        return nullptr;
    const auto found = std::find_if(agreement->amounts.begin(), agreement->amounts.end(),
                                    [&ref](const domain::Amount &amount) { return amount.id == ref.amount; });
    return found == agreement->amounts.end() ? nullptr : &*found;
}

} // namespace

QString flowText(const domain::Scenario &scenario, const analysis::Flow &flow, const QString &indent)
{
    QString text = indent + QStringLiteral("%1 %2, %3 → %4: %5 [%6]%7\n")
                                .arg(domain::toShortText(flow.amount), instrumentText(flow.amount.instrument),
                                     scenario.nameOf(flow.from), scenario.nameOf(flow.to),
                                     scenario.agreement(flow.ref.agreement)->title, flow.ref.agreement.text(),
                                     reservationsText(flow.reservations));
    for (const analysis::AmountRef &part : flow.parts) {
        const domain::Amount *amount = amountOf(scenario, part);
        const QString condition =
            amount->condition.isEmpty() ? QString() : QStringLiteral(", if %1").arg(amount->condition);
        text += indent + QStringLiteral("  of which %1%2\n").arg(domain::toShortText(*amount), condition);
    }
    return text;
}

QString leftOutText(const domain::Scenario &scenario, const QList<analysis::LeftOutAmount> &leftOut)
{
    QString text;
    for (const analysis::LeftOutAmount &left : leftOut) {
        const domain::Amount *amount = amountOf(scenario, left.ref);
        if (!amount->partOf.isEmpty() && amount->partOfAgreement.isEmpty())
            continue; // its whole is told
        text += QStringLiteral("  %1, %2 [%3]: %4\n")
                    .arg(scenario.agreement(left.ref.agreement)->title, domain::toShortText(*amount),
                         left.ref.agreement.text(), left.because);
    }
    return text.isEmpty() ? text : QStringLiteral("\nLeft out at that date\n") + text;
}

} // namespace entente::commandline
