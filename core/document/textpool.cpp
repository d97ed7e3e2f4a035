#include "document/textpool.h"

namespace entente::document {

namespace {

constexpr qsizetype longestShared = 40; // bytes; ids, words and currencies are shorter, prose is not repeated
constexpr size_t slotCount = 1 << 14;

// FNV-1a: short texts need no better.
size_t poolSlotOf(QByteArrayView bytes)
{
    quint64 hash = 0xcbf29ce484222325;
    for (const char byte : bytes)
        hash = (hash ^ uchar(byte)) * 0x100000001b3;
    return size_t(hash ^ (hash >> 32)) % slotCount;
}

} // namespace

QString TextPool::share(QByteArrayView utf8)
{
    if (utf8.isEmpty() || utf8.size() > longestShared)
        return QString::fromUtf8(utf8);
    if (m_slots.empty())
        m_slots.resize(slotCount);
    Slot &slot = m_slots[poolSlotOf(utf8)];
    if (slot.bytes != utf8)
        slot = {utf8, QString::fromUtf8(utf8)};
    return slot.text;
}

} // namespace entente::document
