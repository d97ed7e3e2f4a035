#include "picture/glyphs.h"
#include "picture/overview.h"
#include "picture/parts.h"
#include "picture/textlayout.h"

namespace entente::picture {

namespace {

constexpr double height = 28;
constexpr double paddingX = 12;
constexpr double gap = 6;
constexpr double widestTitle = 190;

struct PillText
{
    QString title;
    QString figure; // "· $138B"
    QString sources; // "1 2", superscript
    TextStyle titleStyle;
    TextStyle figureStyle;
    TextStyle sourceStyle;
};

QString doubtOf(const domain::Agreement &agreement)
{
    if (agreement.evidence == domain::Evidence::Alleged || agreement.evidence == domain::Evidence::Disproven)
        return domain::toWord(agreement.evidence);
    if (agreement.status && lookOf(agreement) == LineLook::Dotted)
        return domain::toReadable(domain::toWord(*agreement.status));
    if (agreement.status == domain::Status::Rumoured || agreement.status == domain::Status::Considered)
        return domain::toWord(*agreement.status);
    return {};
}

PillText textOf(const Drawing &drawing, const domain::Agreement &agreement)
{
    PillText text;
    text.titleStyle = drawing.style(12.5, 400);
    text.figureStyle = drawing.style(12.5, 600);
    text.sourceStyle = drawing.style(8.5, 500);
    text.title = elided(cleaned(agreement.title), text.titleStyle, widestTitle * drawing.theme.fontScale, drawing.measure);
    if (const QString doubt = doubtOf(agreement); !doubt.isEmpty())
        text.title += QStringLiteral(" · ") + doubt;
    if (const domain::Amount *amount = mainAmount(agreement); amount && amount->value)
        text.figure = domain::toShortText(*amount, drawing.theme.numbers);
    QStringList numbers;
    for (int number : domain::sourceNumbers(drawing.subject.scenario, agreement))
        numbers.append(QString::number(number));
    constexpr qsizetype mostNumbers = 6;
    if (numbers.size() > mostNumbers)
        numbers = numbers.mid(0, mostNumbers - 1) + QStringList(QStringLiteral("…"));
    text.sources = numbers.join(QChar(0x2009)); // thin spaces
    return text;
}

QString partiesInWords(const Drawing &drawing, const domain::Agreement &agreement)
{
    QStringList names;
    for (const domain::Party &party : agreement.parties)
        names.append(cleaned(drawing.subject.scenario.nameOf(party.firm)));
    return names.join(QStringLiteral(", "));
}

QString titleOf(const Drawing &drawing, const domain::Agreement &agreement, const PillText &text)
{
    QStringList parts{cleaned(agreement.title)};
    if (!text.figure.isEmpty())
        parts.append(text.figure);
    if (agreement.status)
        parts.append(domain::toReadable(domain::toWord(*agreement.status)));
    parts.append(partiesInWords(drawing, agreement));
    return parts.join(QStringLiteral(", "));
}

// What is left of a pill when it is zoomed out: a point on its line.
Shape knot(const QRectF &box, Rgba colour)
{
    constexpr double size = 7;
    const QRectF square(box.center() - QPointF(size / 2, size / 2), QSizeF(size, size));
    return {roundedRect(square, size / 2), colour, {}, {0, overviewScale}};
}

} // namespace

QSizeF pillSize(const Drawing &drawing, const domain::Agreement &agreement)
{
    const PillText text = textOf(drawing, agreement);
    double width = 2 * paddingX + glyphSize + gap + drawing.measure.advance(text.title, text.titleStyle);
    if (!text.figure.isEmpty())
        width += gap + drawing.measure.advance(text.figure, text.figureStyle);
    if (!text.sources.isEmpty())
        width += 3 + drawing.measure.advance(text.sources, text.sourceStyle);
    return {std::ceil(width), std::ceil(height * std::max(1.0, drawing.theme.fontScale))};
}

Item drawPill(const Drawing &drawing, const domain::Agreement &agreement, const QRectF &box)
{
    const Palette &palette = drawing.palette();
    const PillText text = textOf(drawing, agreement);
    const Fading fading = fadingOf(agreement, drawing.subject.asOf);
    const bool strong = fading == Fading::Strong;
    const Rgba textColour = strong ? palette.fadedText : palette.text;
    const Detail close{overviewScale, std::numeric_limits<double>::infinity()};
    Item item;
    item.id = xmlId(QStringLiteral("agreement"), agreement.id.text());
    item.role = Role::Agreement;
    item.of = {agreement.id.text()};
    item.title = titleOf(drawing, agreement, text);
    item.description = analysis::holding(agreement, drawing.subject.asOf).because;
    item.box = box;
    item.outline = roundedRect(box, box.height() / 2);
    item.faded = strong;
    const Rgba border = receded(palette.pillBorder, fading, palette);
    Stroke stroke{border, 1.2, {}, LineCap::Flat};
    if (lookOf(agreement) == LineLook::Dotted)
        stroke.dashes = {2, 3};
    item.elements.append(Shape{item.outline, palette.pill, stroke, close});
    item.elements.append(knot(box, receded(palette.line, fading, palette)));
    double x = box.left() + paddingX;
    Shape glyph = headingGlyph(agreement.heading(), {x, box.center().y() - glyphSize / 2},
                               receded(palette.mutedText, fading, palette));
    glyph.detail = close;
    item.elements.append(glyph);
    x += glyphSize + gap;
    const double baseline = box.center().y() + text.titleStyle.size * 0.36;
    const auto write = [&](const QString &words, const TextStyle &style, double raise, double before) {
        if (words.isEmpty())
            return;
        Text run = textAt({x + before, baseline - raise}, words, style, textColour, drawing.measure);
        run.detail = close;
        x += before + run.width;
        item.elements.append(run);
    };
    write(text.title, text.titleStyle, 0, 0);
    write(text.figure, text.figureStyle, 0, gap);
    write(text.sources, text.sourceStyle, text.titleStyle.size * 0.36, 3);
    return item;
}

} // namespace entente::picture
