#include "painting/tilestore.h"

#include <QPainter>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace entente::painting {

using picture::Picture;

namespace {

constexpr double baseSide = 2048; // device pixels that the whole picture takes at the smallest level
constexpr int mostThreads = 4;

double levelOf(double scale)
{
    return std::exp2(std::round(std::log2(scale)));
}

} // namespace

// Wanted tiles are a list that each frame writes anew: what went out of sight before it was painted isn't.
struct TileStore::Work
{
    QMutex mutex;
    Picture picture;
    std::shared_ptr<const picture::SpatialIndex> index;
    QSet<QString> lit;
    QList<Key> wanted;                    // the most urgent last
    QList<std::pair<quint64, Key>> begun; // and not taken yet, with their generation
    quint64 generation = 0;
    int threads = 0;
};

TileStore::TileStore(QObject *parent)
    : QObject(parent)
    , m_work(std::make_shared<Work>())
{
    m_work->index = std::make_shared<const picture::SpatialIndex>();
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, mostThreads));
    m_threads.setExpiryTimeout(
        -1); // each has fonts of its own, which take a second to find: let it keep them
}

TileStore::~TileStore()
{
    {
        const QMutexLocker lock(&m_work->mutex);
        m_work->wanted.clear();
    }
    m_threads.waitForDone();
}

void TileStore::setPicture(const Picture &picture, std::shared_ptr<const picture::SpatialIndex> index)
{
    m_bounds = {};
    for (qsizetype i = 0; i < picture.items.size(); ++i)
        m_bounds |= picture.items.boxAt(i);
    const QMutexLocker lock(&m_work->mutex);
    m_work->picture = picture;
    m_work->index = std::move(index);
    invalidate();
}

void TileStore::setLit(const QSet<QString> &lit)
{
    if (lit == m_work->lit)
        return;
    const QMutexLocker lock(&m_work->mutex);
    m_work->lit = lit;
    invalidate();
}

// With the mutex held.
void TileStore::invalidate()
{
    ++m_work->generation;
    m_work->wanted.clear();
    m_tiles.clear();
}

bool TileStore::isSmall() const
{
    return m_work->picture.items.size() <= mostItemsAtOnce;
}

bool TileStore::isIdle() const
{
    const QMutexLocker lock(&m_work->mutex);
    return m_work->threads == 0 && m_work->wanted.isEmpty() && m_work->begun.isEmpty();
}

qsizetype TileStore::capacityFor(const TileView &view) const
{
    const qsizetype columns = view.size.width() / side + 2;
    const qsizetype rows = view.size.height() / side + 2;
    return std::max(leastCapacity, 3 * columns * rows);
}

TileArea TileStore::areaOf(const Key &key)
{
    return {QPoint(key.column, key.row) * side, QSize(side, side), key.scale * key.pixelRatio, key.scale};
}

// Of that scale, those that meet a part of the window, the ones nearest to its middle last.
QList<TileStore::Key> TileStore::keysIn(const TileView &view, double scale, const QRect &window) const
{
    const double size = side * view.scale / scale; // of a tile on the screen
    const auto tileAt = [size](double at) { return int(std::floor(at / size)); };
    const QPoint first = window.topLeft() - view.origin;
    const QPoint last = window.bottomRight() - view.origin;
    QList<Key> keys;
    for (int row = tileAt(first.y()); row <= tileAt(last.y()); ++row) {
        for (int column = tileAt(first.x()); column <= tileAt(last.x()); ++column)
            keys.append({scale, view.pixelRatio, column, row});
    }
    const QPointF middle = QPointF(QRect(first, last).center()) / size - QPointF(0.5, 0.5);
    const auto distance = [&middle](const Key &key) {
        return std::hypot(key.column - middle.x(), key.row - middle.y());
    };
    std::sort(keys.begin(), keys.end(),
              [&](const Key &a, const Key &b) { return distance(a) > distance(b); });
    return keys;
}

