#include "formats/oligrapherreader.h"

#include "formats/jsongraphreader.h"
#include "formats/markup.h"

#include <array>

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

// Where and how a thing is drawn.
const QStringList &drawing()
{
    static const QStringList keys =
        QString::fromLatin1("x y x1 y1 x2 y2 cx cy s1 s2 xb yb scale status dash image "
                            "hide_image filename fixed custom color edgeIds display")
            .split(u' ');
    return keys;
}

// LittleSis's categories of relationships, from 1.
constexpr std::array categories{"Position",     "Education",   "Membership", "Family",
                                "Donation",     "Transaction", "Lobbying",   "Social",
                                "Professional", "Ownership",   "Hierarchy",  "Generic"};

// A member of the thing, or of how it is displayed.
Cell either(const Value &thing, QStringView key)
{
    const Value *display = thing.find(u"display");
    const bool isThere = thing.find(key) || !display || !display->isObject();
    return cellAt(isThere ? thing : *display, key);
}

class OligrapherReader : public JsonGraphReader
{
public:
    explicit OligrapherReader(const ForeignFile &file)
        : JsonGraphReader(file, QStringLiteral("an Oligrapher map"))
    {
        m_mayBeMaps = true;
    }

    Outcome<document::Document> read()
    {
        if (!begin())
            return m_tables.finish({});
        const Value &map = mapIn(m_root);
        const auto node = [this](const Value &value, const QString &key) { return readNode(value, key); };
        const auto edge = [this](const Value &value, const QString &key) { return readEdge(value, key); };
        if (eachOf(map.find(u"entities"), "entities", node) && eachOf(map.find(u"nodes"), "nodes", node) &&
            eachOf(map.find(u"rels"), "rels", edge))
            eachOf(map.find(u"edges"), "edges", edge);
        readTexts(map);
        readSources();
        return m_tables.finish(aboutIt(u"title"));
    }

private:
    // The object that holds the graph: the root, or what it has it in.
    static const Value &mapIn(const Value &root)
    {
        const auto holds = [](const Value *value) {
            return value && value->isObject() && (value->find(u"nodes") || value->find(u"entities"));
        };
        if (holds(&root))
            return root;
        for (const char *key : {"data", "graph", "graph_data"}) {
            const Value *inner = root.find(QString::fromLatin1(key));
            if (holds(inner))
                return *inner;
            if (inner && inner->isObject() && holds(inner->find(u"graph")))
                return *inner->find(u"graph");
        }
        const Value *maps = root.find(u"maps"); // of a collection, the first is the whole map
        return maps && !maps->items().empty() && holds(&maps->items().front().value)
                   ? maps->items().front().value
                   : root;
    }

    // Of the map as a whole: in the root, its "attributes" or its "data".
    QString aboutIt(QStringView key) const
    {
        for (const Value *holder : {&m_root, m_root.find(u"attributes"), m_root.find(u"data")}) {
            const Value *value = holder && holder->isObject() ? holder->find(key) : nullptr;
            if (value && value->isString() && !value->text().trimmed().isEmpty())
                return textOfHtml(value->text());
        }
        return {};
    }

    // ---- nodes and edges

    void keepOthers(const Value &thing, const QStringList &known, GraphTables::Attributes &attributes)
    {
        const Value *display = thing.find(u"display");
        for (const Value *holder : {&thing, display}) {
            if (!holder || !holder->isObject())
                continue;
            for (const Member &member : holder->members()) {
                if (!known.contains(member.key) && !drawing().contains(member.key) && !member.value.isNull())
                    attributes.push_back({member.key, cellOf(member.value)});
            }
        }
    }

    bool readNode(const Value &value, const QString &key)
    {
        GraphTables::Node node{either(value, u"id"), either(value, u"name"), {}, {}};
        if (node.key.text.isEmpty())
            node.key.text = key;
        m_names.insert(node.key.text, node.label.text);
        const QString type = QStringLiteral("type");
        for (const QString &description : {QStringLiteral("description"), QStringLiteral("blurb")}) {
            const Cell note = either(value, description);
            if (!note.text.isEmpty())
                node.attributes.push_back({QStringLiteral("note"), note});
        }
        const Cell kind = either(value, u"primary_ext");
        if (!kind.text.isEmpty() && !value.find(type))
            node.attributes.push_back({type, kind});
        keepOthers(value,
                   {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("description"),
                    QStringLiteral("blurb"), QStringLiteral("primary_ext")},
                   node.attributes);
        return m_tables.add(std::move(node));
    }

    // Newer maps say which end the arrow is at; "left" and "right" depend on the drawing and say nothing.
    static void setDirection(GraphTables::Edge &edge, const Value &value)
    {
        const Cell arrow = either(value, u"arrow");
        const Cell directional = either(value, u"is_directional");
        if (arrow.text == QLatin1String("2->1"))
            std::swap(edge.ends[0], edge.ends[1]);
        if (arrow.text == QLatin1String("1->2") || arrow.text == QLatin1String("2->1"))
            edge.directed = true;
        else if (arrow.isTruth || directional.isTruth)
            edge.directed = arrow.text == QLatin1String("true") || directional.text == QLatin1String("true");
        else if (!arrow.text.isEmpty())
            edge.attributes.push_back({QStringLiteral("arrow"), arrow});
    }

