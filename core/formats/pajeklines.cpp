#include "formats/pajeklines.h"

namespace entente::formats {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

} // namespace

std::optional<qint64> PajekLine::numberAt(size_t index) const
{
    bool isNumber = false;
    const qint64 number = index < words.size() ? words[index].text.toLongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

QString PajekLine::textFrom(size_t index) const
{
    QStringList texts;
    for (size_t i = index; i < words.size(); ++i)
        texts.append(words[i].text);
    return texts.join(u' ').simplified();
}

bool PajekLine::isNumber(const QString &word)
{
    bool isNumber = false;
    word.toDouble(&isNumber);
    return isNumber;
}

// A quote that isn't closed ends with its line. In Pajek a text has no quotes of its own.
Cell PajekLines::takeWord()
{
    Cell word{{}, m_in.position()};
    const char first = m_in.peek();
    const char close = first == '"' ? '"' : first == '[' ? ']' : '\0';
    if (close == '\0') {
        word.text = QString::fromUtf8(m_in.takeWhile([](char c) { return !isBlank(c) && !isLineEnd(c); }));
        word.isNumber = PajekLine::isNumber(word.text);
        return word;
    }
    const qsizetype start = m_in.offset();
    m_in.take();
    m_in.takeWhile([close](char c) { return c != close && !isLineEnd(c); });
    if (m_in.peek() == close)
        m_in.take();
    word.text = QString::fromUtf8(m_in.since(start));
    if (close == '"')
        word.text =
            word.text.mid(1, word.text.size() - (word.text.endsWith(u'"') && word.text.size() > 1 ? 2 : 1));
    return word;
}

bool PajekLines::next(PajekLine &line)
{
    line.words.clear();
    while (!m_in.atEnd()) {
        m_in.skipBlanks();
        if (m_in.peek() == '%') {
            m_in.skipLine();
            continue;
        }
        while (!m_in.atEnd() && !isLineEnd(m_in.peek())) {
            line.words.push_back(takeWord());
            m_in.takeWhile(isBlank);
        }
        if (!line.words.empty())
            return true;
    }
    return false;
}

} // namespace entente::formats