// On whole pixels at both ends, so that no seam shows between neighbours.
QRect TileStore::placeOf(const Key &key, const TileView &view) const
{
    const double size = side * view.scale / key.scale;
    const QPoint topLeft(int(std::round(key.column * size)), int(std::round(key.row * size)));
    const QPoint end(int(std::round((key.column + 1) * size)), int(std::round((key.row + 1) * size)));
    return {topLeft + view.origin, end + view.origin - QPoint(1, 1)};
}

double TileStore::baseScale(double pixelRatio) const
{
    const double extent = std::max({1.0, m_bounds.width(), m_bounds.height()}) * pixelRatio;
    return std::exp2(std::floor(std::log2(baseSide / extent)));
}

TileStore::Drawn TileStore::draw(QPainter &painter, const TileView &view, bool isMoving)
{
    ++m_frame;
    const bool isSmallPicture = isSmall();
    const double scale = isMoving && !isSmallPicture ? levelOf(view.scale) : view.scale;
    Drawn drawn;
    QList<Key> missing;
    for (const Key &key : keysIn(view, scale, QRect(QPoint(), view.size))) {
        ++drawn.tiles;
        if (isSmallPicture && !m_tiles.contains(key))
            paintNow(key);
        if (m_tiles.contains(key)) {
            drawTile(painter, key, view);
        } else {
            missing.append(key);
            drawStandIn(painter, key, view);
        }
    }
    drawn.stale = int(missing.size());
    m_missing = QSet<Key>(missing.begin(), missing.end());
    if (!isSmallPicture)
        want(missing, view, scale, isMoving);
    dropOldest(view);
    return drawn;
}

void TileStore::drawTile(QPainter &painter, const Key &key, const TileView &view)
{
    Tile &tile = m_tiles[key];
    tile.used = m_frame;
    const QRect place = placeOf(key, view);
    if (place.size() == tile.image.size())
        painter.drawImage(place.topLeft(), tile.image);
    else
        painter.drawImage(place, tile.image);
}

// The smallest level first, since all of it is there; over it what is nearest to the scale.
void TileStore::drawStandIn(QPainter &painter, const Key &missing, const TileView &view)
{
    const QRect place = placeOf(missing, view) & QRect(QPoint(), view.size);
    painter.save();
    painter.setClipRect(place);
    painter.fillRect(place, QColor::fromRgba(m_work->picture.background.value));
    QList<double> scales{baseScale(view.pixelRatio)};
    for (auto tile = m_tiles.keyBegin(); tile != m_tiles.keyEnd(); ++tile) {
        if (tile->pixelRatio == view.pixelRatio && tile->scale != missing.scale &&
            !scales.contains(tile->scale))
            scales.append(tile->scale);
    }
    std::sort(scales.begin(), scales.end(), [&view](double a, double b) {
        return std::abs(std::log2(a / view.scale)) < std::abs(std::log2(b / view.scale));
    });
    const auto whole = std::find_if(scales.begin(), scales.end(),
                                    [&](double scale) { return drawLevel(painter, place, view, scale); });
    if (whole == scales.end()) // none is there whole: the parts of the nearest come last
        std::for_each(scales.rbegin(), scales.rend(),
                      [&](double scale) { drawLevel(painter, place, view, scale); });
    painter.restore();
}

bool TileStore::drawLevel(QPainter &painter, const QRect &place, const TileView &view, double scale)
{
    bool isWhole = true;
    for (const Key &key : keysIn(view, scale, place)) {
        if (m_tiles.contains(key))
            drawTile(painter, key, view);
        else
            isWhole = false;
    }
    return isWhole;
}

// In order of urgency: what is in sight, the smallest level, what a moment's motion may bring into sight.
void TileStore::want(const QList<Key> &missing, const TileView &view, double scale, bool isMoving)
{
    const double base = baseScale(view.pixelRatio);
    const QRectF all(m_bounds.topLeft() * view.pixelsPerUnit() + QPointF(view.origin),
                     m_bounds.size() * view.pixelsPerUnit());
    QList<Key> wanted = foreseen(view, scale, isMoving);
    wanted += keysIn(view, base, all.toAlignedRect());
    wanted += missing;
    const qsizetype inSight = keysIn(view, scale, QRect(QPoint(), view.size)).size();
    const QMutexLocker lock(&m_work->mutex);
    m_work->wanted = bounded(wanted, capacityFor(view) - inSight);
    startThreads();
}

