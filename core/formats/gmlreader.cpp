#include "formats/gmlreader.h"

#include "formats/gmltokens.h"
#include "formats/graphtables.h"

#include <algorithm>

namespace entente::formats {

namespace {

using Attributes = GraphTables::Attributes;
using Kind = GmlToken::Kind;

// A list's scalars, those of lists within it under both names: "graphics x". Of a name that is given several
// times the values are put together.
struct FlatList
{
    Attributes attributes;
    document::Position at;

    Cell take(const char *name)
    {
        const auto found = std::find_if(attributes.begin(), attributes.end(), [name](const auto &attribute) {
            return attribute.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        });
        if (found == attributes.end())
            return {{}, at};
        Cell cell = found->cell;
        attributes.erase(found);
        return cell;
    }

    void add(const QString &name, const Cell &cell)
    {
        constexpr size_t fewNames = 200; // beyond them looking for each would take too long
        const auto same =
            attributes.size() > fewNames
                ? attributes.end()
                : std::find_if(attributes.begin(), attributes.end(),
                               [&name](const auto &attribute) { return attribute.name == name; });
        if (same == attributes.end())
            attributes.push_back({name, cell});
        else
            same->cell.text += QStringLiteral("; ") + cell.text;
    }
};

bool isDrawing(const QString &list)
{
    static const QStringList lists{QStringLiteral("graphics"), QStringLiteral("labelgraphics"),
                                   QStringLiteral("edgeanchor"), QStringLiteral("viz")};
    return lists.contains(list.toLower());
}

class GmlReader
{
public:
    GmlReader(const ForeignFile &file, QByteArrayView text)
        : m_tokens(text)
        , m_tables(file, QStringLiteral("GML"))
    {}

    void tell(const ProblemList &problems) { m_tables.draft().problems.append(problems); }

    Outcome<document::Document> read()
    {
        readList({}, 0, [this](const GmlToken &key, const GmlToken &value) {
            if (value.kind == Kind::Open && is(key, "graph"))
                readGraph(value.at);
            else if (value.kind == Kind::Open)
                skipList(value.at, 1);
        });
        if (!m_hasGraph && !m_tables.draft().problems.hasErrors())
            m_tables.draft().error(QStringLiteral("no-graph"), {},
                                   QStringLiteral("there is no graph in this file"),
                                   QStringLiteral("expected graph [ … ]"));
        return m_tables.finish(m_title);
    }

private:
    static bool is(const GmlToken &key, const char *name)
    {
        return key.text.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    }

    // Calls `visit` for each key with its value, or with the bracket that opens its list, which `visit` reads
    // to its end. `opened` is where the list begins, unknown for the file itself.
    template <typename Visit> void readList(document::Position opened, int depth, Visit visit)
    {
        if (!m_tables.isWithinDepth(depth, opened))
            m_isStopped = true;
        while (!m_isStopped) {
            const GmlToken key = m_tokens.next();
            if (key.kind == Kind::End || key.kind == Kind::Unclosed) {
                tellEnd(key, opened);
                return;
            }
            if (key.kind == Kind::Close && opened.line > 0)
                return;
            if (key.kind != Kind::Key) {
                tellStray(key, QStringLiteral("expected a key, such as node or label"));
                continue;
            }
            const GmlToken value = m_tokens.next();
            if (value.kind == Kind::Number || value.kind == Kind::Text || value.kind == Kind::Open)
                visit(key, value);
            else if (value.kind == Kind::End || value.kind == Kind::Unclosed)
                tellEnd(value, opened);
            else
                tellStray(value, QStringLiteral("expected the value of \"%1\"").arg(key.text.left(60)));
            if (value.kind == Kind::Close && opened.line > 0)
                return;
        }
    }

    void tellEnd(const GmlToken &token, document::Position opened)
    {
        m_isStopped = m_isStopped || token.kind == Kind::Unclosed || opened.line > 0;
        if (token.kind == Kind::Unclosed)
            m_tables.draft().error(QStringLiteral("open-text"), token.at,
                                   QStringLiteral("a text that begins here has no closing quote"));
        else if (opened.line > 0)
            m_tables.draft().error(QStringLiteral("open-list"), opened,
                                   QStringLiteral("a list that begins here has no closing bracket"),
                                   QStringLiteral("is the file cut short?"));
    }

    // What can't be understood is told and left out.
    void tellStray(const GmlToken &token, const QString &hint)
    {
        constexpr int most = 50; // more of them say that this is no GML
        m_tables.draft().error(QStringLiteral("bad-gml"), token.at,
                               QStringLiteral("\"%1\" has no place here").arg(token.text.left(60)), hint);
        m_isStopped = m_isStopped || ++m_strays == most;
    }

    void skipList(document::Position opened, int depth)
    {
        readList(opened, depth, [this, depth](const GmlToken &, const GmlToken &value) {
            if (value.kind == Kind::Open)
                skipList(value.at, depth + 1);
        });
    }

