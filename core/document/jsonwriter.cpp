#include "document/jsonwriter.h"

namespace entente::document {

namespace {

void writeString(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (uchar(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
    out += '"';
}

class Writer
{
public:
    Writer(QByteArray &out, bool indented)
        : m_out(out)
        , m_indented(indented)
    {}

    void write(const Value &value, int depth)
    {
        switch (value.type()) {
        case Type::Null:
            m_out += "null";
            break;
        case Type::Boolean:
            m_out += value.truth() ? "true" : "false";
            break;
        case Type::Number:
            m_out += value.text().toLatin1();
            break;
        case Type::String:
            writeString(m_out, value.text());
            break;
        case Type::Array:
        case Type::Object:
            writeChildren(value, depth);
            break;
        }
    }

private:
    void writeChildren(const Value &value, int depth)
    {
        m_out += value.isObject() ? '{' : '[';
        bool first = true;
        for (const Member &member : value.members()) {
            if (!first)
                m_out += m_indented ? "," : ", ";
            first = false;
            breakLine(depth + 1);
            if (value.isObject()) {
                writeString(m_out, member.key);
                m_out += ": ";
            }
            write(member.value, depth + 1);
        }
        if (!first)
            breakLine(depth);
        m_out += value.isObject() ? '}' : ']';
    }

    void breakLine(int depth)
    {
        if (m_indented)
            m_out += '\n' + QByteArray(depth * 2, ' ');
    }

    QByteArray &m_out;
    bool m_indented;
};

} // namespace

QByteArray toJson(const Value &value)
{
    QByteArray out;
    Writer(out, true).write(value, 0);
    out += '\n';
    return out;
}

QByteArray toCompactJson(const Value &value)
{
    QByteArray out;
    Writer(out, false).write(value, 0);
    return out;
}

} // namespace entente::document
