#include "session/redrawer.h"

namespace entente::session {

namespace {

// The document is no part of any picture, and copying it takes longest.
Composition withoutDocument(const Composition &composition)
{
    Composition copy;
    copy.file.scenario = composition.file.scenario;
    copy.asOf = composition.asOf;
    copy.conflicts = composition.conflicts;
    copy.graph = composition.graph;
    copy.request = composition.request;
    copy.placement = composition.placement;
    return copy;
}

} // namespace

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
    m_pool.waitForDone();
}

void Redrawer::redraw(const Composition &composition, const picture::EarlierDrawing &drawn,
                      const graph::Subset &shown, const picture::Theme &theme, const Glance &glance)
{
    m_composition = withoutDocument(composition);
    m_drawn = drawn;
    m_shown = shown;
    m_theme = theme;
    m_wanted = glance;
    if (!m_isDrawing)
        start();
}

void Redrawer::cancel()
{
    ++m_number;
    m_isDrawing = false;
    m_wanted.reset();
    m_composition = {};
    m_drawn = {};
}

void Redrawer::start()
{
    m_isDrawing = true;
    const auto redrawn = std::make_shared<Redrawn>(Redrawn{m_composition, m_wanted->filter, {}, {}});
    m_pool.start([this, redrawn, drawn = m_drawn, shown = m_shown, asOf = m_wanted->asOf, theme = m_theme,
                  number = m_number.load()] {
        if (number != m_number)
            return;
        Composition &composition = redrawn->composition;
        redate(composition, asOf);
        redrawn->shown = shownOf(composition, redrawn->filter);
        if (number != m_number)
            return;
        picture::PictureOptions options = canvasOptions();
        options.shown = redrawn->shown;
        options.earlier = redrawn->shown == shown ? &drawn : nullptr;
        redrawn->picture =
            picture::buildPicture(composition.subject(), composition.placement, theme, m_measure, options);
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
    if (Glance{redrawn->composition.asOf, redrawn->filter} == *m_wanted)
        cancel();
    else
        start();
    Q_EMIT this->redrawn(redrawn);
}

} // namespace entente::session
