#include "picture/pills.h"

#include "domain/naming.h"
#include "layout/geometry.h"
#include "picture/icons.h"
#include "picture/overview.h"
#include "picture/textlayout.h"

namespace entente::picture {

using domain::Agreement;

namespace {

constexpr double titleWidth = 190; // a longer title ends in an ellipsis
constexpr double padding = 12;
constexpr double iconSize = 10;
constexpr double pillIconGap = 6;
constexpr double superscriptGap = 3;
constexpr double superscriptRise = 4.5;
constexpr double pillPadding = 6;
constexpr double doubtGap = 4;

struct Run
{
    QString text;
    TextStyle style;
    double width = 0;
    double gap = 0;  // before it
    double rise = 0; // of its baseline
    bool muted = false;
};

// What a pill may say besides its title and amount.
struct Remark
{
    QString note;
    bool doubt = false; // "?": it may hold
    bool operator==(const Remark &) const = default;
};

// What a pill has room for, whatever the date.
Remark roomiest(const Agreement &agreement)
{
    return {reservedNote(agreement), analysis::mayDepend(agreement)};
}

QList<Run> runsOf(const Agreement &agreement, const Remark &remark, const domain::Scenario &scenario,
                  const Theme &theme, const TextMeasure &measure)
{
    const Typography type = typographyOf(theme);
    QList<Run> runs;
    const auto add = [&](const QString &text, const TextStyle &style, double gap, double rise, bool muted) {
        if (!text.isEmpty())
            runs.append({text, style, measure.advance(text, style), gap, rise, muted});
    };
    const auto addAfterDot = [&](const QString &text, const TextStyle &style, bool muted) {
        if (text.isEmpty())
            return;
        add(QStringLiteral("·"), type.pill, measure.advance(QStringLiteral(" "), type.pill), 0, true);
        add(text, style, measure.advance(QStringLiteral(" "), type.pill), 0, muted);
    };
    add(elided(cleaned(agreement.title), type.pill, titleWidth * theme.fontScale, measure), type.pill, 0, 0,
        false);
    addAfterDot(cleaned(mainAmountText(agreement, theme.numbers)), type.amount, false);
    addAfterDot(remark.note, type.pill, true);
    if (remark.doubt)
        add(doubtMark, type.amount, doubtGap, 0, false);
    add(joinedNumbers(domain::sourceNumbers(scenario, agreement)), type.superscript, superscriptGap,
        superscriptRise * theme.fontScale, true);
    return runs;
}

double widthOf(const QList<Run> &runs)
{
    double width = iconSize + pillIconGap;
    for (const Run &run : runs)
        width += run.gap + run.width;
    return width;
}

QSizeF sizeOf(const QList<Run> &runs, const Theme &theme)
{
    return {widthOf(runs) + 2 * padding, lineHeight(typographyOf(theme).pill) + 2 * pillPadding};
}

QString titleOf(const Agreement &agreement)
{
    QStringList parts{cleaned(agreement.title), domain::kindInWords(agreement.kind)};
    if (const domain::Amount *amount = domain::mainAmount(agreement))
        parts.append(domain::toFullText(*amount));
    if (agreement.status)
        parts.append(domain::toReadable(domain::toWord(*agreement.status)));
    parts.append(domain::toReadable(domain::toWord(agreement.evidence)));
    return parts.join(QStringLiteral(", "));
}

// What remains of the pill when it is folded: its lines meet in its middle.
Shape foldedLines(int agreement, const QRectF &box, const Appearance &look, const Drawing &drawing)
{
    Shape joint = stroked({}, look.line, AmountScale::widthOf(look.step));
    joint.detail = {0, overviewScale};
    for (int tie : drawing.subject.graph.agreements.at(agreement).ties) {
        const layout::Curve &curve = drawing.placement.edges.at(tie);
        if (curve.isEmpty() || !drawing.showsTie(drawing.subject.graph.ties.at(tie)))
            continue;
        joint.path.moveTo(curve.start());
        joint.path.lineTo(box.center());
    }
    return joint;
}

void addText(Item &item, domain::Heading heading, const QList<Run> &runs, const Appearance &look,
             const Drawing &drawing)
{
    const Palette &palette = drawing.theme.palette;
    const TextStyle base = typographyOf(drawing.theme).pill;
    const double ascent = drawing.measure.ascent(base);
    const double descent = drawing.measure.descent(base);
    const double baseline = item.box.center().y() + (ascent - descent) / 2;
    double x = item.box.center().x() - widthOf(runs) / 2;
    const QRectF iconSquare(x, item.box.center().y() - iconSize / 2, iconSize, iconSize);
    const Rgba muted = look.faded ? palette.fadedText : palette.mutedText;
    Shape icon = filled(iconOf(heading, iconSquare), muted);
    icon.detail.least = overviewScale;
    item.elements.append(icon);
    x += iconSize + pillIconGap;
    for (const Run &run : runs) {
        x += run.gap;
        const Rgba colour = run.muted ? muted : look.text;
        item.elements.append(Text{{x, baseline - run.rise},
                                  run.text,
                                  run.style,
                                  colour,
                                  run.width,
                                  isRightToLeft(run.text),
                                  {overviewScale, Detail().most}});
        x += run.width;
    }
}

} // namespace

QString joinedNumbers(const QList<int> &numbers)
{
    QStringList parts;
    for (qsizetype first = 0; first < numbers.size();) {
        qsizetype last = first;
        while (last + 1 < numbers.size() && numbers.at(last + 1) == numbers.at(last) + 1)
            ++last;
        if (last - first >= 2) {
            parts.append(QStringLiteral("%1–%2").arg(numbers.at(first)).arg(numbers.at(last)));
        } else {
            for (qsizetype i = first; i <= last; ++i)
                parts.append(QString::number(numbers.at(i)));
        }
        first = last + 1;
    }
    return parts.join(QStringLiteral(", "));
}

QSizeF pillSize(const Agreement &agreement, const domain::Scenario &scenario, const Theme &theme,
                const TextMeasure &measure)
{
    return sizeOf(runsOf(agreement, roomiest(agreement), scenario, theme, measure), theme);
}

Item drawPill(int index, const Appearance &look, const Drawing &drawing)
{
    const Agreement &agreement = drawing.agreement(index);
    const Palette &palette = drawing.theme.palette;
    const auto runsWith = [&](const Remark &remark) {
        return runsOf(agreement, remark, drawing.subject.scenario, drawing.theme, drawing.measure);
    };
    const Remark most = roomiest(agreement);
    const Remark now{look.note, look.depends};
    const QList<Run> room = runsWith(most);
    Item item;
    item.id = QStringLiteral("agreement-") + agreement.id.text();
    item.role = Role::Agreement;
    item.of = {agreement.id.text()};
    item.title = titleOf(agreement);
    item.description = cleaned(agreement.note);
    item.box = layout::centredRect(drawing.centreOfAgreement(index), sizeOf(room, drawing.theme));
    item.outline = roundedRect(item.box, item.box.height() / 2);
    item.faded = look.faded;
    item.prominence = look.step;

    Shape pill = filled(item.outline, palette.pill);
    pill.stroke = {look.faded ? palette.fadedLine : palette.pillBorder, 1, {}, LineCap::Flat};
    if (look.pattern != LinePattern::Solid)
        pill.stroke.dashes = dashesOf(look.pattern, 1.4);
    pill.detail.least = overviewScale;
    item.elements = {foldedLines(index, item.box, look, drawing), pill};
    addText(item, agreement.heading(), now == most ? room : runsWith(now), look, drawing);
    return item;
}

} // namespace entente::picture
