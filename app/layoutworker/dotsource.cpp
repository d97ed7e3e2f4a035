#include "layoutworker/dotsource.h"

#include <algorithm>
#include <cstring>

namespace entente::layoutworker {

namespace {

constexpr qsizetype longestPart = 8'000;   // bytes; cgraph's scanner holds 16,384
constexpr qsizetype longestText = 1 << 20; // bytes; cgraph copies the whole text for each part
constexpr int deepest = 500;               // of braces; cgraph recurses

bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || uchar(c) >= 0x80;
}

} // namespace

DotSource::DotSource(QByteArrayView utf8)
    : m_text(utf8)
{}

int DotSource::read(char *into, int most)
{
    if (m_given == m_waiting.size())
        nextWord();
    const auto size = std::min<qsizetype>(most, m_waiting.size() - m_given);
    if (size > 0)
        std::memcpy(into, m_waiting.constData() + m_given, size_t(size));
    m_given += size;
    return int(size);
}

bool DotSource::atEnd()
{
    if (m_given < m_waiting.size() && !m_waiting.mid(m_given).trimmed().isEmpty())
        return false;
    skipToWord();
    return m_at >= m_text.size() || !m_refusals.isEmpty();
}

void DotSource::step()
{
    const char c = m_text[m_at++];
    if (c == '\n') {
        ++m_here.line;
        m_here.column = 1;
    } else if ((uchar(c) & 0xc0) != 0x80) {
        ++m_here.column;
    }
}

void DotSource::skipToWord()
{
    while (m_at < m_text.size()) {
        const char c = peek();
        const bool isComment = c == '/' && (peek(1) == '/' || peek(1) == '*');
        if (isComment || (c == '#' && m_here.column == 1))
            skipComment();
        else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
            step();
        else
            return;
    }
}

void DotSource::skipComment()
{
    if (peek(1) != '*' || peek() == '#') {
        while (m_at < m_text.size() && peek() != '\n')
            step();
        return;
    }
    const qsizetype end = m_text.sliced(m_at + 2).indexOf("*/");
    const qsizetype after = end < 0 ? m_text.size() : m_at + 2 + end + 2;
    while (m_at < after)
        step();
}

void DotSource::nextWord()
{
    m_waiting.clear();
    m_given = 0;
    if (!m_refusals.isEmpty())
        return;
    const int line = m_last.line;
    skipToWord();
    if (m_at >= m_text.size())
        return;
    m_previous = m_last;
    m_last = m_here;
    m_statementBefore = m_statement;
    m_waiting.fill('\n', std::max(0, m_last.line - std::max(line, 1)));
    noteStatement(takeWord());
    if (!m_refusals.isEmpty())
        m_waiting.clear();
}

DotSource::Word DotSource::takeWord()
{
    const char c = peek();
    if (c == '"') {
        takeQuoted();
        return Word::Id;
    }
    if (c == '<') {
        takeHtml();
        return Word::Id;
    }
    const bool isSign = c == '-' && ((peek(1) >= '0' && peek(1) <= '9') || peek(1) == '.');
    if (isOfWord(c) || isSign)
        return takePlainWord();
    const bool isArrow = c == '-' && (peek(1) == '>' || peek(1) == '-');
    const qsizetype start = m_at;
    step();
    if (isArrow)
        step();
    give(m_text.sliced(start, m_at - start));
    m_brackets += c == '[' ? 1 : c == ']' && m_brackets > 0 ? -1 : 0;
    noteBrace(c);
    if (m_around.size() > deepest)
        refuse(QStringLiteral("it is nested deeper than %1 braces").arg(deepest));
    if (isArrow || c == ':' || c == '=' || c == '+')
        return Word::Joint;
    return Word::Other;
}

DotSource::Word DotSource::takePlainWord()
{
    const qsizetype start = m_at;
    step();
    while (m_at < m_text.size() && isOfWord(peek()))
        step();
    const QByteArrayView word = m_text.sliced(start, m_at - start);
    if (word.size() > longestPart)
        refuse(QStringLiteral("a name of %1 bytes is longer than %2").arg(word.size()).arg(longestPart));
    give(word);
    const bool isKeyword = word.toByteArray().toLower() == "subgraph";
    return isKeyword ? Word::Keyword : Word::Id;
}

void DotSource::takeQuoted()
{
    const qsizetype start = m_at;
    step();
    while (m_at < m_text.size() && peek() != '"') {
        if (peek() == '\\' && m_at + 1 < m_text.size())
            step();
        step();
    }
    const bool isClosed = m_at < m_text.size();
    if (isClosed)
        step();
    const QByteArrayView word = m_text.sliced(start, m_at - start);
    if (!isClosed)
        refuse(QStringLiteral("a text that begins here has no closing quote"), dot::Message::Kind::Error);
    else if (word.size() > longestText)
        refuse(QStringLiteral("a text of %1 bytes is longer than %2").arg(word.size()).arg(longestText));
    else if (word.size() <= longestPart)
        give(word);
    else
        giveInParts(word);
}

// As DOT writes a text in parts: "a" + "b". No part ends between a backslash and what it stands before.
void DotSource::giveInParts(QByteArrayView quoted)
{
    QByteArrayView rest = quoted.sliced(1, quoted.size() - 2);
    while (!rest.isEmpty()) {
        qsizetype length = std::min(longestPart, rest.size());
        qsizetype backslashes = 0;
        while (backslashes < length && rest[length - 1 - backslashes] == '\\')
            ++backslashes;
        length -= length < rest.size() ? backslashes % 2 : 0;
        give("\"" + rest.first(length).toByteArray() + "\"");
        rest = rest.sliced(length);
        if (!rest.isEmpty())
            give("+");
    }
}

void DotSource::takeHtml()
{
    const qsizetype start = m_at;
    int depth = 0;
    qsizetype run = 0; // bytes without bracket or line end: cgraph takes them at once
    do {
        const char c = peek();
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        run = c == '<' || c == '>' || c == '\n' ? 0 : run + 1;
        step();
    } while (m_at < m_text.size() && depth > 0 && run < longestPart);
    if (run >= longestPart)
        refuse(QStringLiteral("a piece of HTML is longer than %1 bytes").arg(longestPart));
    else if (depth > 0)
        refuse(QStringLiteral("HTML that begins here has no closing bracket"), dot::Message::Kind::Error);
    give(m_text.sliced(start, m_at - start));
}

// An ID begins a statement unless it is joined to what is before it, or stands in brackets.
void DotSource::noteStatement(Word word)
{
    const bool mayBegin = word == Word::Id || word == Word::Keyword;
    const bool isJoined = m_before == Word::Joint || m_before == Word::Keyword;
    if (mayBegin && !isJoined && m_brackets == 0)
        m_statement = m_last;
    m_before = word;
}

// After "a -> { b c }" the statement is again the one that begins with "a".
void DotSource::noteBrace(char c)
{
    if (c == '{')
        m_around.append(m_statement);
    else if (c == '}' && !m_around.isEmpty())
        m_statement = m_around.takeLast();
}

void DotSource::give(QByteArrayView word)
{
    m_waiting += word;
    m_waiting += ' '; // so that cgraph needn't see the next word to know that this one has ended
}

void DotSource::refuse(const QString &text, dot::Message::Kind kind)
{
    m_refusals.append({kind, m_last, text});
}

} // namespace entente::layoutworker
