#include "formats/dotwriter.h"

#include "formats/graphtables.h"

namespace entente::formats {

namespace {

constexpr qsizetype longestDotPart = 4'000; // characters: Graphviz's scanner holds 16,384 bytes at once

// In quotes, longer texts in parts: "a" + "b". A backslash is doubled, so that it escapes nothing.
QString dotQuoted(const QString &text)
{
    QStringList parts;
    qsizetype at = 0;
    do {
        qsizetype length = std::min(longestDotPart, text.size() - at);
        if (at + length < text.size() && text[at + length - 1].isHighSurrogate())
            --length;
        QString part = text.mid(at, length);
        part.remove(QChar(0)).replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        parts.append(u'"' + part + u'"');
        at += length;
    } while (at < text.size());
    return parts.join(QStringLiteral(" + "));
}

// Graphviz decodes entities in what it shows.
QString dotQuotedLabel(const QString &text)
{
    return dotQuoted(QString(text).replace(u'&', QStringLiteral("&amp;")));
}

// ` [label="…", kind="…"]`, without what is empty. The column `labelled` is the label.
QString dotAttributes(const QStringList &headers, const QStringList &cells, const QString &labelled,
                      QStringList further = {})
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (cells[i].isEmpty())
            continue;
        further.append(headers[i] == labelled ? QStringLiteral("label=") + dotQuotedLabel(cells[i])
                                              : dotQuoted(headers[i]) + u'=' + dotQuoted(cells[i]));
    }
    return further.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(further.join(QStringLiteral(", ")));
}

// Nodes in clusters, as deep as groups are.
class DotNodes
{
public:
    DotNodes(QString &out, const GraphRows &graph)
        : m_out(out)
        , m_headers(graph.nodeHeaders)
    {
        for (const GraphRows::Node &node : graph.nodes)
            m_parts[node.parent].append(&node);
    }

    void write(const QString &parent = {}, int depth = 1) // groups are checked to be no deeper than 100
    {
        for (const GraphRows::Node *node : m_parts.value(parent)) {
            const bool isWhole = m_parts.contains(node->id);
            if (isWhole)
                openCluster(*node, depth);
            line(depth + (isWhole ? 1 : 0),
                 dotQuoted(node->id) + dotAttributes(m_headers, node->cells, QStringLiteral("name")) + u';');
            if (isWhole) {
                write(node->id, depth + 1);
                line(depth, QStringLiteral("}"));
            }
        }
    }

private:
    void openCluster(const GraphRows::Node &node, int depth)
    {
        line(depth, QStringLiteral("subgraph %1 {").arg(dotQuoted(QStringLiteral("cluster_") + node.id)));
        line(depth + 1, QStringLiteral("label=") + dotQuotedLabel(node.cells.first()) + u';');
        line(depth + 1, QStringLiteral("firm=") + dotQuoted(node.id) + u';');
    }

    void line(int depth, const QString &text) { m_out += QString(depth, u'\t') + text + u'\n'; }

    QString &m_out;
    QStringList m_headers;
    QHash<QString, QList<const GraphRows::Node *>> m_parts;
};

} // namespace

Outcome<QByteArray> writeDot(const domain::Scenario &scenario)
{
    const GraphRows graph = graphOf(scenario);
    QString out =
        QStringLiteral("digraph {\n\tcharset=\"UTF-8\";\n\tlabel=%1;\n").arg(dotQuotedLabel(scenario.title));
    DotNodes(out, graph).write();
    for (const GraphRows::Edge &edge : graph.edges) {
        const QStringList direction = edge.directed ? QStringList() : QStringList{QStringLiteral("dir=none")};
        out += QStringLiteral("\t%1 -> %2").arg(dotQuoted(edge.source), dotQuoted(edge.target));
        out += dotAttributes(graph.edgeHeaders, edge.cells, QStringLiteral("title"), direction);
        out += QStringLiteral(";\n");
    }
    out += QStringLiteral("}\n");
    return {out.toUtf8(), lossesOfGraph(scenario, QStringLiteral("DOT"))};
}

} // namespace entente::formats
