#include "analysis/comparison.h"
#include "session/sessionprivate.h"
#include "session/thingitems.h"

#include <QFileInfo>

namespace entente::session {

namespace {

QStringList pathsOf(const QList<formats::ScenarioFile> &chain)
{
    QStringList paths;
    for (const formats::ScenarioFile &file : chain)
        paths.append(file.path);
    return paths;
}

QString firstErrorIn(const ProblemList &problems)
{
    for (const Problem &problem : problems.all()) {
        if (problem.severity == Severity::Error)
            return problem.message;
    }
    return {};
}

} // namespace

void Session::Private::read(const QString &from, Reason why)
{
    cancelPreview();
    composer.cancel();
    reason = why;
    attempted = from;
    pendingRecovery.clear();
    setBusy(true, Session::tr("Reading %1…").arg(QFileInfo(from).fileName()));
    loader.load(from);
}

void Session::setMapping(const QString &path, const QString &mapping)
{
    d->loader.setMapping(path, mapping);
}

ProblemList Session::openTable(const QByteArray &text, const QString &mapping)
{
    formats::ReadOptions options = readOptionsFor(mapping);
    options.format = QStringLiteral("tsv");
    Outcome<formats::ScenarioFile> file = formats::readScenario(text, {}, options);
    if (!file)
        return file.problems;
    file.value->format.clear(); // it has no file that could be written over
    d->expectWithoutFile(*file.value, file.problems);
    d->pendingEditing.revision = d->pendingEditing.lastRevision = 1; // it is in no file yet
    const analysis::AsOf asOf = d->asOfFor(file.value->scenario);
    d->setBusy(true, tr("Laying out…"));
    d->composer.compose({std::move(*file.value)}, asOf, d->theme, {}, {});
    return {};
}

// Before something is adopted that no file holds; it has no alternates.
void Session::Private::expectWithoutFile(const formats::ScenarioFile &file, const ProblemList &warnings)
{
    stopReading();
    reason = Reason::Open;
    isAsOfSet = false;
    attempted.clear();
    problems = warnings;
    pendingEditing = {};
    pendingRecovery.clear();
    pendingDragged = {};
    pendingStamps = {};
    pendingAlternates = {{{}, file.scenario.title, false, true, Alternate::Origin::Base}};
}

void Session::Private::onLoaded(Reading &reading)
{
    problems = reading.problems;
    texts = reading.texts;
    pendingAlternates = reading.alternates;
    pendingStamps = reading.stamps;
    if (reading.chain.isEmpty()) {
        fail(firstErrorIn(problems));
        return;
    }
    Outcome<Places> saved = readViewsOf(pathsOf(reading.chain));
    problems.append(saved.problems);
    pendingDragged = saved.value.value_or(Places{});
    pendingEditing = {};
    if (reading.chain.size() > 1)
        pendingEditing.base = reading.chain.at(reading.chain.size() - 2).document.root;
    const bool keeps = reason != Reason::Open;
    if (keeps)
        pendingDragged.insert(views.dragged());
    else
        isAsOfSet = false;
    setBusy(true, Session::tr("Laying out…"));
    const analysis::AsOf at = asOfFor(reading.chain.constLast().scenario);
    composer.compose(std::move(reading.chain), at, theme, keeps ? kept : Arrangement{}, pendingDragged);
}

void Session::Private::onComposed(Outcome<Composed> &outcome)
{
    problems.append(outcome.problems);
    if (outcome)
        adopt(std::move(*outcome.value));
    else
        fail(firstErrorIn(outcome.problems));
}

void Session::Private::adopt(Composed composed)
{
    const domain::Scenario before = composition.file.scenario;
    const bool keeps = reason != Reason::Open;
    beforePreview.reset(); // of what goes
    if (keeps)
        takeWanted();
    else
        forget();
    if (editing.lastRevision > 0) // its steps are of a document that goes
        undo.clear();
    editing = pendingEditing;
    recovery.clear();
    if (!pendingRecovery.isEmpty())
        recovery.takeOver(std::exchange(pendingRecovery, {}));
    views.begin(composed.composition.file.path, pendingDragged);
    const analysis::Readings readBefore = std::exchange(readings, {});
    isOpen = true;
    path = composed.composition.file.path;
    alternates = pendingAlternates;
    if (reason == Reason::Reload)
        kept.merge(composed.arrangement);
    else
        kept.complete(composed.arrangement);
    showComposed(std::move(composed));
    if (recovery.file().isEmpty())
        keepUnsaved();
    watch.watch(path.isEmpty() ? QStringList() : QStringList{path} + composition.file.bases, pendingStamps);
    if (reason == Reason::Reload)
        readAs(readBefore);
    setBusy(false);
    tellOpened(keeps);
    tellModified();
    if (keeps)
        sayWhatChanged(before);
}

void Session::Private::showComposed(Composed composed)
{
    composition = std::move(composed.composition);
    asOf = asOfFor(composition.file.scenario);
    if (!exists(selection, composition))
        selection = {};
    q->highlight({}); // it was an answer to a question on the scenario before
    const bool isPlain = filter.isEmpty() && other.isNone() && theme == composed.theme;
    if (asOf != composition.asOf) { // it was set while this was under way
        recompose();
    } else if (isPlain) {
        shown = graph::everything(composition.graph);
        since.reset();
        show(std::move(composed.picture), std::move(composed.index));
    } else {
        buildPicture();
    }
}

void Session::Private::onFileChanged()
{
    if (!isOpen) {
        q->open(attempted);
        return;
    }
    editing.isOutdated = true; // until it has been read again, whatever becomes of that
    if (editing.isModified())
        Q_EMIT q->changedOnDisk();
    else
        q->reload();
}

void Session::Private::forget()
{
    redrawer.cancel();
    undo.clear();
    kept = {};
    filter = {};
    selection = {};
    readings = {};
    other = {};
}

void Session::Private::tellOpened(bool keeps) const
{
    if (!keeps)
        Q_EMIT q->viewReset();
    Q_EMIT q->opened();
    Q_EMIT q->selectionChanged();
    Q_EMIT q->asOfChanged();
    Q_EMIT q->filterChanged();
    Q_EMIT q->problemsChanged();
    Q_EMIT q->alternatesChanged();
}

void Session::Private::fail(const QString &sentence)
{
    if (!isOpen) // a file that was named when the program started opens as soon as it is mended
        watch.watch({attempted}, pendingStamps);
    setBusy(false);
    Q_EMIT q->problemsChanged();
    const QString name = attempted.isEmpty() ? Session::tr("It") : QFileInfo(attempted).fileName();
    Q_EMIT q->openFailed(Session::tr("%1 was not opened: %2").arg(name, sentence));
}

void Session::Private::sayWhatChanged(const domain::Scenario &before) const
{
    const domain::Scenario &now = composition.file.scenario;
    const QString things = analysis::summary(analysis::compare(before, now));
    const QString conflicts =
        analysis::summary(analysis::compare(analysis::findConflicts(before, asOf), composition.conflicts));
    const QString summary = conflicts.isEmpty() ? things : things + QLatin1String(", ") + conflicts;
    const QString title = now.hypothetical ? Session::tr("%1 (hypothetical)").arg(now.title) : now.title;
    const QString whatFor = reason == Reason::Reload ? Session::tr("Reloaded %1").arg(title) : title;
    Q_EMIT q->messageShown(whatFor + QLatin1String(": ") + summary + u'.');
}

void Session::Private::setBusy(bool nowBusy, const QString &what)
{
    isBusy = nowBusy;
    isRedrawing = false;
    Q_EMIT q->busyChanged(nowBusy, what);
}

} // namespace entente::session
