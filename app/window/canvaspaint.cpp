#include "painting/fontmeasure.h"
#include "painting/picturepainter.h"
#include "picture/conflictmarks.h"
#include "picture/picturebuilder.h"
#include "window/canvas.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace entente::window {

using painting::toColor;

namespace {

constexpr double legendMargin = 16;  // to the window's border
constexpr double legendPadding = 10; // around its content
constexpr double mostLegendWidth = 620;
constexpr double legendScale = 0.85; // it is looked up, not read: smaller than the picture's own text
// In a narrower or lower window the legend would leave the picture too little room.
constexpr double leastWidthForLegend = 640;
constexpr double leastHeightForLegend = 640;
constexpr double ringGap = 4; // between a thing and the focus ring, in pixels
constexpr double badgePadding = 8;
constexpr qsizetype mostLit = 4000; // items painted over a veil in one frame

} // namespace

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_session.isOpen()) {
        paintEmpty(painter);
        return;
    }
    const painting::TileView view = tileView();
    painter.save();
    painter.scale(1 / view.pixelRatio, 1 / view.pixelRatio);
    m_tiles.draw(painter, view, m_zooming.isActive());
    painter.restore();
    paintLit(painter);
    if (!m_motion.fading().isNull()) {
        painter.setOpacity(m_motion.fadingOpacity());
        painter.drawPixmap(0, 0, m_motion.fading());
        painter.setOpacity(1);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelected(painter);
    paintDragged(painter);
    paintInvitation(painter);
    if (m_view.scale() < picture::overviewScale)
        paintOverviewLabels(painter);
    paintFocusRing(painter);
    paintLink(painter);
    paintLegend(painter);
    paintMark(painter);
}

// The picture's origin is on a whole device pixel: tiles are never drawn between two.
painting::TileView Canvas::tileView() const
{
    const double ratio = devicePixelRatioF();
    const QSizeF pixels = QSizeF(size()) * ratio;
    return {m_view.scale(), ratio, (m_view.offset() * ratio).toPoint(),
            QSize(int(std::ceil(pixels.width())), int(std::ceil(pixels.height())))};
}

// Over a large picture: the rest pales as much as it would painted anew.
void Canvas::paintLit(QPainter &painter) const
{
    if (m_litOver.isEmpty())
        return;
    QColor veil = toColor(m_picture.background);
    veil.setAlphaF(float(painting::dimmedShare));
    painter.fillRect(rect(), veil);
    const QRectF shown = m_view.toPicture(QRectF(rect()));
    QList<int> inSight;
    for (const int item : m_litOver) {
        if (inSight.size() < mostLit && item >= 0 && picture::meet(m_picture.items.boxAt(item), shown))
            inSight.append(item);
    }
    painter.save();
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painting::PaintOptions options;
    options.scale = m_view.scale();
    painting::paintItems(painter, m_picture, inSight, options);
    painter.restore();
}

void Canvas::paintSelected(QPainter &painter) const
{
    painter.save();
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    const QRectF shown = m_view.toPicture(QRectF(rect()));
    for (const QString &id : m_selected) {
        const qsizetype index = m_picture.items.indexOf(id);
        if (index >= 0 && m_picture.items.boxAt(index).adjusted(-1, -1, 1, 1).intersects(shown))
            painting::paintSelection(painter, m_picture, int(index), m_session.theme().palette.accent,
                                     m_view.scale());
    }
    painter.restore();
}

// What is dragged in a large picture, or was until a moment ago: its lines stay where they are until the
// picture is drawn anew.
void Canvas::paintDragged(QPainter &painter) const
{
    for (auto dropped = m_dropped.begin(); dropped != m_dropped.end(); ++dropped)
        paintMoved(painter, dropped.key(), dropped.value());
    if (m_mouse.grip == Grip::Drag && session::isLarge(m_session.scenario()))
        paintMoved(painter, m_mouse.item, m_view.toPicture(m_mouse.last) + m_mouse.grabOffset);
}

void Canvas::paintMoved(QPainter &painter, const QString &item, QPointF centre) const
{
    const qsizetype index = m_picture.items.indexOf(item);
    if (index < 0)
        return;
    painter.save();
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painter.translate(centre - m_picture.items.boxAt(index).center());
    painting::PaintOptions options;
    options.scale = m_view.scale();
    painting::paintItems(painter, m_picture, {int(index)}, options);
    painting::paintSelection(painter, m_picture, int(index), m_session.theme().palette.accent,
                             m_view.scale());
    painter.restore();
}