    FlatList flatList(document::Position opened)
    {
        FlatList list{{}, opened};
        addList(list, {}, opened, 3);
        return list;
    }

    void addList(FlatList &list, const QString &prefix, document::Position opened, int depth)
    {
        readList(opened, depth, [&](const GmlToken &key, const GmlToken &value) {
            const QString name = prefix + key.text;
            if (value.kind != Kind::Open)
                list.add(name, {value.text, value.at, value.kind == Kind::Number});
            else if (!isDrawing(key.text))
                addList(list, name + u' ', value.at, depth + 1);
            else
                readDrawing(list, value.at, depth + 1);
        });
    }

    // Where yEd has a label only in its drawing, that is the label.
    void readDrawing(FlatList &list, document::Position opened, int depth)
    {
        readList(opened, depth, [&](const GmlToken &key, const GmlToken &value) {
            if (value.kind == Kind::Open)
                skipList(value.at, depth + 1);
            else if (is(key, "text") && value.kind == Kind::Text)
                list.add(QStringLiteral("drawn label"), {value.text, value.at});
        });
    }

    void readGraph(document::Position opened)
    {
        m_hasGraph = true;
        std::vector<GraphTables::Edge> edges; // whether they are directed may be said after them
        std::optional<bool> directed;
        readList(opened, 2, [&](const GmlToken &key, const GmlToken &value) {
            if (value.kind == Kind::Open && is(key, "node"))
                addNode(flatList(value.at));
            else if (value.kind == Kind::Open && is(key, "edge"))
                addEdge(flatList(value.at), edges);
            else if (value.kind == Kind::Open)
                skipList(value.at, 3);
            else if (is(key, "directed"))
                directed = value.text == QLatin1String("1");
            else if (is(key, "label") || is(key, "name") || is(key, "title"))
                m_title = value.text.simplified();
        });
        for (GraphTables::Edge &edge : edges) {
            edge.directed = directed;
            m_isStopped = m_isStopped || !m_tables.add(std::move(edge));
        }
    }

    static Cell labelOf(FlatList &list)
    {
        Cell label = list.take("label");
        const Cell drawn = list.take("drawn label");
        return label.text.trimmed().isEmpty() ? drawn : label;
    }

    void addNode(FlatList list)
    {
        GraphTables::Node node{list.take("id"), labelOf(list), list.take("gid"), {}};
        list.take("isGroup"); // its parts name it in "gid"
        if (node.key.text.isEmpty())
            node.key = node.label;
        if (node.key.text.isEmpty()) {
            m_tables.draft().warn(QStringLiteral("node-without-id"), list.at,
                                  QStringLiteral("a node has neither id nor label; it is left out"));
            return;
        }
        node.attributes = std::move(list.attributes);
        m_isStopped = m_isStopped || !m_tables.add(std::move(node));
    }

    void addEdge(FlatList list, std::vector<GraphTables::Edge> &edges)
    {
        GraphTables::Edge edge{
            list.take("id"), labelOf(list), {list.take("source"), list.take("target")}, {}, {}};
        if (edge.ends[0].text.isEmpty() || edge.ends[1].text.isEmpty()) {
            m_tables.draft().warn(QStringLiteral("edge-without-end"), list.at,
                                  QStringLiteral("an edge names no source or no target; it is left out"));
            return;
        }
        list.take("key"); // NetworkX numbers edges between the same nodes
        edge.attributes = std::move(list.attributes);
        edges.push_back(std::move(edge));
    }

    GmlTokens m_tokens;
    GraphTables m_tables;
    QString m_title;
    bool m_hasGraph = false;
    bool m_isStopped = false;
    int m_strays = 0;
};

} // namespace

// Surely where there are keys with values up to "graph [": in DOT no bracket follows that word at the
// beginning.
Likeness recogniseGml(QByteArrayView bytes)
{
    constexpr qsizetype looked = 1 << 16;
    constexpr int mostKeys = 50; // before the graph
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    GmlTokens tokens(bytes.first(std::min(bytes.size(), looked)));
    for (int i = 0; i < mostKeys; ++i) {
        const GmlToken key = tokens.next();
        const GmlToken value = tokens.next();
        if (key.kind != Kind::Key)
            return Likeness::Maybe;
        if (value.kind == Kind::Open)
            return key.text.compare(QLatin1String("graph"), Qt::CaseInsensitive) == 0 ? Likeness::Yes
                                                                                      : Likeness::Maybe;
        if (value.kind != Kind::Number && value.kind != Kind::Text)
            return Likeness::Maybe;
    }
    return Likeness::Maybe;
}

Outcome<document::Document> readGml(const ForeignFile &file)
{
    const Outcome<QByteArray> text =
        tableText(file.bytes.toByteArray(), file.path, QStringLiteral("graph in GML"));
    if (!text)
        return {std::nullopt, text.problems};
    GmlReader reader(file, *text.value);
    reader.tell(text.problems);
    return reader.read();
}

} // namespace entente::formats
