#include "formats/gexfreader.h"

#include "formats/xmlgraph.h"

namespace entente::formats {

namespace {

class GexfReader : public XmlGraphReader
{
public:
    explicit GexfReader(const ForeignFile &file)
        : XmlGraphReader(file, QStringLiteral("GEXF"))
    {}

    Outcome<document::Document> read()
    {
        if (begin("gexf"))
            within([this] { readTop(); });
        return finish(m_title);
    }

private:
    using Attributes = GraphTables::Attributes;
    struct Key
    {
        QString title;
        QString standard; // its default; null for none
    };
    struct Keys
    {
        QHash<QString, Key> byId;
        QStringList ids; // in the file's order
    };

    void readTop()
    {
        if (is("graph")) {
            m_isDirected = attribute("defaultedgetype").text != QLatin1String("undirected");
            within([this] { readPart(); });
        } else if (is("meta")) {
            within([this] {
                const bool isTitle = is("title") || (is("description") && m_title.isEmpty());
                const QString text = m_xml.textWithin().simplified();
                if (isTitle)
                    m_title = text;
            });
        } else {
            m_xml.skipElement();
        }
    }

    void readPart()
    {
        if (is("attributes"))
            readKeys(attribute("class").text == QLatin1String("edge") ? m_edgeKeys : m_nodeKeys);
        else if (is("nodes"))
            readNodes({});
        else if (is("edges"))
            within([this] { readEdge(); });
        else
            m_xml.skipElement();
    }

    void readKeys(Keys &keys)
    {
        within([&] {
            Key key{attribute("title").text, {}};
            const QString id = attribute("id").text;
            within([&] {
                const bool isDefault = is("default");
                const QString text = m_xml.textWithin();
                if (isDefault)
                    key.standard = text;
            });
            if (!keys.byId.contains(id))
                keys.ids.append(id);
            keys.byId.insert(id, key);
        });
    }

    void readNodes(const Cell &parent)
    {
        within([&] {
            if (is("node"))
                readNode(parent);
            else
                m_xml.skipElement();
        });
    }

    void readNode(const Cell &parent)
    {
        const Cell pid = attribute("pid");
        GraphTables::Node node{attribute("id"), attribute("label"), pid.text.isEmpty() ? parent : pid, {}};
        keep(node.attributes, {{"start", "start"}, {"end", "end"}, {"timestamp", "timestamp"}});
        const size_t begun = m_tables.begin();
        within([&] {
            if (is("attvalues"))
                readValues(node.attributes, m_nodeKeys);
            else if (is("nodes"))
                readNodes(node.key);
            else if (is("edges"))
                within([this] { readEdge(); });
            else if (is("parents"))
                readParents(node.parent);
            else
                m_xml.skipElement();
        });
        setDefaults(node.attributes, m_nodeKeys);
        if (!m_tables.end(begun, std::move(node)))
            stop();
    }

    // The first of several parents counts, as one node is in one group only.
    void readParents(Cell &parent)
    {
        within([&] {
            const Cell named = attribute("for");
            if (!parent.text.isEmpty() && named.text != parent.text)
                m_tables.draft().warn(QStringLiteral("parents-left-out"), here(),
                                      QStringLiteral("a node has several parents; only the first is read"));
            else
                parent = named;
            m_xml.skipElement();
        });
    }

    // Attributes of the element that say something, each under the name given.
    void keep(Attributes &attributes,
              std::initializer_list<std::pair<const char *, const char *>> names) const
    {
        for (const auto &[name, as] : names) {
            if (const Cell value = attribute(name); !value.text.isEmpty())
                attributes.push_back({QString::fromLatin1(as), value});
        }
    }

    void readEdge()
    {
        if (!is("edge")) {
            m_xml.skipElement();
            return;
        }
        const QString type = attribute("type").text;
        GraphTables::Edge edge{
            attribute("id"), attribute("label"), {attribute("source"), attribute("target")}, {}, {}};
        edge.directed = type.isEmpty() ? m_isDirected : type == QLatin1String("directed");
        keep(edge.attributes, {{"kind", "kind"},
                               {"weight", "weight"},
                               {"start", "start"},
                               {"end", "end"},
                               {"datefrom", "start"}, // as older versions have it
                               {"dateto", "end"},
                               {"timestamp", "timestamp"}});
        within([&] {
            if (is("attvalues"))
                readValues(edge.attributes, m_edgeKeys);
            else if (is("spells"))
                readSpells(edge.attributes);
            else
                m_xml.skipElement();
        });
        setDefaults(edge.attributes, m_edgeKeys);
        if (!m_tables.add(std::move(edge)))
            stop();
    }

    // The first spell is the period; that there are more is said.
    void readSpells(Attributes &attributes)
    {
        int spells = 0;
        within([&] {
            for (const char *name : {"start", "end"}) {
                if (spells == 0 && !attribute(name).text.isEmpty())
                    attributes.push_back({QString::fromLatin1(name), attribute(name)});
            }
            if (++spells == 2)
                m_tables.draft().warn(QStringLiteral("spells-left-out"), here(),
                                      QStringLiteral("an edge has several spells; only the first is read"));
            m_xml.skipElement();
        });
    }

    // A value that changes in time is the one that was given last.
    void readValues(Attributes &attributes, const Keys &keys)
    {
        within([&] {
            const QString id = attribute("for").text.isEmpty() ? attribute("id").text : attribute("for").text;
            const auto key = keys.byId.constFind(id);
            const QString name = key == keys.byId.constEnd() ? id : key->title;
            const auto same = std::find_if(attributes.begin(), attributes.end(),
                                           [&name](const auto &attribute) { return attribute.name == name; });
            if (same == attributes.end())
                attributes.push_back({name, attribute("value")});
            else
                same->cell = attribute("value");
            m_xml.skipElement();
        });
    }

    void setDefaults(Attributes &attributes, const Keys &keys) const
    {
        for (const QString &id : keys.ids) {
            const Key &key = *keys.byId.constFind(id);
            const bool given =
                std::any_of(attributes.begin(), attributes.end(),
                            [&key](const auto &attribute) { return attribute.name == key.title; });
            if (!key.standard.isNull() && !given)
                attributes.push_back({key.title, cell(key.standard)});
        }
    }

    Keys m_nodeKeys;
    Keys m_edgeKeys;
    QString m_title;
    bool m_isDirected = true;
};

} // namespace

Likeness recogniseGexf(QByteArrayView bytes)
{
    return hasXmlRoot(bytes, "gexf");
}

Outcome<document::Document> readGexf(const ForeignFile &file)
{
    return GexfReader(file).read();
}

} // namespace entente::formats
