// Writing a picture as SVG, PDF and PNG, against QSvgGenerator, Graphviz -Tpdf and a plain QPdfWriter in the
// same run: time, size and the memory that it takes beyond the picture itself. Prints a table; run it with
// script/bench, or give it a number of firms.

#include "painting/exporting.h"
#include "painting/fontmeasure.h"
#include "painting/picturepainter.h"
#include "picture/itemreader.h"
#include "picture/svgwriter.h"
#include "picture/theme.h"
#include "support/bigpicture.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSvgGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <malloc.h>
#include <sys/resource.h>

using namespace entente;

namespace {

constexpr double kilobytesPerMegabyte = 1024;

struct Measured
{
    double seconds = 0;
    double megabytes = 0; // of the file
    double peak = 0;      // megabytes beyond what was there before
};

double statusMegabytes(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.simplified().split(' ').value(1).toDouble() / kilobytesPerMegabyte;
    }
    return 0;
}

Measured measured(const std::function<qsizetype()> &write)
{
    malloc_trim(0);
    QFile peak(QStringLiteral("/proc/self/clear_refs"));
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5"); // VmHWM counts from here
    peak.close();
    const double before = statusMegabytes("VmRSS:");
    QElapsedTimer clock;
    clock.start();
    const auto size = double(write());
    return {double(clock.nsecsElapsed()) / 1e9, size / 1e6, statusMegabytes("VmHWM:") - before};
}

qsizetype withGenerator(const picture::Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(picture.size.toSize());
    generator.setViewBox(QRectF(QPointF(), picture.size));
    QPainter painter(&generator);
    painting::paintPicture(painter, picture);
    painter.end();
    return bytes.size();
}

qsizetype withPdfWriter(const picture::Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(picture.size * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    painter.scale(writer.resolution() / 96.0, writer.resolution() / 96.0);
    painting::paintPicture(painter, picture);
    painter.end();
    return bytes.size();
}

// Cards and a straight line between two parties of each agreement: less than what we draw.
QByteArray asDot(const picture::Picture &picture)
{
    QByteArray dot = "graph { node [shape=box style=rounded fixedsize=true fontname=Inter fontsize=10]\n";
    const double height = picture.size.height();
    const auto place = [height](QPointF point) {
        return QByteArray::number(point.x() * 0.75, 'f', 1) + ',' +
               QByteArray::number((height - point.y()) * 0.75, 'f', 1);
    };
    picture::ItemReader item(picture.items);
    QString agreement;
    QString firm;
    QPointF from;
    for (qsizetype i = 0; i < picture.items.size(); ++i) {
        item.seek(i);
        const QStringList of = item.of();
        if (item.role() == picture::Role::Firm) {
            const QRectF box = item.box();
            dot += '"' + of.first().toUtf8() + "\" [pos=\"" + place(box.center()) +
                   "\" width=" + QByteArray::number(box.width() / 96, 'f', 2) +
                   " height=" + QByteArray::number(box.height() / 96, 'f', 2) + " label=\"" +
                   item.title().remove(u'"').remove(u'\\').toUtf8() + "\"]\n";
        } else if (item.role() == picture::Role::Line) {
            const QPointF to = item.outline().bounds().center();
            if (of.first() == agreement && of.last() != firm) {
                const QByteArray a = place(from);
                const QByteArray b = place(to);
                dot += '"' + firm.toUtf8() + "\" -- \"" + of.last().toUtf8() + "\" [pos=\"" + a + ' ' + a +
                       ' ' + b + ' ' + b + "\"]\n";
            }
            agreement = of.first();
            firm = of.last();
            from = to;
        }
    }
    return dot + "}\n";
}

Measured withGraphviz(const picture::Picture &picture)
{
    const QTemporaryDir folder;
    QFile dot(folder.filePath(QStringLiteral("graph.dot")));
    if (!dot.open(QIODevice::WriteOnly))
        return {};
    dot.write(asDot(picture));
    dot.close();
    const QString pdf = folder.filePath(QStringLiteral("graph.pdf"));
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral("neato"), {QStringLiteral("-n2"), QStringLiteral("-Tpdf"), dot.fileName(),
                                            QStringLiteral("-o"), pdf});
    process.waitForFinished(-1);
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return {seconds, double(QFile(pdf).size()) / 1e6, double(usage.ru_maxrss) / kilobytesPerMegabyte};
}

void print(const char *what, const Measured &ours, const char *peer, const Measured &its, const char *target,
           bool isMet)
{
    std::printf("| %s | %.2f | %.1f | %.0f | %s | %.2f | %.1f | %.0f | %.1f× | %.2f× | %.2f× | %s: %s |\n",
                what, ours.seconds, ours.megabytes, ours.peak, peer, its.seconds, its.megabytes, its.peak,
                its.seconds / ours.seconds, ours.megabytes / its.megabytes, ours.peak / its.peak, target,
                isMet ? "met" : "**missed**");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const int firms = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    const picture::Picture picture =
        tests::bigPicture(tests::bigComposition(firms, *measure), *measure, true);
    std::printf(
        "\n%d firms, %lld items\n\n| as | s | MB | peak MB | against | s | MB | peak MB | faster | size | "
        "memory | target |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
        firms, static_cast<long long>(picture.items.size()));

    const Measured svg = measured([&] { return picture::toSvg(picture).size(); });
    const Measured generated = measured([&] { return withGenerator(picture); });
    print("SVG", svg, "QSvgGenerator", generated, "10× faster, ≤ 0.4× the size",
          generated.seconds >= 10 * svg.seconds && svg.megabytes <= 0.4 * generated.megabytes);

    const Measured pdf = measured([&] { return painting::toPdf(picture, QDateTime()).value->size(); });
    const Measured graphviz = withGraphviz(picture);
    print("PDF", pdf, "Graphviz -Tpdf", graphviz, "6× faster, ≤ 0.15× the memory",
          graphviz.seconds >= 6 * pdf.seconds && pdf.peak <= 0.15 * graphviz.peak);
    const Measured plain = measured([&] { return withPdfWriter(picture); });
    print("PDF", pdf, "QPdfWriter alone", plain, "≤ 1.5× its time", pdf.seconds <= 1.5 * plain.seconds);

    painting::ImageOptions options;
    options.width = 4000;
    const Measured png = measured([&] {
        const auto bytes = painting::toPng(picture, options);
        return bytes ? bytes.value->size() : 0;
    });
    print("PNG, 4000 wide", png, "QPdfWriter alone", plain, "within its time", png.seconds <= plain.seconds);
    return 0;
}
