#include "formats/graphmlreader.h"

#include "formats/xmlgraph.h"

namespace entente::formats {

namespace {

using Edge = GraphTables::Edge;
using Node = GraphTables::Node;

class GraphmlReader : public XmlGraphReader
{
public:
    explicit GraphmlReader(const ForeignFile &file)
        : XmlGraphReader(file, QStringLiteral("GraphML"))
    {}

    Outcome<document::Document> read()
    {
        if (begin("graphml"))
            within([this] { readTop(); });
        if (m_ports > 0)
            m_tables.draft().warn(QStringLiteral("ports-left-out"), {},
                                  QStringLiteral("%1 ports are left out").arg(m_ports));
        return finish(m_title);
    }

private:
    // An attribute that is declared once and given by its id.
    struct Key
    {
        QString name;
        QString standard; // its default; null for none
        bool isOfNodes = true;
        bool isOfEdges = true;
        bool isDrawing = false; // how yEd draws the thing; its label is in it
    };

    void readTop()
    {
        if (is("key"))
            readKey();
        else if (is("graph"))
            readGraph({});
        else
            m_xml.skipElement();
    }

    void readKey()
    {
        const QString id = attribute("id").text;
        Key key;
        key.name = attribute("attr.name").text;
        const QString drawing = attribute("yfiles.type").text;
        key.isDrawing = drawing == QLatin1String("nodegraphics") || drawing == QLatin1String("edgegraphics");
        if (key.name.isEmpty())
            key.name = id;
        const QString of = attribute("for").text;
        key.isOfNodes = of != QLatin1String("edge") && of != QLatin1String("graph");
        key.isOfEdges = of != QLatin1String("node") && of != QLatin1String("graph");
        within([&] {
            if (is("default"))
                key.standard = m_xml.textWithin();
            else
                m_xml.skipElement();
        });
        m_keys.insert(id, key);
        m_order.append(id);
    }

    void readGraph(const Cell &parent)
    {
        const bool directed = attribute("edgedefault").text != QLatin1String("undirected");
        within([&] {
            if (is("node"))
                readNode(parent);
            else if (is("edge"))
                readEdge(directed);
            else if (is("hyperedge"))
                readHyperedge();
            else if (is("data") && parent.text.isEmpty() && isTitle())
                m_title = m_xml.textWithin().simplified();
            else
                m_xml.skipElement();
        });
    }

    bool isTitle() const
    {
        const QString name = m_keys.value(attribute("key").text).name.toLower();
        return name == QLatin1String("title") || name == QLatin1String("name");
    }

    void readNode(const Cell &parent)
    {
        Node node{attribute("id"), {}, parent, {}};
        const size_t begun = m_tables.begin();
        within([&] {
            if (is("data")) {
                readData(node.label, node.attributes);
            } else if (is("graph")) {
                readGraph(node.key);
            } else {
                m_ports += is("port") ? 1 : 0;
                m_xml.skipElement();
            }
        });
        setDefaults(node.attributes, true);
        if (!m_tables.end(begun, std::move(node)))
            stop();
    }

    void readEdge(bool directedByDefault)
    {
        const QString directed = attribute("directed").text;
        Edge edge{attribute("id"), {}, {attribute("source"), attribute("target")}, {}, {}};
        edge.directed = directed.isEmpty()
                            ? directedByDefault
                            : directed == QLatin1String("true") || directed == QLatin1String("1");
        within([&] {
            if (is("data"))
                readData(edge.label, edge.attributes);
            else
                m_xml.skipElement();
        });
        setDefaults(edge.attributes, false);
        if (!m_tables.add(std::move(edge)))
            stop();
    }

    void readHyperedge()
    {
        Edge edge{attribute("id"), {}, {}, false, {}};
        within([&] {
            if (is("data")) {
                readData(edge.label, edge.attributes);
                return;
            }
            if (is("endpoint"))
                edge.ends.push_back(attribute("node"));
            m_xml.skipElement();
        });
        setDefaults(edge.attributes, false);
        if (!m_tables.add(std::move(edge)))
            stop();
    }

    void readData(Cell &label, GraphTables::Attributes &attributes)
    {
        const QString id = attribute("key").text;
        const auto key = m_keys.constFind(id);
        if (key != m_keys.constEnd() && key->isDrawing) {
            readDrawing(label);
            return;
        }
        if (key == m_keys.constEnd())
            m_tables.draft().warn(
                QStringLiteral("undeclared-key"), here(),
                QStringLiteral("no <key> has the id \"%1\"; it is taken for a name").arg(id));
        Cell value = cell({});
        value.text = m_xml.textWithin().trimmed();
        attributes.push_back({key == m_keys.constEnd() ? id : key->name, value});
    }

    // yEd's drawing of a thing, down to the first label that says something.
    void readDrawing(Cell &label)
    {
        const int outside = m_xml.depth() - 1;
        while (m_xml.depth() > outside && m_xml.next()) {
            const bool isLabel = m_xml.isStartElement() && (is("NodeLabel") || is("EdgeLabel"));
            if (!isLabel || !label.text.isEmpty())
                continue;
            label = cell({});
            label.text = m_xml.textWithin().simplified();
        }
    }

    void setDefaults(GraphTables::Attributes &attributes, bool ofNode) const
    {
        for (const QString &id : m_order) {
            const Key &key = *m_keys.constFind(id);
            if (key.standard.isNull() || !(ofNode ? key.isOfNodes : key.isOfEdges))
                continue;
            const bool given =
                std::any_of(attributes.begin(), attributes.end(),
                            [&key](const auto &attribute) { return attribute.name == key.name; });
            if (!given)
                attributes.push_back({key.name, cell(key.standard)});
        }
    }

    QHash<QString, Key> m_keys;
    QStringList m_order;
    QString m_title;
    int m_ports = 0;
};

} // namespace

Likeness recogniseGraphml(QByteArrayView bytes)
{
    return hasXmlRoot(bytes, "graphml");
}

Outcome<document::Document> readGraphml(const ForeignFile &file)
{
    return GraphmlReader(file).read();
}

} // namespace entente::formats
