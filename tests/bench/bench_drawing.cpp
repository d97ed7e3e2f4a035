// What a frame of the canvas costs, against a QGraphicsView whose items have levels of detail, in the same
// run; how many frames of a first pass show a stale tile; hit tests; what a picture and its index hold.
// Prints tables; run it with script/bench, or give it numbers of firms.

#include "graph/search.h"
#include "painting/fontmeasure.h"
#include "painting/labelpainter.h"
#include "painting/painterpath.h"
#include "painting/picturepainter.h"
#include "picture/itemreader.h"
#include "picture/overview.h"
#include "picture/theme.h"
#include "support/bigpicture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGraphicsItem>
#include <QGraphicsView>
#include <QPainter>
#include <QRandomGenerator>
#include <QStyleOptionGraphicsItem>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <vector>

using namespace entente;

namespace {

constexpr QSize window(1600, 1000);
constexpr double frameTime = 1000.0 / 60;
constexpr double overview = 1.2; // windows that the whole picture takes when an overview is panned

double residentMegabytes()
{
    malloc_trim(0);
    QFile status(QStringLiteral("/proc/self/statm")); // in pages of 4096 bytes
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double pagesPerMegabyte = 256;
    return status.readAll().split(' ').value(1).toDouble() / pagesPerMegabyte;
}

double percentile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[std::min(times.size() - 1, size_t(share * double(times.size())))];
}

// Of this thread on the processor: what else a machine does doesn't count.
double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Where a pass looks, frame by frame.
struct Look
{
    double scale;
    QPointF centre; // in picture units
    bool isMoving;
};
using Pass = std::vector<Look>;

Pass panned(const QRectF &bounds, double scale, double pixelsPerFrame, int frames)
{
    Pass pass;
    const QPointF start = bounds.center() - QPointF(pixelsPerFrame * frames / 2 / scale, 0);
    for (int i = 0; i < frames; ++i)
        pass.push_back({scale, start + QPointF(pixelsPerFrame * i / scale, 0), false});
    return pass;
}

Pass zoomed(const QRectF &bounds, double from, double to, int frames)
{
    Pass pass;
    for (int i = 0; i < frames; ++i)
        pass.push_back({from * std::pow(to / from, double(i) / (frames - 1)), bounds.center(), true});
    return pass;
}

struct Passes
{
    Pass overview;
    Pass zoom;
    Pass detail;
};

Passes passesOver(const QRectF &bounds, int frames)
{
    const double whole =
        overview * std::min(window.width() / bounds.width(), window.height() / bounds.height());
    return {panned(bounds, whole, 4, frames), zoomed(bounds, whole, 1.5, frames),
            panned(bounds, 1, 12, frames)};
}

class Screen
{
public:
    Screen(const picture::Picture &picture, std::shared_ptr<const picture::SpatialIndex> index,
           const picture::TextMeasure &measure)
        : m_picture(picture)
        , m_measure(measure)
        , m_names(picture)
    {
        m_tiles.setPicture(picture, std::move(index));
    }

    struct Result
    {
        std::vector<double> times; // milliseconds
        int stale = 0;             // frames
    };

    // At 60 frames a second, as a hand sees it; what the threads paint arrives in between.
    Result run(const Pass &pass)
    {
        Result result;
        for (const Look &look : pass) {
            QElapsedTimer clock;
            clock.start();
            const double start = processorMilliseconds();
            result.stale += draw(look).stale > 0;
            result.times.push_back(processorMilliseconds() - start);
            wait(std::max(0.0, frameTime - double(clock.nsecsElapsed()) / 1e6));
        }
        return result;
    }

    void settle(const Look &look)
    {
        do {
            draw(look);
            wait(5);
        } while (!m_tiles.isIdle());
    }

    qsizetype tiles() const { return m_tiles.held(); }

private:
    painting::TileStore::Drawn draw(const Look &look)
    {
        const QPointF origin =
            QPointF(window.width() / 2.0, window.height() / 2.0) - look.centre * look.scale;
        const painting::TileView view{look.scale, 1, origin.toPoint(), window};
        QPainter painter(&m_image);
        const painting::TileStore::Drawn drawn = m_tiles.draw(painter, view, look.isMoving);
        if (look.scale < picture::overviewScale) {
            const QRectF shown(-origin / look.scale, QSizeF(window) / look.scale);
            m_labels.draw(painter, m_names.labelsIn(shown, look.scale, m_measure), view,
                          m_picture.fontFamily);
        }
        return drawn;
    }

