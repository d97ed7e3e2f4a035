#pragma once

#include "formats/formattable.h"
#include "formats/scenariodraft.h"
#include "formats/tablerowset.h"
#include "formats/tabletext.h"

#include <QSet>

#include <optional>

namespace entente::formats {

// Nodes and edges of a graph file on their way to a scenario. They come in any order and with attributes of
// any names; what a scenario has a word for is understood as a table's columns are (tablemapping), the rest
// is kept as "x-…". Nodes are firms, edges agreements.
class GraphTables
{
public:
    GraphTables(const ForeignFile &file, const QString &formatTitle);

    struct Attribute
    {
        QString name;
        Cell cell;
    };
    using Attributes = std::vector<Attribute>;
    struct Node
    {
        Cell key;
        Cell label;  // empty: an attribute called label, name or title, else the key
        Cell parent; // the key of the node it is in; empty for none
        Attributes attributes;
        bool isLeftOut = false; // a node of that key was there before
    };
    struct Edge
    {
        Cell key; // may be empty
        Cell label;
        std::vector<Cell> ends;       // keys of nodes: two, or more of a hyperedge
        std::optional<bool> directed; // none: the file doesn't say
        Attributes attributes;
    };

    // False, with an error whose cause is Limit, past the limit of values.
    bool add(Node node) { return end(begin(), std::move(node)); }
    bool add(Edge edge);
    // A node that has others in it stands before them, and may be told of after them.
    size_t begin();
    bool end(size_t begun, Node node);
    bool isWithinDepth(int depth, document::Position at); // of nodes in nodes; an error past the limit

    ScenarioDraft &draft() { return m_draft; }
    Outcome<document::Document> finish(const QString &title); // an empty title: the file's name

private:
    bool count(size_t values, document::Position at);
    bool areWithinColumns(const QStringList &names); // an error past the limit
    void buildFirms(class TableBuilder &builder);
    void buildAgreements(TableBuilder &builder);
    void tellUnknown(const Edge &edge);

    ScenarioDraft m_draft;
    QString m_formatTitle;
    QString m_path;
    ReadOptions m_options;
    TableMapping m_mapping;
    qint64 m_values = 0;
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    QSet<QString> m_keys; // of nodes
    QSet<QString> m_edgeKeys;
};

// A scenario as the nodes and edges of a graph, for writers. An agreement is an edge for each pair of its
// first party with another one and for each further amount, as in tables (csvwriter): edges of one agreement
// have its id as attribute "agreement". A single party's edge goes to itself.
struct GraphRows
{
    QStringList nodeHeaders; // "name", "kind", …
    struct Node
    {
        QString id;
        QString parent; // empty for none
        QStringList cells;
    };
    QList<Node> nodes; // parents before what is in them
    QStringList edgeHeaders;
    struct Edge
    {
        QString source; // ids of nodes
        QString target;
        bool directed = false;
        QStringList cells;
    };
    QList<Edge> edges;
};
GraphRows graphOf(const domain::Scenario &scenario);
ProblemList lossesOfGraph(const domain::Scenario &scenario, const QString &title);

} // namespace entente::formats
