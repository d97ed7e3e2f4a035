#include "session/composer.h"

#include "session/capacity.h"

namespace entente::session {

// What is asked for, and what has come of it.
struct Composer::Task
{
    QList<formats::ScenarioFile> chain; // what is not yet composed of it
    analysis::AsOf asOf;
    const picture::TextMeasure &measure;
    Arrangement kept;
    Places dragged;
    bool isLarge = false;
    ProblemList warnings; // of the layout
    bool isSettled = false;
    Composed result; // until it is settled, its root

    Look look() const { return {result.theme, measure}; }
    void composeRoot();
    void settleChain();
    void finish();
};

// Among what is kept, where that knows anything of it; else the root is to be laid out first.
void Composer::Task::composeRoot()
{
    const auto composed = [this](formats::ScenarioFile file) {
        return session::compose(std::move(file), asOf, result.theme, measure);
    };
    if (!kept.isEmpty()) {
        Composition last = composed(chain.takeLast());
        if (isKnown(last, kept)) {
            settle(last, kept, dragged);
            result.composition = std::move(last);
            isSettled = true;
            return finish();
        }
        chain.append(std::move(last.file));
    }
    result.composition = composed(chain.takeFirst());
    if (result.composition.request.nodes.isEmpty())
        settleChain();
}

void Composer::Task::settleChain()
{
    result.composition = composeChain(std::move(result.composition), std::move(chain), look(), dragged);
    isSettled = true;
    finish();
}

void Composer::Task::finish()
{
    const Composition &composition = result.composition;
    result.arrangement = arrangementOf(composition);
    result.picture = picture::buildPicture(composition.subject(), composition.placement, result.theme,
                                           measure, canvasOptions());
    result.index = std::make_shared<const picture::SpatialIndex>(result.picture);
}

Composer::Composer(const picture::TextMeasure &measure, layout::LayoutLimits limits, QObject *parent)
    : QObject(parent)
    , m_measure(measure)
    , m_layouter(limits)
{
    m_pool.setMaxThreadCount(2); // what was overtaken ends beside what counts
    connect(&m_layouter, &layout::Layouter::finished, this, &Composer::onFinished);
    connect(&m_layouter, &layout::Layouter::progressed, this, [this](quint64 number, int done, int total) {
        if (number == m_number)
            Q_EMIT progressed(done, total);
    });
}

Composer::~Composer()
{
    ++m_requests; // what waits for its turn needn't begin
    m_pool.waitForDone();
}

template <typename Job, typename Then> void Composer::work(const TaskPointer &task, Job job, Then then)
{
    if (!task->isLarge) {
        job();
        then();
        return;
    }
    m_pool.start([this, job, then, request = m_requests.load()] {
        if (request != m_requests)
            return;
        job();
        QMetaObject::invokeMethod(
            this,
            [this, then, request] {
                if (request == m_requests)
                    then();
            },
            Qt::QueuedConnection);
    });
}

void Composer::compose(QList<formats::ScenarioFile> chain, const analysis::AsOf &asOf,
                       const picture::Theme &theme, const Arrangement &kept, const Places &dragged)
{
    cancel();
    const domain::Scenario &scenario = chain.constLast().scenario;
    if (const auto tooMuch = refuseToDraw(scenario)) {
        ProblemList problems;
        problems.add(*tooMuch);
        return refuse(problems);
    }
    const bool large = isLarge(scenario);
    const TaskPointer task(
        new Task{std::move(chain), asOf, m_measure, kept, dragged, large, {}, false, {{}, {}, {}, theme}});
    work(
        task, [task] { task->composeRoot(); },
        [this, task] { task->isSettled ? answer(task) : layOut(task); });
}

void Composer::layOut(const TaskPointer &task)
{
    m_task = task;
    m_number = m_layouter.request(task->result.composition.request);
}

void Composer::arrange(const Composition &composition)
{
    cancel();
    layout::LayoutRequest request = composition.request;
    for (layout::Node &node : request.nodes)
        node.fixed.reset();
    m_number = m_layouter.request(request);
}

void Composer::cancel()
{
    ++m_requests;
    if (m_number != 0)
        m_layouter.cancel();
    m_number = 0;
    m_task.reset();
}

void Composer::onFinished(quint64 number, const Outcome<layout::Placement> &outcome)
{
    if (number != m_number)
        return;
    m_number = 0;
    const TaskPointer task = std::exchange(m_task, nullptr);
    if (!task) {
        Q_EMIT arranged(outcome);
        return;
    }
    if (!outcome)
        return refuse(outcome.problems);
    task->result.composition.placement = *outcome.value;
    task->warnings = outcome.problems;
    work(
        task, [task] { task->settleChain(); }, [this, task] { answer(task); });
}

void Composer::answer(const TaskPointer &task)
{
    Q_EMIT composed(
        std::make_shared<Outcome<Composed>>(Outcome<Composed>{std::move(task->result), task->warnings}));
}

void Composer::refuse(const ProblemList &problems)
{
    Q_EMIT composed(std::make_shared<Outcome<Composed>>(Outcome<Composed>{std::nullopt, problems}));
}

} // namespace entente::session
