// How long it takes from launching the program to the first picture of the bundled scenario, against a
// minimal window of Qt's widgets; and how long `entente draw` takes as a whole process, against `dot` drawing
// a graph of the same things. Prints tables; run it with script/bench, or give it the program and the
// scenario.

#include "bench/measuring.h"
#include "window/runwindow.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QWidget>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

using namespace entente;

namespace {

constexpr double most = 1.5; // times the peer
constexpr const char *minimalWord = "--minimal-window";
constexpr const char *wholeWord = "--whole-window";

// Ends the program as soon as a widget that is `asked` for has been painted.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(std::function<bool(const QWidget &)> asked)
        : m_asked(std::move(asked))
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (m_isSeen) // the event before this one was the paint
            std::_Exit(EXIT_SUCCESS);
        const auto *widget = qobject_cast<QWidget *>(object);
        m_isSeen = event->type() == QEvent::Paint && widget && m_asked(*widget);
        return false;
    }

private:
    std::function<bool(const QWidget &)> m_asked;
    bool m_isSeen = false;
};

bool g_isWholeWindow = false;

// The window is named after the scenario as soon as that stands in it.
void watchWholeWindow()
{
    if (g_isWholeWindow)
        new FirstPaint([](const QWidget &widget) {
            return widget.objectName() == QLatin1String("canvas") &&
                   widget.window()->windowTitle().contains(u'[');
        });
}
Q_COREAPP_STARTUP_FUNCTION(watchWholeWindow)

int showMinimalWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1680, 1010);
    FirstPaint paint([](const QWidget &) { return true; });
    window.show();
    return QApplication::exec();
}

// Milliseconds of one run of a program from its launch to its end.
double timeOf(const QString &program, const QStringList &arguments)
{
    return bench::millisecondsOf([&] {
        QProcess process;
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, arguments);
        process.waitForFinished();
    });
}

struct Launch
{
    QString program;
    QStringList arguments;
};

// Medians of ours and the peer's, run by turns so that what else the machine does troubles both alike.
std::pair<double, double> mediansOf(const Launch &ours, const Launch &peer)
{
    constexpr int runs = 15;
    std::vector<double> theirs;
    const double median = bench::medianOf(runs, [&] {
        theirs.push_back(timeOf(peer.program, peer.arguments));
        return timeOf(ours.program, ours.arguments);
    });
    std::sort(theirs.begin(), theirs.end());
    return {median, theirs[theirs.size() / 2]};
}

void printRatio(const char *what, double ours, const char *peer, double theirs)
{
    const double ratio = ours / theirs;
    std::printf("| %s | %s | %.0f | %.0f | %.2f | ≤ %.1f: %s |\n", what, peer, ours, theirs, ratio, most,
                bench::verdict(ratio <= most));
}

// The bundled scenario's graph in DOT, with the same clusters and pills.
constexpr const char *bundledAsDot =
    "digraph { node [shape=box] compound=true; subgraph cluster_m { microsoft azure } subgraph "
    "cluster_o { openai frontier sre }"
    " subgraph cluster_a { amazon subgraph cluster_w { aws bedrock } } nvidia softbank altman musk;"
    " node [shape=oval]; microsoft->a1->openai; azure->a2->openai; openai->a3->microsoft; "
    "openai->a4->microsoft; a4->azure;"
    " amazon->a5->openai; openai->a6->aws; openai->a7->aws; a7->frontier; openai->a8->amazon; "
    "a8->sre; a8->bedrock;"
    " amazon->a9->aws; a9->sre; nvidia->a10->openai; softbank->a10; amazon->a10; openai->a11; "
    "microsoft->a12->openai; a12->amazon;"
    " musk->a13->altman; altman->a14->openai }";

void compareDrawing(const QString &entente, const QString &scenario, const QTemporaryDir &folder)
{
    QFile dot(folder.filePath(QStringLiteral("graph.dot")));
    if (!dot.open(QIODevice::WriteOnly))
        return;
    dot.write(bundledAsDot);
    dot.close();
    const QString output = folder.filePath(QStringLiteral("out.svg"));
    const auto [ours, theirs] = mediansOf(
        {entente, {QStringLiteral("draw"), scenario, QStringLiteral("-o"), output}},
        {QStringLiteral("dot"), {QStringLiteral("-Tsvg"), dot.fileName(), QStringLiteral("-o"), output}});
    printRatio("entente draw, bundled scenario, whole process", ours, "dot -Tsvg, the same graph", theirs);
}

void compareWindows(const QString &self, const QString &scenario)
{
    const auto [ours, theirs] = mediansOf({self, {QString::fromLatin1(wholeWord), scenario}},
                                          {self, {QString::fromLatin1(minimalWord)}});
    printRatio("launch to first picture, bundled scenario", ours, "a minimal Qt widget window", theirs);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1 && std::strcmp(argv[1], minimalWord) == 0)
        return showMinimalWindow(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], wholeWord) == 0) {
        g_isWholeWindow = true;
        return window::runWindow(argc - 1, argv + 1);
    }
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: bench_start PROGRAM SCENARIO\n", stderr);
        return EXIT_FAILURE;
    }
    const QTemporaryDir folder; // so that settings and files of a desktop play no part
    for (const char *place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qputenv(place, folder.path().toLocal8Bit());
    std::printf("\n| ours | against | ms | its ms | ratio | target |\n|---|---|---|---|---|---|\n");
    compareWindows(QCoreApplication::applicationFilePath(), arguments[2]);
    compareDrawing(arguments[1], arguments[2], folder);
    return EXIT_SUCCESS;
}
