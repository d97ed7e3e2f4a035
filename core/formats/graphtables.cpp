#include "formats/graphtables.h"

#include "formats/losses.h"
#include "formats/tablebuilder.h"

#include <algorithm>
#include <map>

namespace entente::formats {

namespace {

bool isNameAttribute(const QString &name)
{
    const QString word = name.toLower();
    return word == QLatin1String("label") || word == QLatin1String("name") || word == QLatin1String("title");
}

// The label, or the attribute that is one, which then goes.
Cell takeLabel(Cell label, GraphTables::Attributes &attributes)
{
    if (!label.text.trimmed().isEmpty())
        return label;
    const auto named = std::find_if(attributes.begin(), attributes.end(), [](const auto &attribute) {
        return isNameAttribute(attribute.name) && !attribute.cell.text.trimmed().isEmpty();
    });
    if (named == attributes.end())
        return label;
    label = named->cell;
    attributes.erase(named);
    return label;
}

// Columns for the names of attributes, in order of first appearance.
template <typename Things> QStringList attributeNames(const Things &things)
{
    QStringList names;
    QSet<QString> known;
    for (const auto &thing : things) {
        for (const GraphTables::Attribute &attribute : thing.attributes) {
            if (!known.contains(attribute.name)) {
                known.insert(attribute.name);
                names.append(attribute.name);
            }
        }
    }
    return names;
}

Row headerRow(const QStringList &fixed, const QStringList &names)
{
    Row row;
    for (const QString &name : fixed + names)
        row.push_back({name, {0, 1, 1}});
    return row;
}

using Columns = QHash<QString, qsizetype>; // by the names of attributes

Columns columnsOf(qsizetype first, const QStringList &names)
{
    Columns columns;
    for (qsizetype i = 0; i < names.size(); ++i)
        columns.insert(names[i], first + i);
    return columns;
}

// Things have few of all the attributes there are. Of two of one name the later counts.
FilledRow rowOf(const std::vector<Cell> &fixed, const GraphTables::Attributes &attributes,
                const Columns &columns)
{
    std::map<qsizetype, Cell> cells;
    for (size_t i = 0; i < fixed.size(); ++i)
        cells.insert_or_assign(qsizetype(i), fixed[i]);
    for (const GraphTables::Attribute &attribute : attributes)
        cells.insert_or_assign(columns.value(attribute.name), attribute.cell);
    FilledRow row{fixed.front().at, {}};
    for (const auto &[column, cell] : cells) {
        if (!QStringView(cell.text).trimmed().isEmpty())
            row.cells.push_back({column, cell});
    }
    return row;
}

// What was asked of amounts and dates holds here as well; columns are the reader's own.
TableMapping withoutColumns(TableMapping mapping)
{
    mapping.columns.clear();
    return mapping;
}

} // namespace

GraphTables::GraphTables(const ForeignFile &file, const QString &formatTitle)
    : m_draft(file.path, file.options.progress)
    , m_formatTitle(formatTitle)
    , m_path(file.path)
    , m_options(file.options)
    , m_mapping(withoutColumns(file.options.mapping))
{}

bool GraphTables::count(size_t values, document::Position at)
{
    m_values += qint64(values);
    if (m_values <= m_options.limits.values)
        return true;
    m_draft.problems.add(
        {Severity::Error,
         Cause::Limit,
         QStringLiteral("too-many-values"),
         m_draft.placeOf(at),
         {},
         QStringLiteral("there are more than the limit of %1 values").arg(m_options.limits.values),
         {}});
    return false;
}

bool GraphTables::isWithinDepth(int depth, document::Position at)
{
    if (depth <= m_options.limits.depth)
        return true;
    m_draft.problems.add(
        {Severity::Error,
         Cause::Limit,
         QStringLiteral("nested-too-deeply"),
         m_draft.placeOf(at),
         {},
         QStringLiteral("it is nested deeper than the limit of %1").arg(m_options.limits.depth),
         {}});
    return false;
}

bool GraphTables::areWithinColumns(const QStringList &names)
{
    if (size_t(names.size()) <= mostColumns)
        return true;
    m_draft.problems.add(
        {Severity::Error,
         Cause::Limit,
         QStringLiteral("too-many-columns"),
         m_draft.placeOf({}),
         {},
         QStringLiteral("there are more than the limit of %1 different attributes").arg(mostColumns),
         {}});
    return false;
}

size_t GraphTables::begin()
{
    m_nodes.emplace_back().isLeftOut = true;
    return m_nodes.size() - 1;
}

bool GraphTables::end(size_t begun, Node node)
{
    if (!count(3 + node.attributes.size(), node.key.at))
        return false;
    if (m_keys.contains(node.key.text)) {
        m_draft.warn(
            QStringLiteral("node-twice"), node.key.at,
            QStringLiteral("a node \"%1\" was there before; this one is left out").arg(node.key.text));
        return true;
    }
    m_keys.insert(node.key.text);
    node.label = takeLabel(std::move(node.label), node.attributes);
    m_nodes[begun] = std::move(node);
    return true;
}

bool GraphTables::add(Edge edge)
{
    if (!count(3 + edge.ends.size() + edge.attributes.size(), edge.key.at))
        return false;
    edge.label = takeLabel(std::move(edge.label), edge.attributes);
    // Some number the edges of each pair from 0. One agreement of several edges says so in an attribute.
    if (!edge.key.text.isEmpty() && m_edgeKeys.contains(edge.key.text))
        edge.key.text.clear();
    m_edgeKeys.insert(edge.key.text);
    m_edges.push_back(std::move(edge));
    return true;
}

void GraphTables::buildFirms(TableBuilder &builder)
{
    const QStringList names = attributeNames(m_nodes);
    const QStringList fixed{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("part of")};
    const Columns columns = columnsOf(fixed.size(), names);
    if (m_nodes.empty() || !areWithinColumns(names) || !builder.begin(headerRow(fixed, names)))
        return;
    for (const Node &node : m_nodes) {
        const Cell &label = node.label.text.isEmpty() ? node.key : node.label;
        builder.add(rowOf({node.key, label, node.parent}, node.attributes, columns));
    }
}

void GraphTables::tellUnknown(const Edge &edge)
{
    for (const Cell &end : edge.ends) {
        if (!m_keys.contains(end.text))
            m_draft.warn(
                QStringLiteral("undeclared-node"), end.at,
                QStringLiteral("an edge names \"%1\", which is no node; it is read as a firm of that name")
                    .arg(end.text));
    }
}

void GraphTables::buildAgreements(TableBuilder &builder)
{
    // An agreement of several edges names itself in an attribute.
    QStringList names = attributeNames(m_edges);
    const bool named = std::any_of(names.begin(), names.end(), [](const QString &name) {
        return name.compare(QLatin1String("agreement"), Qt::CaseInsensitive) == 0;
    });
    const bool directs = names.contains(QStringLiteral("directed"));
    const QStringList fixed{named ? QStringLiteral("edge id") : QStringLiteral("agreement"),
                            QStringLiteral("source"), QStringLiteral("target"), QStringLiteral("title"),
                            directs ? QStringLiteral("edge directed") : QStringLiteral("directed")};
    const Columns columns = columnsOf(fixed.size(), names);
    if (m_edges.empty() || !areWithinColumns(names) || !builder.begin(headerRow(fixed, names)))
        return;
    for (size_t number = 0; number < m_edges.size(); ++number) {
        const Edge &edge = m_edges[number];
        tellUnknown(edge);
        const bool isPair = edge.ends.size() == 2;
        // The edges of one hyperedge go by one id, which no file can have: a space is in it.
        const QString together =
            edge.key.text.isEmpty() ? QStringLiteral("hyperedge %1").arg(number) : edge.key.text;
        for (size_t i = 0; i < edge.ends.size(); i += isPair ? 2 : 1) {
            const bool isDirected = edge.directed.value_or(false) && isPair;
            const QString directed = isDirected ? QStringLiteral("yes") : QStringLiteral("no");
            builder.add(rowOf({isPair ? edge.key : Cell{together, edge.ends[i].at}, edge.ends[i],
                               isPair ? edge.ends[i + 1] : Cell(), edge.label,
                               directs ? Cell() : Cell{directed, edge.ends[i].at}},
                              edge.attributes, columns));
        }
    }
}

Outcome<document::Document> GraphTables::finish(const QString &title)
{
    TableBuilder builder(m_draft, m_mapping);
    if (!m_draft.problems.hasErrors()) {
        std::erase_if(m_nodes, [](const Node &node) { return node.isLeftOut; });
        buildFirms(builder);
        buildAgreements(builder);
        builder.finish();
    }
    return m_draft.finish(title.isEmpty() ? titleFrom(m_path) : title, m_formatTitle);
}

// ---- writing

namespace {

using domain::Firm;
using domain::Scenario;

const QStringList &nodeHeaders()
{
    static const QStringList headers{QStringLiteral("name"),         QStringLiteral("kind"),
                                     QStringLiteral("jurisdiction"), QStringLiteral("legal form"),
                                     QStringLiteral("aliases"),      QStringLiteral("note")};
    return headers;
}

QStringList nodeCells(const Firm &firm)
{
    return {firm.name,
            domain::toWord(firm.kind),
            firm.jurisdiction,
            firm.legalForm,
            firm.aliases.join(QLatin1String("; ")),
            firm.note};
}

// Wholes before their parts, else in the scenario's order.
void addNode(const Scenario &scenario, const Firm &firm, QSet<QString> &done, QList<GraphRows::Node> &nodes)
{
    QList<const Firm *> way;
    for (const Firm *next = &firm; next && !done.contains(next->id.text());
         next = scenario.firm(next->partOf)) {
        done.insert(next->id.text());
        way.prepend(next);
    }
    for (const Firm *next : std::as_const(way))
        nodes.append({next->id.text(), next->partOf.text(), nodeCells(*next)});
}

} // namespace

GraphRows graphOf(const Scenario &scenario)
{
    GraphRows graph;
    graph.nodeHeaders = nodeHeaders();
    QSet<QString> done;
    for (const Firm &firm : scenario.firms)
        addNode(scenario, firm, done, graph.nodes);
    const TableRowSet table = tableOf(scenario);
    const qsizetype source = table.headers.indexOf(QStringLiteral("source"));
    const qsizetype target = table.headers.indexOf(QStringLiteral("target"));
    const qsizetype directed = table.headers.indexOf(QStringLiteral("directed"));
    QHash<QString, QString> idOf; // by the names that the table has
    const auto names = namesInTables(scenario);
    for (const Firm &firm : scenario.firms)
        idOf.insert(names.value(firm.id), firm.id.text());
    const auto withoutEnds = [source, target](QStringList cells) {
        cells.removeAt(std::max(source, target));
        cells.removeAt(std::min(source, target));
        return cells;
    };
    graph.edgeHeaders = withoutEnds(table.headers);
    for (const QStringList &row : table.rows) {
        const QString from = idOf.value(row[source]);
        const QString to = row[target].isEmpty() ? from : idOf.value(row[target]);
        graph.edges.append({from, to, row[directed] == QLatin1String("yes"), withoutEnds(row)});
    }
    return graph;
}

ProblemList lossesOfGraph(const Scenario &scenario, const QString &title)
{
    Losses losses(title);
    const auto firms = std::count_if(scenario.firms.begin(), scenario.firms.end(), [](const Firm &firm) {
        return !firm.identifiers.isEmpty() || !firm.cites.isEmpty() || !firm.extras.isEmpty();
    });
    losses.add(firms, QStringLiteral("firm's identifiers, sources or other attributes"),
               QStringLiteral("firms' identifiers, sources or other attributes"));
    addAgreementLosses(losses, scenario);
    return losses.problems();
}

} // namespace entente::formats
