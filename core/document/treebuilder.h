#pragma once

#include "document/jsonreader.h"
#include "document/textpool.h"

namespace entente::document {

// Builds the tree of one text from what its scanner meets, within the limits. A call that returns false ends
// the reading; why is in `problems`.
class TreeBuilder
{
public:
    TreeBuilder(qsizetype bytes, const QString &fileName, const JsonLimits &limits)
        : m_fileName(fileName)
        , m_limits(limits)
        , m_keys(bytes)
        , m_texts(bytes)
    {}

    bool add(Value value, Position at);
    bool open(Value container, Position at); // an empty object or array
    void key(QByteArrayView plain, Position at);
    void key(const QString &unescaped, Position at);
    void close();
    void cancel(Position at); // tells that the reading was

    bool isOpen() const { return !m_open.empty(); }
    bool isInObject() const { return m_open.back().value.isObject(); }
    QString text(QByteArrayView plain) { return m_texts.share(plain); }

    Value takeRoot() { return std::move(m_root); }
    ProblemList problems; // duplicate keys and limits

private:
    struct Level
    {
        Value value;
        size_t start = 0; // of its children among those that wait
        QString key;      // of the member that comes next
        Position keyPosition;
    };

    bool count(Position at);
    void attach(Value value);
    void refuseDuplicates();
    QString pointerTo(const QString &key) const;
    bool stop(const QString &code, const QString &message, Position at);
    Place placeOf(Position position) const { return {m_fileName, int(position.line), int(position.column)}; }

    const QString &m_fileName;
    const JsonLimits &m_limits;
    std::vector<Level> m_open;
    std::vector<Member> m_waiting; // children of what is open: each container takes as much room as it needs
    TextPool m_keys;
    TextPool m_texts;
    Value m_root;
    qint64 m_count = 0;
};

} // namespace entente::document
