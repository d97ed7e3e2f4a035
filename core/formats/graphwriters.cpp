#include "formats/graphwriters.h"

#include "document/jsonwriter.h"
#include "formats/graphtables.h"

#include <QXmlStreamWriter>

namespace entente::formats {

using document::Value;

namespace {

// XML forbids these characters, however they are written.
QString cleanForXml(QString text)
{
    text.removeIf([](QChar c) {
        return (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c == QChar(0xfffe) ||
               c == QChar(0xffff);
    });
    return text;
}

// A document in XML, indented, that ends with a newline.
class XmlText
{
public:
    XmlText()
        : m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeStartDocument();
    }

    void open(const char *element) { m_xml.writeStartElement(QLatin1String(element)); }
    void close() { m_xml.writeEndElement(); }
    void attribute(const char *name, const QString &value)
    {
        m_xml.writeAttribute(QLatin1String(name), cleanForXml(value));
    }
    void text(const QString &text) { m_xml.writeCharacters(cleanForXml(text)); }
    QByteArray take()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

QString keyFor(char letter, qsizetype column)
{
    return QLatin1Char(letter) + QString::number(column);
}

// ---- GraphML

void writeKeys(XmlText &out, char letter, const char *of, const QStringList &headers)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        out.open("key");
        out.attribute("id", keyFor(letter, i));
        out.attribute("for", QLatin1String(of));
        out.attribute("attr.name", headers[i]);
        out.attribute("attr.type", QStringLiteral("string"));
        out.close();
    }
}

void writeData(XmlText &out, char letter, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isEmpty())
            continue;
        out.open("data");
        out.attribute("key", keyFor(letter, i));
        out.text(cells[i]);
        out.close();
    }
}

// Nodes within nodes, as deep as groups are; parts by the id of their whole.
class GraphmlNodes
{
public:
    GraphmlNodes(XmlText &out, const QList<GraphRows::Node> &nodes)
        : m_out(out)
    {
        for (const GraphRows::Node &node : nodes)
            m_parts[node.parent].append(&node);
    }

    void write(const QString &parent = {}) // groups are checked to be no deeper than 100
    {
        for (const GraphRows::Node *node : m_parts.value(parent)) {
            m_out.open("node");
            m_out.attribute("id", node->id);
            writeData(m_out, 'n', node->cells);
            if (m_parts.contains(node->id)) {
                m_out.open("graph");
                m_out.attribute("id", node->id + u':');
                m_out.attribute("edgedefault", QStringLiteral("directed"));
                write(node->id);
                m_out.close();
            }
            m_out.close();
        }
    }

private:
    XmlText &m_out;
    QHash<QString, QList<const GraphRows::Node *>> m_parts;
};

} // namespace

Outcome<QByteArray> writeGraphml(const domain::Scenario &scenario)
{
    const GraphRows graph = graphOf(scenario);
    XmlText out;
    out.open("graphml");
    out.attribute("xmlns", QStringLiteral("http://graphml.graphdrawing.org/xmlns"));
    writeKeys(out, 'g', "graph", {QStringLiteral("title")});
    writeKeys(out, 'n', "node", graph.nodeHeaders);
    writeKeys(out, 'e', "edge", graph.edgeHeaders);
    out.open("graph");
    out.attribute("edgedefault", QStringLiteral("directed"));
    writeData(out, 'g', {scenario.title});
    GraphmlNodes(out, graph.nodes).write();
    for (const GraphRows::Edge &edge : graph.edges) {
        out.open("edge");
        out.attribute("source", edge.source);
        out.attribute("target", edge.target);
        if (!edge.directed)
            out.attribute("directed", QStringLiteral("false"));
        writeData(out, 'e', edge.cells);
        out.close();
    }
    return {out.take(), lossesOfGraph(scenario, QStringLiteral("GraphML"))};
}

