#include "formats/dotreader.h"

#include "formats/dotlabels.h"
#include "formats/graphtables.h"

#include <algorithm>

namespace entente::formats {

namespace {

document::Position placed(dot::Position at)
{
    return {0, quint32(at.line), quint32(at.column)};
}

// What Graphviz calls by a name that says something else in a table.
bool meansDrawing(const QString &name)
{
    static const QStringList names{QStringLiteral("group"), QStringLiteral("id"),   QStringLiteral("key"),
                                   QStringLiteral("page"),  QStringLiteral("size"), QStringLiteral("target"),
                                   QStringLiteral("class")};
    return names.contains(name);
}

// Those with another meaning here, and those that `known` names, left out or kept as they are.
GraphTables::Attributes attributesOf(const dot::Attributes &given, dot::Position at, const QStringList &known)
{
    GraphTables::Attributes attributes;
    for (const dot::Attribute &attribute : given) {
        if (known.contains(attribute.name))
            continue;
        const QString name =
            meansDrawing(attribute.name) ? QStringLiteral("x-") + attribute.name : attribute.name;
        attributes.push_back(
            {name, {attribute.isHtml ? attribute.value : dotText(attribute.value), placed(at)}});
    }
    return attributes;
}

class DotReader
{
public:
    explicit DotReader(const ForeignFile &file)
        : m_file(file)
        , m_tables(file, QStringLiteral("DOT"))
    {}

    Outcome<document::Document> read()
    {
        Outcome<QByteArray> text =
            tableText(m_file.bytes.toByteArray(), m_file.path, QStringLiteral("graph in DOT"));
        if (!text || !parse(*text.value)) {
            m_tables.draft().problems.append(text.problems);
            return {std::nullopt, m_tables.draft().problems};
        }
        if (!saysLatin1())
            m_tables.draft().problems.append(text.problems);
        if (m_parsed.graphs.size() > 1)
            m_tables.draft().warn(QStringLiteral("several-graphs"), {},
                                  QStringLiteral("the file holds %1 graphs; they are read as one, in which a "
                                                 "name is one firm")
                                      .arg(m_parsed.graphs.size()));
        readGraphs();
        return m_tables.finish(m_title);
    }

private:
    bool parse(const QByteArray &utf8)
    {
        ScenarioDraft &draft = m_tables.draft();
        if (!m_file.options.parseDot) {
            draft.error(QStringLiteral("no-graphviz"), {},
                        QStringLiteral("DOT can't be read here: nothing that runs Graphviz was given"));
            return false;
        }
        Outcome<dot::Parsed> parsed = m_file.options.parseDot({utf8, m_file.path, m_file.options.progress});
        draft.problems.append(parsed.problems);
        if (!parsed)
            return false;
        m_parsed = std::move(*parsed.value);
        for (const dot::Message &message : m_parsed.messages)
            draft.problems.add(problemOf(message));
        return !draft.problems.hasErrors();
    }

    Problem problemOf(const dot::Message &message) const
    {
        const bool isWarning = message.kind == dot::Message::Kind::Warning;
        const bool isLimit = message.kind == dot::Message::Kind::Limit;
        return {isWarning ? Severity::Warning : Severity::Error,
                isLimit ? Cause::Limit : Cause::Input,
                isWarning ? QStringLiteral("odd-dot")
                : isLimit ? QStringLiteral("dot-limit")
                          : QStringLiteral("bad-dot"),
                {m_file.path, message.at.line, message.at.column},
                {},
                isWarning ? QStringLiteral("Graphviz warns: ") + withoutLine(message.text)
                          : QStringLiteral("Graphviz can't read this: ") + withoutLine(message.text),
                {}};
    }

    // Windows-1252 is then no guess.
    bool saysLatin1() const
    {
        return std::any_of(m_parsed.graphs.begin(), m_parsed.graphs.end(), [](const dot::Graph &graph) {
            const QString charset = valueOf(graph.attributes, "charset").toLower();
            return charset.startsWith(QLatin1String("latin")) ||
                   charset.startsWith(QLatin1String("iso-8859-1")) || charset == QLatin1String("l1");
        });
    }

    static QString valueOf(const dot::Attributes &attributes, const char *name)
    {
        const auto found =
            std::find_if(attributes.begin(), attributes.end(),
                         [name](const dot::Attribute &a) { return a.name == QLatin1String(name); });
        return found == attributes.end() ? QString() : found->value;
    }

    // A single letter, as most have, is no title.
    void noteTitle(const dot::Graph &graph)
    {
        const QString label = dotLabel(graph.attributes, {{}, graph.name, {}, {}});
        if (m_title.isEmpty())
            m_title = label.isEmpty() && graph.name.size() > 1 ? graph.name : label;
    }

    void readGraphs()
    {
        for (const dot::Graph &graph : std::as_const(m_parsed.graphs)) {
            noteTitle(graph);
            m_clusters = clustersOf(graph);
            if (!addClusters(graph))
                return;
            addNodes(graph);
        }
        for (GraphTables::Node &node : m_nodes) {
            if (!m_tables.add(std::move(node)))
                return;
        }
        for (const dot::Graph &graph : std::as_const(m_parsed.graphs)) {
            if (!addEdges(graph))
                return;
        }
    }

