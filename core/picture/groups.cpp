#include "picture/parts.h"
#include "picture/textlayout.h"

namespace entente::picture {

namespace {

constexpr double radius = 12;
constexpr double titleHeight = 22;
constexpr double widestTitle = 220;

QString titleOf(const Drawing &drawing, const domain::Firm &firm)
{
    return elided(cleaned(firm.name), drawing.style(12, 600), widestTitle * drawing.theme.fontScale, drawing.measure);
}

} // namespace

QSizeF groupTitleSize(const Drawing &drawing, const domain::Firm &firm)
{
    return {std::ceil(drawing.measure.advance(titleOf(drawing, firm), drawing.style(12, 600))),
            std::ceil(titleHeight * drawing.theme.fontScale)};
}

Item drawGroup(const Drawing &drawing, const domain::Firm &firm, const QRectF &box, bool nested)
{
    const Palette &palette = drawing.palette();
    Item item;
    item.id = xmlId(QStringLiteral("group"), firm.id.text());
    item.role = Role::Group;
    item.of = {firm.id.text()};
    item.title = cleaned(firm.name) + QStringLiteral(", group");
    item.box = box;
    item.outline = roundedRect(box, radius);
    item.elements.append(Shape{item.outline, nested ? palette.groupNested : palette.group,
                               {palette.groupBorder, 1, {}, LineCap::Flat}, {}});
    constexpr double inset = 14;
    Text title = textAt({box.left() + inset, box.top() + 10 + 12 * drawing.theme.fontScale}, titleOf(drawing, firm),
                        drawing.style(12, 600), palette.groupTitle, drawing.measure);
    constexpr double readable = 0.6;
    title.detail.least = readable;
    item.elements.append(title);
    return item;
}

} // namespace entente::picture