    static void wait(double milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(int(std::lround(milliseconds)), Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }

    picture::Picture m_picture;
    const picture::TextMeasure &m_measure;
    picture::OverviewNames m_names;
    painting::TileStore m_tiles;
    painting::LabelPainter m_labels;
    QImage m_image{window, QImage::Format_RGB32};
};

// The peer: an item for each card and line of the picture, which leaves out what can't be seen.
class PeerItem : public QGraphicsItem
{
public:
    explicit PeerItem(const picture::Item &item)
        : m_isCard(item.role == picture::Role::Firm)
        , m_box(item.box)
        , m_path(painting::toPainterPath(item.outline))
        , m_text(item.title)
    {}

    QRectF boundingRect() const override { return m_box.adjusted(-2, -2, 2, 2); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *) override
    {
        const double scale = option->levelOfDetailFromTransform(painter->worldTransform());
        const bool isFar = scale < picture::overviewScale;
        if (!m_isCard) {
            painter->setPen(QPen(Qt::gray, isFar ? 0 : 1.5));
            isFar ? painter->drawLine(m_path.pointAtPercent(0), m_path.currentPosition())
                  : painter->drawPath(m_path);
            return;
        }
        if (isFar) {
            painter->fillRect(m_box, Qt::darkBlue);
            return;
        }
        painter->setPen(Qt::black);
        painter->setBrush(Qt::white);
        painter->drawPath(m_path);
        painter->drawText(m_box, Qt::AlignCenter, m_text);
    }

private:
    bool m_isCard;
    QRectF m_box;
    QPainterPath m_path;
    QString m_text;
};

void fill(QGraphicsScene &scene, const picture::Picture &picture)
{
    scene.setBspTreeDepth(9); // deeper, the boxes of long lines take gigabytes
    for (qsizetype i = 0; i < picture.items.size(); ++i) {
        const picture::Role role = picture.items.roleAt(i);
        if (role == picture::Role::Firm || role == picture::Role::Line)
            scene.addItem(new PeerItem(picture.items.at(i)));
    }
}

std::vector<double> runPeer(QGraphicsView &view, const Pass &pass, size_t most)
{
    std::vector<double> times;
    const size_t step = std::max<size_t>(1, pass.size() / most);
    for (size_t i = 0; i < pass.size(); i += step) {
        view.setTransform(QTransform::fromScale(pass[i].scale, pass[i].scale));
        view.centerOn(pass[i].centre);
        const double start = processorMilliseconds();
        view.viewport()->repaint();
        times.push_back(processorMilliseconds() - start);
    }
    return times;
}

const char *verdict(bool met)
{
    return met ? "met" : "**missed**";
}

void printFrames(int firms, const char *pass, const Screen::Result &cold, const Screen::Result &warm,
                 const std::vector<double> &peer)
{
    const double ratio = percentile(peer, 0.5) / percentile(warm.times, 0.5);
    const double p95 = percentile(warm.times, 0.95);
    const double stale = double(cold.stale) / double(cold.times.size());
    std::printf("| %d | %s | %.2f / %.2f | %.0f | %.0f× | %.0f %% | p95 < 8 ms: %s, stale ≤ 10 %%: %s |\n",
                firms, pass, percentile(warm.times, 0.5), p95, percentile(peer, 0.5), ratio, stale * 100,
                verdict(p95 < 8), verdict(stale <= 0.1));
    std::fflush(stdout);
}

double hitTest(const picture::Picture &picture, const picture::SpatialIndex &index, const QRectF &bounds)
{
    constexpr int tries = 2000;
    QRandomGenerator random(7);
    std::vector<double> times;
    for (int i = 0; i < tries; ++i) {
        const QPointF point(bounds.left() + random.bounded(bounds.width()),
                            bounds.top() + random.bounded(bounds.height()));
        const double start = processorMilliseconds();
        index.itemAt(picture, point, 5);
        times.push_back(processorMilliseconds() - start);
    }
    return percentile(times, 0.99);
}

// The slowest of what somebody types letter by letter.
double slowestSearch(const domain::Scenario &scenario)
{
    const graph::SearchIndex index(scenario);
    double slowest = 0;
    for (const QString &typed : {scenario.firms.at(scenario.firms.size() / 2).name,
                                 scenario.agreements.last().title, QStringLiteral("nobody is called so")}) {
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            const double start = processorMilliseconds();
            index.search(typed.left(length));
            slowest = std::max(slowest, processorMilliseconds() - start);
        }
    }
    return slowest;
}

