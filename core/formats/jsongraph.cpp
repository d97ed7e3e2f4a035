#include "formats/jsongraph.h"

#include "formats/jsongraphreader.h"

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

bool isOn(const Value *flag)
{
    return flag && flag->isBoolean() && flag->truth();
}

// The members that none of these keys name.
GraphTables::Attributes attributesOf(const Value &object, const QStringList &known)
{
    GraphTables::Attributes attributes;
    for (const Member &member : object.members()) {
        if (!known.contains(member.key) && !member.value.isNull())
            attributes.push_back({member.key, cellOf(member.value)});
    }
    return attributes;
}

class NodeLinkReader : public JsonGraphReader
{
public:
    explicit NodeLinkReader(const ForeignFile &file)
        : JsonGraphReader(file, QStringLiteral("node-link JSON"))
    {}

    Outcome<document::Document> read()
    {
        if (begin()) {
            m_isDirected = isOn(m_root.find(u"directed"));
            const bool goesOn = eachOf(m_root.find(u"nodes"), "nodes",
                                       [this](const Value &node, const QString &) { return readNode(node); });
            for (const char *key : {"links", "edges"}) {
                if (goesOn)
                    eachOf(m_root.find(QString::fromLatin1(key)), key,
                           [this](const Value &link, const QString &) { return readLink(link); });
            }
        }
        return m_tables.finish(titleOf());
    }

private:
    QString titleOf() const
    {
        const Value *graph = m_root.find(u"graph");
        for (const Value *holder : {graph, &m_root}) {
            for (const char *key : {"title", "name"}) {
                const Value *title =
                    holder && holder->isObject() ? holder->find(QString::fromLatin1(key)) : nullptr;
                if (title && title->isString())
                    return title->text();
            }
        }
        return {};
    }

    bool readNode(const Value &value)
    {
        GraphTables::Node node{cellAt(value, u"id"), {}, cellAt(value, u"parent"), {}};
        if (node.key.text.isEmpty())
            node.key.text = QString::number(m_ids.size());
        m_ids.append(node.key.text);
        m_known.insert(node.key.text);
        node.attributes = attributesOf(value, {QStringLiteral("id"), QStringLiteral("parent")});
        return m_tables.add(std::move(node));
    }

    // An end that is no id is a number in the list of nodes; D3 puts the node itself there once it has run.
    Cell endAt(const Value &link, QStringView key) const
    {
        const Value *value = link.find(key);
        if (value && value->isObject())
            return cellAt(*value, u"id");
        Cell cell = cellAt(link, key);
        bool isNumber = false;
        const qsizetype index = cell.text.toLongLong(&isNumber);
        if (cell.isNumber && isNumber && !m_known.contains(cell.text) && index >= 0 && index < m_ids.size())
            cell.text = m_ids[index];
        return cell;
    }

    bool readLink(const Value &value)
    {
        GraphTables::Edge edge{
            cellAt(value, u"id"), {}, {endAt(value, u"source"), endAt(value, u"target")}, {}, {}};
        edge.directed = m_isDirected;
        edge.attributes = attributesOf(value, {QStringLiteral("id"), QStringLiteral("source"),
                                               QStringLiteral("target"), QStringLiteral("key")});
        return m_tables.add(std::move(edge));
    }

    bool m_isDirected = false;
    QStringList m_ids; // of nodes, in order
    QSet<QString> m_known;
};

class CytoscapeReader : public JsonGraphReader
{
public:
    explicit CytoscapeReader(const ForeignFile &file)
        : JsonGraphReader(file, QStringLiteral("Cytoscape.js JSON"))
    {}

    Outcome<document::Document> read()
    {
        const Value *elements = begin() ? m_root.find(u"elements") : nullptr;
        const auto add = [this](const Value &element, const QString &) { return readElement(element); };
        if (elements && elements->isArray())
            eachOf(elements, "elements", add);
        else if (elements && elements->isObject() && eachOf(elements->find(u"nodes"), "nodes", add))
            eachOf(elements->find(u"edges"), "edges", add);
        const Value *data = m_root.isObject() ? m_root.find(u"data") : nullptr;
        return m_tables.finish(data && data->isObject() ? cellAt(*data, u"name").text : QString());
    }

private:
    bool readElement(const Value &element)
    {
        const Value *data = element.find(u"data");
        if (!data || !data->isObject()) {
            m_tables.draft().warn(QStringLiteral("no-data"), element.position(),
                                  QStringLiteral("an element has no \"data\"; it is left out"));
            return true;
        }
        if (data->find(u"source")) {
            GraphTables::Edge edge{
                cellAt(*data, u"id"), {}, {cellAt(*data, u"source"), cellAt(*data, u"target")}, {}, {}};
            edge.attributes = attributesOf(
                *data, {QStringLiteral("id"), QStringLiteral("source"), QStringLiteral("target")});
            return m_tables.add(std::move(edge));
        }
        GraphTables::Node node{cellAt(*data, u"id"), {}, cellAt(*data, u"parent"), {}};
        node.attributes = attributesOf(*data, {QStringLiteral("id"), QStringLiteral("parent")});
        return m_tables.add(std::move(node));
    }
};

} // namespace

Likeness recogniseNodeLink(QByteArrayView bytes)
{
    const bool hasEdges = namesMembers(bytes, {"nodes", "links"}) || namesMembers(bytes, {"nodes", "edges"});
    return hasEdges && !namesMembers(bytes, {"elements"}) ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readNodeLink(const ForeignFile &file)
{
    return NodeLinkReader(file).read();
}

Likeness recogniseCytoscape(QByteArrayView bytes)
{
    return namesMembers(bytes, {"elements", "data"}) ? Likeness::Yes : Likeness::No;
}

Outcome<document::Document> readCytoscape(const ForeignFile &file)
{
    return CytoscapeReader(file).read();
}

} // namespace entente::formats
