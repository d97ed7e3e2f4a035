#include "document/jsonscanner.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente::document {

namespace {

constexpr qsizetype longestUsualNumber = 20; // characters; doubles and dates in numbers are shorter

// Letters that a string may hold as they are: all but the quotation mark, the backslash and control
// characters.
constexpr std::array<bool, 256> plainLetters = [] {
    std::array<bool, 256> plain{};
    for (size_t c = 0x20; c < plain.size(); ++c)
        plain[c] = c != '"' && c != '\\';
    return plain;
}();

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The four digits of a \u escape.
std::optional<char16_t> hexUnit(QByteArrayView digits)
{
    constexpr qsizetype length = 4;
    if (digits.size() < length)
        return std::nullopt;
    char16_t unit = 0;
    for (const char c : digits.first(length)) {
        const char lower = char(c | 0x20);
        const bool isLetter = lower >= 'a' && lower <= 'f';
        if (!isDecimalDigit(c) && !isLetter)
            return std::nullopt;
        unit = char16_t(unit * 16 + (isLetter ? lower - 'a' + 10 : c - '0'));
    }
    return unit;
}

std::optional<char16_t> simpleEscape(char c)
{
    constexpr QByteArrayView letters("\"\\/bfnrt");
    constexpr std::u16string_view meanings(u"\"\\/\b\f\n\r\t");
    const qsizetype at = letters.indexOf(c);
    return at < 0 ? std::nullopt : std::optional(meanings[size_t(at)]);
}

// What a string with escapes says; none where one of them means nothing.
std::optional<QString> unescapedText(QByteArrayView raw)
{
    constexpr qsizetype unicodeEscape = 6; // \uXXXX
    QString text;
    text.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        const qsizetype escape = raw.indexOf('\\', at);
        const qsizetype plainEnd = escape < 0 ? raw.size() : escape;
        text += QString::fromUtf8(raw.sliced(at, plainEnd - at));
        if (escape < 0)
            break;
        const bool isUnicode = raw[escape + 1] == 'u';
        const auto unit = isUnicode ? hexUnit(raw.sliced(escape + 2)) : simpleEscape(raw[escape + 1]);
        if (!unit)
            return std::nullopt;
        text += QChar(*unit);
        at = escape + (isUnicode ? unicodeEscape : 2);
    }
    return text.isValidUtf16() ? std::optional(text) : std::nullopt;
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView text, quint32 file, TreeBuilder &builder, ReadProgress *progress)
    : m_at(text.data())
    , m_begin(text.data())
    , m_end(text.data() + text.size())
    , m_counted(text.data())
    , m_here{file, 1, 1}
    , m_builder(builder)
    , m_progress(progress)
{}

JsonScanner::End JsonScanner::scan()
{
    bool isWell = skipSpace() && value();
    while (isWell && m_builder.isOpen())
        isWell = goesOn() && next();
    if (m_isStopped)
        return End::Stopped;
    if (!isWell || !skipSpace() || m_at != m_end)
        return End::Lost;
    return m_isUnusual ? End::Unusual : End::Whole;
}

bool JsonScanner::goesOn()
{
    constexpr quint32 stepsBetween = 1 << 12;      // a fraction of a millisecond
    constexpr int share = ReadProgress::whole / 2; // the rest is making a scenario of it
    if (!m_progress || ++m_steps % stepsBetween != 0)
        return true;
    m_progress->done = int(offset() * share / std::max<qsizetype>(1, m_end - m_begin));
    m_isStopped = m_progress->isCancelled;
    if (m_isStopped)
        m_builder.cancel(m_here);
    return !m_isStopped;
}

bool JsonScanner::next()
{
    const char closing = m_builder.isInObject() ? '}' : ']';
    if (!skipSpace())
        return false;
    if (peek() == closing)
        return close();
    if (!m_isFirst) {
        if (peek() != ',')
            return false;
        ++m_at;
        if (!skipSpace())
            return false;
        if (peek() == closing)
            return close();
    }
    m_isFirst = false;
    return (!m_builder.isInObject() || key()) && value();
}

bool JsonScanner::value()
{
    switch (peek()) {
    case '{':
        return open(Value::object());
    case '[':
        return open(Value::array());
    case '"':
        return string();
    case 't':
        return word("true", Value::boolean(true));
    case 'f':
        return word("false", Value::boolean(false));
    case 'n':
        return word("null", {});
    default:
        return number();
    }
}

