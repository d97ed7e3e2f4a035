#pragma once

#include "document/readprogress.h"
#include "document/treebuilder.h"

namespace entente::document {

// Goes over a text once and hands what it meets to a TreeBuilder. It takes JSON with comments and trailing
// commas, and knows nothing of sentences: where it is at a loss, whoever called it looks why. The text is
// valid UTF-8 without NUL.
class JsonScanner
{
public:
    JsonScanner(QByteArrayView text, quint32 file, TreeBuilder &builder, ReadProgress *progress = nullptr);

    // Whole: the text was read to its end. Unusual: likewise, but it holds a number that may be beyond all
    // bounds. Stopped: the builder has said why. Lost: this is no JSON from about offset() on.
    enum class End { Whole, Unusual, Stopped, Lost };
    End scan();
    qsizetype offset() const { return m_at - m_begin; } // where it ended

private:
    bool value();
    bool next(); // of the innermost object or array: its end or its next child
    bool open(Value container);
    bool close();
    bool key();
    bool string();
    bool number();
    bool word(QByteArrayView word, Value value);
    bool add(Value value, const char *from);
    bool goesOn(); // false where it was cancelled

    bool skipSpace();
    bool skipComment();
    bool skipDigits();
    const char *endOfString(bool &isPlain) const; // at its closing quotation mark; null where it has none
    char peek() const { return m_at < m_end ? *m_at : '\0'; }
    Position positionOf(const char *at);

    const char *m_at;
    const char *m_begin;
    const char *m_end;
    const char *m_counted; // the columns of this line are counted up to here
    Position m_here;       // of it
    TreeBuilder &m_builder;
    ReadProgress *m_progress;
    quint32 m_steps = 0;
    bool m_isStopped = false;
    bool m_isUnusual = false;
    bool m_isFirst = false; // nothing stands yet in what was opened last
};

} // namespace entente::document
