#include "window/canvas.h"

#include "window/canvasaccessible.h"
#include "window/canvaswalk.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace entente::window {

namespace {

constexpr double fitMargin = 32;      // pixels around the whole picture
constexpr double mostFitScale = 1.5;  // a picture of three cards doesn't fill a wide screen
constexpr double mostZoomToScale = 2; // of zooming to one thing
constexpr double revealMargin = 48;
constexpr int leastSide = 200;
constexpr int zoomRest = 120; // milliseconds after which the scale is taken to rest

} // namespace

Canvas::Canvas(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Relationship picture"));
    setAccessibleDescription(
        tr("Firms and the agreements between them. Tab and the arrow keys walk from one to the next."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(leastSide, leastSide);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setMotionEnabled(style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0);
    installCanvasAccessibility();
    connectSession();
    connect(&m_motion, &CanvasMotion::viewMoved, this, &Canvas::setView);
    connect(&m_motion, &CanvasMotion::fadeMoved, this, qOverload<>(&QWidget::update));
    connect(&m_motion, &CanvasMotion::pictureMoved, this, [this](const picture::Picture &picture) {
        takePicture(picture, std::make_shared<const picture::SpatialIndex>(picture));
    });
    connect(&m_tiles, &painting::TileStore::tileArrived, this, qOverload<>(&QWidget::update));
    m_zooming.setSingleShot(true);
    m_zooming.setInterval(zoomRest);
    connect(&m_zooming, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    if (m_session.isOpen())
        onViewReset();
    onPictureChanged(false);
}

Canvas::~Canvas() = default;

void Canvas::connectSession()
{
    using session::Session;
    connect(&m_session, &Session::viewReset, this, &Canvas::onViewReset);
    connect(&m_session, &Session::opened, this, [this] {
        m_mouse = {}; // what it held is of the picture before
        onPictureChanged(true);
    });
    connect(&m_session, &Session::pictureChanged, this,
            [this] { onPictureChanged(m_mouse.grip != Grip::Drag); });
    connect(&m_session, &Session::arranged, this, [this] { m_glidesNext = true; });
    connect(&m_session, &Session::selectionChanged, this, &Canvas::onSelectionChanged);
    connect(&m_session, &Session::highlightChanged, this, &Canvas::onHighlightChanged);
    connect(&m_session, &Session::busyChanged, this, qOverload<>(&QWidget::update)); // what an empty one says
}

void Canvas::setMotionEnabled(bool enabled)
{
    m_motion.setEnabled(enabled);
}

void Canvas::setLegendVisible(bool visible)
{
    m_isLegendVisible = visible;
    if (m_isFitted)
        setView(fittingView());
    update();
}

void Canvas::onViewReset()
{
    m_isFitted = true;
    m_fitsNext = true;
}

void Canvas::onPictureChanged(bool fades)
{
    rebuildLegend();
    const CanvasView view = m_view;
    const QPixmap painted = fades && m_motion.isEnabled() ? lastPainted() : QPixmap();
    const bool glides = std::exchange(m_glidesNext, false) && m_tiles.isSmall();
    if (glides)
        m_motion.glidePicture(m_picture, m_session.picture());
    else
        takePicture(m_session.picture(), m_session.index());
    const bool fits = std::exchange(m_fitsNext, false); // another date or alternate moves nothing
    if (m_isFitted && (fits || glides))
        m_motion.isEnabled() && glides ? fit() : setView(fittingView());
    if (fades && !glides && m_view == view)
        m_motion.fadeFrom(painted);
}

void Canvas::takePicture(const picture::Picture &picture, std::shared_ptr<const picture::SpatialIndex> index)
{
    m_picture = picture;
    m_dropped.clear();
    m_index = std::move(index);
    m_names = picture::OverviewNames(m_picture);
    m_tiles.setPicture(m_picture, m_index);
    const QString hovered = std::exchange(m_hovered, {});
    m_lit.clear();
    m_highlighted = m_session.itemsHighlighted();
    if (m_picture.item(hovered) && m_mouse.grip != Grip::Drag)
        hover(hovered);
    takeSelection();
    lightUp();
    tellAccessibility(this);
}

// What was seen before a change, to fade from; null where nothing was.
QPixmap Canvas::lastPainted()
{
    if (m_tiles.held() == 0)
        return {};
    const painting::TileView view = tileView();
    QPixmap painted(view.size);
    painted.setDevicePixelRatio(view.pixelRatio);
    QPainter painter(&painted);
    painter.scale(1 / view.pixelRatio, 1 / view.pixelRatio);
    m_tiles.draw(painter, view, m_zooming.isActive());
    return painted;
}

// A small picture is painted anew; over a large one, which takes longer than a hand moves, a veil is drawn
// and what is lit over it.
void Canvas::lightUp()
{
    const QSet<QString> &lit = m_lit.isEmpty() ? m_highlighted : m_lit;
    m_litOver.clear();
    if (m_tiles.isSmall()) {
        m_tiles.setLit(lit);
    } else {
        for (const QString &id : lit)
            m_litOver.append(int(m_picture.items.indexOf(id)));
        std::sort(m_litOver.begin(), m_litOver.end());
    }
    update();
}

void Canvas::takeSelection()
{
    m_selected = m_session.itemsOf(m_session.selection());
    update();
}

void Canvas::onSelectionChanged()
{
    takeSelection();
    const QString current = currentItem();
    if (const auto selected = m_picture.item(current); selected && m_mouse.grip == Grip::None)
        glideTo(m_view.revealing(selected->box, size(), revealMargin));
    Q_EMIT currentItemChanged(current);
    tellAccessibilityOfFocus(this);
}

// Moved only where something of it is out of sight, and made smaller only where it doesn't fit.
void Canvas::onHighlightChanged()
{
    m_highlighted = m_session.itemsHighlighted();
    lightUp();
    QRectF box;
    for (const QString &id : std::as_const(m_highlighted)) {
        const qsizetype lit = m_picture.items.indexOf(id);
        const picture::Role role = lit < 0 ? picture::Role::Footer : m_picture.items.roleAt(lit);
        if (role == picture::Role::Firm || role == picture::Role::Agreement)
            box = box.united(m_picture.items.boxAt(lit));
    }
    if (box.isEmpty())
        return;
    const QSizeF shown = m_view.toScreen(box).size();
    const bool fits =
        shown.width() + 2 * revealMargin <= width() && shown.height() + 2 * revealMargin <= height();
    glideTo(fits ? m_view.revealing(box, size(), revealMargin)
                 : CanvasView::fitting(box, size(), fitMargin, m_view.scale()));
}

void Canvas::setView(const CanvasView &view)
{
    if (view == m_view)
        return;
    const bool rescaled = view.scale() != m_view.scale();
    m_view = view;
    update();
    if (rescaled && !m_tiles.isSmall())
        m_zooming.start();
    if (rescaled)
        Q_EMIT zoomChanged(m_view.scale());
}

void Canvas::glideTo(const CanvasView &view)
{
    if (view == m_view)
        return;
    m_isFitted = false;
    m_motion.glideView(m_view, view);
}

void Canvas::zoomBy(double factor, QPointF aboutScreen)
{
    m_isFitted = false;
    m_motion.finish();
    setView(m_view.zoomed(factor, aboutScreen));
}

// A line's box holds its control points, the placement's bounds only what is drawn.
QRectF Canvas::contentBox() const
{
    QRectF box;
    const picture::Items &items = m_session.picture().items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.roleAt(i) != picture::Role::Footer) // the canvas has marks of its own
            box = box.united(items.boxAt(i));
    }
    return box.intersected(m_session.composition().placement.bounds);
}

CanvasView Canvas::fittingInto(const QRectF &area) const
{
    return CanvasView::fitting(contentBox(), area.size(), fitMargin, mostFitScale).panned(area.topLeft());
}

// The whole window, unless the legend would cover something: then what is left above it or beside it, where
// there is more room.
CanvasView Canvas::fittingView() const
{
    if (contentBox().isEmpty())
        return m_view;
    const CanvasView whole = fittingInto(rect());
    const QRectF legend = legendPanel();
    if (legend.isEmpty())
        return whole;
    const picture::Items &items = m_session.picture().items;
    bool covers = false;
    for (qsizetype i = 0; i < items.size() && !covers; ++i)
        covers =
            items.roleAt(i) != picture::Role::Footer && picture::meet(whole.toScreen(items.boxAt(i)), legend);
    if (!covers)
        return whole;
    const CanvasView above = fittingInto(QRectF(0, 0, width(), legend.top()));
    const CanvasView beside = fittingInto(QRectF(legend.right(), 0, width() - legend.right(), height()));
    return above.scale() >= beside.scale() ? above : beside;
}

void Canvas::fit()
{
    const CanvasView fitted = fittingView();
    glideTo(fitted);
    m_isFitted = true;
}

void Canvas::zoomIn()
{
    zoomBy(CanvasView::step, middle());
}

void Canvas::zoomOut()
{
    zoomBy(1 / CanvasView::step, middle());
}

void Canvas::zoomToActualSize()
{
    zoomBy(1 / m_view.scale(), middle());
}

void Canvas::zoomToSelection()
{
    QRectF box;
    for (const QString &id : std::as_const(m_selected)) {
        if (const auto selected = m_picture.item(id))
            box = box.united(selected->box);
    }
    if (!box.isEmpty())
        glideTo(CanvasView::fitting(box, size(), fitMargin * 2, mostZoomToScale));
}

QPointF Canvas::middle() const
{
    return QRectF(rect()).center();
}

QStringList Canvas::walkableItems() const
{
    return walkOrder(m_picture);
}

QRectF Canvas::screenRectOf(const QString &id) const
{
    const auto found = m_picture.item(id);
    return found ? m_view.toScreen(found->box) : QRectF();
}

QString Canvas::currentItem() const
{
    for (const QString &id : std::as_const(m_selected)) {
        if (const auto shown = m_picture.item(id); shown && isWalked(shown->role))
            return id;
    }
    return {};
}

void Canvas::selectItem(const QString &id)
{
    if (const auto found = m_picture.item(id))
        m_session.select(m_session.thingAt(*found));
}

void Canvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    rebuildLegend();
    if (m_isFitted)
        setView(fittingView());
    else if (event->oldSize().isValid())
        setView(m_view.centredOn(m_view.toPicture(QRectF(QPointF(), event->oldSize()).center()), size()));
}

void Canvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_tiles.setPicture(m_picture, m_index);
}

} // namespace entente::window
