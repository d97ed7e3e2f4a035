#pragma once

#include "picture/spatialindex.h"
#include "session/composition.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace entente::session {

// How a scenario is asked to be looked at.
struct Glance
{
    analysis::AsOf asOf;
    graph::Filter filter;
    bool operator==(const Glance &) const = default;
};

// A composition as it is at a glance, and its picture.
struct Redrawn
{
    Composition composition; // without its document
    graph::Filter filter;
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

    // `drawn` is what canvasOptions() made of the composition, of what is shown.
    void redraw(const Composition &composition, const picture::EarlierDrawing &drawn,
                const graph::Subset &shown, const picture::Theme &theme, const Glance &glance);
    void cancel();                                                   // nothing is told any more
    const std::optional<Glance> &wanted() const { return m_wanted; } // until it is told

Q_SIGNALS:
    void redrawn(const std::shared_ptr<entente::session::Redrawn> &redrawn);

private:
    void start();
    void onDrawn(const std::shared_ptr<Redrawn> &redrawn);

    const picture::TextMeasure &m_measure;
    Composition m_composition; // without its document
    picture::EarlierDrawing m_drawn;
    graph::Subset m_shown; // of it
    picture::Theme m_theme;
    std::optional<Glance> m_wanted;
    bool m_isDrawing = false;          // in the background
    std::atomic<quint64> m_number = 0; // what is drawn for an older one is dropped
    QThreadPool m_pool;                // of its own, so that closing waits for its work and nothing else
};

} // namespace entente::session
