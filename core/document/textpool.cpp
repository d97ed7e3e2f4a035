#include "document/textpool.h"

#include <algorithm>
#include <bit>

namespace entente::document {

namespace {

constexpr qsizetype longestShared = 40; // bytes; ids, words and currencies are shorter, prose is not repeated
constexpr size_t mostSlots = 1 << 14;
constexpr qsizetype bytesPerSlot = 16; // about a key and its value

// FNV-1a: short texts need no better.
size_t hashOf(QByteArrayView bytes)
{
    quint64 hash = 0xcbf29ce484222325;
    for (const char byte : bytes)
        hash = (hash ^ uchar(byte)) * 0x100000001b3;
    return size_t(hash ^ (hash >> 32));
}

} // namespace

TextPool::TextPool(qsizetype bytes)
    : m_slots(std::bit_floor(std::clamp(size_t(bytes / bytesPerSlot), size_t(1), mostSlots)))
{}

QString TextPool::share(QByteArrayView utf8)
{
    if (utf8.isEmpty() || utf8.size() > longestShared)
        return QString::fromUtf8(utf8);
    Slot &slot = m_slots[hashOf(utf8) % m_slots.size()];
    if (slot.bytes != utf8)
        slot = {utf8, QString::fromUtf8(utf8)};
    return slot.text;
}

} // namespace entente::document
