#pragma once

#include "painting/tilepainter.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>

class QPainter;

namespace entente::painting {

// What of a picture is on the screen, in device pixels: the picture's origin, how large it is drawn and the
// window's size.
struct TileView
{
    double scale = 1; // of the view; a unit is scale × pixelRatio device pixels
    double pixelRatio = 1;
    QPoint origin;
    QSize size;
    double pixelsPerUnit() const { return scale * pixelRatio; }
};

// A picture as tiles. A small picture's are painted when they are needed, so that it is always sharp; those
// of a large one by background threads, and until one is there, what is known of its place stands in, scaled.
// While the scale changes, tiles of the nearest power of two are drawn, scaled; once it rests, tiles of the
// scale itself. The smallest of these levels is kept whole. Nothing is painted that isn't wanted: at rest no
// thread runs.
class TileStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int side = 512; // of a tile, in device pixels: a mebibyte each
    static constexpr qsizetype leastCapacity = 128;
    static constexpr qsizetype mostItemsAtOnce = 2000; // of a small picture

    explicit TileStore(QObject *parent = nullptr);
    ~TileStore() override;

    // Both throw away what is painted.
    void setPicture(const picture::Picture &picture, std::shared_ptr<const picture::SpatialIndex> index);
    void setLit(const QSet<QString> &lit); // of a small picture: all others are dimmed; empty: none is
    bool isSmall() const;

    // Draws the view; the painter counts in device pixels. `isMoving` where the scale is changing.
    struct Drawn
    {
        int tiles = 0;
        int stale = 0; // where another level's tile stood in, or nothing
    };
    Drawn draw(QPainter &painter, const TileView &view, bool isMoving);

    // For tests and benches.
    qsizetype held() const { return m_tiles.size(); }
    qsizetype capacityFor(const TileView &view) const; // tiles, at most, after drawing that view
    quint64 painted() const { return m_painted; }      // tiles, since the start
    bool isIdle() const;                               // nothing is being painted or waits for it

Q_SIGNALS:
    void tileArrived(); // worth drawing again

private:
    struct Key
    {
        double scale = 0; // of the view that it is painted for
        double pixelRatio = 1;
        int column = 0;
        int row = 0;
        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.scale, key.pixelRatio, key.column, key.row);
    }
    struct Tile
    {
        QImage image;
        quint64 used = 0; // the number of the frame
    };
    struct Work; // what is shared with the threads

    static TileArea areaOf(const Key &key);
    QList<Key> keysIn(const TileView &view, double scale, const QRect &window) const;
    QRect placeOf(const Key &key, const TileView &view) const;
    double baseScale(double pixelRatio) const;
    void drawTile(QPainter &painter, const Key &key, const TileView &view);
    void drawStandIn(QPainter &painter, const Key &missing, const TileView &view);
    bool drawLevel(QPainter &painter, const QRect &place, const TileView &view, double scale);
    void want(const QList<Key> &missing, const TileView &view, double scale, bool isMoving);
    QList<Key> foreseen(const TileView &view, double scale, bool isMoving) const;
    QList<Key> bounded(const QList<Key> &keys, qsizetype most);
    void paintNow(const Key &key);
    void take(quint64 generation, const Key &key, const QImage &image);
    void dropOldest(const TileView &view);
    void invalidate();
    void startThreads();

    std::shared_ptr<Work> m_work;
    QThreadPool m_threads;
    QHash<Key, Tile> m_tiles;
    QSet<Key> m_missing; // in the last frame
    QRectF m_bounds;     // of the picture's items
    quint64 m_frame = 0;
    quint64 m_painted = 0;
};

} // namespace entente::painting
