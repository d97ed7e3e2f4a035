#include "picture/colour.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

int channel(Rgba colour, int shift)
{
    return int((colour.value >> shift) & 0xff);
}

double luminance(Rgba colour)
{
    const auto linear = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
           0.0722 * linear(channel(colour, 0));
}

} // namespace

Rgba mixed(Rgba a, Rgba b, double share)
{
    quint32 value = 0;
    for (int shift : {16, 8, 0}) {
        const double c = channel(a, shift) * (1 - share) + channel(b, shift) * share;
        value |= quint32(std::lround(c)) << shift;
    }
    return rgb(value);
}

QString toHex(Rgba colour)
{
    if (colour.isNone())
        return QStringLiteral("none");
    return u'#' + QString::number(colour.value & 0xffffff, 16).rightJustified(6, u'0');
}

std::optional<Rgba> colourFrom(QStringView hex)
{
    QString digits = hex.mid(1).toString();
    if (digits.size() == 3)
        digits = QString(2, digits[0]) + QString(2, digits[1]) + QString(2, digits[2]);
    bool isHex = false;
    const uint value = digits.toUInt(&isHex, 16);
    if (!hex.startsWith(u'#') || digits.size() != 6 || !isHex)
        return std::nullopt;
    return rgb(value);
}

double contrast(Rgba a, Rgba b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace entente::picture
