#include "picture/appearance.h"

#include "domain/naming.h"
#include "picture/colour.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

using domain::Agreement;
using domain::Amount;
using domain::Evidence;
using domain::Status;

namespace {

// Shares of the background in a line's colour.
constexpr double reportedLightness = 0.34;
constexpr double allegedLightness = 0.56;

QString statusNote(Status status)
{
    switch (status) {
    case Status::Rumoured:
    case Status::Planned:
    case Status::Considered:
    case Status::Suspended:
    case Status::Pending:
        return domain::toReadable(domain::toWord(status));
    default:
        return {};
    }
}

QString endNote(Status status)
{
    if (!domain::hasEnded(status) || status == Status::Completed)
        return {};
    return status == Status::Terminated ? QStringLiteral("ended")
                                        : domain::toReadable(domain::toWord(status));
}

QString evidenceNote(Evidence evidence)
{
    const bool doubtful = evidence == Evidence::Alleged || evidence == Evidence::Disproven;
    return doubtful ? domain::toReadable(domain::toWord(evidence)) : QString();
}

// What has been completed binds nobody any more and yet is done: it fades only before its date.
bool isDone(const Agreement &agreement, const analysis::AsOf &asOf)
{
    if (agreement.status != Status::Completed || agreement.evidence == Evidence::Disproven)
        return false;
    const std::optional<QDate> day = asOf.day();
    std::optional<domain::EventDate> since = agreement.signedOn ? agreement.signedOn : agreement.announced;
    if (agreement.period && agreement.period->start())
        since = agreement.period->start();
    return !day || !since || since->first() <= *day;
}

bool isIntended(Status status)
{
    return status == Status::Rumoured || status == Status::Planned || status == Status::Announced ||
           status == Status::Considered;
}

LinePattern patternOf(const Agreement &agreement, bool faded)
{
    if (faded)
        return LinePattern::Dotted;
    return agreement.status && isIntended(*agreement.status) ? LinePattern::Dashed : LinePattern::Solid;
}

} // namespace

AmountScale::AmountScale(const domain::Scenario &scenario)
{
    double most = 0;
    bool mixes = false;
    for (const Agreement &agreement : scenario.agreements) {
        const Amount *amount = domain::mainAmount(agreement);
        if (!amount || !amount->isMoney())
            continue;
        most = std::max(most, amount->value->toDouble());
        mixes = mixes || (!m_currency.isEmpty() && m_currency != amount->currency);
        m_currency = amount->currency;
    }
    if (mixes)
        m_currency.clear();
    if (most > 0) {
        m_top = std::pow(10, std::floor(std::log10(most)));
        if (m_top >= most)
            m_top /= 10;
    }
}

int AmountScale::stepOf(const Agreement &agreement) const
{
    const Amount *amount = domain::mainAmount(agreement);
    if (!amount || !amount->isMoney() || m_top <= 0)
        return 0;
    const double value = amount->value->toDouble();
    for (int step = steps - 1; step > 0; --step) {
        if (value > m_top * std::pow(10, step - steps + 1))
            return step;
    }
    return 0;
}

double AmountScale::widthOf(int step)
{
    constexpr double widths[steps] = {1.4, 2.2, 3.4, 5};
    return widths[step];
}

QString AmountScale::toText(int step, domain::NumberStyle style) const
{
    const bool isTop = step == steps - 1;
    Amount bound;
    const double value = m_top * std::pow(10, (isTop ? step : step + 1) - steps + 1);
    bound.value = domain::Decimal::parse(QString::number(value, 'f', value < 1 ? 6 : 0));
    bound.currency = m_currency;
    QString text = domain::toShortText(bound, style);
    if (m_currency.isEmpty()) // several currencies share the widths: the number alone
        text.remove(QChar(QChar::Nbsp));
    return (isTop ? QStringLiteral("> ") : QStringLiteral("≤ ")) + text;
}

QString mainAmountText(const Agreement &agreement, domain::NumberStyle style)
{
    const Amount *amount = domain::mainAmount(agreement);
    if (amount && amount->isMoney())
        return domain::toShortText(*amount, style);
    if (agreement.stake && (agreement.stake->economic || agreement.stake->voting)) {
        const auto &share = agreement.stake->economic ? agreement.stake->economic : agreement.stake->voting;
        Amount percent;
        percent.value = share;
        percent.unit = QStringLiteral("percent");
        percent.qualifier = agreement.stake->qualifier;
        return domain::toShortText(percent, style);
    }
    return amount ? domain::toShortText(*amount, style) : QString();
}

QString reservedNote(const Agreement &agreement)
{
    const QString evidence = evidenceNote(agreement.evidence);
    if (!evidence.isEmpty() || !agreement.status)
        return evidence;
    const QString end = endNote(*agreement.status);
    return end.isEmpty() ? statusNote(*agreement.status) : end;
}

bool isFaded(const Agreement &agreement, const analysis::AsOf &asOf)
{
    return analysis::holding(agreement, asOf).truth == analysis::Truth::No && !isDone(agreement, asOf);
}

Rgba lineColour(Evidence evidence, bool faded, const Palette &palette)
{
    if (faded || evidence == Evidence::Disproven)
        return palette.fadedLine;
    const double lightness = evidence == Evidence::Confirmed  ? 0
                             : evidence == Evidence::Reported ? reportedLightness
                                                              : allegedLightness;
    return mixed(palette.line, palette.background, lightness);
}

Appearance appearanceOf(const Agreement &agreement, const Drawing &drawing, const AmountScale &scale)
{
    const Palette &palette = drawing.theme.palette;
    Appearance look;
    look.faded = isFaded(agreement, drawing.subject.asOf);
    look.depends =
        analysis::holding(agreement, drawing.subject.asOf).truth == analysis::Truth::Depends && !look.faded;
    look.pattern = patternOf(agreement, look.faded);
    look.step = scale.stepOf(agreement);
    look.evidence = agreement.evidence;
    if (const Amount *amount = domain::mainAmount(agreement))
        look.instrument = amount->instrument;
    look.line = lineColour(agreement.evidence, look.faded, palette);
    look.text = look.faded ? palette.fadedText : palette.text;
    const bool endsLater = agreement.status && !endNote(*agreement.status).isEmpty() && !look.faded &&
                           evidenceNote(agreement.evidence).isEmpty();
    if (!endsLater)
        look.note = reservedNote(agreement);
    return look;
}

QList<double> dashesOf(LinePattern pattern, double width)
{
    switch (pattern) {
    case LinePattern::Dashed:
        return {7 + width, 4 + width};
    case LinePattern::Dotted:
        return {width, 2 + width};
    case LinePattern::Solid:
        break;
    }
    return {};
}

} // namespace entente::picture
