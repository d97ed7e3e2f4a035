#include "layout/layouter.h"

#include "layout/components.h"
#include "layout/dotengine.h"
#include "layout/lines.h"
#include "layout/multilevellayout.h"
#include "layout/workerprocess.h"

#include <QEventLoop>
#include <QHash>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <mutex>

namespace entente::layout {

namespace {

// One layout under way: its components, the candidates of each, and the answers so far.
struct Run
{
    quint64 number = 0;
    LayoutRequest request;
    QList<Component> components;
    QList<QList<Candidate>> candidates;       // of each component; none where it needs no `dot`
    QList<QList<wire::Answer>> answers;       // parallel to the candidates
    QHash<quint64, std::pair<int, int>> jobs; // number of a job → component and candidate
    int done = 0;
};

Outcome<Placement> failure(const QString &sentence, Cause cause)
{
    Outcome<Placement> outcome;
    outcome.problems.add({Severity::Error,
                          cause,
                          QStringLiteral("layout-failed"),
                          {},
                          {},
                          QStringLiteral("the graph could not be laid out: %1").arg(sentence),
                          {}});
    return outcome;
}

Placement finish(Run run)
{
    QList<Placement> parts;
    for (qsizetype c = 0; c < run.components.size(); ++c) {
        const LayoutRequest &request = run.components[c].request;
        const auto best = bestOf(request, run.candidates[c], run.answers[c]);
        LayoutControl control;
        parts.append(best ? *best : layOutMultilevel(request, control));
    }
    Placement whole = pack(run.request, run.components, parts);
    whole.links = drawLinks(run.request, whole.centres, whole.edges);
    whole.bounds = boundsOf(run.request, whole);
    return whole;
}

bool hasFixed(const LayoutRequest &request, bool all)
{
    const auto fixed = [](const Node &node) { return node.fixed.has_value(); };
    return all ? std::all_of(request.nodes.begin(), request.nodes.end(), fixed)
               : std::any_of(request.nodes.begin(), request.nodes.end(), fixed);
}

enum class Way { Fixed, Multilevel, Dot };

Way wayOf(const LayoutRequest &request)
{
    if (request.nodes.isEmpty() || hasFixed(request, false))
        return Way::Fixed;
    const bool large = request.nodes.size() > LayoutRequest::maxDotNodes;
    return request.engine == Engine::Force || (request.engine == Engine::Auto && large) ? Way::Multilevel
                                                                                        : Way::Dot;
}

Placement answerFixed(const LayoutRequest &request)
{
    if (request.nodes.isEmpty())
        return Placement();
    if (!hasFixed(request, true))
        return placeAdded(request);
    QList<QPointF> centres;
    for (const Node &node : request.nodes)
        centres.append(*node.fixed);
    return route(request, centres);
}

} // namespace

class Layouter::Private
{
public:
    Private(Layouter *layouter, LayoutLimits given)
        : q(layouter)
        , limits(given)
        , worker(workerProgram(), given.workerBytes)
    {
        deadline.setSingleShot(true);
        QObject::connect(&deadline, &QTimer::timeout, q, [this] { timeOut(); });
        QObject::connect(&worker, &WorkerProcess::answered, q,
                         [this](quint64 job, const wire::Answer &answer) { take(job, answer); });
        QObject::connect(&worker, &WorkerProcess::died, q, [this](const QString &sentence) {
            if (!run.jobs.isEmpty()) // what needs no worker goes on without it
                end(failure(sentence, Cause::Limit));
        });
    }

    void start(const LayoutRequest &request)
    {
        stop();
        busy = true;
        const Way way = wayOf(request);
        if (way == Way::Fixed)
            compute([request] { return answerFixed(request); });
        else if (way == Way::Multilevel)
            computeMultilevel(request);
        else
            startDot(request);
    }

    void startDot(const LayoutRequest &request)
    {
        run = Run();
        run.number = number;
        run.request = request;
        run.components = split(request);
        for (int c = 0; c < run.components.size(); ++c)
            ask(c);
        deadline.start(limits.milliseconds);
        if (run.jobs.isEmpty())
            complete();
    }

    // Ends what is under way without an answer.
    void stop()
    {
        ++number;
        deadline.stop();
        if (busy && !run.jobs.isEmpty())
            worker.kill();
        if (control)
            control->cancelled = true;
        control.reset();
        run = Run();
        busy = false;
    }

