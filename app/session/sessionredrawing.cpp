#include "session/sessionprivate.h"
#include "session/thingitems.h"

namespace entente::session {

// While something else is going on it is drawn at once.
bool Session::Private::redrawsLater(const OtherSide &beside) const
{
    const bool isFree = !isBusy || isRedrawing;
    return isOpen && isFree &&
           (isLarge(composition.file.scenario) || (beside.file && isLarge(beside.file->scenario)));
}

Glance Session::Private::wanted() const
{
    return redrawer.wanted().value_or(Glance{asOf, filter, other});
}

void Session::Private::redrawLater(const Glance &glance)
{
    cancelPreview();
    redrawer.redraw({withoutDocument(composition),
                     editing.isModified(),
                     {picture, pictureAsOf},
                     shown,
                     since.has_value() || isPictureBehind,
                     kept,
                     theme},
                    glance);
    if (!isRedrawing)
        setBusy(true, Session::tr("Drawing…"));
    isRedrawing = true;
}

void Session::Private::onRedrawn(Redrawn &redrawn)
{
    const bool isDated = asOf != redrawn.composition.asOf;
    const bool isFiltered = filter != redrawn.filter;
    asOf = composition.asOf = redrawn.composition.asOf;
    composition.conflicts = std::move(redrawn.composition.conflicts);
    composition.request.links = std::move(redrawn.composition.request.links);
    composition.placement = std::move(redrawn.composition.placement);
    if (beforePreview)
        beforePreview = composition.placement;
    filter = std::move(redrawn.filter);
    shown = std::move(redrawn.shown);
    const bool isOtherwiseCompared = other != redrawn.other;
    other = std::move(redrawn.other);
    since = std::move(redrawn.since);
    show(std::move(redrawn.picture), std::move(redrawn.index));
    if (!exists(selection, composition)) // a conflict that isn't one then
        q->clearSelection();
    if (isRedrawing && !redrawer.wanted())
        setBusy(false);
    if (isDated)
        Q_EMIT q->asOfChanged();
    if (isFiltered)
        Q_EMIT q->filterChanged();
    if (isOtherwiseCompared)
        Q_EMIT q->comparisonChanged();
    Q_EMIT q->pictureChanged();
}

void Session::Private::takeWanted()
{
    if (!redrawer.wanted())
        return;
    const Glance glance = *redrawer.wanted();
    redrawer.cancel();
    asOf = glance.asOf;
    filter = glance.filter;
    if (asOf != composition.asOf)
        session::redate(composition, asOf);
    if (!exists(selection, composition)) // a conflict that isn't one then
        q->clearSelection();
    const bool isOtherwiseCompared = other != glance.other;
    other = glance.other;
    if (isOtherwiseCompared)
        compareAgain();
    if (isRedrawing)
        setBusy(false);
    Q_EMIT q->asOfChanged();
    Q_EMIT q->filterChanged();
    if (isOtherwiseCompared)
        Q_EMIT q->comparisonChanged();
}

} // namespace entente::session