// The last of them, each once, without those that are held; these stay, or at rest one would push out the
// other for ever.
QList<TileStore::Key> TileStore::bounded(const QList<Key> &keys, qsizetype most)
{
    QSet<Key> seen;
    QList<Key> result;
    for (auto key = keys.crbegin(); key != keys.crend() && seen.size() < most; ++key) {
        if (seen.contains(*key))
            continue;
        seen.insert(*key);
        if (const auto held = m_tiles.find(*key); held != m_tiles.end())
            held->used = m_frame;
        else
            result.prepend(*key);
    }
    return result;
}

QList<TileStore::Key> TileStore::foreseen(const TileView &view, double scale, bool isMoving) const
{
    const QRect window(QPoint(), view.size);
    const QPointF middle = QRectF(window).center();
    const double level = levelOf(view.scale);
    const auto around = [&middle](const QRectF &rect, double factor) {
        return QRectF(middle + (rect.topLeft() - middle) * factor, rect.size() * factor).toAlignedRect();
    };
    // Where the nearest level changes, half way between two, so much of the window will be seen of it.
    QList<Key> keys = keysIn(view, level * 2, around(window, view.scale / (level * M_SQRT2)));
    keys += keysIn(view, level / 2, around(window, view.scale / (level * M_SQRT1_2)));
    if (!isMoving)
        keys += keysIn(view, level, window);
    keys += keysIn(view, scale, window.adjusted(-side, -side, side, side));
    const double smallest = baseScale(view.pixelRatio);
    keys.removeIf([smallest](const Key &key) { return key.scale < smallest; });
    return keys;
}

// With the mutex held.
void TileStore::startThreads()
{
    const auto more =
        std::min<qsizetype>(m_threads.maxThreadCount() - m_work->threads, m_work->wanted.size());
    for (qsizetype i = 0; i < more; ++i) {
        ++m_work->threads;
        m_threads.start([this, work = m_work] {
            QMutexLocker lock(&work->mutex);
            while (!work->wanted.isEmpty()) {
                const Key key = work->wanted.takeLast();
                const quint64 generation = work->generation;
                if (work->begun.contains({generation, key}))
                    continue;
                work->begun.append({generation, key});
                const Picture picture = work->picture;
                const auto index = work->index;
                lock.unlock();
                const QImage image = paintedTile(picture, *index, areaOf(key));
                QMetaObject::invokeMethod(
                    this, [this, generation, key, image] { take(generation, key, image); },
                    Qt::QueuedConnection);
                lock.relock();
            }
            --work->threads;
        });
    }
}

void TileStore::paintNow(const Key &key)
{
    const QSet<QString> *lit = m_work->lit.isEmpty() ? nullptr : &m_work->lit;
    m_tiles.insert(key, {paintedTile(m_work->picture, *m_work->index, areaOf(key), lit), m_frame});
    ++m_painted;
}

void TileStore::take(quint64 generation, const Key &key, const QImage &image)
{
    {
        const QMutexLocker lock(&m_work->mutex);
        m_work->begun.removeOne({generation, key});
    }
    ++m_painted;
    if (generation != m_work->generation)
        return;
    m_tiles.insert(key, {image, m_frame});
    if (!m_missing.isEmpty()) // in its place, or standing in
        Q_EMIT tileArrived();
}

// What was drawn longest ago; never the smallest level, which stands in for everything else.
void TileStore::dropOldest(const TileView &view)
{
    const qsizetype over = m_tiles.size() - capacityFor(view);
    if (over <= 0)
        return;
    const double base = baseScale(view.pixelRatio);
    QList<std::pair<quint64, Key>> old;
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile) {
        if (tile->used != m_frame && (tile.key().scale != base || tile.key().pixelRatio != view.pixelRatio))
            old.append({tile->used, tile.key()});
    }
    std::sort(old.begin(), old.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (qsizetype i = 0; i < std::min(over, old.size()); ++i)
        m_tiles.remove(old.at(i).second);
}

} // namespace entente::painting
