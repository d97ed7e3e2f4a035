#include "picture/picturebuilder.h"

#include "picture/appearance.h"
#include "picture/cards.h"
#include "picture/changes.h"
#include "picture/conflictmarks.h"
#include "picture/footer.h"
#include "picture/groups.h"
#include "picture/legend.h"
#include "picture/lines.h"
#include "picture/pills.h"
#include "picture/textlayout.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace entente::picture {

namespace {

void append(Picture &picture, Item item)
{
    alignBaselines(item);
    picture.items.append(item);
}

constexpr double captionGap = 20; // between the graph, the legend and the footer

// How everything looks at a date.
struct Looks
{
    QList<Appearance> agreements;
    QBitArray fadedFirms;
};

Looks looksOf(const Drawing &drawing, const AmountScale &scale)
{
    Looks looks{{}, drawing.faded};
    const auto count = int(drawing.subject.graph.agreements.size());
    looks.agreements.reserve(count);
    for (int agreement = 0; agreement < count; ++agreement)
        looks.agreements.append(appearanceOf(drawing.agreement(agreement), drawing, scale));
    return looks;
}

Drawing drawingOf(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                  const TextMeasure &measure, const std::optional<graph::Subset> &shown)
{
    return {subject,
            placement,
            theme,
            measure,
            shown.value_or(graph::everything(subject.graph)),
            fadedFirms(subject)};
}

// Groups, lines, cards, pills and conflicts. What an earlier drawing has the same stands there at the same
// index: only conflicts, which come last, come and go with the date.
class GraphBuilder
{
public:
    GraphBuilder(Picture &picture, const Drawing &drawing, const EarlierDrawing *earlier)
        : m_picture(picture)
        , m_drawing(drawing)
        , m_graph(drawing.subject.graph)
        , m_earlier(earlier)
    {
        const AmountScale scale(drawing.subject.scenario);
        m_looks = looksOf(drawing, scale);
        if (!earlier)
            return;
        const Subject then{drawing.subject.scenario, m_graph, drawing.subject.conflicts, earlier->asOf};
        m_before =
            looksOf(drawingOf(then, drawing.placement, drawing.theme, drawing.measure, drawing.shown), scale);
        m_picture.items = Items::alike(earlier->picture.items);
    }

    void build()
    {
        addGroups();
        addLines();
        for (int firm = 0; firm < m_graph.firms.size(); ++firm) {
            if (m_drawing.showsFirm(firm))
                add(isFirmAsBefore(firm), [&] { return drawCard(firm, m_drawing); });
        }
        for (int agreement = 0; agreement < m_graph.agreements.size(); ++agreement) {
            if (m_drawing.showsAgreement(agreement))
                add(isAsBefore(agreement),
                    [&] { return drawPill(agreement, m_looks.agreements.at(agreement), m_drawing); });
        }
        for (int conflict = 0; conflict < m_drawing.subject.conflicts.size(); ++conflict) {
            if (showsConflict(conflict, m_drawing))
                append(m_picture, drawConflict(conflict, m_drawing));
        }
    }

private:
    bool isAsBefore(int agreement) const
    {
        return m_earlier && m_looks.agreements.at(agreement) == m_before.agreements.at(agreement);
    }
    bool isFirmAsBefore(int firm) const
    {
        return m_earlier && m_looks.fadedFirms.testBit(firm) == m_before.fadedFirms.testBit(firm);
    }

    template <typename Draw> void add(bool asBefore, Draw draw)
    {
        if (asBefore)
            m_picture.items.take(m_earlier->picture.items, m_picture.items.size());
        else
            append(m_picture, draw());
    }

    void addGroups()
    {
        const QBitArray shown = shownGroups(m_drawing);
        for (int group = 0; group < shown.size(); ++group) { // an enclosing group comes before what it holds
            if (shown.testBit(group))
                add(m_earlier, [&] { return drawGroup(group, m_drawing); });
        }
    }

