#pragma once

#include "painting/labelpainter.h"
#include "painting/tilestore.h"
#include "picture/overview.h"
#include "picture/spatialindex.h"
#include "session/session.h"
#include "window/canvasmotion.h"
#include "window/canvasview.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QMenu;
class QNativeGestureEvent;
class QHelpEvent;

namespace entente::window {

// The picture of the open scenario, to look at, click, drag and walk. It reads the session and sends it
// intents; what only the main window can do it asks for by signals.
class Canvas : public QWidget
{
    Q_OBJECT

public:
    explicit Canvas(session::Session &session, QWidget *parent = nullptr);
    ~Canvas() override;

    const CanvasView &view() const { return m_view; }
    double zoom() const { return m_view.scale(); }
    void setMotionEnabled(bool enabled); // without a call, as the style has it (SH_Widget_Animate)
    void setLegendVisible(bool visible);
    QMenu *buildMenu(const domain::ThingRef &thing); // what a right click offers; the caller's to delete

    // For the accessible tree and tests: what can be walked to, in order, and where it is in the widget.
    QStringList walkableItems() const;
    std::optional<picture::Item> item(const QString &id) const { return m_picture.item(id); }
    QRectF screenRectOf(const QString &id) const;
    QString currentItem() const; // the one that the selection stands for; empty for none
    void selectItem(const QString &id);

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void zoomToSelection();

Q_SIGNALS:
    void zoomChanged(double scale);
    void copyImageRequested();
    void agreementRequested(const entente::domain::FirmId &from, const entente::domain::FirmId &to);
    void menuOpening(QMenu *menu, const entente::domain::ThingRef &thing); // for what is offered besides
    void currentItemChanged(const QString &id);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Grip { None, Press, Pan, Drag, Link }; // what the mouse is doing
    struct Mouse
    {
        Grip grip = Grip::None;
        QPointF pressed; // where, on the screen
        QPointF last;
        QString item;       // under the press; empty for none
        QString key;        // of what is dragged there
        QPointF grabOffset; // from the pointer to its centre, in picture units
    };

    // canvas.cpp
    void connectSession();
    void onViewReset();
    void onPictureChanged(bool fades);
    void onSelectionChanged();
    void onHighlightChanged();
    void takePicture(const picture::Picture &picture, std::shared_ptr<const picture::SpatialIndex> index);
    void setView(const CanvasView &view);
    void glideTo(const CanvasView &view);
    void zoomBy(double factor, QPointF aboutScreen);
    CanvasView fittingView() const;
    CanvasView fittingInto(const QRectF &area) const;
    QRectF contentBox() const;
    void lightUp();
    void takeSelection();
    QPixmap lastPainted();

    // canvaspaint.cpp
    painting::TileView tileView() const;
    void paintLit(QPainter &painter) const;
    void paintSelected(QPainter &painter) const;
    void paintDragged(QPainter &painter) const;
    void paintMoved(QPainter &painter, const QString &item, QPointF centre) const;
    void paintOverviewLabels(QPainter &painter);
    void paintFocusRing(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintMark(QPainter &painter) const;
    QPointF freeCorner(QSizeF size) const;
    void paintInvitation(QPainter &painter) const;
    void paintEmpty(QPainter &painter) const;
    void rebuildLegend();
    QRectF legendPanel() const; // on the screen; empty where it isn't shown

    // canvaslink.cpp: from card to card, to make an agreement
    QString linkableItem() const; // the card that shows the handle; empty for none
    QPointF linkHandle() const;   // its middle, on the screen
    bool beginLink(QPointF screen);
    void endLink(QPointF screen);
    void paintLink(QPainter &painter) const;

    // canvasinput.cpp
    QString itemUnder(QPointF screen) const;
    void hover(const QString &id);
    void beginPress(QMouseEvent *event);
    void dragTo(QPointF screen);
    void endDrag(QPointF screen);
    void updateCursor();
    bool handleGesture(QEvent *event);
    bool zoomByGesture(QNativeGestureEvent *event);
    bool showToolTip(QHelpEvent *event);
    bool handleZoomKey(QKeyEvent *event);
    bool handleArrowKey(QKeyEvent *event);
    void escape();
    QPointF middle() const;

    session::Session &m_session;
    picture::Picture m_picture; // as painted: amid a motion it is between two of the session's
    std::shared_ptr<const picture::SpatialIndex> m_index = std::make_shared<picture::SpatialIndex>();
    picture::OverviewNames m_names;
    picture::Picture m_legend;
    bool m_isLegendVisible = true;
    CanvasView m_view;
    CanvasMotion m_motion;
    painting::TileStore m_tiles;
    painting::LabelPainter m_labels;
    QTimer m_zooming; // runs while the scale changes
    Mouse m_mouse;
    QHash<QString, QPointF>
        m_dropped; // centres by item, in a large picture: until it is drawn with them there
    QString m_hovered;
    QSet<QString> m_lit;         // with what the pointer is on
    QSet<QString> m_highlighted; // where it is on nothing
    QList<int> m_litOver;        // the items lit, of a large picture: painted over the rest
    QStringList m_selected;      // items that the selection stands for
    bool m_isSpaceHeld = false;
    bool m_isFocusedByKey = false;
    bool m_isFitted = true;  // the view follows the window's size until it is changed by hand
    bool m_fitsNext = false; // with the next picture
    bool m_glidesNext = false;
};

constexpr double linkHandleReach = 11; // pixels around the middle of a card's handle

// What a tooltip says of an item: the full name, and of an agreement its parties, amounts and status. Rich
// text.
QString toolTipFor(const picture::Item &item, const session::Session &session);

} // namespace entente::window