    // The key of what a cluster's parts are part of.
    struct ClusterKey
    {
        QString key;
        bool isNode = false; // a node in it is the whole: what this program writes says so
    };

    static QList<ClusterKey> clustersOf(const dot::Graph &graph)
    {
        QSet<QString> nodes;
        for (const dot::Node &node : graph.nodes)
            nodes.insert(node.name);
        QList<ClusterKey> keys;
        for (const dot::Cluster &cluster : graph.clusters) {
            const QString firm = valueOf(cluster.attributes, "firm");
            const bool isNode = nodes.contains(firm);
            keys.append({isNode ? firm : QStringLiteral("cluster:") + cluster.name, isNode});
        }
        return keys;
    }

    Cell keyOfCluster(int cluster, dot::Position at) const
    {
        return {cluster < 0 ? QString() : m_clusters[cluster].key, placed(at)};
    }

    bool addClusters(const dot::Graph &graph)
    {
        QList<int> depth;
        for (qsizetype i = 0; i < graph.clusters.size(); ++i) {
            const dot::Cluster &cluster = graph.clusters[i];
            depth.append(cluster.parent < 0 ? 1 : depth[cluster.parent] + 1);
            if (!m_tables.isWithinDepth(depth.last(), placed(cluster.at)))
                return false;
            if (m_clusters[i].isNode)
                continue;
            const QString label = dotLabel(cluster.attributes, {{}, graph.name, {}, {}});
            add({keyOfCluster(int(i), cluster.at),
                 {label.isEmpty() ? cluster.name : label, placed(cluster.at)},
                 keyOfCluster(cluster.parent, cluster.at),
                 attributesOf(cluster.attributes, cluster.at, {QStringLiteral("label")})});
        }
        return true;
    }

    void addNodes(const dot::Graph &graph)
    {
        for (const dot::Node &node : graph.nodes) {
            int cluster = node.cluster;
            if (cluster >= 0 && m_clusters[cluster].isNode && m_clusters[cluster].key == node.name)
                cluster = graph.clusters[cluster].parent;
            add({{node.name, placed(node.at)},
                 {dotLabel(node.attributes, {node.name, graph.name, {}, {}}), placed(node.at)},
                 keyOfCluster(cluster, node.at),
                 attributesOf(node.attributes, node.at, {QStringLiteral("label")})});
        }
    }

    // What a later graph says of a name that was there before is added to it.
    void add(GraphTables::Node node)
    {
        const auto known = m_nodeAt.constFind(node.key.text);
        if (known == m_nodeAt.constEnd()) {
            m_nodeAt.insert(node.key.text, m_nodes.size());
            m_nodes.push_back(std::move(node));
            return;
        }
        GraphTables::Node &before = m_nodes[*known];
        if (before.label.text.isEmpty())
            before.label = node.label;
        if (before.parent.text.isEmpty())
            before.parent = node.parent;
        for (const GraphTables::Attribute &attribute : node.attributes) {
            const bool isThere = std::any_of(before.attributes.begin(), before.attributes.end(),
                                             [&](const auto &other) { return other.name == attribute.name; });
            if (!isThere)
                before.attributes.push_back(attribute);
        }
    }

    static void setDirection(GraphTables::Edge &edge, const QString &direction, bool isDirected)
    {
        edge.directed =
            isDirected && direction != QLatin1String("none") && direction != QLatin1String("both");
        if (isDirected && direction == QLatin1String("back"))
            std::swap(edge.ends[0], edge.ends[1]);
    }

    bool addEdges(const dot::Graph &graph)
    {
        for (const dot::Edge &line : graph.edges) {
            const QString tail = graph.nodes[line.tail].name;
            const QString head = graph.nodes[line.head].name;
            const document::Position at = placed(line.at);
            GraphTables::Edge edge{
                {{}, at},
                {dotLabel(line.attributes, {{}, graph.name, tail, head}), at},
                {{tail, at}, {head, at}},
                {},
                attributesOf(line.attributes, line.at, {QStringLiteral("label"), QStringLiteral("dir")})};
            setDirection(edge, valueOf(line.attributes, "dir"), graph.isDirected);
            if (!m_tables.add(std::move(edge)))
                return false;
        }
        return true;
    }

    const ForeignFile &m_file;
    GraphTables m_tables;
    dot::Parsed m_parsed;
    QString m_title;
    QList<ClusterKey> m_clusters; // of the graph that is being read
    std::vector<GraphTables::Node> m_nodes;
    QHash<QString, size_t> m_nodeAt;
};

} // namespace

// "strict", "graph" or "digraph", a name or none, and a brace.
Likeness recogniseDot(QByteArrayView bytes)
{
    return beginsLikeDot(bytes) ? Likeness::Yes : Likeness::Maybe;
}

Outcome<document::Document> readDot(const ForeignFile &file)
{
    return DotReader(file).read();
}

} // namespace entente::formats
