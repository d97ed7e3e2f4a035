#include "picture/overview.h"

#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double labelPixels = 12; // on the screen
constexpr double gapPixels = 7;    // between a dot and its label
constexpr qsizetype mostLabels = 400;

QString nameOf(const Item &item)
{
    QStringList lines;
    for (const Element &element : item.elements) {
        if (const Text *text = std::get_if<Text>(&element); text && text->style.weight >= 600)
            lines.append(text->text);
    }
    return lines.join(u' ');
}

Rgba colourOf(const Item &item)
{
    for (const Element &element : item.elements) {
        if (const Text *text = std::get_if<Text>(&element))
            return text->colour;
    }
    return {};
}

} // namespace

QList<Text> overviewLabels(const Picture &picture, double scale, const TextMeasure &measure)
{
    QList<Text> labels;
    if (scale >= overviewScale)
        return labels;
    QList<const Item *> firms;
    for (const Item &item : picture.items) {
        if (item.role == Role::Firm)
            firms.append(&item);
    }
    std::stable_sort(firms.begin(), firms.end(),
                     [](const Item *a, const Item *b) { return a->prominence > b->prominence; });
    const TextStyle style{labelPixels / scale, 600, false};
    QList<QRectF> taken;
    for (const Item *firm : firms) {
        if (labels.size() >= mostLabels)
            break;
        const QString name = nameOf(*firm);
        const double width = measure.advance(name, style);
        const QPointF baseline(firm->box.center().x() - width / 2, firm->box.center().y() + 10 + (gapPixels + labelPixels) / scale);
        const QRectF box(baseline.x(), baseline.y() - style.size, width, style.size * 1.3);
        const bool covered = std::any_of(taken.begin(), taken.end(), [&box](const QRectF &t) { return t.intersects(box); });
        if (covered)
            continue;
        taken.append(box);
        labels.append(textAt(baseline, name, style, colourOf(*firm), measure));
    }
    return labels;
}

} // namespace entente::picture
