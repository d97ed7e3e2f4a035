#include "layoutworker/dotparse.h"

#include "layoutworker/dotsource.h"

#include <algorithm>
#include <cgraph.h>
#include <unordered_map>
#include <vector>

namespace entente::layoutworker {

namespace {

constexpr size_t mostThings = 3'000'000; // nodes and edges; "{…} -> {…}" multiplies

// What the functions that cgraph calls share; there is one job a process.
struct Parsing
{
    DotSource source;
    const std::function<void(const dot::Parsed &)> &answer;
    dot::Parsed parsed = {};
    std::unordered_map<const void *, dot::Position> places = {}; // of what cgraph has made
    dot::Message::Kind saying = dot::Message::Kind::Error;       // of the message that is coming in pieces
};
Parsing *g_parsing = nullptr;

dot::Position placeOf(const void *object)
{
    const auto known = g_parsing->places.find(object);
    return known == g_parsing->places.end() ? dot::Position{} : known->second;
}

// ---- what cgraph calls

int readSource(void *source, char *into, int most)
{
    return static_cast<DotSource *>(source)->read(into, most);
}

int writeNothing(void *, const char *)
{
    return 0;
}

int flushNothing(void *)
{
    return 0;
}

// First comes what it is, then ": ", then what is wrong.
int collectPiece(char *piece)
{
    constexpr qsizetype mostMessages = 1000;
    const QString text = QString::fromUtf8(piece).trimmed();
    if (text == QLatin1String("Error") || text == QLatin1String("Warning"))
        g_parsing->saying =
            text == QLatin1String("Error") ? dot::Message::Kind::Error : dot::Message::Kind::Warning;
    else if (!text.isEmpty() && text != QLatin1String(":") &&
             g_parsing->parsed.messages.size() < mostMessages)
        g_parsing->parsed.messages.append({g_parsing->saying, g_parsing->source.last(), text});
    return 0;
}

void notePlace(Agraph_t *, Agobj_t *object, void *)
{
    const bool isNode = AGTYPE(object) == AGNODE;
    g_parsing->places.emplace(object, isNode ? g_parsing->source.previous() : g_parsing->source.statement());
    if (g_parsing->places.size() <= mostThings)
        return;
    dot::Parsed refused;
    refused.messages.append({dot::Message::Kind::Limit, g_parsing->source.last(),
                             QStringLiteral("there are more than %1 nodes and edges").arg(mostThings)});
    g_parsing->answer(refused);
}

// Names of graphs are given before anything is in them: the time to ask to be called.
void *openNames(Agraph_t *graph, Agdisc_t *discipline)
{
    static Agcbdisc_t calls{
        {notePlace, nullptr, nullptr}, {notePlace, nullptr, nullptr}, {notePlace, nullptr, nullptr}};
    void *names = AgIdDisc.open(graph, discipline);
    agpushdisc(graph, &calls, nullptr);
    return names;
}

// ---- what cgraph has made, as plain values

QString textOf(const char *text)
{
    return QString::fromUtf8(text);
}

// Names that cgraph makes up begin with "%".
QString nameOf(void *object)
{
    const QString name = textOf(agnameof(object));
    return name.startsWith(u'%') ? QString() : name;
}

// `around` has what a cluster inherits and doesn't say itself; null for none.
dot::Attributes attributesOf(Agraph_t *root, int kind, void *object, void *around = nullptr)
{
    dot::Attributes attributes;
    for (Agsym_t *symbol = agnxtattr(root, kind, nullptr); symbol; symbol = agnxtattr(root, kind, symbol)) {
        char *value = agxget(object, symbol);
        if (!value || *value == '\0' || (around && textOf(value) == textOf(agxget(around, symbol))))
            continue;
        attributes.append({textOf(symbol->name), textOf(value), aghtmlstr(value) != 0});
    }
    return attributes;
}

class GraphCopy
{
public:
    explicit GraphCopy(Agraph_t *root)
        : m_root(root)
    {}

    dot::Graph copy()
    {
        m_graph.name = nameOf(m_root);
        m_graph.isDirected = agisdirected(m_root) != 0;
        m_graph.attributes = attributesOf(m_root, AGRAPH, m_root);
        addNodes();
        addClusters(m_root, -1);
        addEdges();
        return m_graph;
    }

private:
    void addNodes()
    {
        for (Agnode_t *node = agfstnode(m_root); node; node = agnxtnode(m_root, node)) {
            m_nodeAt.emplace(AGID(node), int(m_graph.nodes.size()));
            m_graph.nodes.append(
                {textOf(agnameof(node)), -1, placeOf(node), attributesOf(m_root, AGNODE, node)});
        }
    }

