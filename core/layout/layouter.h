#pragma once

#include "layout/placement.h"
#include "problems/problem.h"

#include <QObject>

#include <functional>
#include <memory>

namespace entente::layout {

struct LayoutLimits
{
    int milliseconds = 20'000;            // for all that `dot` does; then the worker is killed
    qint64 workerBytes = qint64(1) << 30; // address space of the worker, beside a stack and a first heap
};

// The one door to every engine. Which engine answers depends on the request only, so that the same request
// gives the same placement: the best of several `dot` layouts up to LayoutRequest::maxDotNodes, the
// multilevel one beyond, unless the request names one. Nodes with a fixed centre stay; when every node is
// fixed, nothing but routing is done, without a worker; when some are, the others are put by the placer into
// free space beside their neighbours.
class Layouter : public QObject
{
    Q_OBJECT

public:
    explicit Layouter(LayoutLimits limits = {}, QObject *parent = nullptr);
    ~Layouter() override;

    // Starts the warm worker process; without this the first request does. `workerProgram` is found beside
    // the application or in libexec (see workerprocess.h).
    void warmUp();

    // Answers with finished() later, from the event loop. A newer request kills the older, which then never
    // answers. Returns the request's number.
    quint64 request(const LayoutRequest &request);
    void cancel();
    bool isBusy() const;

    // The same, waiting for the answer; for the command line and tests. Needs no event loop of the caller's.
    Outcome<Placement> layOut(const LayoutRequest &request);

Q_SIGNALS:
    void progressed(quint64 number, int done, int total); // candidates laid out, or percents of one layout
    void finished(quint64 number, const entente::Outcome<entente::layout::Placement> &outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Routes every edge and link anew for the given centres, border to border and around cards, and fits the
// group boxes; moves nothing. Within a frame at 100 nodes, so that lines follow a node that is dragged.
Placement route(const LayoutRequest &request, const QList<QPointF> &centres);
// The same where only the nodes in `moved` stand elsewhere than in `previous`: lines that neither end at one
// of them nor run over one now stay as they were.
Placement reroute(const LayoutRequest &request, const Placement &previous, const QList<QPointF> &centres,
                  const QList<int> &moved);

// The same placement with the request's links drawn anew; nothing else changes.
Placement relinked(const LayoutRequest &request, Placement placement);

// Puts the nodes that have no fixed centre into free space beside their neighbours; nothing else moves.
Placement placeAdded(const LayoutRequest &request);
// Only where they then stand, without drawing any line: for reroute() to draw those that change.
QList<QPointF> centresWithAdded(const LayoutRequest &request);

} // namespace entente::layout
