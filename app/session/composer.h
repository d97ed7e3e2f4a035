#pragma once

#include "picture/spatialindex.h"
#include "session/composition.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace entente::session {

// A composition with all that is made of it, ready to be shown.
struct Composed
{
    Composition composition;
    Arrangement arrangement;  // of it
    picture::Picture picture; // by canvasOptions(), in the theme that was asked for
    picture::Theme theme;
    std::shared_ptr<const picture::SpatialIndex> index = nullptr; // of the picture
};

// Composes in the background what has to be laid out or is large, and at once what only has to be settled
// among kept places. A newer request overtakes the older, which then never answers.
class Composer : public QObject
{
    Q_OBJECT

public:
    Composer(const picture::TextMeasure &measure, layout::LayoutLimits limits, QObject *parent = nullptr);
    ~Composer() override;

    void warmUp() { m_layouter.warmUp(); }
    // The last of a chain (farthest base first, not empty). Where `kept` knows nothing of it, its root is
    // laid out.
    void compose(QList<formats::ScenarioFile> chain, const analysis::AsOf &asOf, const picture::Theme &theme,
                 const Arrangement &kept, const Places &dragged);
    // Lays the whole composition out anew, whatever was kept.
    void arrange(const Composition &composition);
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    void composed(const std::shared_ptr<entente::Outcome<entente::session::Composed>> &outcome);
    void arranged(const entente::Outcome<entente::layout::Placement> &outcome);

private:
    struct Task;
    using TaskPointer = std::shared_ptr<Task>;

    // Does the job in the background where the task is large; then goes on, unless it was overtaken.
    template <typename Job, typename Then> void work(const TaskPointer &task, Job job, Then then);
    void layOut(const TaskPointer &task);
    void onFinished(quint64 number, const Outcome<layout::Placement> &outcome);
    void answer(const TaskPointer &task);
    void refuse(const ProblemList &problems);

    const picture::TextMeasure &m_measure;
    layout::Layouter m_layouter;
    TaskPointer m_task;                  // whose layout is awaited; none while arranging
    quint64 m_number = 0;                // of the layout that is awaited; 0 for none
    std::atomic<quint64> m_requests = 0; // what is done for an older one is dropped
    QThreadPool m_pool;                  // of its own, so that closing waits for its work and nothing else
};

} // namespace entente::session
