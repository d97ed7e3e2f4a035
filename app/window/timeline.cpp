#include "window/timeline.h"

#include "window/timelineshape.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace entente::window {

namespace {

const QDate firstOfDays(1, 1, 1); // that a scenario can name
const QDate lastOfDays(9999, 12, 31);

constexpr double zoomStep = 1.5;

// An event may be of about a month; who looks at a date looks at that month.
domain::EventDate withoutDoubt(const domain::EventDate &date)
{
    QString text = date.text();
    for (const QChar sign : {u'~', u'?', u'%'})
        text.remove(sign);
    return domain::EventDate::parse(text).value_or(date);
}

} // namespace

Timeline::Timeline(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&session, &session::Session::opened, this, &Timeline::readScenario);
    connect(&session, &session::Session::asOfChanged, this, [this] {
        describe();
        update();
    });
    connect(&session, &session::Session::themeChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &session::Session::selectionChanged, this, qOverload<>(&QWidget::update));
    readScenario();
}

QSize Timeline::sizeHint() const
{
    return {400, timelineshape::height};
}

void Timeline::readScenario()
{
    m_events = m_session.composition().events;
    if (m_isWhole)
        showWhole();
    else
        layOut();
    describe();
}

void Timeline::showWhole()
{
    setScale(
        wholeScale(m_events, m_session.asOf().day(), timelineshape::margin, width() - timelineshape::margin));
    m_isWhole = true;
}

void Timeline::setScale(const TimelineScale &scale)
{
    m_scale = scale;
    m_isWhole = false;
    layOut();
}

void Timeline::layOut()
{
    m_marks = marksOf(m_events, m_scale, {timelineshape::lanesTop, timelineshape::lanesBottom});
    update();
}

void Timeline::resizeEvent(QResizeEvent *)
{
    if (m_isWhole)
        showWhole();
    else
        setScale(
            {m_scale.firstDay(), m_scale.lastDay(), timelineshape::margin, width() - timelineshape::margin});
}

bool Timeline::hasNext() const
{
    const auto day = m_session.wantedAsOf().day();
    return day && analysis::dateAfter(m_events, *day);
}

void Timeline::stepForward()
{
    const auto day = m_session.wantedAsOf().day();
    if (const auto next = analysis::dateAfter(m_events, day.value_or(firstOfDays)))
        lookAt(*next);
}

void Timeline::stepBack()
{
    const auto day = m_session.wantedAsOf().day();
    if (const auto before = analysis::dateBefore(m_events, day.value_or(lastOfDays)))
        lookAt(*before);
}

void Timeline::zoomIn()
{
    zoom(zoomStep);
}

void Timeline::goToStart()
{
    if (const auto first = analysis::dateAfter(m_events, firstOfDays))
        lookAt(*first);
}

void Timeline::goToEnd()
{
    if (const auto last = analysis::dateBefore(m_events, lastOfDays))
        lookAt(*last);
}

void Timeline::zoomOut()
{
    zoom(1 / zoomStep);
}

// About the handle, as long as it is in sight.
void Timeline::zoom(double factor)
{
    const auto day = m_session.asOf().day();
    const double handle = day ? m_scale.xAt(double(day->toJulianDay()) + 1) : -1;
    setScale(m_scale.zoomed(factor, handle >= 0 && handle <= width() ? handle : width() / 2.0));
}

// A date beyond the range is brought into its middle.
void Timeline::lookAt(const domain::EventDate &date)
{
    if (!m_session.isOpen())
        return;
    m_session.setAsOf({withoutDoubt(date)});
    const double x = m_scale.xAt(double(date.last().toJulianDay()));
    if (x < timelineshape::margin || x > width() - timelineshape::margin) {
        const bool wasWhole = m_isWhole;
        setScale(m_scale.panned(x - width() / 2.0));
        m_isWhole = wasWhole;
    }
}

void Timeline::goTo(qsizetype event)
{
    lookAt(m_events.at(event).date);
    m_session.select(m_events.at(event).thing);
}

QList<qsizetype> Timeline::eventsAt(QPointF position) const
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].possible.adjusted(-1, -2, 1, 2).contains(position))
            found.append(i);
    }
    return found;
}

QString Timeline::toolTipAt(QPointF position) const
{
    constexpr qsizetype most = 8;
    const QList<qsizetype> found = eventsAt(position);
    if (found.isEmpty())
        return tr("Drag to look at another date; Left and Right step from event to event, the wheel zooms "
                  "the range "
                  "(F6)");
    QStringList lines;
    for (qsizetype i = 0; i < std::min(most, found.size()); ++i)
        lines.append(sentenceOf(m_events.at(found[i]), m_session.scenario()));
    if (found.size() > most)
        lines.append(tr("and %1 more").arg(found.size() - most));
    return lines.join(u'\n');
}

// What a screen reader says of it.
void Timeline::describe()
{
    const auto &date = m_session.asOf().date;
    const auto last = date ? std::optional(int(date->last().toJulianDay())) : std::nullopt;
    QStringList words{date ? tr("As of %1").arg(domain::toWords(*date)) : tr("At any date")};
    constexpr int most = 12;
    int found = 0;
    for (const analysis::DatedEvent &event : m_events) {
        if (last == event.days.last && ++found <= most)
            words.append(sentenceOf(event, m_session.scenario()));
    }
    if (found > most)
        words.append(tr("and %1 more events").arg(found - most));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_last = event->position();
    const bool pans = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ShiftModifier);
    m_gesture = pans ? Gesture::Pan : eventsAt(m_pressed).isEmpty() ? Gesture::Date : Gesture::Press;
    if (m_gesture == Gesture::Date)
        lookAt(m_scale.dateAt(m_pressed.x()));
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_gesture == Gesture::Press &&
        (position - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_gesture = Gesture::Date;
    if (m_gesture == Gesture::Date && m_session.isOpen())
        m_session.setAsOf({m_scale.dateAt(
            std::clamp(position.x(), timelineshape::margin, width() - timelineshape::margin))});
    if (m_gesture == Gesture::Pan)
        setScale(m_scale.panned(m_last.x() - position.x()));
    m_last = position;
    setCursor(m_gesture == Gesture::None && !eventsAt(position).isEmpty() ? Qt::PointingHandCursor
                                                                          : Qt::ArrowCursor);
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    const QList<qsizetype> found = eventsAt(event->position());
    if (m_gesture == Gesture::Press && !found.isEmpty())
        goTo(found.first());
    m_gesture = Gesture::None;
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (eventsAt(event->position()).isEmpty())
        showWhole();
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (std::abs(turned.x()) > std::abs(turned.y()))
        setScale(m_scale.panned(-turned.x()));
    else
        setScale(m_scale.zoomed(std::pow(1.0015, turned.y()), event->position().x()));
    event->accept();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return stepBack();
    case Qt::Key_Right:
        return stepForward();
    case Qt::Key_Home:
        return goToStart();
    case Qt::Key_End:
        return goToEnd();
    case Qt::Key_Plus:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return showWhole();
    default:
        QWidget::keyPressEvent(event);
    }
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace entente::window
