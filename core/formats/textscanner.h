#pragma once

#include "document/document.h"

#include <QByteArrayView>

namespace entente::formats {

// Goes through a text byte by byte and knows the place: lines from 1, columns in code points. Lines end with
// LF, CR LF or CR.
class TextScanner
{
public:
    explicit TextScanner(QByteArrayView utf8)
        : m_text(utf8)
    {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    document::Position position() const { return {0, m_line, m_column}; }
    qsizetype offset() const { return m_at; }
    QByteArrayView since(qsizetype offset) const { return m_text.sliced(offset, m_at - offset); }

    char take() // NUL at the end
    {
        if (atEnd())
            return '\0';
        const char c = m_text[m_at++];
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            ++m_line;
            m_column = 1;
        } else if ((uchar(c) & 0xc0) != 0x80) { // no continuation of a character
            ++m_column;
        }
        return c;
    }

    template <typename Fits> QByteArrayView takeWhile(Fits fits)
    {
        const qsizetype start = m_at;
        while (!atEnd() && fits(peek()))
            take();
        return since(start);
    }
    void skipLine() // up to its end
    {
        takeWhile([](char c) { return c != '\n' && c != '\r'; });
    }
    void skipBlanks()
    {
        takeWhile([](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; });
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    quint32 m_line = 1;
    quint32 m_column = 1;
};

} // namespace entente::formats
