#include "session/redrawer.h"

namespace entente::session {

Composition withoutDocument(const Composition &composition)
{
    Composition copy;
    copy.file.scenario = composition.file.scenario;
    copy.file.path = composition.file.path;
    copy.asOf = composition.asOf;
    copy.events = composition.events;
    copy.conflicts = composition.conflicts;
    copy.graph = composition.graph;
    copy.request = composition.request;
    copy.placement = composition.placement;
    return copy;
}

graph::Subset shownOf(const Composition &composition, const graph::Filter &filter)
{
    return filter.isEmpty() ? graph::everything(composition.graph)
                            : graph::select(composition.file.scenario, composition.graph, filter);
}

Redrawer::Redrawer(const picture::TextMeasure &measure, QObject *parent)
    : QObject(parent)
    , m_measure(measure)
{
    m_pool.setMaxThreadCount(1);
}

Redrawer::~Redrawer()
{
    cancel(); // what is being drawn ends where it next looks
    m_pool.waitForDone();
}

void Redrawer::redraw(Drawn drawn, const Glance &glance)
{
    m_drawn = std::make_shared<const Drawn>(std::move(drawn));
    m_wanted = glance;
    if (!m_isDrawing)
        start();
}

void Redrawer::cancel()
{
    ++m_number;
    m_isDrawing = false;
    m_wanted.reset();
    m_drawn.reset();
}

void Redrawer::start()
{
    m_isDrawing = true;
    m_pool.start([this, drawn = m_drawn, glance = *m_wanted, number = m_number.load()] {
        const auto isOvertaken = [this, number] { return number != m_number; };
        if (isOvertaken())
            return;
        const auto redrawn = std::make_shared<Redrawn>();
        redrawn->composition = drawn->composition;
        redrawn->filter = glance.filter;
        redrawn->other = glance.other;
        Composition &composition = redrawn->composition;
        redate(composition, glance.asOf);
        redrawn->shown = shownOf(composition, glance.filter);
        if (isOvertaken())
            return;
        redrawn->since = changesSince(glance.other, composition, drawn->isModified, drawn->kept,
                                      {drawn->theme, m_measure});
        if (isOvertaken())
            return;
        picture::PictureOptions options = canvasOptions();
        options.shown = redrawn->shown;
        options.since = redrawn->since ? &redrawn->since->drawn : nullptr;
        const bool takesOver = redrawn->shown == drawn->shown && !drawn->isOtherwise && !options.since;
        options.earlier = takesOver ? &drawn->picture : nullptr;
        redrawn->picture = picture::buildPicture(composition.subject(), composition.placement, drawn->theme,
                                                 m_measure, options);
        redrawn->index = std::make_shared<const picture::SpatialIndex>(redrawn->picture);
        QMetaObject::invokeMethod(
            this,
            [this, redrawn, number] {
                if (number == m_number)
                    onDrawn(redrawn);
            },
            Qt::QueuedConnection);
    });
}

void Redrawer::onDrawn(const std::shared_ptr<Redrawn> &redrawn)
{
    m_isDrawing = false;
    if (Glance{redrawn->composition.asOf, redrawn->filter, redrawn->other} == *m_wanted)
        cancel();
    else
        start();
    Q_EMIT this->redrawn(redrawn);
}

} // namespace entente::session
