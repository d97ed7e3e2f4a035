#pragma once

#include "picture/picture.h"

#include <QHash>

#include <vector>

namespace entente::picture {

// Below this scale cards are dots and pills fold into their lines.
constexpr double overviewScale = 0.38;

// The names that stay when cards are dots. Made once for a picture, so that each frame costs little however
// many firms there are.
class OverviewNames
{
public:
    OverviewNames() = default;
    explicit OverviewNames(const Picture &picture);

    // Labels for what a zoomed-out view shows, at a size that stays readable on the screen: the most
    // prominent names that fit without overlapping each other, or dots where those can be told apart.
    // Positions and sizes in picture units.
    QList<Text> labelsIn(const QRectF &area, double scale, const TextMeasure &measure);

private:
    struct Place // of a firm's dot, in picture units
    {
        float x;
        float y;
        float radius;
        quint32 item;
    };
    struct Name
    {
        QString text;
        double width; // on the screen
        Rgba colour;
    };
    std::vector<QRectF> dotsIn(const QRectF &shown, double scale) const;
    const Name &nameOf(quint32 item, const TextMeasure &measure);

    Items m_items;
    Rgba m_background;
    std::vector<Place> m_places; // the most prominent first
    QHash<quint32, Name> m_names;
};

} // namespace entente::picture
