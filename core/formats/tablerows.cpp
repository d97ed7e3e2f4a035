#include "formats/tabletext.h"

#include <algorithm>
#include <array>

namespace entente::formats {

QStringList cellTexts(const Row &row)
{
    QStringList texts;
    for (const Cell &cell : row)
        texts.append(cell.text.trimmed());
    return texts;
}

TableRows::TableRows(QByteArrayView utf8, char delimiter, quint32 file)
    : m_text(utf8)
    , m_texts(utf8.size())
    , m_delimiter(delimiter)
    , m_file(file)
{}

bool TableRows::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

void TableRows::takeLineEnd()
{
    if (m_at < m_text.size() && m_text[m_at] == '\r')
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    ++m_line;
    m_column = 1;
}

void TableRows::take()
{
    constexpr uchar continuationMask = 0xc0;
    constexpr uchar continuation = 0x80;
    if ((uchar(m_text[m_at]) & continuationMask) != continuation)
        ++m_column;
    ++m_at;
}

// After the opening quote, up to and with the closing one.
void TableRows::readQuoted(QByteArray &text)
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '"') {
            take();
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                return;
            text += '"';
            take();
        } else if (atLineEnd()) {
            text += '\n';
            takeLineEnd();
        } else {
            text += c;
            take();
        }
    }
    m_unclosed = true;
}

void TableRows::readPlain(QByteArray &text)
{
    const qsizetype start = m_at;
    while (!atLineEnd() && !atDelimiter())
        take();
    text += m_text.sliced(start, m_at - start);
}

void TableRows::readCell(Row &row)
{
    Cell cell{{}, here(), false, false};
    QByteArray text;
    if (m_at < m_text.size() && m_text[m_at] == '"') {
        const document::Position quote = here();
        take();
        readQuoted(text);
        if (m_unclosed)
            m_openQuote = quote;
        if (!atLineEnd() && !atDelimiter()) {
            strayText.push_back(here());
            readPlain(text);
        }
        cell.text = QString::fromUtf8(text);
    } else {
        const qsizetype start = m_at;
        while (!atLineEnd() && !atDelimiter())
            take();
        cell.text = m_texts.share(m_text.sliced(start, m_at - start));
    }
    row.push_back(std::move(cell));
}

bool TableRows::next(Row &row)
{
    row.clear();
    if (m_at >= m_text.size())
        return false;
    readCell(row);
    while (atDelimiter()) {
        take();
        readCell(row);
    }
    takeLineEnd();
    return true;
}

namespace {

// How many cells each of the first lines has with a delimiter.
std::vector<size_t> widths(QByteArrayView text, char delimiter)
{
    constexpr size_t mostLines = 20;
    std::vector<size_t> counts;
    TableRows rows(text, delimiter, 0);
    Row row;
    while (counts.size() < mostLines && rows.next(row)) {
        if (row.size() > 1 || !row[0].text.trimmed().isEmpty())
            counts.push_back(row.size());
    }
    return counts;
}

} // namespace

char guessDelimiter(QByteArrayView utf8)
{
    constexpr qsizetype sample = 1 << 16; // bytes that are looked at
    constexpr std::array delimiters{',', ';', '\t', '|'};
    char best = ',';
    size_t mostAlike = 0;
    for (const char delimiter : delimiters) {
        const std::vector<size_t> counts = widths(utf8.first(std::min(sample, utf8.size())), delimiter);
        if (counts.empty() || counts[0] < 2)
            continue;
        // Every line that has as many cells as the first one speaks for the delimiter; more cells break ties.
        const auto alike = size_t(std::count(counts.begin(), counts.end(), counts[0]));
        const size_t score = alike * 1000 + std::min<size_t>(counts[0], 999);
        if (score > mostAlike) {
            mostAlike = score;
            best = delimiter;
        }
    }
    return best;
}

} // namespace entente::formats
