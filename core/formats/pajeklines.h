#pragma once

#include "formats/tabletext.h"
#include "formats/textscanner.h"

#include <optional>

namespace entente::formats {

// A line of a Pajek file: words apart by blanks, texts in quotes, times in square brackets.
struct PajekLine
{
    std::vector<Cell> words; // one at least

    bool isHeading() const { return words.front().text.startsWith(u'*'); }
    std::optional<qint64> numberAt(size_t index) const;
    QString textFrom(size_t index) const; // the words from there on, with single blanks
    static bool isNumber(const QString &word);
};

// Lines that say something: empty ones and comments, which begin with "%", are none.
class PajekLines
{
public:
    explicit PajekLines(QByteArrayView utf8)
        : m_in(utf8)
    {}

    bool next(PajekLine &line); // false at the end

private:
    Cell takeWord();

    TextScanner m_in;
};

} // namespace entente::formats
