#include "formats/formattable.h"

#include "formats/bodsreader.h"
#include "formats/bodswriter.h"
#include "formats/csvreader.h"
#include "formats/csvwriter.h"
#include "formats/dotreader.h"
#include "formats/dotwriter.h"
#include "formats/ftmreader.h"
#include "formats/ftmwriter.h"
#include "formats/gexfreader.h"
#include "formats/gleifreader.h"
#include "formats/gmlreader.h"
#include "formats/graphmlreader.h"
#include "formats/graphwriters.h"
#include "formats/jsongraph.h"
#include "formats/oligrapherreader.h"
#include "formats/pajekreader.h"
#include "formats/xlsxreader.h"
#include "formats/xlsxwriter.h"

#include <algorithm>
#include <functional>

namespace entente::formats {

namespace {

QList<Format> ownFormats()
{
    return {
        {QStringLiteral("scenario"),
         QStringLiteral("Entente scenario"),
         {QStringLiteral(".entente.json"), QStringLiteral(".json")},
         true,
         true,
         QStringLiteral(
             "holds everything; overlays are read with their bases and written as one whole scenario")},
        {QStringLiteral("overlay"),
         QStringLiteral("Entente overlay"),
         {QStringLiteral(".entente.json")},
         true,
         true,
         QStringLiteral("only what changes of a base; written with --base"),
         nullptr,
         nullptr,
         nullptr,
         nullptr,
         nullptr,
         true},
    };
}

QList<Format> registers()
{
    return {
        {QStringLiteral("followthemoney"),
         QStringLiteral("FollowTheMoney"),
         {QStringLiteral(".ftm.json"), QStringLiteral(".ftm"), QStringLiteral(".jsonl")},
         true,
         true,
         QStringLiteral("entities as JSON lines: things are firms, intervals agreements; holds no clauses"),
         recogniseFtm,
         readFtm,
         writeFtm},
        {QStringLiteral("bods"),
         QStringLiteral("Beneficial ownership (BODS)"),
         {QStringLiteral(".bods.json"), QStringLiteral(".bods")},
         true,
         true,
         QStringLiteral(
             "statements of versions 0.1 to 0.4, written as 0.4; holds ownership and offices only"),
         recogniseBods,
         readBods,
         writeBods},
        {QStringLiteral("gleif"),
         QStringLiteral("GLEIF records"),
         {QStringLiteral(".gleif.csv"), QStringLiteral(".gleif.xml")},
         true,
         false,
         QStringLiteral("relationship records (level 2) and names (level 1) of LEIs, CSV and XML"),
         recogniseGleif,
         readGleif},
    };
}

QList<Format> textGraphs()
{
    return {
        {QStringLiteral("graphml"),
         QStringLiteral("GraphML"),
         {QStringLiteral(".graphml")},
         true,
         true,
         QStringLiteral(
             "nodes are firms, edges agreements; what it has no place for is an attribute; holds no clauses"),
         recogniseGraphml,
         readGraphml,
         writeGraphml},
        {QStringLiteral("gexf"),
         QStringLiteral("GEXF (Gephi)"),
         {QStringLiteral(".gexf")},
         true,
         true,
         QStringLiteral("as GraphML; start and end of edges are periods"),
         recogniseGexf,
         readGexf,
         writeGexf},
        {QStringLiteral("dot"),
         QStringLiteral("DOT (Graphviz)"),
         {QStringLiteral(".dot"), QStringLiteral(".gv")},
         true,
         true,
         QStringLiteral("as GraphML; clusters are groups; Graphviz parses it in a process of its own"),
         recogniseDot,
         readDot,
         writeDot},
        {QStringLiteral("gml"),
         QStringLiteral("GML"),
         {QStringLiteral(".gml")},
         true,
         false,
         QStringLiteral("as GraphML; of nodes that are drawn in groups the group is read"),
         recogniseGml,
         readGml},
        {QStringLiteral("pajek"),
         QStringLiteral("Pajek network"),
         {QStringLiteral(".net"), QStringLiteral(".paj")},
         true,
         false,
         QStringLiteral("vertices, arcs, edges, matrices, two modes; partitions and vectors as attributes"),
         recognisePajek,
         readPajek},
    };
}

QList<Format> jsonGraphs()
{
    return {
        // Before node-link JSON, which it looks like.
        {QStringLiteral("oligrapher"),
         QStringLiteral("Oligrapher map (LittleSis)"),
         {QStringLiteral(".oligrapher.json")},
         true,
         false,
         QStringLiteral("entities and relationships, older and newer maps; annotations are kept"),
         recogniseOligrapher,
         readOligrapher},
        {QStringLiteral("node-link"),
         QStringLiteral("Node-link JSON"),
         {QStringLiteral(".node-link.json")},
         true,
         true,
         QStringLiteral("as GraphML; NetworkX and D3 write it"),
         recogniseNodeLink,
         readNodeLink,
         writeNodeLink},
        {QStringLiteral("cytoscape"),
         QStringLiteral("Cytoscape.js JSON"),
         {QStringLiteral(".cyjs")},
         true,
         false,
         QStringLiteral("as GraphML"),
         recogniseCytoscape,
         readCytoscape},
    };
}

QList<Format> tables()
{
    return {
        {QStringLiteral("xlsx"),
         QStringLiteral("Workbook (XLSX)"),
         {QStringLiteral(".xlsx"), QStringLiteral(".xlsm")},
         true,
         true,
         QStringLiteral("holds everything; the sheets of other workbooks are read as tables are"),
         recogniseXlsx,
         readXlsx,
         nullptr,
         writeXlsx,
         previewXlsx},
        {QStringLiteral("csv"),
         QStringLiteral("Table (CSV)"),
         {QStringLiteral(".csv")},
         true,
         true,
         QStringLiteral(
             "a row for each pair of parties; holds no clauses; --map says what the columns of others mean"),
         recogniseCsv,
         readCsv,
         writeCsv,
         nullptr,
         previewCsv},
        {QStringLiteral("tsv"),
         QStringLiteral("Table (TSV)"),
         {QStringLiteral(".tsv"), QStringLiteral(".tab")},
         true,
         true,
         QStringLiteral("as CSV, with tabs between the cells"),
         recogniseCsv,
         readCsv,
         writeTsv,
         nullptr,
         previewCsv},
    };
}

} // namespace

const QList<Format> &formats()
{
    // Tables come last: almost any text may be one.
    static const QList<Format> table = ownFormats() + registers() + textGraphs() + jsonGraphs() + tables();
    return table;
}

const Format *formatNamed(QStringView name)
{
    const auto &table = formats();
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Format &f) { return f.name == name; });
    return found == table.end() ? nullptr : &*found;
}