bool JsonScanner::open(Value container)
{
    m_isFirst = true;
    m_isStopped = !m_builder.open(std::move(container), positionOf(m_at));
    ++m_at;
    return !m_isStopped;
}

bool JsonScanner::close()
{
    m_isFirst = false;
    ++m_at;
    m_builder.close();
    return true;
}

bool JsonScanner::add(Value value, const char *from)
{
    m_isStopped = !m_builder.add(std::move(value), positionOf(from));
    return !m_isStopped;
}

bool JsonScanner::word(QByteArrayView word, Value value)
{
    const char *from = m_at;
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return false;
    m_at += word.size();
    return add(std::move(value), from);
}

const char *JsonScanner::endOfString(bool &isPlain) const
{
    const char *at = m_at + 1;
    for (;;) {
        while (at < m_end && plainLetters[uchar(*at)])
            ++at;
        if (at < m_end && *at == '"')
            return at;
        if (at + 1 >= m_end || *at != '\\')
            return nullptr;
        isPlain = false;
        at += 2;
    }
}

bool JsonScanner::string()
{
    bool isPlain = true;
    const char *from = m_at;
    const char *end = endOfString(isPlain);
    if (!end)
        return false;
    const QByteArrayView raw(from + 1, end);
    std::optional<QString> text = isPlain ? m_builder.text(raw) : unescapedText(raw);
    if (!text)
        return false;
    m_at = end + 1;
    return add(Value::string(std::move(*text)), from);
}

bool JsonScanner::key()
{
    bool isPlain = true;
    const char *end = peek() == '"' ? endOfString(isPlain) : nullptr;
    if (!end)
        return false;
    const QByteArrayView raw(m_at + 1, end);
    if (isPlain) {
        m_builder.key(raw, positionOf(m_at));
    } else if (const std::optional<QString> text = unescapedText(raw)) {
        m_builder.key(*text, positionOf(m_at));
    } else {
        return false;
    }
    m_at = end + 1;
    if (!skipSpace() || peek() != ':')
        return false;
    ++m_at;
    return skipSpace();
}

bool JsonScanner::skipDigits()
{
    const char *from = m_at;
    while (isDecimalDigit(peek()))
        ++m_at;
    return m_at > from;
}

bool JsonScanner::number()
{
    const char *from = m_at;
    if (peek() == '-')
        ++m_at;
    if (peek() == '0')
        ++m_at;
    else if (!skipDigits())
        return false;
    if (peek() == '.') {
        ++m_at;
        if (!skipDigits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        m_isUnusual = true; // it may be beyond all bounds
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (!skipDigits())
            return false;
    }
    const QByteArrayView digits(from, m_at);
    m_isUnusual = m_isUnusual || digits.size() > longestUsualNumber;
    return add(Value::number(m_builder.text(digits)), from);
}

// False where a comment has no end.
bool JsonScanner::skipSpace()
{
    for (;;) {
        switch (peek()) {
        case '\n':
            ++m_at;
            m_here = {m_here.file, m_here.line + 1, 1};
            m_counted = m_at;
            break;
        case ' ':
        case '\t':
        case '\r':
            ++m_at;
            break;
        case '/':
            if (!skipComment())
                return false;
            break;
        default:
            return true;
        }
    }
}

bool JsonScanner::skipComment()
{
    const QByteArrayView rest(m_at, m_end);
    if (m_progress)
        m_progress->hasComments = true;
    if (rest.startsWith("//")) {
        const qsizetype end = rest.indexOf('\n');
        m_at = end < 0 ? m_end : m_at + end; // the line's end counts as space
        return true;
    }
    const qsizetype end = rest.startsWith("/*") ? rest.indexOf("*/", 2) : -1;
    if (end < 0)
        return false;
    const QByteArrayView comment = rest.first(end + 2);
    if (const qsizetype lastLine = comment.lastIndexOf('\n'); lastLine >= 0) {
        const auto lines = quint32(std::count(comment.begin(), comment.end(), '\n'));
        m_here = {m_here.file, m_here.line + lines, 1};
        m_counted = m_at + lastLine + 1;
    }
    m_at += comment.size();
    return true;
}

// Places are asked for from left to right.
Position JsonScanner::positionOf(const char *at)
{
    quint32 continued = 0; // bytes that go on a character
    for (const char *byte = m_counted; byte < at; ++byte)
        continued += (uchar(*byte) & 0xc0) == 0x80;
    m_here.column += quint32(at - m_counted) - continued;
    m_counted = at;
    return m_here;
}

} // namespace entente::document
