#pragma once

#include "dotgraph/dotgraph.h"

#include <QByteArrayView>

namespace entente::layoutworker {

// Feeds a DOT text to cgraph word by word, so that it is known which word is being read when cgraph makes a
// node or finds an error. Between words stand blanks and as many line ends as in the file; comments are left
// out, and long texts come in parts, since cgraph takes no more than 16,384 bytes at once.
class DotSource
{
public:
    explicit DotSource(QByteArrayView utf8);

    int read(char *into, int most); // as cgraph's discipline of input wants it: 0 at the end
    bool atEnd();                   // but for blanks and comments

    dot::Position last() const { return m_last; }         // of the word that was given last
    dot::Position previous() const { return m_previous; } // of the one before it
    // Of the statement that the word before the last one is in: cgraph looks one word ahead.
    dot::Position statement() const { return m_statementBefore; }
    // What is refused here, before cgraph would fail at it; the text then ends.
    const QList<dot::Message> &refusals() const { return m_refusals; }

private:
    enum class Word { Id, Keyword, Joint, Other }; // joints belong to what stands on both their sides
    void skipToWord();
    void skipComment();
    void nextWord();
    Word takeWord();
    Word takePlainWord();
    void takeQuoted();
    void takeHtml();
    void noteStatement(Word word);
    void noteBrace(char c);
    void give(QByteArrayView word);
    void giveInParts(QByteArrayView quoted);
    void refuse(const QString &text, dot::Message::Kind kind = dot::Message::Kind::Limit);

    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    void step(); // one byte

    QByteArrayView m_text;
    qsizetype m_at = 0;
    dot::Position m_here{1, 1};
    dot::Position m_last;
    dot::Position m_previous;
    dot::Position m_statement;
    dot::Position m_statementBefore;
    Word m_before = Word::Other;
    int m_brackets = 0;
    QList<dot::Position> m_around; // the statements whose braces are open
    QByteArray m_waiting;          // for cgraph
    qsizetype m_given = 0;
    QList<dot::Message> m_refusals;
};

} // namespace entente::layoutworker
