#include "picture/cards.h"

#include "layout/border.h"
#include "picture/colour.h"
#include "picture/icons.h"
#include "picture/overview.h"
#include "picture/textlayout.h"

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

constexpr double nameWidth = 168; // a longer name is broken
constexpr int nameLines = 3;
constexpr double leastWidth = 124;
constexpr double barWidth = 6;
constexpr double left = barWidth + 11;
constexpr double right = 14;
constexpr double verticalPadding = 8;
constexpr double iconGap = 5;

struct CardText
{
    QStringList lines;
    QString kind;
    QSizeF size;
};

CardText layOutText(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure)
{
    const Typography type = typographyOf(theme);
    CardText text;
    text.lines = brokenLines(cleaned(firm.name), type.name, nameWidth * theme.fontScale, nameLines, measure);
    text.kind = domain::toReadable(domain::toWord(firm.kind));
    double width = iconSize + iconGap + measure.advance(text.kind, type.kind);
    for (const QString &line : text.lines)
        width = std::max(width, measure.advance(line, type.name));
    const double height = double(text.lines.size()) * lineHeight(type.name) + lineHeight(type.kind);
    text.size = {std::max(leastWidth, left + width + right), height + 2 * verticalPadding};
    return text;
}

// The card's left edge: round outside, straight inside.
Path barPath(const QRectF &box)
{
    const double r = layout::cardCornerRadius;
    const double c = r * (1 - 0.5522847498);
    const double inner = box.left() + barWidth;
    // The corner's circle is wider than the bar: its edge meets the bar's inner edge a little below the top.
    const double drop = r - std::sqrt(r * r - (r - barWidth) * (r - barWidth));
    Path path;
    path.moveTo({inner, box.top() + drop});
    path.cubicTo({box.left() + c, box.top() + c * 0.35}, {box.left(), box.top() + c},
                 {box.left(), box.top() + r});
    path.lineTo({box.left(), box.bottom() - r});
    path.cubicTo({box.left(), box.bottom() - c}, {box.left() + c, box.bottom() - c * 0.35},
                 {inner, box.bottom() - drop});
    path.close();
    return path;
}

Shape overviewDot(const QRectF &box, Rgba colour)
{
    Shape dot = filled(circle(box.center(), box.height() * 0.36), colour);
    dot.detail = {0, overviewScale};
    return dot;
}

} // namespace

QSizeF cardSize(const domain::Firm &firm, const Theme &theme, const TextMeasure &measure)
{
    return layOutText(firm, theme, measure).size;
}

Item drawCard(int index, const Drawing &drawing)
{
    const domain::Firm &firm = drawing.firm(index);
    const Palette &palette = drawing.theme.palette;
    const Typography type = typographyOf(drawing.theme);
    const CardText text = layOutText(firm, drawing.theme, drawing.measure);
    const Detail near{overviewScale, std::numeric_limits<double>::infinity()};

    Item item;
    item.id = QStringLiteral("firm-") + firm.id.text();
    item.role = Role::Firm;
    item.of = {firm.id.text()};
    item.title = QStringLiteral("%1, %2").arg(cleaned(firm.name), text.kind);
    item.description = cleaned(firm.note);
    item.box = layout::centredRect(drawing.centreOfFirm(index), text.size);
    item.outline = roundedRect(item.box, layout::cardCornerRadius);
    item.faded = drawing.faded.testBit(index);
    item.prominence = int(drawing.subject.graph.firms.at(index).ties.size());
    Rgba kindColour = palette.kinds.value(firm.kind, palette.mutedText);
    if (item.faded)
        kindColour = mixed(kindColour, palette.background, 0.6);

    Shape card = filled(item.outline, palette.card);
    card.stroke = {palette.cardBorder, 1, {}, LineCap::Flat};
    Shape bar = filled(barPath(item.box), kindColour);
    bar.detail = near;
    item.elements = {card, bar, overviewDot(item.box, kindColour)};

    double y = item.box.top() + verticalPadding;
    const auto addText = [&](double x, const QString &line, const TextStyle &style, Rgba colour) {
        const double slack =
            lineHeight(style) - drawing.measure.ascent(style) - drawing.measure.descent(style);
        Text run =
            textAt({x, y + slack / 2 + drawing.measure.ascent(style)}, line, style, colour, drawing.measure);
        run.detail = near;
        item.elements.append(run);
    };
    for (const QString &line : text.lines) {
        addText(item.box.left() + left, line, type.name, item.faded ? palette.fadedText : palette.text);
        y += lineHeight(type.name);
    }
    const double iconTop = y + (lineHeight(type.kind) - iconSize) / 2;
    Shape icon = filled(iconOf(firm.kind, {item.box.left() + left, iconTop, iconSize, iconSize}), kindColour);
    icon.detail = near;
    item.elements.append(icon);
    addText(item.box.left() + left + iconSize + iconGap, text.kind, type.kind,
            item.faded ? palette.fadedText : palette.mutedText);
    return item;
}

} // namespace entente::picture