    // "a-b" of "c" and "a" of "b-c" have the same stem; hidden ones count too, so that filters rename no
    // lines.
    void addLines()
    {
        QHash<QString, int> seen;
        for (int index = 0; index < m_graph.ties.size(); ++index) {
            const graph::Tie &tie = m_graph.ties.at(index);
            const QString stem = QStringLiteral("line-%1-%2")
                                     .arg(m_graph.agreements.at(tie.agreement).id.text(),
                                          m_graph.firms.at(tie.firm).id.text());
            const int nth = seen[stem]++;
            if (!m_drawing.showsTie(tie))
                continue;
            add(isAsBefore(tie.agreement), [&] {
                return drawLine(index, QStringLiteral("%1-%2").arg(stem).arg(nth),
                                m_looks.agreements.at(tie.agreement), m_drawing);
            });
        }
    }

    Picture &m_picture;
    const Drawing &m_drawing;
    const graph::RelationGraph &m_graph;
    const EarlierDrawing *m_earlier;
    Looks m_looks;
    Looks m_before; // at the earlier drawing's date
};

// Puts a block under what is there already; the picture's size grows by it.
void addBelow(Picture &picture, Item block, double left, double &bottom)
{
    if (block.elements.isEmpty())
        return;
    translate(block, {left, bottom + captionGap});
    bottom = block.box.bottom();
    append(picture, block);
}

QString descriptionOf(const Drawing &drawing)
{
    return QStringLiteral("A graph of %1 firms and people and %2 agreements. %3")
        .arg(drawing.shown.firms.count(true))
        .arg(drawing.shown.agreements.count(true))
        .arg(cleaned(drawing.subject.scenario.summary))
        .trimmed();
}

Picture emptyPicture(const Theme &theme)
{
    Picture picture;
    picture.background = theme.palette.background;
    picture.fontFamily = theme.fontFamily;
    return picture;
}

} // namespace

Picture buildPicture(const Subject &subject, const layout::Placement &placement, const Theme &theme,
                     const TextMeasure &measure, const PictureOptions &options)
{
    Drawing drawing = drawingOf(subject, placement, theme, measure, options.shown);
    drawing.comparedWith = options.since ? options.since->title : QString();
    Picture picture = emptyPicture(theme);
    picture.title = cleaned(subject.scenario.title);
    picture.description = descriptionOf(drawing);
    GraphBuilder(picture, drawing, options.crop ? nullptr : options.earlier).build();
    if (options.since)
        addChanges(picture, *options.since, drawing);

    const QRectF graph = boundsOf(picture);
    const double margin = options.margin;
    const double inner = std::max(graph.width(), options.leastWidth - 2 * margin);
    if (options.crop) {
        const QPointF by = QPointF(margin + (inner - graph.width()) / 2, margin) - graph.topLeft();
        picture.items.translate(by.toPoint());
    }
    const double left = options.crop ? margin : graph.left();
    double bottom = (options.crop ? margin : graph.top()) + graph.height();
    if (options.legend)
        addBelow(picture, drawLegend(drawing, inner), left, bottom);
    addBelow(picture, options.footer ? drawFooter(drawing, inner) : drawMarks(drawing, inner), left, bottom);
    picture.size = options.crop
                       ? QSizeF(std::ceil(inner + 2 * margin), std::ceil(bottom + margin))
                       : QSizeF(std::ceil(graph.left() + inner + margin), std::ceil(bottom + margin));
    return picture;
}

Picture buildLegend(const Subject &subject, const Theme &theme, const TextMeasure &measure, double width)
{
    const layout::Placement nowhere;
    const Drawing drawing = drawingOf(subject, nowhere, theme, measure, {});
    Picture picture = emptyPicture(theme);
    const Item legend = drawLegend(drawing, width);
    if (!legend.elements.isEmpty())
        picture.items.append(legend);
    picture.size = legend.box.size();
    return picture;
}

} // namespace entente::picture
