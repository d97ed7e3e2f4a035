#pragma once

#include "formats/textscanner.h"

#include <QString>

namespace entente::formats {

// The words of GML. Comments, lines that begin with "#", are none.
struct GmlToken
{
    enum class Kind { Key, Number, Text, Open, Close, End, Unclosed, Stray };
    Kind kind = Kind::End;
    QString text; // of a key, a number, or a text with its entities decoded
    document::Position at;
};

class GmlTokens
{
public:
    explicit GmlTokens(QByteArrayView utf8)
        : m_in(utf8)
    {}

    GmlToken next();

private:
    void skipToWord();
    GmlToken takeText();

    TextScanner m_in;
};

} // namespace entente::formats
