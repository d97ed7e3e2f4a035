#pragma once

#include "picture/picture.h"
#include "window/canvasview.h"

#include <QObject>
#include <QPixmap>
#include <QVariantAnimation>

namespace entente::window {

// Between two pictures of the same things, at `t` from 0 (before) to 1 (after): what is in both glides, the
// rest stands as it will stand.
picture::Picture between(const picture::Picture &before, const picture::Picture &after, double t);

// The canvas's three motions: the view glides, a changed picture fades in, an arranged one glides. None lasts
// longer than 200 ms, and with motion off each is at its end at once.
class CanvasMotion : public QObject
{
    Q_OBJECT

public:
    static constexpr int milliseconds = 200;

    explicit CanvasMotion(QObject *parent = nullptr);

    void setEnabled(bool enabled);
    bool isEnabled() const { return m_enabled; }

    void glideView(const CanvasView &from, const CanvasView &to);
    void fadeFrom(const QPixmap &before);
    void glidePicture(const picture::Picture &before, const picture::Picture &after);
    void finish();

    const QPixmap &fading() const { return m_fading; } // what was seen before; null when nothing fades
    double fadingOpacity() const;

Q_SIGNALS:
    void viewMoved(const entente::window::CanvasView &view);
    void fadeMoved();
    void pictureMoved(const entente::picture::Picture &picture);

private:
    QVariantAnimation m_viewMotion;
    QVariantAnimation m_fadeMotion;
    QVariantAnimation m_pictureMotion;
    CanvasView m_from;
    CanvasView m_to;
    QPixmap m_fading;
    picture::Picture m_before;
    picture::Picture m_after;
    bool m_enabled = true;
};

} // namespace entente::window
