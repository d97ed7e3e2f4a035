#include "formats/gmltokens.h"

#include "formats/markup.h"

namespace entente::formats {

using Kind = GmlToken::Kind;

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Also what numbers are written with elsewhere: "1.5E+03", "inf", "nan".
bool isOfNumber(char c)
{
    return isDigit(c) || isLetter(c) || c == '.' || c == '+' || c == '-';
}

} // namespace

void GmlTokens::skipToWord()
{
    m_in.skipBlanks();
    while (m_in.peek() == '#') {
        m_in.skipLine();
        m_in.skipBlanks();
    }
}

GmlToken GmlTokens::takeText()
{
    GmlToken token{Kind::Text, {}, m_in.position()};
    m_in.take();
    const qsizetype start = m_in.offset();
    m_in.takeWhile([](char c) { return c != '"'; });
    token.text = decodeEntities(QString::fromUtf8(m_in.since(start)));
    if (m_in.atEnd())
        token.kind = Kind::Unclosed;
    m_in.take();
    return token;
}

GmlToken GmlTokens::next()
{
    skipToWord();
    if (m_in.atEnd())
        return {Kind::End, {}, m_in.position()};
    const char c = m_in.peek();
    if (c == '"')
        return takeText();
    GmlToken token{Kind::Stray, {}, m_in.position()};
    if (isLetter(c)) {
        token.kind = Kind::Key;
        token.text =
            QString::fromUtf8(m_in.takeWhile([](char l) { return isLetter(l) || isDigit(l) || l == '-'; }));
    } else if (isOfNumber(c)) {
        token.kind = Kind::Number;
        token.text = QString::fromUtf8(m_in.takeWhile(isOfNumber));
    } else {
        token.kind = c == '[' ? Kind::Open : c == ']' ? Kind::Close : Kind::Stray;
        token.text = QString(QLatin1Char(m_in.take()));
    }
    return token;
}

} // namespace entente::formats
