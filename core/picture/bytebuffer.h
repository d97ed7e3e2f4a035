#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace entente::picture {

// Bytes that are appended to a few at a time, millions of times, which is quicker here than in a QByteArray:
// room is asked for seldom, and nothing is checked for being shared.
class ByteBuffer
{
public:
    void append(const char *bytes, qsizetype size)
    {
        if (size == 0) // whose bytes may be nowhere
            return;
        if (m_used + size > m_bytes.size())
            m_bytes.resize(std::max(m_used + size, 2 * m_bytes.size() + leastSize));
        std::memcpy(m_bytes.data() + m_used, bytes, size_t(size));
        m_used += size;
    }
    ByteBuffer &operator+=(QByteArrayView bytes)
    {
        append(bytes.data(), bytes.size());
        return *this;
    }
    ByteBuffer &operator+=(char byte)
    {
        append(&byte, 1);
        return *this;
    }
    void clear() { m_used = 0; }
    QByteArrayView view() const { return {m_bytes.constData(), m_used}; }

    // The bytes themselves; the buffer is empty then.
    QByteArray take()
    {
        m_bytes.resize(m_used);
        m_used = 0;
        return std::move(m_bytes);
    }

private:
    static constexpr qsizetype leastSize = 256;
    QByteArray m_bytes; // as long as there is room
    qsizetype m_used = 0;
};

} // namespace entente::picture