    // Tells tasks of the pool whether there is still anybody to answer.
    struct Lifetime
    {
        std::mutex mutex;
        Layouter *layouter;
    };

    Layouter *q;
    LayoutLimits limits;
    WorkerProcess worker;
    quint64 number = 0;
    bool busy = false;
    std::shared_ptr<Lifetime> lifetime = std::make_shared<Lifetime>();

private:
    // Called in any thread: runs the task later in the layouter's own, if it still lives.
    template <typename Task> static void post(const std::shared_ptr<Lifetime> &alive, Task task)
    {
        const std::lock_guard lock(alive->mutex);
        if (alive->layouter)
            QMetaObject::invokeMethod(alive->layouter, std::move(task), Qt::QueuedConnection);
    }

    void ask(int c)
    {
        const LayoutRequest &request = run.components[c].request;
        const bool trivial = request.edges.isEmpty() && request.groups.isEmpty();
        run.candidates.append(trivial ? QList<Candidate>() : candidatesFor(request.nodes.size()));
        run.answers.append(QList<wire::Answer>(run.candidates.last().size()));
        for (int k = 0; k < run.candidates.last().size(); ++k) {
            run.jobs.insert(++lastJob, {c, k});
            worker.send(lastJob, jobFor(request, run.candidates.last()[k]));
        }
    }

    void take(quint64 job, const wire::Answer &answer)
    {
        const auto found = run.jobs.constFind(job);
        if (!busy || found == run.jobs.constEnd())
            return;
        run.answers[found->first][found->second] = answer;
        ++run.done;
        Q_EMIT q->progressed(run.number, run.done, int(run.jobs.size()));
        if (run.done == run.jobs.size())
            complete();
    }

    void complete()
    {
        deadline.stop();
        Run whole = std::exchange(run, Run());
        compute([whole] { return finish(whole); });
    }

    void computeMultilevel(const LayoutRequest &request)
    {
        control = std::make_shared<LayoutControl>();
        control->progressed = [this, mine = number, alive = lifetime](int percent) {
            post(alive, [this, mine, percent] {
                if (busy && mine == number)
                    Q_EMIT q->progressed(mine, percent, 100);
            });
        };
        compute([request, watched = control] { return layOutMultilevel(request, *watched); });
    }

    // Off this thread, so that the window answers meanwhile; what has been overtaken is dropped.
    template <typename Work> void compute(Work work)
    {
        const quint64 mine = number;
        auto alive = lifetime;
        QThreadPool::globalInstance()->start([this, mine, work, alive] {
            const Placement placement = work();
            post(alive, [this, mine, placement] {
                if (busy && mine == number)
                    end({placement, {}});
            });
        });
    }

    void timeOut()
    {
        worker.kill();
        end(failure(QStringLiteral("it took longer than %1 s").arg(limits.milliseconds / 1000.0),
                    Cause::Limit));
    }

    void end(const Outcome<Placement> &outcome)
    {
        if (!busy)
            return;
        deadline.stop();
        busy = false;
        run = Run();
        Q_EMIT q->finished(number, outcome);
    }

    Run run;
    QTimer deadline;
    quint64 lastJob = 0;
    std::shared_ptr<LayoutControl> control; // of the multilevel layout under way
};

Layouter::Layouter(LayoutLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, limits))
{
    d->lifetime->layouter = this;
}

Layouter::~Layouter()
{
    d->stop();
    const std::lock_guard lock(d->lifetime->mutex);
    d->lifetime->layouter = nullptr;
}

void Layouter::warmUp()
{
    d->worker.start();
}

quint64 Layouter::request(const LayoutRequest &request)
{
    d->start(request);
    return d->number;
}

void Layouter::cancel()
{
    d->stop();
}

bool Layouter::isBusy() const
{
    return d->busy;
}

Outcome<Placement> Layouter::layOut(const LayoutRequest &request)
{
    const Way way = wayOf(request);
    if (way == Way::Fixed)
        return {answerFixed(request), {}};
    if (way == Way::Multilevel) {
        LayoutControl control;
        return {layOutMultilevel(request, control), {}};
    }
    Outcome<Placement> result;
    QEventLoop loop;
    const auto connection =
        connect(this, &Layouter::finished, &loop, [&](quint64, const Outcome<Placement> &outcome) {
            result = outcome;
            loop.quit();
        });
    this->request(request);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    disconnect(connection);
    return result;
}

} // namespace entente::layout