namespace {

// A longer ending says more: ".entente.json" before ".json".
const Format *bestByEnding(const QString &path, const std::function<bool(const Format &)> &fits)
{
    const Format *best = nullptr;
    qsizetype length = 0;
    for (const Format &format : formats()) {
        for (const QString &ending : format.endings) {
            if (ending.size() > length && path.endsWith(ending, Qt::CaseInsensitive) && fits(format)) {
                best = &format;
                length = ending.size();
            }
        }
    }
    return best;
}

} // namespace

const Format *formatForFile(const QString &path)
{
    return bestByEnding(path, [](const Format &) { return true; });
}

namespace {

bool namesScenario(QByteArrayView bytes)
{
    constexpr qsizetype head = 1 << 20;
    return bytes.first(std::min(bytes.size(), head)).contains("\"entente-scenario\"");
}

} // namespace

// What tells a format may stand beyond what is looked at of a large file, so that a file whose ending is a
// foreign format's is of that format unless it says that it is another's.
const Format *formatOf(QByteArrayView bytes, const QString &path)
{
    const Format *sure = nullptr;
    const bool mayBeForeign = !namesScenario(bytes);
    QStringList possible;
    for (const Format &format : formats()) {
        const Likeness likeness = format.recognise ? format.recognise(bytes) : Likeness::No;
        if (likeness == Likeness::Yes && !sure)
            sure = &format;
        if (likeness == Likeness::Maybe)
            possible.append(format.name);
    }
    return sure ? sure : bestByEnding(path, [&](const Format &format) {
        return !format.recognise || mayBeForeign || possible.contains(format.name);
    });
}

} // namespace entente::formats