// The names that stay when cards are dots.
void Canvas::paintOverviewLabels(QPainter &painter)
{
    const QList<picture::Text> labels =
        m_names.labelsIn(m_view.toPicture(QRectF(rect())), m_view.scale(), m_session.measure());
    const painting::TileView view = tileView();
    painter.save();
    painter.scale(1 / view.pixelRatio, 1 / view.pixelRatio);
    m_labels.draw(painter, labels, view, m_picture.fontFamily);
    painter.restore();
}

// Shown with the keyboard's focus only: around the canvas, where nothing is current yet and a key has brought
// the focus here; what is selected is told by the accent outline as well.
void Canvas::paintFocusRing(QPainter &painter) const
{
    const auto current = m_picture.item(currentItem());
    if (!hasFocus() || (!current && !m_isFocusedByKey))
        return;
    if (!current) {
        painter.setPen(QPen(toColor(m_session.theme().palette.accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
        return;
    }
    const QRectF box = current->role == picture::Role::Conflict ? picture::markBoxOf(*current) : current->box;
    const QRectF ring = m_view.toScreen(box).adjusted(-ringGap, -ringGap, ringGap, ringGap);
    painter.setPen(QPen(toColor(m_session.theme().palette.accent), 1.5, Qt::DashLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ring, ringGap * 2, ringGap * 2);
}

void Canvas::rebuildLegend()
{
    m_legend = {};
    if (!m_session.isOpen() || width() < leastWidthForLegend || height() < leastHeightForLegend)
        return;
    const double room = std::min(mostLegendWidth, width() - 2 * (legendMargin + legendPadding));
    m_legend = picture::buildLegend(m_session.composition().subject(), m_session.theme(), m_session.measure(),
                                    room / legendScale);
}

QRectF Canvas::legendPanel() const
{
    if (!m_isLegendVisible || m_legend.items.isEmpty())
        return {};
    QRectF panel(QPointF(), m_legend.size * legendScale);
    panel.adjust(-legendPadding, -legendPadding, legendPadding, legendPadding);
    panel.moveBottomLeft({legendMargin, height() - legendMargin});
    return panel;
}

void Canvas::paintLegend(QPainter &painter) const
{
    const QRectF panel = legendPanel();
    if (panel.isEmpty())
        return;
    const picture::Palette &palette = m_session.theme().palette;
    painter.setPen(QPen(toColor(palette.cardBorder), 1));
    painter.setBrush(toColor(palette.background));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.save();
    painter.translate(panel.topLeft() + QPointF(legendPadding, legendPadding));
    painter.scale(legendScale, legendScale);
    painting::PaintOptions options;
    options.background = false;
    painting::paintPicture(painter, m_legend, options);
    painter.restore();
}

// The first corner where so much would cover nothing of the picture; the top left one where there is none.
QPointF Canvas::freeCorner(QSizeF size) const
{
    const double right = width() - legendMargin - size.width();
    const double bottom = height() - legendMargin - size.height();
    const QPointF first(legendMargin, legendMargin);
    for (QPointF corner : {first, QPointF(right, legendMargin), QPointF(right, bottom)}) {
        const QRectF taken(m_view.toPicture(corner), size / m_view.scale());
        const QList<int> items = m_index->itemsIn(taken);
        if (std::none_of(items.begin(), items.end(),
                         [&](int item) { return picture::meet(m_picture.items.boxAt(item), taken); }))
            return corner;
    }
    return first;
}

// What is imagined says so wherever it shows, also when the picture is zoomed into.
void Canvas::paintMark(QPainter &painter) const
{
    if (!m_session.scenario().hypothetical)
        return;
    const picture::TextStyle style{12, 600, false};
    painter.setFont(painting::fontFor(style, m_picture.fontFamily));
    const QString text = tr("Hypothetical");
    QRectF badge =
        QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-badgePadding, -4, badgePadding, 4);
    badge.moveTopLeft(freeCorner(badge.size()));
    const picture::Palette &palette = m_session.theme().palette;
    painter.setPen(QPen(toColor(palette.conflict), 1.5));
    painter.setBrush(toColor(palette.background));
    painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2);
    painter.drawText(badge, Qt::AlignCenter, text);
}

// In a scenario that says nothing yet.
void Canvas::paintInvitation(QPainter &painter) const
{
    if (!m_session.composition().graph.firms.isEmpty())
        return;
    painter.setPen(toColor(m_session.theme().palette.mutedText));
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Nothing is here yet. Add a firm with Ctrl+Shift+F or from the menu Edit."));
}

void Canvas::paintEmpty(QPainter &painter) const
{
    const picture::Palette &colours = m_session.theme().palette;
    painter.fillRect(rect(), toColor(colours.background));
    painter.setPen(toColor(colours.mutedText));
    const QString text = m_session.isBusy() ? tr("Reading the scenario…")
                                            : tr("Open a scenario, or drop a scenario file here.");
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace entente::window
