#include "session/sessionprivate.h"

namespace entente::session {

using document::Change;

namespace {

Problem noLongerFits()
{
    return {Severity::Error,
            Cause::Input,
            QStringLiteral("edit-does-not-fit"),
            {},
            {},
            Session::tr("what was to be changed is no longer there"),
            Session::tr("look at the scenario as it is now")};
}

ProblemList withoutFile(const QString &what)
{
    ProblemList problems;
    problems.add({Severity::Error, Cause::Input, QStringLiteral("nothing-open"), {}, {}, what, {}});
    return problems;
}

} // namespace

bool Session::isModified() const
{
    return d->editing.isModified();
}

bool Session::isOverlay() const
{
    return d->editing.base.has_value();
}

const document::Document &Session::document() const
{
    return d->composition.file.document;
}

ProblemList Session::check(const QList<Change> &changes) const
{
    return d->edited(changes).problems;
}

ProblemList Session::apply(const Edit &edit)
{
    if (!d->isOpen)
        return withoutFile(tr("there is no scenario to change"));
    QList<Change> back;
    Outcome<formats::ScenarioFile> outcome = d->edited(edit.changes, &back);
    if (!outcome)
        return outcome.problems;
    d->stopReading();
    const int before = d->editing.revision;
    const int after = ++d->editing.lastRevision;
    d->carryPlaces(edit.changes);
    d->stand(std::move(*outcome.value), outcome.problems, after);
    d->undo.push(new EditCommand(edit.text, {edit.changes, after}, {back, before},
                                 [this](const EditCommand::Step &step) { d->make(step); }));
    d->tellRevision();
    if (!edit.select.isNone())
        select(edit.select);
    return {};
}

void Session::newScenario()
{
    Outcome<formats::ScenarioFile> file = formats::readScenario({emptyScenario(), {QString()}}, {}, {});
    d->expectWithoutFile(*file.value, {});
    const analysis::AsOf asOf = d->asOfFor(file.value->scenario);
    d->composer.compose({std::move(*file.value)}, asOf, d->theme, {}, {}); // at once: nothing is in it
}

// An edit overtakes what is being read or arranged; a date or filter that is being drawn stays wanted.
void Session::Private::stopReading()
{
    if (isBusy && !isRedrawing)
        q->cancel();
}

Outcome<formats::ScenarioFile> Session::Private::edited(const QList<Change> &changes,
                                                        QList<Change> *back) const
{
    document::Document document = composition.file.document;
    const std::optional<QList<Change>> inverse = document::apply(document.root, changes);
    if (!inverse) {
        Outcome<formats::ScenarioFile> refused;
        refused.problems.add(noLongerFits());
        return refused;
    }
    if (back)
        *back = *inverse;
    document.root = inReadingOrder(document.root, editing.base);
    Outcome<formats::ScenarioFile> outcome =
        formats::readScenario(std::move(document), composition.file.path, composition.file.bases);
    if (outcome)
        outcome.value->format = composition.file.format;
    return outcome;
}

void Session::Private::make(const EditCommand::Step &step)
{
    Outcome<formats::ScenarioFile> outcome = edited(step.changes);
    if (!outcome) {
        problems.append(outcome.problems);
        Q_EMIT q->problemsChanged();
        return;
    }
    stopReading();
    carryPlaces(step.changes);
    stand(std::move(*outcome.value), outcome.problems, step.revision);
    tellRevision();
}

void Session::Private::stand(formats::ScenarioFile file, const ProblemList &warnings, int revision)
{
    cancelPreview();
    composition.file = std::move(file);
    editing.revision = revision; // whether it is its file's is told in the picture, where it is compared
    const analysis::Readings readBefore = std::exchange(readings, {});
    problems = warnings;
    asOf = asOfFor(composition.file.scenario);
    recompose();
    kept.merge(arrangementOf(composition));
    readAs(readBefore);
    tellOpened(true);
}

// What is renamed stays where it is.
void Session::Private::carryPlaces(const QList<Change> &changes)
{
    Places dragged = views.dragged();
    for (const Change &change : changes) {
        const QString map = document::parentPointer(change.pointer);
        const bool isPlaced = map == QLatin1String("/firms") || map == QLatin1String("/agreements");
        const QString before = document::lastToken(change.pointer);
        if (change.kind != Change::Kind::Rename || !isPlaced || !kept.spots.contains(before))
            continue;
        kept.spots.insert(change.key, kept.spots.value(before));
        if (dragged.contains(before))
            dragged.insert(change.key, dragged.value(before));
    }
    views.change(dragged);
}

void Session::Private::tellRevision()
{
    if (!editing.isModified())
        recovery.clear();
    keepUnsaved();
    tellModified();
}

void Session::Private::keepUnsaved()
{
    if (editing.isModified())
        recovery.keep(
            {path, composition.file.bases, QDateTime::currentDateTime(), composition.file.document.root});
}

void Session::Private::tellModified()
{
    if (std::exchange(wasModified, editing.isModified()) != editing.isModified())
        Q_EMIT q->modifiedChanged(editing.isModified());
}

} // namespace entente::session
