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
            readGraph({}, 1);
        else
            m_xml.skipCurrentElement();
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
                key.standard = textWithin();
            else
                m_xml.skipCurrentElement();
        });
        m_keys.insert(id, key);
        m_order.append(id);
    }

    void readGraph(const Cell &parent, int depth)
    {
        if (!m_tables.isWithinDepth(depth, here())) {
            stop();
            return;
        }
        const bool directed = attribute("edgedefault").text != QLatin1String("undirected");
        within([&] {
            if (is("node"))
                readNode(parent, depth);
            else if (is("edge"))
                readEdge(directed);
            else if (is("hyperedge"))
                readHyperedge();
            else if (is("data") && depth == 1 && isTitle())
                m_title = textWithin().simplified();
            else
                m_xml.skipCurrentElement();
        });
    }

    bool isTitle() const
    {
        const QString name = m_keys.value(attribute("key").text).name.toLower();
        return name == QLatin1String("title") || name == QLatin1String("name");
    }

    void readNode(const Cell &parent, int depth)
    {
        Node node{attribute("id"), {}, parent, {}};
        const auto add = [this](Node whole) {
            setDefaults(whole.attributes, true);
            if (!m_tables.add(std::move(whole)))
                stop();
        };
        bool isAdded = false;
        within([&] {
            if (is("data")) {
                readData(node.label, node.attributes);
            } else if (is("graph")) {
                if (!isAdded) // before what is in it
                    add(node);
                isAdded = true;
                readGraph(node.key, depth + 1);
            } else {
                m_ports += is("port") ? 1 : 0;
                m_xml.skipCurrentElement();
            }
        });
        if (!isAdded)
            add(node);
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
                m_xml.skipCurrentElement();
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
            m_xml.skipCurrentElement();
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
        value.text = textWithin().trimmed();
        attributes.push_back({key == m_keys.constEnd() ? id : key->name, value});
    }

    // yEd's drawing of a thing, down to the first label that says something.
    void readDrawing(Cell &label)
    {
        int depth = 1;
        while (depth > 0 && goesOn()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::StartElement) {
                const bool isLabel = is("NodeLabel") || is("EdgeLabel");
                if (!isLabel || !label.text.isEmpty()) {
                    ++depth;
                    continue;
                }
                label = cell({});
                label.text = textWithin().simplified();
            }
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
