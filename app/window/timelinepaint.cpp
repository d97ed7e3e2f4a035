#include "painting/picturepainter.h"
#include "window/timeline.h"
#include "window/timelineshape.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <set>
#include <tuple>

namespace entente::window {

using analysis::DatedEvent;
using Kind = DatedEvent::Kind;

namespace {

// An announcement and an end are hollow: they bind nobody, or no longer.
bool isHollow(Kind kind)
{
    return kind == Kind::Announced || kind == Kind::Ends;
}

// Full where the date lies for sure, fading out as far as it may reach.
QBrush fadingBrush(const TimelineMark &mark, const QColor &colour)
{
    if (mark.possible == mark.certain)
        return colour;
    QColor gone = colour;
    gone.setAlpha(0);
    const double width = mark.possible.width();
    QLinearGradient gradient(mark.possible.topLeft(), mark.possible.topRight());
    gradient.setColorAt(0, gone);
    const auto shareAt = [&](double x) { return std::clamp((x - mark.possible.left()) / width, 0.0, 1.0); };
    gradient.setColorAt(shareAt(mark.certain.left()), colour);
    gradient.setColorAt(shareAt(mark.certain.right()), colour);
    gradient.setColorAt(1, gone);
    return gradient;
}

// Knows which marks look like one that was painted before: of a hundred thousand, most do.
class PaintedMarks
{
public:
    bool add(const TimelineMark &mark, Kind kind) // false where it would be painted over itself
    {
        const auto inHalves = [](double pixels) { return qRound(2 * pixels); };
        const QRectF &box = mark.possible;
        return m_seen.insert({inHalves(box.left()), inHalves(box.right()), inHalves(box.top()), kind}).second;
    }

private:
    std::set<std::tuple<int, int, int, Kind>> m_seen;
};

} // namespace

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const picture::Palette &palette = m_session.theme().palette;
    painter.fillRect(rect(), painting::toColor(palette.background));
    painter.fillRect(QRectF(0, 0, width(), 1), painting::toColor(palette.footerRule));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    paintAxis(painter);
    if (!m_session.isOpen())
        return;
    paintMarks(painter);
    paintLabels(painter);
    paintHandle(painter);
    if (hasFocus()) {
        painter.setPen(QPen(painting::toColor(palette.accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 2.5, -1.5, -1.5), 4, 4);
    }
}

void Timeline::paintAxis(QPainter &painter) const
{
    const picture::Palette &palette = m_session.theme().palette;
    painter.setPen(QPen(painting::toColor(palette.cardBorder), 1.5));
    painter.drawLine(QPointF(0, timelineshape::axis), QPointF(width(), timelineshape::axis));
    constexpr double leastGap = 54;
    const QFontMetricsF metrics(painter.font());
    const QRectF handle = handleLabel(painter.font());
    for (const Tick &tick : ticksOf(m_scale, leastGap)) {
        painter.setPen(QPen(painting::toColor(palette.cardBorder), 1));
        painter.drawLine(QPointF(tick.x, timelineshape::axis - 3), QPointF(tick.x, timelineshape::axis + 3));
        const double left = tick.x + 3;
        const double right = left + metrics.horizontalAdvance(tick.label);
        if (right > width() || (right > handle.left() && left < handle.right()))
            continue; // half a year says nothing
        painter.setPen(painting::toColor(palette.mutedText));
        painter.drawText(QPointF(left, timelineshape::tickBaseline), tick.label);
    }
}

QColor Timeline::colourOf(Kind kind) const
{
    const picture::Palette &palette = m_session.theme().palette;
    switch (kind) {
    case Kind::Filed:
    case Kind::Trial:
        return painting::toColor(palette.kinds.value(domain::FirmKind::Person, palette.line));
    case Kind::Ends:
        return painting::toColor(palette.mutedText);
    default:
        return painting::toColor(palette.kinds.value(domain::FirmKind::Company, palette.line));
    }
}

void Timeline::paintMarks(QPainter &painter) const
{
    const picture::Palette &palette = m_session.theme().palette;
    PaintedMarks painted;
    QList<QRectF> selected;
    for (qsizetype i = m_marks.size() - 1; i >= 0; --i) {
        const TimelineMark &mark = m_marks.at(i);
        if (mark.possible.right() < 0 || mark.possible.left() > width())
            continue;
        if (m_events.at(i).thing == m_session.selection())
            selected.append(mark.possible); // also where it shares a bar with others
        const Kind kind = m_events.at(i).kind;
        if (!mark.isFirst || !painted.add(mark, kind))
            continue;
        const double radius = mark.possible.height() / 2;
        const QBrush brush = fadingBrush(mark, colourOf(kind));
        if (isHollow(kind)) {
            painter.setPen(QPen(brush, 1.4));
            painter.setBrush(painting::toColor(palette.background));
            painter.drawRoundedRect(mark.possible.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(brush);
            painter.drawRoundedRect(mark.possible, radius, radius);
        }
        if (mark.together > 1)
            paintCount(painter, mark);
    }
    painter.setPen(QPen(painting::toColor(palette.accent), 2));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &bar : std::as_const(selected))
        painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), bar.height() / 2 + 2, bar.height() / 2 + 2);
}

