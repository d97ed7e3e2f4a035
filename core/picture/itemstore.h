#pragma once

#include "picture/item.h"

#include <QHash>
#include <QSharedData>

#include <cmath>
#include <cstring>
#include <vector>

namespace entente::picture {

// How items are kept: records of bytes in chunks of at most a mebibyte, so that nothing large is ever moved,
// and beside them what many have in common. Only Items and ItemReader know of it.
//
// A record: box (4 doubles) · origin (2 integers) · role · flags · prominence · id · of · title · description
// · outline · elements. Numbers are varints, texts UTF-8 after their length, points pairs of floats from the
// record's origin.

struct ShapeStyle
{
    Rgba fill;
    Stroke stroke;
    Detail detail;
    bool operator==(const ShapeStyle &) const = default;
};

struct WordStyle
{
    TextStyle style;
    Rgba colour;
    bool rightToLeft = false;
    Detail detail;
    bool operator==(const WordStyle &) const = default;
};

// A path that stands at many places: an icon, a dot. Counted from its first point.
struct PathTemplate
{
    Path path;
    bool isDisc = false;
};

struct ItemStore : QSharedData
{
    QList<QByteArray> chunks;
    std::vector<quint32> places; // of each record: its chunk, and 20 bits of offset
    // Both ways to find items: by hash, open addressing (index + 1, 0 for a free slot) and chains (the same).
    std::vector<quint32> idHashes;
    std::vector<quint32> idSlots;
    std::vector<quint32> thingHashes;
    std::vector<quint32> thingHeads;
    std::vector<quint32> thingNext;
    QList<ShapeStyle> shapeStyles;
    QList<WordStyle> wordStyles;
    QList<PathTemplate> templates;
    QHash<QByteArray, int> templateAt;
    ByteBuffer packed; // scratch: what is being packed, and a template's key
    ByteBuffer templateKey;

    static constexpr int offsetBits = 20;
    const char *record(qsizetype index) const
    {
        const quint32 place = places[size_t(index)];
        return chunks.at(place >> offsetBits).constData() + (place & ((1U << offsetBits) - 1));
    }
    QByteArrayView recordAt(qsizetype index) const // all of it
    {
        const char *begin = record(index);
        const QByteArray &chunk = chunks.at(places[size_t(index)] >> offsetBits);
        const size_t next = size_t(index) + 1;
        const bool isLast =
            next == places.size() || places[next] >> offsetBits != places[next - 1] >> offsetBits;
        return {begin, isLast ? chunk.constData() + chunk.size() : record(index + 1)};
    }
};

enum class PathTag : quint8 { Empty, Box, Template, Steps, Outline };
enum class ElementTag : quint8 { Shape, Text, Image };
namespace itemflag {
constexpr quint8 faded = 1;
constexpr quint8 ghost = 2;
constexpr quint8 idByOf = 4; // the id begins with the role and what it is of: only its rest is kept
} // namespace itemflag

// Where a record's points are counted from: near its box. Kept, since to count it again from a box that was
// moved may give the next pixel.
struct Origin
{
    qint32 x;
    qint32 y;
};
inline Origin originOf(const QRectF &box)
{
    return {qint32(std::floor(box.left())), qint32(std::floor(box.top()))};
}
inline QPointF toPoint(Origin origin)
{
    return {double(origin.x), double(origin.y)};
}

inline QString idStemOf(Role role, const QStringList &of)
{
    return toWord(role) + u'-' + of.join(u'-');
}

class PackWriter
{
public:
    explicit PackWriter(ByteBuffer &out)
        : m_bytes(out)
    {
        m_bytes.clear();
    }
    template <typename Value> void raw(Value value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof(Value));
    }
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            raw(quint8(value | 0x80));
        raw(quint8(value));
    }
    void bytes(QByteArrayView value)
    {
        number(quint64(value.size()));
        m_bytes += value;
    }
    void text(const QString &value) { bytes(value.toUtf8()); }
    void point(QPointF value)
    {
        raw(float(value.x()));
        raw(float(value.y()));
    }
    QByteArrayView written() const { return m_bytes.view(); }

private:
    ByteBuffer &m_bytes;
};

class PackReader
{
public:
    explicit PackReader(const char *at = nullptr)
        : m_at(at)
    {}
    template <typename Value> Value raw()
    {
        Value value;
        std::memcpy(&value, m_at, sizeof(Value));
        m_at += sizeof(Value);
        return value;
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = raw<quint8>();
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
    }
    QByteArray bytes()
    {
        const auto size = qsizetype(number());
        const QByteArray value(m_at, size);
        m_at += size;
        return value;
    }
    QString text()
    {
        const auto size = qsizetype(number());
        const QString value = size == 0 ? QString() : QString::fromUtf8(m_at, size);
        m_at += size;
        return value;
    }
    QByteArrayView view()
    {
        const auto size = qsizetype(number());
        const QByteArrayView value(m_at, size);
        m_at += size;
        return value;
    }
    void skipText() { m_at += number(); }
    void skip(qsizetype bytes) { m_at += bytes; }
    QPointF point()
    {
        const auto x = raw<float>();
        const auto y = raw<float>();
        return {double(x), double(y)};
    }

private:
    const char *m_at;
};

} // namespace entente::picture
