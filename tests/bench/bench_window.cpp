// What the window does with a large scenario: how long each thing takes, for how long the window doesn't
// answer meanwhile (in processor time of its thread), and what the program then holds in memory. Prints
// tables; run it with script/bench, or give it numbers of firms.

#include "bench/measuring.h"
#include "painting/fontmeasure.h"
#include "session/session.h"
#include "support/bigscenario.h"
#include "window/mainwindow.h"
#include "window/styling.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <vector>

using namespace entente;

namespace {

// Knows for how long the application was busy with one event at most.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        bool result = false;
        const QByteArray name = receiver->metaObject()->className();
        const double start = bench::threadMilliseconds();
        result = QApplication::notify(receiver, event);
        const double time = bench::threadMilliseconds() - start;
        m_isInside = false;
        if (time > m_longest) {
            m_longest = time;
            m_who = name;
        }
        return result;
    }

    // What is done now counts as one event; then events are seen to until nothing is left to do.
    void run(const char *what, const session::Session &session, const std::function<void()> &work)
    {
        const double start = bench::threadMilliseconds();
        QElapsedTimer clock;
        clock.start();
        work();
        m_longest = bench::threadMilliseconds() - start;
        m_who = "itself";
        QTimer wake; // waiting, and not asking again and again, leaves the processor to the background
        wake.start(std::chrono::milliseconds(20));
        do {
            processEvents(QEventLoop::WaitForMoreEvents);
        } while (session.isBusy());
        constexpr int rounds = 20; // of painting and what follows it
        for (int i = 0; i < rounds; ++i)
            processEvents();
        std::printf("| %s | %.0f | %.0f | %s |\n", what, m_longest, double(clock.elapsed()),
                    m_who.constData());
        std::fflush(stdout);
    }

private:
    bool m_isInside = false;
    double m_longest = 0;
    QByteArray m_who;
};

analysis::AsOf at(const char *date)
{
    return {domain::EventDate::parse(QString::fromLatin1(date))};
}

void measure(WatchedApplication &application, int firms, const QString &path,
             const picture::TextMeasure &textMeasure)
{
    std::printf(
        "\n| %d firms, %d agreements | longest without an answer, ms of its thread | whole, ms | in |\n"
        "|---|---|---|---|\n",
        firms, 2 * firms);
    const double before = bench::residentMegabytes();
    session::Session session(textMeasure);
    window::Styling styling;
    window::MainWindow window(session, styling);
    window.show();
    const auto run = [&](const char *what, const std::function<void()> &work) {
        application.run(what, session, work);
    };
    run("open", [&] { session.open(path); });
    const double held = bench::residentMegabytes();
    run("another date", [&] { session.setAsOf(at("2020-01-01")); });
    run("and back", [&] { session.setAsOf(at("2026-01-01")); });
    run("select a firm of many", [&] { session.select(domain::ThingRef::of(domain::FirmId(u"f1"_qs))); });
    run("select an agreement", [&] { session.select(domain::ThingRef::of(domain::AgreementId(u"a7"_qs))); });
    if (!session.composition().conflicts.isEmpty())
        run("select a conflict", [&] { session.select(session.composition().conflicts.last().ref()); });
    run("select nothing", [&] { session.clearSelection(); });
    auto *search = window.findChild<QLineEdit *>(QStringLiteral("outlineSearch"));
    run("search", [&] { search->setText(QStringLiteral("harbour 77")); });
    run("end the search", [&] { search->clear(); });
    graph::Filter filter;
    filter.focus = domain::FirmId(u"f100"_qs);
    run("two steps around a firm", [&] {
        filter.hops = 2;
        session.setFilter(filter);
    });
    run("show everything", [&] { session.setFilter({}); });
    const QPointF place = session::placesOf(session.composition()).value(u"f100"_qs);
    run("drop a firm elsewhere", [&] { session.moveTo(u"f100"_qs, place + QPointF(500, 0)); });
    run("undo that", [&] { session.undoStack().undo(); });
    run("compare with another date", [&] { session.compareWithDate(at("2020-01-01")); });
    run("end comparing", [&] { session.compareWith({}); });
    std::printf("\n%.0f MB held when opened, beyond an empty window's; %.0f MB at the end.\n", held - before,
                bench::residentMegabytes() - before);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir folder;
    for (const char *place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qputenv(place, folder.path().toLocal8Bit());
    WatchedApplication application(argc, argv);
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(QByteArray(argv[i]).toInt());
    if (sizes.empty())
        sizes = {100'000};
    const auto textMeasure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    for (const int firms : sizes) {
        QFile file(folder.filePath(QStringLiteral("big.entente.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(tests::bigScenario({firms, 2 * firms, 1})) < 0)
            return EXIT_FAILURE;
        file.close();
        measure(application, firms, file.fileName(), *textMeasure);
    }
    return EXIT_SUCCESS;
}
