#include "window/canvasmotion.h"

namespace entente::window {

using picture::Element;
using picture::Item;
using picture::PathStep;
using picture::Picture;
using picture::Shape;

namespace {

QPointF mixed(QPointF a, QPointF b, double t)
{
    return a + (b - a) * t;
}

bool hasSameSteps(const picture::Path &a, const picture::Path &b)
{
    if (a.steps.size() != b.steps.size())
        return false;
    for (qsizetype i = 0; i < a.steps.size(); ++i) {
        if (a.steps.at(i).verb != b.steps.at(i).verb)
            return false;
    }
    return true;
}

// A path drawn with the same steps goes point by point, so that lines stay joined to what they join.
bool morph(Element &after, const Element &before, double t)
{
    auto *shape = std::get_if<Shape>(&after);
    const auto *old = std::get_if<Shape>(&before);
    if (!shape || !old || !hasSameSteps(shape->path, old->path))
        return false;
    for (qsizetype i = 0; i < shape->path.steps.size(); ++i) {
        PathStep &step = shape->path.steps[i];
        const PathStep &from = old->path.steps.at(i);
        step.to = mixed(from.to, step.to, t);
        step.control1 = mixed(from.control1, step.control1, t);
        step.control2 = mixed(from.control2, step.control2, t);
    }
    return true;
}

Item between(const Item &before, Item after, double t)
{
    const QPointF by = mixed(before.box.center(), after.box.center(), t) - after.box.center();
    const bool sameElements = before.elements.size() == after.elements.size();
    for (qsizetype i = 0; i < after.elements.size(); ++i) {
        if (!sameElements || !morph(after.elements[i], before.elements.at(i), t))
            picture::translate(after.elements[i], by);
    }
    after.box.translate(by);
    return after;
}

void prepare(QVariantAnimation &animation)
{
    animation.setStartValue(0.0);
    animation.setEndValue(1.0);
    animation.setDuration(CanvasMotion::milliseconds);
    animation.setEasingCurve(QEasingCurve::InOutCubic);
}

} // namespace

Picture between(const Picture &before, const Picture &after, double t)
{
    if (t >= 1)
        return after;
    Picture middle = after;
    middle.items.edit([&before, t](Item &item) {
        if (const auto from = before.item(item.id))
            item = between(*from, item, t);
    });
    return middle;
}

CanvasMotion::CanvasMotion(QObject *parent)
    : QObject(parent)
{
    for (QVariantAnimation *animation : {&m_viewMotion, &m_fadeMotion, &m_pictureMotion})
        prepare(*animation);
    connect(&m_viewMotion, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &t) { Q_EMIT viewMoved(m_from.towards(m_to, t.toDouble())); });
    connect(&m_fadeMotion, &QVariantAnimation::valueChanged, this, &CanvasMotion::fadeMoved);
    connect(&m_fadeMotion, &QVariantAnimation::finished, this, [this] {
        m_fading = {};
        Q_EMIT fadeMoved();
    });
    connect(&m_pictureMotion, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &t) { Q_EMIT pictureMoved(between(m_before, m_after, t.toDouble())); });
}

void CanvasMotion::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled)
        finish();
}

void CanvasMotion::glideView(const CanvasView &from, const CanvasView &to)
{
    m_viewMotion.stop();
    m_from = from;
    m_to = to;
    if (m_enabled && !(from == to))
        m_viewMotion.start();
    else
        Q_EMIT viewMoved(to);
}

void CanvasMotion::fadeFrom(const QPixmap &before)
{
    m_fadeMotion.stop();
    m_fading = m_enabled ? before : QPixmap();
    if (!m_fading.isNull())
        m_fadeMotion.start();
}

void CanvasMotion::glidePicture(const Picture &before, const Picture &after)
{
    m_pictureMotion.stop();
    m_before = before;
    m_after = after;
    if (m_enabled)
        m_pictureMotion.start();
    else
        Q_EMIT pictureMoved(after);
}

void CanvasMotion::finish()
{
    for (QVariantAnimation *animation : {&m_viewMotion, &m_fadeMotion, &m_pictureMotion}) {
        if (animation->state() == QAbstractAnimation::Running)
            animation->setCurrentTime(milliseconds);
    }
}

double CanvasMotion::fadingOpacity() const
{
    return m_fading.isNull() ? 0 : 1 - m_fadeMotion.currentValue().toDouble();
}

} // namespace entente::window