namespace {

// ---- GEXF

void writeGexfKeys(XmlText &out, const char *of, const QStringList &headers)
{
    out.open("attributes");
    out.attribute("class", QLatin1String(of));
    for (qsizetype i = 0; i < headers.size(); ++i) {
        out.open("attribute");
        out.attribute("id", QString::number(i));
        out.attribute("title", headers[i]);
        out.attribute("type", QStringLiteral("string"));
        out.close();
    }
    out.close();
}

void writeGexfValues(XmlText &out, const QStringList &cells)
{
    out.open("attvalues");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isEmpty())
            continue;
        out.open("attvalue");
        out.attribute("for", QString::number(i));
        out.attribute("value", cells[i]);
        out.close();
    }
    out.close();
}

void writeGexfNodes(XmlText &out, const GraphRows &graph)
{
    out.open("nodes");
    for (const GraphRows::Node &node : graph.nodes) {
        out.open("node");
        out.attribute("id", node.id);
        out.attribute("label", node.cells.first());
        if (!node.parent.isEmpty())
            out.attribute("pid", node.parent);
        writeGexfValues(out, node.cells.mid(1)); // the name is the label
        out.close();
    }
    out.close();
}

void writeGexfEdges(XmlText &out, const GraphRows &graph)
{
    out.open("edges");
    for (qsizetype i = 0; i < graph.edges.size(); ++i) {
        const GraphRows::Edge &edge = graph.edges[i];
        out.open("edge");
        out.attribute("source", edge.source);
        out.attribute("target", edge.target);
        if (!edge.directed)
            out.attribute("type", QStringLiteral("undirected"));
        writeGexfValues(out, edge.cells);
        out.close();
    }
    out.close();
}

} // namespace

Outcome<QByteArray> writeGexf(const domain::Scenario &scenario)
{
    const GraphRows graph = graphOf(scenario);
    XmlText out;
    out.open("gexf");
    out.attribute("xmlns", QStringLiteral("http://gexf.net/1.3"));
    out.attribute("version", QStringLiteral("1.3"));
    out.open("meta");
    out.open("title");
    out.text(scenario.title);
    out.close();
    out.close();
    out.open("graph");
    out.attribute("defaultedgetype", QStringLiteral("directed"));
    writeGexfKeys(out, "node", graph.nodeHeaders.mid(1));
    writeGexfKeys(out, "edge", graph.edgeHeaders);
    writeGexfNodes(out, graph);
    writeGexfEdges(out, graph);
    return {out.take(), lossesOfGraph(scenario, QStringLiteral("GEXF"))};
}

namespace {

// ---- node-link JSON

void addTextMembers(Value &object, const QStringList &headers, const QStringList &cells)
{
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (!cells[i].isEmpty())
            object.add(headers[i], Value::string(cells[i]));
    }
}

} // namespace

Outcome<QByteArray> writeNodeLink(const domain::Scenario &scenario)
{
    const GraphRows graph = graphOf(scenario);
    Value about = Value::object();
    about.add(QStringLiteral("title"), Value::string(scenario.title));
    Value nodes = Value::array();
    for (const GraphRows::Node &node : graph.nodes) {
        Value object = Value::object();
        object.add(QStringLiteral("id"), Value::string(node.id));
        if (!node.parent.isEmpty())
            object.add(QStringLiteral("parent"), Value::string(node.parent));
        addTextMembers(object, graph.nodeHeaders, node.cells);
        nodes.append(std::move(object));
    }
    Value links = Value::array();
    for (const GraphRows::Edge &edge : graph.edges) {
        Value object = Value::object();
        object.add(QStringLiteral("source"), Value::string(edge.source));
        object.add(QStringLiteral("target"), Value::string(edge.target));
        addTextMembers(object, graph.edgeHeaders, edge.cells);
        links.append(std::move(object));
    }
    Value root = Value::object();
    root.add(QStringLiteral("directed"), Value::boolean(true));
    root.add(QStringLiteral("multigraph"), Value::boolean(true));
    root.add(QStringLiteral("graph"), std::move(about));
    root.add(QStringLiteral("nodes"), std::move(nodes));
    root.add(QStringLiteral("links"), std::move(links));
    return {document::toJson(root), lossesOfGraph(scenario, QStringLiteral("node-link JSON"))};
}

} // namespace entente::formats
