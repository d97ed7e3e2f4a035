// How long tables and graphs of other tools take to become scenarios: CSV of growing size, with the exponent
// and the memory at its highest; GraphML and GEXF against QXmlStreamReader merely going through the same
// bytes in the same run. Each measurement runs in a process of its own. Prints tables; run it with
// script/bench, or give it the number of edges of the graphs.

#include "formats/formattable.h"
#include "formats/scenarioreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QXmlStreamReader>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace entente;

namespace {

// Ten edges a node, so that both ends of an edge are mostly known.
QByteArray bigCsv(int edges)
{
    QByteArray text = "source,target,kind,amount,announced,remark\n";
    for (int i = 0; i < edges; ++i) {
        text += "Firm " + QByteArray::number(i % (edges / 10 + 1)) + ",Firm " +
                QByteArray::number((qint64(i) * 7919 + 13) % (edges / 10 + 1)) + ",supply,$" +
                QByteArray::number(i % 900 + 1) + " million,2025-" + (i % 2 ? "03" : "10") + ",\"row " +
                QByteArray::number(i) + "\"\n";
    }
    return text;
}

QByteArray bigGraphml(int edges)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                      "<key id=\"n\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
                      "<key id=\"k\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>\n"
                      "<key id=\"r\" for=\"edge\" attr.name=\"remark\" attr.type=\"string\"/>\n"
                      "<graph edgedefault=\"directed\">\n";
    for (int i = 0; i < edges / 10; ++i)
        text += "<node id=\"n" + QByteArray::number(i) + "\"><data key=\"n\">Firm " + QByteArray::number(i) +
                "</data></node>\n";
    for (int i = 0; i < edges; ++i)
        text += "<edge source=\"n" + QByteArray::number(i % (edges / 10)) + "\" target=\"n" +
                QByteArray::number((qint64(i) * 7919 + 13) % (edges / 10)) +
                "\"><data key=\"k\">supply</data><data key=\"r\">row " + QByteArray::number(i) +
                "</data></edge>\n";
    return text + "</graph></graphml>\n";
}

QByteArray bigGexf(int edges)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                      "<graph defaultedgetype=\"directed\">\n<attributes class=\"edge\"><attribute id=\"0\" "
                      "title=\"remark\" type=\"string\"/></attributes>\n<nodes>\n";
    for (int i = 0; i < edges / 10; ++i)
        text +=
            "<node id=\"n" + QByteArray::number(i) + "\" label=\"Firm " + QByteArray::number(i) + "\"/>\n";
    text += "</nodes><edges>\n";
    for (int i = 0; i < edges; ++i)
        text += "<edge id=\"" + QByteArray::number(i) + "\" source=\"n" +
                QByteArray::number(i % (edges / 10)) + "\" target=\"n" +
                QByteArray::number((qint64(i) * 7919 + 13) % (edges / 10)) +
                "\" kind=\"supply\"><attvalues><attvalue for=\"0\" value=\"row " + QByteArray::number(i) +
                "\"/></attvalues></edge>\n";
    return text + "</edges></graph></gexf>\n";
}

QByteArray fileOf(const QByteArray &format, int edges)
{
    return format == "csv" ? bigCsv(edges) : format == "gexf" ? bigGexf(edges) : bigGraphml(edges);
}

template <typename Work> double secondsOf(const Work &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e9;
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

// Copies what a reader looks at: names, attributes and texts.
qsizetype goThrough(const QByteArray &text)
{
    QXmlStreamReader xml(text);
    qsizetype seen = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            seen += xml.name().size() + xml.attributes().size();
        else if (token == QXmlStreamReader::Characters)
            seen += xml.text().size();
    }
    return seen;
}

struct Times
{
    double megabytes = 0;
    double document = 0; // seconds, of the format's own reader
    double read = 0;     // with the scenario and its checks
    double peer = 0;
    double peak = 0; // megabytes
};

// In the process that was started for it: one line of numbers.
void measure(const QByteArray &format, int edges)
{
    const QByteArray text = fileOf(format, edges);
    const QString path = QStringLiteral("big.") + QString::fromLatin1(format);
    double peer = 0;
    if (format != "csv")
        peer = secondsOf([&] { goThrough(text); });
    const formats::Format &row = *formats::formatNamed(QString::fromLatin1(format));
    const double document = secondsOf([&] { row.read({text, path, {}}); });
    Outcome<formats::ScenarioFile> file;
    const double read = secondsOf([&] { file = formats::readScenario(text, path); });
    if (!file || file.value->scenario.agreements.size() != edges) {
        std::fprintf(stderr, "%s was not read\n", format.constData());
        std::exit(EXIT_FAILURE);
    }
    std::printf("%f %f %f %f %f\n", double(text.size()) / 1e6, document, read, peer, peakMegabytes());
}

Times measured(const char *format, int edges)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--one"), QString::fromLatin1(format), QString::number(edges)});
    process.waitForFinished(-1);
    const QByteArrayList words = process.readAllStandardOutput().simplified().split(' ');
    if (process.exitCode() != 0 || words.size() != 5)
        std::exit(EXIT_FAILURE);
    return {words[0].toDouble(), words[1].toDouble(), words[2].toDouble(), words[3].toDouble(),
            words[4].toDouble()};
}

void printTables()
{
    std::printf(
        "\n| edges of a CSV | MB of text | table s | scenario s | MB at most |\n|---|---|---|---|---|\n");
    constexpr std::array sizes{10'000, 100'000, 1'000'000};
    std::array<Times, sizes.size()> all;
    for (size_t i = 0; i < sizes.size(); ++i) {
        all[i] = measured("csv", sizes[i]);
        std::printf("| %d | %.1f | %.2f | %.2f | %.0f |\n", sizes[i], all[i].megabytes, all[i].document,
                    all[i].read, all[i].peak);
        std::fflush(stdout);
    }
    const auto exponent = [](double fewer, double more) { return std::log10(more / fewer); };
    for (size_t i = 1; i < sizes.size(); ++i)
        std::printf("| exponent to %d | | %.2f | %.2f | %.2f |\n", sizes[i],
                    exponent(all[i - 1].document, all[i].document), exponent(all[i - 1].read, all[i].read),
                    exponent(all[i - 1].peak, all[i].peak));
}

void printGraphs(int edges)
{
    std::printf(
        "\n| graph | edges | MB | QXmlStreamReader MB/s | document MB/s | scenario MB/s | times the peer | "
        "MB at most |\n|---|---|---|---|---|---|---|---|\n");
    for (const char *format : {"graphml", "gexf"}) {
        const Times times = measured(format, edges);
        std::printf("| %s | %d | %.1f | %.0f | %.0f | %.0f | %.1f | %.0f |\n", format, edges, times.megabytes,
                    times.megabytes / times.peer, times.megabytes / times.document,
                    times.megabytes / times.read, times.read / times.peer, times.peak);
        std::fflush(stdout);
    }
}

} // namespace

int main(int count, char **words)
{
    const QCoreApplication application(count, words);
    if (count == 4 && QByteArray(words[1]) == "--one") {
        measure(words[2], QByteArray(words[3]).toInt());
        return EXIT_SUCCESS;
    }
    constexpr int usualEdges = 200'000;
    if (count < 2)
        printTables();
    printGraphs(count > 1 ? QByteArray(words[1]).toInt() : usualEdges);
    return EXIT_SUCCESS;
}
