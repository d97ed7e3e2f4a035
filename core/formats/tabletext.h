#pragma once

#include "document/document.h"
#include "document/textpool.h"
#include "problems/problem.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace entente::formats {

constexpr size_t mostColumns = 16'384; // of a table, as many as spreadsheets have

// A cell of a table: its text, without quotes, and where it stands.
struct Cell
{
    QString text;
    document::Position at;
    // By its type in a spreadsheet: digits with a point for decimals; "true" or "false".
    bool isNumber = false;
    bool isTruth = false;
};
using Row = std::vector<Cell>;
QStringList cellTexts(const Row &row); // trimmed

// The text of a table, or of another kind of file that `what` names in problems, as UTF-8, without a byte
// order mark; UTF-16 and Windows-1252 are told by their bytes, the latter with a warning. Errors for what is
// no text: NUL, broken UTF-8, HTML, a Git LFS pointer, other files by their signature.
Outcome<QByteArray> tableText(const QByteArray &bytes, const QString &path,
                              const QString &what = QStringLiteral("table"));

// The sign that parts the cells, told by the first lines: the one that parts most of them alike.
char guessDelimiter(QByteArrayView utf8);

// The rows of a text, as in RFC 4180: cells may be quoted, and hold line ends and doubled quotes then. Lines
// end with LF, CR LF or CR. Equal short cells share their text.
class TableRows
{
public:
    TableRows(QByteArrayView utf8, char delimiter, quint32 file);

    // False at the end. A row without any text is empty().
    bool next(Row &row);
    // Text after a closing quote, read as part of the cell; cleared by the caller.
    std::vector<document::Position> strayText;
    // A quote that is never closed: what follows can't be told apart.
    bool isUnclosed() const { return m_unclosed; }
    document::Position openQuote() const { return m_openQuote; }

private:
    void readCell(Row &row);
    void readQuoted(QByteArray &text);
    void readPlain(QByteArray &text);
    bool atDelimiter() const { return m_at < m_text.size() && m_text[m_at] == m_delimiter; }
    bool atLineEnd() const;
    void take(); // one byte, counting lines and code points
    void takeLineEnd();
    document::Position here() const { return {m_file, m_line, m_column}; }

    QByteArrayView m_text;
    document::TextPool m_texts;
    qsizetype m_at = 0;
    char m_delimiter;
    quint32 m_file;
    quint32 m_line = 1;
    quint32 m_column = 1;
    bool m_unclosed = false;
    document::Position m_openQuote;
};

} // namespace entente::formats
