#pragma once

#include "picture/spatialindex.h"
#include "session/comparing.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace entente::session {

// How a scenario is asked to be looked at.
struct Glance
{
    analysis::AsOf asOf;
    graph::Filter filter;
    OtherSide other;
    bool operator==(const Glance &) const = default;
};

// What stands, which another glance is drawn from.
struct Drawn
{
    Composition composition;         // without its document
    bool isModified = false;         // it is then another than its file
    picture::EarlierDrawing picture; // by canvasOptions(), of what is shown
    graph::Subset shown;
    bool isOtherwise = false; // compared, or its things moved: nothing can be taken over from the picture
    Arrangement kept;
    picture::Theme theme;
};

// A copy for drawing: the document is no part of any picture, and copying it takes longest.
Composition withoutDocument(const Composition &composition);

// A composition as it is at a glance, and its picture.
struct Redrawn
{
    Composition composition; // without its document
    graph::Filter filter;
    OtherSide other;
    std::optional<Changes> since; // of the other side
    graph::Subset shown;
    picture::Picture picture; // by canvasOptions()
    std::shared_ptr<const picture::SpatialIndex> index = nullptr;
};

// What the filter leaves to be shown of a composition.
graph::Subset shownOf(const Composition &composition, const graph::Filter &filter);

// Draws a large composition anew in the background. One glance is drawn at a time: what is asked for
// meanwhile comes next, and what was asked for in between never.
class Redrawer : public QObject
{
    Q_OBJECT

public:
    explicit Redrawer(const picture::TextMeasure &measure, QObject *parent = nullptr);
    ~Redrawer() override;

    void redraw(Drawn drawn, const Glance &glance);
    void cancel();                                                   // nothing is told any more
    const std::optional<Glance> &wanted() const { return m_wanted; } // until it is told

Q_SIGNALS:
    void redrawn(const std::shared_ptr<entente::session::Redrawn> &redrawn);

private:
    void start();
    void onDrawn(const std::shared_ptr<Redrawn> &redrawn);

    const picture::TextMeasure &m_measure;
    std::shared_ptr<const Drawn> m_drawn; // without its document
    std::optional<Glance> m_wanted;
    bool m_isDrawing = false;          // in the background
    std::atomic<quint64> m_number = 0; // what is drawn for an older one is dropped
    QThreadPool m_pool;                // of its own, so that closing waits for its work and nothing else
};

} // namespace entente::session
