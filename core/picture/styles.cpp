#include "picture/styles.h"

#include "picture/colour.h"

namespace entente::picture {

using domain::Agreement;
using domain::Instrument;
using domain::Status;

LineLook lookOf(const Agreement &agreement)
{
    if (!agreement.status)
        return LineLook::Solid;
    switch (*agreement.status) {
    case Status::Rumoured:
    case Status::Planned:
    case Status::Announced:
    case Status::Considered:
        return LineLook::Dashed;
    case Status::Suspended:
    case Status::Waived:
    case Status::Superseded:
    case Status::Expired:
    case Status::Terminated:
        return LineLook::Dotted;
    default:
        return LineLook::Solid;
    }
}

Fading fadingOf(const Agreement &agreement, const analysis::AsOf &asOf)
{
    if (analysis::holding(agreement, asOf).truth == analysis::Truth::No ||
        agreement.evidence == domain::Evidence::Disproven || lookOf(agreement) == LineLook::Dotted)
        return agreement.status == Status::Completed && !asOf.day() ? Fading::None : Fading::Strong;
    const bool unsure =
        agreement.evidence == domain::Evidence::Alleged || agreement.status == Status::Rumoured;
    return unsure ? Fading::Slight : Fading::None;
}

Rgba receded(Rgba colour, Fading fading, const Palette &palette)
{
    switch (fading) {
    case Fading::None:
        return colour;
    case Fading::Slight:
        return mixed(colour, palette.background, 0.35);
    case Fading::Strong:
        break;
    }
    return mixed(colour, palette.background, 0.6);
}

QList<WidthStep> widthSteps(domain::NumberStyle numbers)
{
    const QString billion =
        numbers == domain::NumberStyle::LowerCaseBn ? QStringLiteral("bn") : QStringLiteral("B");
    return {{0, 1.5, QStringLiteral("under 10%1").arg(billion)},
            {1e10, 3, QStringLiteral("10%1 to 100%1").arg(billion)},
            {1e11, 4.5, QStringLiteral("100%1 and more").arg(billion)}};
}

const domain::Amount *mainAmount(const Agreement &agreement)
{
    for (const domain::Amount &amount : agreement.amounts) {
        if (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty())
            return &amount;
    }
    return nullptr;
}

int widthStepOf(const Agreement &agreement)
{
    const domain::Amount *amount = mainAmount(agreement);
    if (!amount || !amount->value || !amount->isMoney())
        return -1;
    const double value = amount->value->toDouble();
    const QList<WidthStep> steps = widthSteps({});
    int step = 0;
    while (step + 1 < steps.size() && value >= steps[step + 1].least)
        ++step;
    return step;
}

double lineWidth(const Agreement &agreement)
{
    const int step = widthStepOf(agreement);
    return step < 0 ? 1.5 : widthSteps({})[step].width;
}

Head headOf(const Agreement &agreement)
{
    const domain::Amount *amount = mainAmount(agreement);
    switch (amount ? amount->instrument : Instrument::Unstated) {
    case Instrument::PurchaseObligation:
        return Head::Hollow;
    case Instrument::Debt:
        return Head::Diamond;
    case Instrument::Credits:
    case Instrument::Warrants:
    case Instrument::RevenueShare:
    case Instrument::LicenseFee:
        return Head::Circle;
    default:
        return Head::Filled;
    }
}

QString toLabel(Head head)
{
    switch (head) {
    case Head::Filled:
        return QStringLiteral("from giver to taker");
    case Head::Hollow:
        return QStringLiteral("purchase commitment");
    case Head::Diamond:
        return QStringLiteral("debt");
    case Head::Circle:
        return QStringLiteral("revenue share, fee, credits or warrants");
    }
    return {};
}

Stroke strokeFor(const Agreement &agreement, Rgba colour, double width)
{
    Stroke stroke{colour, width, {}, LineCap::Flat};
    switch (lookOf(agreement)) {
    case LineLook::Solid:
        break;
    case LineLook::Dashed:
        stroke.dashes = {6 + 1.5 * width, 4 + width};
        break;
    case LineLook::Dotted:
        stroke.dashes = {0.1, 2.5 + 1.5 * width};
        stroke.cap = LineCap::Round;
        stroke.width = width + 0.3;
        break;
    }
    return stroke;
}

QString dateInWords(const domain::EventDate &date, const Theme &theme)
{
    return theme.dateStyle == QLatin1String("iso") ? date.text() : domain::toWords(date);
}

} // namespace entente::picture