    static bool isCluster(Agraph_t *graph)
    {
        const char *said = agget(graph, const_cast<char *>("cluster"));
        return textOf(agnameof(graph)).startsWith(QLatin1String("cluster")) ||
               (said && textOf(said) == QLatin1String("true"));
    }

    void addClusters(Agraph_t *around, int parent)
    {
        std::vector<Agraph_t *> parts;
        for (Agraph_t *part = agfstsubg(around); part; part = agnxtsubg(part))
            parts.push_back(part);
        std::sort(parts.begin(), parts.end(), [](auto *a, auto *b) { return AGSEQ(a) < AGSEQ(b); });
        for (Agraph_t *part : parts) {
            int inner = parent;
            if (isCluster(part)) {
                inner = int(m_graph.clusters.size());
                m_graph.clusters.append({textOf(agnameof(part)), parent, placeOf(part),
                                         attributesOf(m_root, AGRAPH, part, around)});
                putInto(part, inner);
            }
            addClusters(part, inner);
        }
    }

    // A node is in the innermost of the clusters that name it; of two apart from each other in the first.
    void putInto(Agraph_t *part, int cluster)
    {
        for (Agnode_t *node = agfstnode(part); node; node = agnxtnode(part, node)) {
            dot::Node &copy = m_graph.nodes[m_nodeAt.at(AGID(node))];
            if (copy.cluster == m_graph.clusters[cluster].parent) {
                copy.cluster = cluster;
                continue;
            }
            g_parsing->parsed.messages.append(
                {dot::Message::Kind::Warning, m_graph.clusters[cluster].at,
                 QStringLiteral("\"%1\" is in two clusters; it stays in the first").arg(copy.name)});
        }
    }

    void addEdges()
    {
        std::vector<Agedge_t *> edges;
        for (Agnode_t *node = agfstnode(m_root); node; node = agnxtnode(m_root, node)) {
            for (Agedge_t *edge = agfstout(m_root, node); edge; edge = agnxtout(m_root, edge))
                edges.push_back(edge);
        }
        std::sort(edges.begin(), edges.end(), [](auto *a, auto *b) { return AGSEQ(a) < AGSEQ(b); });
        for (Agedge_t *edge : edges)
            m_graph.edges.append({m_nodeAt.at(AGID(agtail(edge))), m_nodeAt.at(AGID(aghead(edge))),
                                  placeOf(edge), attributesOf(m_root, AGEDGE, edge)});
    }

    Agraph_t *m_root;
    dot::Graph m_graph;
    std::unordered_map<IDTYPE, int> m_nodeAt;
};

bool hasErrors(const dot::Parsed &parsed)
{
    return std::any_of(parsed.messages.begin(), parsed.messages.end(), [](const dot::Message &message) {
        return message.kind != dot::Message::Kind::Warning;
    });
}

// False where there is no further graph, or none that can be read.
bool parseNext(Parsing &parsing, Agdisc_t &discipline)
{
    parsing.places.clear();
    Agraph_t *graph = agread(&parsing.source, &discipline);
    if (!parsing.source.refusals().isEmpty()) { // cgraph's error then is only that the text ends
        parsing.parsed.messages = parsing.source.refusals();
        return false;
    }
    if (!graph || hasErrors(parsing.parsed))
        return false;
    parsing.parsed.graphs.append(GraphCopy(graph).copy());
    if (agclose(graph) != 0)
        parsing.parsed.messages.append({dot::Message::Kind::Error, parsing.source.last(),
                                        QStringLiteral("the graph could not be closed")});
    return !hasErrors(parsing.parsed);
}

} // namespace

void parseDot(const QByteArray &utf8, const std::function<void(const dot::Parsed &)> &answer)
{
    Parsing parsing{DotSource(utf8), answer};
    g_parsing = &parsing;
    agseterrf(collectPiece);
    agseterr(AGWARN);
    Agiodisc_t input{readSource, writeNothing, flushNothing};
    Agiddisc_t names = AgIdDisc;
    names.open = openNames;
    Agdisc_t discipline{&AgMemDisc, &names, &input};
    while (!parsing.source.atEnd() && parseNext(parsing, discipline)) {
    }
    if (parsing.parsed.messages.isEmpty() && !parsing.source.atEnd())
        parsing.parsed.messages.append({dot::Message::Kind::Error, parsing.source.last(),
                                        QStringLiteral("nothing is read from here on")});
    answer(parsing.parsed);
}

} // namespace entente::layoutworker
