#pragma once

#include "painting/tilestore.h"

#include <QPixmap>

namespace entente::painting {

// Draws labels that keep their size on the screen. Each is painted once: shaping hundreds of names takes
// longer than a frame has.
class LabelPainter
{
public:
    // The painter counts in device pixels; labels are in picture units, for the view's scale.
    void draw(QPainter &painter, const QList<picture::Text> &labels, const TileView &view,
              const QString &family);

private:
    struct Key
    {
        QString text;
        quint32 colour;
        double pixelRatio;
        bool operator==(const Key &) const = default;
    };
    friend size_t qHash(const Key &key, size_t seed)
    {
        return qHashMulti(seed, key.text, key.colour, key.pixelRatio);
    }
    static QPixmap painted(picture::Text label, const TileView &view, const QString &family);

    QHash<Key, QPixmap> m_painted;
};

} // namespace entente::painting
