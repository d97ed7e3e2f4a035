#include "layoutworker/dotlayout.h"

#include <gvc.h>
#include <memory>
#include <string>
#include <vector>

#ifdef ENTENTE_LINKS_DOT
extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;
#endif

namespace entente::layoutworker {

using layout::wire::Answer;
using layout::wire::Job;

namespace {

constexpr double pointsPerInch = 72;

std::string g_messages; // what Graphviz has to say; it would go to standard error otherwise

int collectMessage(char *message)
{
    constexpr size_t mostKept = 2000;
    if (g_messages.size() < mostKept)
        g_messages += message;
    return 0;
}

std::string inches(double pixels)
{
    return QByteArray::number(pixels / pointsPerInch, 'f', 5).toStdString();
}

std::string points(double pixels)
{
    return QByteArray::number(pixels, 'f', 2).toStdString();
}

struct GraphDeleter
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

// Where `dot` is linked, Graphviz looks for no plugin: it would load those for fonts and images as well.
GVC_t *newContext()
{
#ifdef ENTENTE_LINKS_DOT
    static lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                     {nullptr, nullptr}};
    constexpr int loadsNoOthers = 0;
    return gvContextPlugins(plugins, loadsNoOthers);
#else
    return gvContext();
#endif
}

// The one of this process; it is freed with it.
GVC_t *graphvizContext()
{
    static GVC_t *context = newContext();
    return context;
}

// Builds the graph; any refusal by cgraph makes `good` false.
class GraphWriter
{
public:
    explicit GraphWriter(const Job &job)
        : m_job(job)
        , m_graph(agopen(name("G"), Agdirected, nullptr))
    {
        good = m_graph != nullptr;
        if (!good)
            return;
        setUpAttributes();
        addClusters();
        addBoxes();
        addLines();
    }

    Agraph_t *graph() const { return m_graph.get(); }
    const std::vector<Agnode_t *> &nodes() const { return m_nodes; }
    const std::vector<Agedge_t *> &edges() const { return m_edges; }
    bool good = true;

private:
    // cgraph wants char * that it doesn't write to.
    static char *name(const char *text) { return const_cast<char *>(text); }

    void set(void *object, const char *key, const std::string &value)
    {
        good = good && agsafeset(object, name(key), name(value.c_str()), name("")) == 0;
    }

    void setUpAttributes()
    {
        Agraph_t *graph = m_graph.get();
        set(graph, "rankdir", m_job.leftToRight ? "LR" : "TB");
        set(graph, "nodesep", inches(m_job.nodeSeparation));
        set(graph, "ranksep", inches(m_job.rankSeparation));
        set(graph, "splines", "true");
        const auto declare = [this, graph](int kind, const char *key, const char *value) {
            good = good && agattr(graph, kind, name(key), name(value)) != nullptr;
        };
        declare(AGNODE, "shape", "box");
        declare(AGNODE, "label", "");
        declare(AGNODE, "fixedsize", "true");
        declare(AGNODE, "width", "1");
        declare(AGNODE, "height", "1");
        declare(AGEDGE, "dir", "none");
        declare(AGRAPH, "label", "");
        declare(AGRAPH, "labeljust", "l");
        declare(AGRAPH, "margin", points(m_job.clusterMargin).c_str());
    }

    void addClusters()
    {
        for (qsizetype i = 0; i < m_job.clusters.size(); ++i) {
            const Job::Cluster &cluster = m_job.clusters[i];
            Agraph_t *parent = cluster.parent < 0 ? m_graph.get() : m_clusters[size_t(cluster.parent)];
            Agraph_t *graph = agsubg(parent, name(("cluster" + std::to_string(i)).c_str()), 1);
            good = good && graph;
            m_clusters.push_back(graph ? graph : parent);
            if (graph && cluster.title.height() > 0)
                reserveTitle(graph, cluster.title);
        }
    }

    // An empty table of the title's size: room without any text or font.
    void reserveTitle(Agraph_t *cluster, QSizeF title)
    {
        const std::string table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
                                  std::to_string(int(title.width()) + 1) + "\" HEIGHT=\"" +
                                  std::to_string(int(title.height()) + 1) + "\"><TR><TD></TD></TR></TABLE>";
        char *html = agstrdup_html(m_graph.get(), name(table.c_str()));
        good = good && html && agsafeset(cluster, name("label"), html, name("")) == 0;
        if (html)
            agstrfree(m_graph.get(), html);
    }

    void addBoxes()
    {
        for (qsizetype i = 0; i < m_job.boxes.size(); ++i) {
            const Job::Box &box = m_job.boxes[i];
            Agraph_t *holder = box.cluster < 0 ? m_graph.get() : m_clusters[size_t(box.cluster)];
            Agnode_t *node = agnode(holder, name(std::to_string(i).c_str()), 1);
            good = good && node;
            if (!node)
                return;
            set(node, "width", inches(box.size.width()));
            set(node, "height", inches(box.size.height()));
            m_nodes.push_back(node);
        }
    }

    void addLines()
    {
        for (qsizetype i = 0; good && i < m_job.lines.size(); ++i) {
            const Job::Line &line = m_job.lines[i];
            Agedge_t *edge = agedge(m_graph.get(), m_nodes[size_t(line.tail)], m_nodes[size_t(line.head)],
                                    name(std::to_string(i).c_str()), 1);
            good = good && edge;
            m_edges.push_back(edge);
        }
    }

    const Job &m_job;
    std::unique_ptr<Agraph_t, GraphDeleter> m_graph;
    std::vector<Agraph_t *> m_clusters;
    std::vector<Agnode_t *> m_nodes;
    std::vector<Agedge_t *> m_edges;
};

layout::Curve curveOf(Agedge_t *edge, double height)
{
    layout::Curve curve;
    const splines *drawn = ED_spl(edge);
    if (!drawn || drawn->size != 1)
        return curve;
    const bezier &part = drawn->list[0];
    for (decltype(part.size) i = 0; i < part.size; ++i)
        curve.points.append({part.list[i].x, height - part.list[i].y});
    return curve;
}

Answer refusal(const char *what)
{
    QString sentence = QString::fromUtf8(what);
    if (!g_messages.empty())
        sentence += QStringLiteral(": ") + QString::fromStdString(g_messages).simplified();
    Answer answer;
    answer.error = sentence;
    return answer;
}

} // namespace

void startGraphviz()
{
    graphvizContext();
}

Answer layOutWithDot(const Job &job)
{
    agseterrf(collectMessage);
    agseterr(AGERR);
    GVC_t *context = graphvizContext();
    if (!context)
        return refusal("Graphviz could not be started");
    const GraphWriter writer(job);
    if (!writer.good)
        return refusal("Graphviz refused the graph");
    if (gvLayout(context, writer.graph(), "dot") != 0)
        return refusal("Graphviz could not lay the graph out");
    Answer answer;
    const double height = GD_bb(writer.graph()).UR.y;
    for (Agnode_t *node : writer.nodes())
        answer.centres.append({ND_coord(node).x, height - ND_coord(node).y});
    for (Agedge_t *edge : writer.edges())
        answer.lines.append(curveOf(edge, height));
    if (gvFreeLayout(context, writer.graph()) != 0)
        return refusal("Graphviz could not free its layout");
    return answer;
}

} // namespace entente::layoutworker