// Of the processor, so that it tells the same on a busy machine: in the middle, where most is drawn.
void printTiles(int firms, const picture::Picture &picture, const picture::SpatialIndex &index,
                const QRectF &bounds)
{
    constexpr int tiles = 9;
    std::printf("\n| firms | scale | a tile, ms |\n|---|---|---|\n");
    for (double scale : {1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0, 1.0}) {
        const QPoint middle = (bounds.center() * scale).toPoint();
        const QSize size(painting::TileStore::side, painting::TileStore::side);
        painting::paintedTile(picture, index, {middle, size, scale, scale}); // finds the fonts
        const double start = processorMilliseconds();
        for (int i = 0; i < tiles; ++i) {
            const QPoint at = middle + QPoint(i % 3 - 1, i / 3 - 1) * painting::TileStore::side;
            painting::paintedTile(
                picture, index,
                {at, QSize(painting::TileStore::side, painting::TileStore::side), scale, scale});
        }
        std::printf("| %d | %.3f | %.1f |\n", firms, scale, (processorMilliseconds() - start) / tiles);
    }
}

struct Held
{
    double build;   // milliseconds
    double picture; // megabytes
    double index;
    double hit; // milliseconds, the slowest but one in a hundred
    double search;
};

Held frames(int firms, const picture::TextMeasure &measure)
{
    Held held{};
    picture::Picture picture;
    {
        const session::Composition composition = tests::bigComposition(firms, measure);
        const double start = processorMilliseconds();
        picture = tests::bigPicture(composition, measure, false);
        held.build = processorMilliseconds() - start;
        held.search = slowestSearch(composition.file.scenario);
    }
    const double before = residentMegabytes();
    picture::Picture copy;
    for (const picture::Item &item : picture.items)
        copy.items.append(item);
    held.picture = residentMegabytes() - before;
    copy = {};
    const double beforeIndex = residentMegabytes();
    const auto index = std::make_shared<const picture::SpatialIndex>(picture);
    held.index = residentMegabytes() - beforeIndex;
    QRectF bounds;
    for (qsizetype i = 0; i < picture.items.size(); ++i)
        bounds |= picture.items.boxAt(i);
    held.hit = hitTest(picture, *index, bounds);
    printTiles(firms, picture, *index, bounds);

    std::printf(
        "\n| firms | pass | frame ms, median / p95, warm | QGraphicsView ms | faster | stale frames, cold | "
        "target |\n|---|---|---|---|---|---|---|\n");
    constexpr int passFrames = 240;
    const Passes passes = passesOver(bounds, passFrames);
    QGraphicsScene scene;
    fill(scene, picture);
    QGraphicsView view(&scene);
    view.setRenderHint(QPainter::Antialiasing);
    view.resize(window);
    view.show();
    for (const auto &[name, pass] :
         {std::pair("pan, overview", passes.overview), std::pair("zoom", passes.zoom),
          std::pair("pan, detail", passes.detail)}) {
        Screen screen(picture, index, measure);
        screen.settle(pass.front()); // what is open has been seen from where the pass begins
        const Screen::Result cold = screen.run(pass);
        const Screen::Result warm = screen.run(pass);
        printFrames(firms, name, cold, warm, runPeer(view, pass, firms > 50'000 ? 3 : 8));
    }
    return held;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    std::vector<int> sizes;
    for (const QString &word : QApplication::arguments().mid(1))
        sizes.push_back(word.toInt());
    if (sizes.empty())
        sizes = {10'000, 100'000};

    std::vector<Held> held;
    for (const int firms : sizes)
        held.push_back(frames(firms, *measure));
    std::printf("\nQGraphicsView is given cards and lines only. Target at 100,000: 150× faster.\n\n"
                "| firms | picture, ms | MB | index MB | hit test ms, p99 | search ms, slowest | target |\n"
                "|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < sizes.size(); ++i)
        std::printf("| %d | %.0f | %.0f | %.0f | %.3f | %.1f | ≤ 1 ms: %s, ≤ 20 ms: %s |\n", sizes[i],
                    held[i].build, held[i].picture, held[i].index, held[i].hit, held[i].search,
                    verdict(held[i].hit <= 1), verdict(held[i].search <= 20));
    return 0;
}