    bool readEdge(const Value &value, const QString &key)
    {
        const bool isOld = value.find(u"entity1_id");
        GraphTables::Edge edge{either(value, u"id"),
                               either(value, u"label"),
                               {either(value, isOld ? u"entity1_id" : u"node1_id"),
                                either(value, isOld ? u"entity2_id" : u"node2_id")},
                               {},
                               {}};
        if (edge.key.text.isEmpty())
            edge.key.text = key;
        if (edge.ends[0].text.isEmpty() || edge.ends[1].text.isEmpty()) {
            m_tables.draft().warn(QStringLiteral("edge-without-end"), value.position(),
                                  QStringLiteral("an edge names fewer than two nodes; it is left out"));
            return true;
        }
        setDirection(edge, value);
        setCategory(edge, value);
        keepOthers(
            value,
            QString::fromLatin1("id label entity1_id entity2_id node1_id node2_id arrow is_directional "
                                "category_id category_ids")
                .split(u' '),
            edge.attributes);
        return m_tables.add(std::move(edge));
    }

    static void setCategory(GraphTables::Edge &edge, const Value &value)
    {
        Cell category = either(value, u"category_id");
        const Value *several = value.find(u"category_ids");
        if (category.text.isEmpty() && several && several->isArray() && !several->items().empty())
            category = cellOf(several->items().front().value);
        const size_t number = category.text.toUInt();
        if (number >= 1 && number <= categories.size())
            edge.attributes.push_back(
                {QStringLiteral("kind"), {QString::fromLatin1(categories[number - 1]), category.at}});
    }

    // ---- what is said beside them

    void readTexts(const Value &map)
    {
        ScenarioDraft &draft = m_tables.draft();
        QString summary = aboutIt(u"subtitle");
        if (summary.isEmpty())
            summary = aboutIt(u"description");
        draft.setSummary(summary, m_root.position());
        int captions = 0;
        const auto caption = [&](const Value &value, const QString &) {
            const Cell text = either(value, u"text");
            draft.keepOfWhole(QStringLiteral("caption %1").arg(++captions), textOfHtml(text.text), text.at);
            return true;
        };
        eachOf(map.find(u"texts"), "texts", caption);
        eachOf(map.find(u"captions"), "captions", caption);
        const Value *annotations = m_root.find(u"annotations");
        if (!annotations && m_root.find(u"data"))
            annotations = m_root.find(u"data")->find(u"annotations");
        if (annotations && annotations->isObject() && annotations->find(u"list"))
            annotations = annotations->find(u"list");
        int number = 0;
        eachOf(annotations, "annotations", [&](const Value &value, const QString &) {
            draft.keepOfWhole(QStringLiteral("annotation %1").arg(++number), annotationText(value),
                              value.position());
            return true;
        });
    }

    // "The revolving door: … (Goldman Sachs, US Treasury)": with the names of what it is about.
    QString annotationText(const Value &value) const
    {
        QString text = textOfHtml(cellAt(value, u"header").text);
        if (text.isEmpty())
            text = textOfHtml(cellAt(value, u"title").text);
        const QString body = textOfHtml(cellAt(value, u"text").text);
        if (!body.isEmpty())
            text += text.isEmpty() ? body : QStringLiteral(": ") + body;
        QStringList names;
        const Value *ids = value.find(u"nodeIds");
        for (const Member &id : ids && ids->isArray() ? ids->items() : std::vector<Member>()) {
            const QString name = m_names.value(cellOf(id.value).text);
            if (!name.isEmpty())
                names.append(name);
        }
        return names.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, names.join(QStringLiteral(", ")));
    }

    void readSources()
    {
        eachOf(m_root.find(u"sources"), "sources", [this](const Value &value, const QString &) {
            const Cell title = cellAt(value, u"title");
            const Cell url = cellAt(value, u"url");
            const QString name = title.text.isEmpty() ? url.text : title.text;
            if (name.isEmpty())
                return true;
            const QString id = m_tables.draft().source(name, title.at);
            if (url.text.startsWith(QLatin1String("http://")) ||
                url.text.startsWith(QLatin1String("https://")))
                m_tables.draft().sourceOf(id).set(QStringLiteral("url"),
                                                  ScenarioDraft::text(url.text, url.at));
            return true;
        });
    }

    QHash<QString, QString> m_names; // of nodes, by id
};

} // namespace

Likeness recogniseOligrapher(QByteArrayView bytes)
{
    const bool isOld = namesMembers(bytes, {"entities", "rels"});
    const bool isNew = namesMembers(bytes, {"nodes", "edges", "captions"}) ||
                       namesMembers(bytes, {"nodes", "edges", "node1_id"});
    return isOld || isNew ? Likeness::Yes : Likeness::Maybe;
}

Outcome<document::Document> readOligrapher(const ForeignFile &file)
{
    return OligrapherReader(file).read();
}

} // namespace entente::formats