// How many events share a bar, on it where it is wide enough, else beside it.
void Timeline::paintCount(QPainter &painter, const TimelineMark &mark) const
{
    painter.save();
    QFont tiny = painter.font();
    tiny.setPixelSize(9);
    painter.setFont(tiny);
    const QString count = QString::number(mark.together);
    const double textWidth = QFontMetricsF(tiny).horizontalAdvance(count);
    const bool isInside = mark.possible.width() > textWidth + 4;
    const QRectF around =
        isInside ? mark.possible
                 : QRectF(mark.possible.right() + 1, mark.possible.top(), textWidth, mark.possible.height());
    const picture::Palette &palette = m_session.theme().palette;
    painter.setPen(painting::toColor(isInside ? palette.background : palette.mutedText));
    painter.drawText(around.adjusted(-4, -4, 4, 4), Qt::AlignCenter, count);
    painter.restore();
}

// Names of events where there is room above them, from the left; the last ones end at the right border.
void Timeline::paintLabels(QPainter &painter) const
{
    constexpr double apart = 14;
    constexpr double widest = 190;
    constexpr int mostMisses = 200; // names measured in vain: of a hundred thousand events most find no room
    int misses = 0;
    double free = 0;
    const QFontMetricsF metrics(painter.font());
    painter.setPen(painting::toColor(m_session.theme().palette.mutedText));
    for (qsizetype i = 0; i < m_marks.size() && misses < mostMisses; ++i) {
        const double x = m_marks.at(i).certain.left();
        if (x < free || x > width() - timelineshape::margin)
            continue;
        const analysis::DatedEvent &event = m_events.at(i);
        const QString words = nameOf(event, m_session.scenario()) + u' ' + toWord(event.kind);
        const QString label = metrics.elidedText(words, Qt::ElideRight, widest);
        const double labelWidth = metrics.horizontalAdvance(label);
        const double left = std::min(x, width() - timelineshape::margin / 2 - labelWidth);
        if (left < free) {
            ++misses;
            continue;
        }
        painter.drawText(QPointF(left, timelineshape::labelBaseline), label);
        free = left + labelWidth + apart;
    }
}

// What is written under the handle, without the room around it.
QRectF Timeline::handleLabel(const QFont &font) const
{
    const auto day = m_session.asOf().day();
    if (!m_session.isOpen() || !day)
        return {};
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const double textWidth = QFontMetricsF(bold).horizontalAdvance(domain::toWords(*m_session.asOf().date));
    const double x = m_scale.xAt(double(day->toJulianDay()) + 1);
    const double left = std::clamp(x - textWidth / 2, 4.0, std::max(4.0, width() - textWidth - 4));
    return {left, timelineshape::tickBaseline - 10, textWidth, 14};
}

void Timeline::paintHandle(QPainter &painter) const
{
    const auto day = m_session.asOf().day();
    if (!day)
        return;
    const picture::Palette &palette = m_session.theme().palette;
    const QColor accent = painting::toColor(palette.accent);
    const double x = m_scale.xAt(double(day->toJulianDay()) + 1);
    painter.setPen(QPen(accent, 2));
    painter.drawLine(QPointF(x, 20), QPointF(x, timelineshape::axis));
    painter.setBrush(accent);
    painter.setPen(QPen(painting::toColor(palette.background), 2));
    painter.drawEllipse(QPointF(x, timelineshape::axis), 6, 6);
    QFont bold = painter.font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(accent);
    painter.drawText(QPointF(handleLabel(painter.font()).left(), timelineshape::tickBaseline),
                     domain::toWords(*m_session.asOf().date));
}

} // namespace entente::window
