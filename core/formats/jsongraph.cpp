#include "formats/jsongraph.h"

#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "formats/graphtables.h"

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

// A scalar's text; of what is deeper its JSON.
Cell cellOf(const Value &value)
{
    Cell cell{value.text(), value.position(), value.isNumber(), value.isBoolean()};
    if (value.isBoolean())
        cell.text = value.truth() ? QStringLiteral("true") : QStringLiteral("false");
    else if (value.isArray() || value.isObject())
        cell.text = QString::fromUtf8(document::toCompactJson(value));
    return cell;
}

Cell cellAt(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    return value ? cellOf(*value) : Cell{{}, object.position()};
}

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

// The beginning of a text that names all these members, in any order, and is no scenario.
bool namesMembers(QByteArrayView bytes, std::initializer_list<QByteArrayView> keys)
{
    constexpr qsizetype head = 1 << 20; // nodes come before links, and may be long
    const QByteArrayView start = bytes.first(std::min(bytes.size(), head));
    const auto names = [&start](QByteArrayView key) {
        const QByteArray quoted = '"' + key.toByteArray() + '"';
        return start.indexOf(quoted) >= 0;
    };
    return start.trimmed().startsWith('{') && std::all_of(keys.begin(), keys.end(), names) &&
           start.indexOf("\"entente-scenario\"") < 0;
}

// What both formats share: a JSON document whose objects are nodes and edges.
class JsonGraphReader
{
public:
    JsonGraphReader(const ForeignFile &file, const QString &formatTitle)
        : m_file(file)
        , m_tables(file, formatTitle)
    {}

protected:
    bool begin()
    {
        const ReadOptions &options = m_file.options;
        auto root = document::readJson(m_file.bytes.toByteArray(), m_file.path, 0, options.limits.ofJson(),
                                       options.progress);
        m_tables.draft().problems.append(root.problems);
        if (root)
            m_root = std::move(*root.value);
        return m_root.isObject();
    }

    // The objects of a list; what else is in it is said and left out.
    template <typename Visit> bool eachOf(const Value *list, const char *what, Visit visit)
    {
        if (!list)
            return true;
        if (!list->isArray()) {
            m_tables.draft().error(
                QStringLiteral("wrong-type"), list->position(),
                QStringLiteral("\"%1\" is %2").arg(QLatin1String(what), typeName(list->type())),
                QStringLiteral("expected an array"));
            return false;
        }
        for (const Member &item : list->items()) {
            if (item.value.isObject()) {
                if (!visit(item.value))
                    return false;
            } else {
                m_tables.draft().warn(QStringLiteral("wrong-type"), item.value.position(),
                                      QStringLiteral("an item of \"%1\" is %2; it is left out")
                                          .arg(QLatin1String(what), typeName(item.value.type())),
                                      QStringLiteral("expected an object"));
            }
        }
        return true;
    }

    const ForeignFile &m_file;
    GraphTables m_tables;
    Value m_root;
};

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
            const bool goesOn =
                eachOf(m_root.find(u"nodes"), "nodes", [this](const Value &node) { return readNode(node); });
            for (const char *key : {"links", "edges"}) {
                if (goesOn)
                    eachOf(m_root.find(QString::fromLatin1(key)), key,
                           [this](const Value &link) { return readLink(link); });
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
        const auto add = [this](const Value &element) { return readElement(element); };
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
