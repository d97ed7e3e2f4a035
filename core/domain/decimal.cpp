#include "domain/money.h"

#include <algorithm>
#include <cmath>

namespace entente::domain {

namespace {

struct Parts
{
    QString digits; // all of them, without sign and point
    int scale = 0;  // digits after the point, less the exponent
    bool negative = false;
};

constexpr int mostExponent = 30;

std::optional<Parts> split(QStringView text, QString *why)
{
    const auto refuse = [why](const QString &reason) {
        if (why)
            *why = reason;
        return std::nullopt;
    };
    Parts parts;
    const qsizetype e = std::max(text.indexOf(u'e'), text.indexOf(u'E'));
    QStringView mantissa = e < 0 ? text : text.left(e);
    if (e >= 0) {
        bool isNumber = false;
        const int exponent = text.mid(e + 1).toInt(&isNumber);
        if (!isNumber || std::abs(exponent) > mostExponent)
            return refuse(QStringLiteral("its exponent is beyond ±%1").arg(mostExponent));
        parts.scale = -exponent;
    }
    if (mantissa.startsWith(u'-') || mantissa.startsWith(u'+')) {
        parts.negative = mantissa.front() == u'-';
        mantissa = mantissa.mid(1);
    }
    const qsizetype point = mantissa.indexOf(u'.');
    parts.digits = mantissa.toString().remove(u'.');
    if (point >= 0)
        parts.scale += int(mantissa.size() - point - 1);
    const bool plain =
        !parts.digits.isEmpty() && mantissa.count(u'.') <= 1 &&
        std::all_of(parts.digits.begin(), parts.digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!plain)
        return refuse(QStringLiteral("it is not a decimal number"));
    return parts;
}

} // namespace

std::optional<Decimal> Decimal::parse(QStringView text, QString *why)
{
    auto parts = split(text, why);
    if (!parts)
        return std::nullopt;
    while (parts->digits.size() > 1 && parts->digits.startsWith(u'0'))
        parts->digits.remove(0, 1);
    while (parts->digits.size() > 1 && parts->digits.endsWith(u'0')) {
        parts->digits.chop(1);
        --parts->scale;
    }
    if (parts->digits.size() > maxDigits) {
        if (why)
            *why = QStringLiteral("it has more than %1 significant digits").arg(maxDigits);
        return std::nullopt;
    }
    Decimal decimal;
    decimal.m_digits = parts->digits.toLongLong() * (parts->negative ? -1 : 1);
    decimal.m_scale = decimal.m_digits == 0 ? 0 : parts->scale;
    return decimal;
}

QString Decimal::toString() const
{
    QString digits = QString::number(std::abs(m_digits));
    if (m_scale < 0) {
        digits += QString(-m_scale, u'0');
    } else if (m_scale > 0) {
        digits = digits.rightJustified(m_scale + 1, u'0');
        digits.insert(digits.size() - m_scale, u'.');
    }
    return m_digits < 0 ? u'-' + digits : digits;
}

Decimal Decimal::normalized(qint64 digits, int scale)
{
    constexpr int base = 10;
    while (digits != 0 && digits % base == 0) {
        digits /= base;
        --scale;
    }
    Decimal decimal;
    decimal.m_digits = digits;
    decimal.m_scale = digits == 0 ? 0 : scale;
    return decimal;
}

namespace {

constexpr qint64 powerOfTen(int exponent)
{
    constexpr int base = 10;
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= base;
    return power;
}

constexpr int mostAlignedDigits = 18; // two such numbers add up within 64 bits

// The digits at a finer scale; nothing where they are too many.
std::optional<qint64> aligned(qint64 digits, int finerBy)
{
    if (digits == 0)
        return 0;
    if (finerBy > mostAlignedDigits || std::abs(digits) >= powerOfTen(mostAlignedDigits - finerBy))
        return std::nullopt;
    return digits * powerOfTen(finerBy);
}

} // namespace

std::optional<Decimal> Decimal::plus(const Decimal &other) const
{
    if (m_digits == 0 || other.m_digits == 0)
        return m_digits == 0 ? other : *this;
    const int scale = std::max(m_scale, other.m_scale);
    const auto mine = aligned(m_digits, scale - m_scale);
    const auto theirs = aligned(other.m_digits, scale - other.m_scale);
    if (!mine || !theirs)
        return std::nullopt;
    const Decimal sum = normalized(*mine + *theirs, scale);
    return std::abs(sum.m_digits) < powerOfTen(maxDigits) ? std::optional(sum) : std::nullopt;
}

Decimal Decimal::negated() const
{
    return normalized(-m_digits, m_scale);
}

double Decimal::toDouble() const
{
    return double(m_digits) * std::pow(10.0, -m_scale);
}

bool Decimal::operator<(const Decimal &other) const
{
    return toDouble() < other.toDouble();
}

} // namespace entente::domain
