#pragma once

#include "document/document.h"

#include <QByteArrayView>

namespace entente::document {

// A byte stream that knows where the token that was read last begins. RapidJSON takes every character once,
// so a few states are enough to tell strings and comments from the rest.
class TokenStream
{
public:
    using Ch = char;

    TokenStream(QByteArrayView bytes, quint32 file)
        : m_at(bytes.data())
        , m_begin(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_here{file, 1, 1}
    {}

    Ch Peek() const { return m_at < m_end ? *m_at : '\0'; }
    size_t Tell() const { return size_t(m_at - m_begin); }
    Ch Take()
    {
        const Ch c = Peek();
        follow(c);
        advance(c);
        return c;
    }

    Ch *PutBegin() { return nullptr; } // RapidJSON asks for these of streams that are written to
    void Put(Ch) {}
    void Flush() {}
    size_t PutEnd(Ch *) { return 0; }

    Position token() const { return m_token; } // where the last string, number or word starts
    Position here() const { return m_here; }   // of the character that is taken next

private:
    enum class State { Between, Word, String, Escape, Slash, LineComment, BlockComment, BlockCommentStar };

    void advance(Ch c)
    {
        if (m_at < m_end)
            ++m_at;
        if (c == '\n') {
            ++m_here.line;
            m_here.column = 1;
        } else if ((uchar(c) & 0xc0) != 0x80) {
            ++m_here.column;
        }
    }

    void follow(Ch c)
    {
        switch (m_state) {
        case State::Between:
        case State::Word:
            m_state = startOf(c);
            break;
        case State::String:
            m_state = c == '"' ? State::Between : c == '\\' ? State::Escape : State::String;
            break;
        case State::Escape:
            m_state = State::String;
            break;
        case State::Slash:
            m_state = c == '*' ? State::BlockComment : State::LineComment;
            break;
        case State::LineComment:
            m_state = c == '\n' ? State::Between : State::LineComment;
            break;
        case State::BlockComment:
            m_state = c == '*' ? State::BlockCommentStar : State::BlockComment;
            break;
        case State::BlockCommentStar:
            m_state = c == '/' ? State::Between : c == '*' ? State::BlockCommentStar : State::BlockComment;
            break;
        }
    }

    State startOf(Ch c)
    {
        switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
        case ':':
        case ']':
        case '}':
            return State::Between;
        case '/':
            return State::Slash;
        case '"':
            m_token = m_here;
            return State::String;
        case '{':
        case '[':
            return State::Between;
        default: // a number, true, false or null
            if (m_state != State::Word)
                m_token = m_here;
            return State::Word;
        }
    }

    const char *m_at;
    const char *m_begin;
    const char *m_end;
    Position m_here;
    Position m_token;
    State m_state = State::Between;
};

} // namespace entente::document
