#pragma once

#include "session/session.h"
#include "window/timelinemarks.h"

#include <QWidget>

namespace entente::window {

// Every dated event of the open scenario as a mark on a line, and the date that is looked at as a handle to
// drag. The range is zoomed by wheel or keys and panned by Shift and dragging; nothing of it changes the
// picture but the date.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(session::Session &session, QWidget *parent = nullptr);

    const QList<analysis::DatedEvent> &events() const { return m_events; }
    const TimelineScale &scale() const { return m_scale; }
    QRectF rectOf(qsizetype event) const { return m_marks.at(event).certain; }
    bool hasNext() const;

    QSize sizeHint() const override;

public Q_SLOTS:
    void stepForward(); // to the next event's date
    void stepBack();
    void goToStart(); // the date that is over first
    void goToEnd();
    void showWhole();
    void zoomIn();
    void zoomOut();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Gesture { None, Press, Date, Pan };

    void readScenario();
    void setScale(const TimelineScale &scale);
    void zoom(double factor);
    void layOut();
    void lookAt(const domain::EventDate &date);
    void goTo(qsizetype event);
    QList<qsizetype> eventsAt(QPointF position) const;
    QString toolTipAt(QPointF position) const;
    void describe();

    // timelinepaint.cpp
    void paintAxis(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    QRectF handleLabel(const QFont &font) const; // empty where no date is looked at
    void paintHandle(QPainter &painter) const;
    void paintCount(QPainter &painter, const TimelineMark &mark) const;
    QColor colourOf(analysis::DatedEvent::Kind kind) const;

    session::Session &m_session;
    QList<analysis::DatedEvent> m_events;
    QList<TimelineMark> m_marks;
    TimelineScale m_scale;
    bool m_isWhole = true; // the range follows the scenario until it is zoomed or panned
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
};

} // namespace entente::window
