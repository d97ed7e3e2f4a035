#include "dotgraph/dotgraph.h"

#include <QHash>
#include <QStringDecoder>

#include <utility>

namespace entente::dot {

namespace {

constexpr auto jobWord = "dot ";
constexpr auto answerWord = "parsed ";

// Numbers with a blank after each; texts by their numbers, which are written before them.
class Encoder
{
public:
    void number(qint64 value)
    {
        m_numbers += QByteArray::number(value);
        m_numbers += ' ';
    }
    void text(const QString &text)
    {
        const auto known = m_known.constFind(text);
        if (known != m_known.constEnd()) {
            number(*known);
            return;
        }
        const qsizetype index = m_known.size();
        m_known.insert(text, index);
        const QByteArray utf8 = text.toUtf8();
        m_texts += QByteArray::number(utf8.size()) + ' ' + utf8;
        number(index);
    }
    void position(Position at)
    {
        number(at.line);
        number(at.column);
    }
    void attributes(const Attributes &attributes)
    {
        number(attributes.size());
        for (const Attribute &attribute : attributes) {
            text(attribute.name);
            text(attribute.value);
            number(attribute.isHtml ? 1 : 0);
        }
    }
    QByteArray bytes() const
    {
        return answerWord + QByteArray::number(m_known.size()) + ' ' + m_texts + m_numbers;
    }

private:
    QHash<QString, qsizetype> m_known;
    QByteArray m_texts;
    QByteArray m_numbers;
};

// Reads what Encoder wrote; once something doesn't fit, everything after it is refused too.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    int number(int from, qint64 below)
    {
        const qsizetype end = m_bytes.sliced(m_at).indexOf(' ');
        bool isNumber = false;
        const qint64 value = end < 0 ? 0 : m_bytes.sliced(m_at, end).toByteArray().toLongLong(&isNumber);
        m_good = m_good && isNumber && value >= from && value < below;
        m_at += m_good ? end + 1 : 0;
        return m_good ? int(value) : 0;
    }
    // Every item takes a digit and a blank, so a count beyond that is a lie.
    int count() { return number(0, (m_bytes.size() - m_at) / 2 + 1); }
    bool flag() { return number(0, 2) == 1; }
    Position position()
    {
        const int line = number(0, std::numeric_limits<int>::max());
        return {line, number(0, std::numeric_limits<int>::max())};
    }
    void texts()
    {
        const int texts = count();
        for (int i = 0; i < texts && m_good; ++i) {
            const int length = number(0, m_bytes.size() - m_at + 1);
            m_good = m_good && m_at + length <= m_bytes.size();
            if (!m_good)
                return;
            QStringDecoder decoder(QStringDecoder::Utf8);
            m_texts.append(decoder(m_bytes.sliced(m_at, length)));
            m_good = !decoder.hasError();
            m_at += length;
        }
    }
    QString text() { return m_texts.value(number(0, m_texts.size())); }
    Attributes attributes()
    {
        Attributes list;
        const int size = count();
        for (int i = 0; i < size && m_good; ++i) {
            const QString name = text();
            const QString value = text();
            list.append({name, value, flag()});
        }
        return list;
    }
    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_good && m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
    QStringList m_texts;
};

void write(Encoder &out, const Graph &graph)
{
    out.text(graph.name);
    out.number(graph.isDirected ? 1 : 0);
    out.attributes(graph.attributes);
    out.number(graph.clusters.size());
    for (const Cluster &cluster : graph.clusters) {
        out.text(cluster.name);
        out.number(cluster.parent);
        out.position(cluster.at);
        out.attributes(cluster.attributes);
    }
    out.number(graph.nodes.size());
    for (const Node &node : graph.nodes) {
        out.text(node.name);
        out.number(node.cluster);
        out.position(node.at);
        out.attributes(node.attributes);
    }
    out.number(graph.edges.size());
    for (const Edge &edge : graph.edges) {
        out.number(edge.tail);
        out.number(edge.head);
        out.position(edge.at);
        out.attributes(edge.attributes);
    }
}

// Members of an initializer list are read in their order.
Graph readGraph(Decoder &in)
{
    Graph graph{in.text(), in.flag(), in.attributes(), {}, {}, {}};
    const int clusters = in.count();
    for (int i = 0; i < clusters && in.isGood(); ++i)
        graph.clusters.append(Cluster{in.text(), in.number(-1, i), in.position(), in.attributes()});
    const int nodes = in.count();
    for (int i = 0; i < nodes && in.isGood(); ++i)
        graph.nodes.append(Node{in.text(), in.number(-1, clusters), in.position(), in.attributes()});
    const int edges = in.count();
    for (int i = 0; i < edges && in.isGood(); ++i)
        graph.edges.append(Edge{in.number(0, nodes), in.number(0, nodes), in.position(), in.attributes()});
    return graph;
}

} // namespace

QByteArray encode(const Parsed &parsed)
{
    Encoder out;
    out.number(parsed.messages.size());
    for (const Message &message : parsed.messages) {
        out.number(int(message.kind));
        out.position(message.at);
        out.text(message.text);
    }
    out.number(parsed.graphs.size());
    for (const Graph &graph : parsed.graphs)
        write(out, graph);
    return out.bytes();
}

std::optional<Parsed> decode(const QByteArray &bytes)
{
    const QByteArrayView word(answerWord);
    if (!bytes.startsWith(word))
        return std::nullopt;
    Decoder in(QByteArrayView(bytes).sliced(word.size()));
    in.texts();
    Parsed parsed;
    const int messages = in.count();
    for (int i = 0; i < messages && in.isGood(); ++i)
        parsed.messages.append(Message{Message::Kind(in.number(0, 3)), in.position(), in.text()});
    const int graphs = in.count();
    for (int i = 0; i < graphs && in.isGood(); ++i)
        parsed.graphs.append(readGraph(in));
    return in.isAtEnd() ? std::optional(parsed) : std::nullopt;
}

QByteArray encodeJob(const QByteArray &utf8)
{
    return jobWord + utf8;
}

std::optional<QByteArray> decodeJob(const QByteArray &bytes)
{
    return bytes.startsWith(jobWord) ? std::optional(bytes.mid(qsizetype(qstrlen(jobWord)))) : std::nullopt;
}

} // namespace entente::dot
