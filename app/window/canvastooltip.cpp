#include "window/canvas.h"

namespace entente::window {

namespace {

QString row(const QString &text)
{
    return QLatin1String("<div>") + text.toHtmlEscaped() + QLatin1String("</div>");
}

QString heading(const QString &text)
{
    return QLatin1String("<div><b>") + text.toHtmlEscaped() + QLatin1String("</b></div>");
}

QString amountText(const domain::Amount &amount)
{
    const QString full = domain::toFullText(amount);
    return amount.text.isEmpty() || amount.text == full ? full
                                                        : amount.text + QLatin1String(" (") + full + u')';
}

QString ofAgreement(const domain::Agreement &agreement, const domain::Scenario &scenario)
{
    QString html = heading(agreement.title);
    for (const domain::Party &party : agreement.parties)
        html += row(scenario.nameOf(party.firm) + QLatin1String(", ") + domain::toReadable(party.role));
    for (const domain::Amount &amount : agreement.amounts) {
        if (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())
            html += row(amountText(amount));
    }
    QStringList state;
    if (agreement.status)
        state.append(domain::toReadable(domain::toWord(*agreement.status)));
    state.append(domain::toReadable(domain::toWord(agreement.evidence)));
    if (agreement.period)
        state.append(domain::toWords(*agreement.period));
    return html + row(state.join(QStringLiteral(" · ")));
}

} // namespace

QString toolTipFor(const picture::Item &item, const session::Session &session)
{
    const domain::Scenario &scenario = session.scenario();
    const domain::ThingRef thing = session.thingAt(item);
    if (thing.kind == domain::ThingKind::Agreement) {
        if (const domain::Agreement *agreement = scenario.agreement(domain::AgreementId(thing.id)))
            return ofAgreement(*agreement, scenario);
    }
    QString html = heading(item.title);
    if (!item.description.isEmpty())
        html += row(item.description);
    return html;
}

} // namespace entente::window
