#include "painting/plainfont.h"

#include <QtEndian>

#include <algorithm>
#include <optional>

namespace entente::painting {

namespace {

constexpr qsizetype tagSize = 4;

std::optional<qsizetype> number16(const QByteArray &font, qsizetype at)
{
    if (at < 0 || at + qsizetype(sizeof(quint16)) > font.size())
        return std::nullopt;
    return qFromBigEndian<quint16>(font.constData() + at);
}

std::optional<qsizetype> number32(const QByteArray &font, qsizetype at)
{
    if (at < 0 || at + qsizetype(sizeof(quint32)) > font.size())
        return std::nullopt;
    return qFromBigEndian<quint32>(font.constData() + at);
}

bool hasTag(const QByteArray &font, qsizetype at, const char *tag)
{
    return QByteArrayView(font).sliced(std::min(at, font.size())).startsWith(QByteArrayView(tag, tagSize));
}

// Where a table begins, by the font's directory.
std::optional<qsizetype> tableAt(const QByteArray &font, const char *tag)
{
    constexpr qsizetype countAt = 4;
    constexpr qsizetype recordsAt = 12;
    constexpr qsizetype recordSize = 16;
    constexpr qsizetype offsetIn = 8;
    const qsizetype count = number16(font, countAt).value_or(0);
    for (qsizetype record = recordsAt; record < recordsAt + count * recordSize; record += recordSize) {
        if (hasTag(font, record, tag))
            return number32(font, record + offsetIn);
    }
    return std::nullopt;
}

} // namespace

QByteArray withoutContextualAlternates(QByteArray font)
{
    constexpr qsizetype featureListIn = 6; // of the table
    constexpr qsizetype recordSize = 6;
    const std::optional<qsizetype> table = tableAt(font, "GSUB");
    const auto offset = table ? number16(font, *table + featureListIn) : std::nullopt;
    if (!offset)
        return font;
    const qsizetype list = *table + *offset;
    const qsizetype first = list + qsizetype(sizeof(quint16));
    const qsizetype count = number16(font, list).value_or(0);
    for (qsizetype record = first; record < first + count * recordSize; record += recordSize) {
        if (hasTag(font, record, "calt"))
            font.replace(record, tagSize, "-off"); // a feature that nobody asks for
    }
    return font;
}

} // namespace entente::painting
