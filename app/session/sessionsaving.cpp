#include "document/filewriter.h"
#include "document/jsonreader.h"
#include "formats/formattable.h"
#include "formats/scenariowriter.h"
#include "formats/unpacking.h"
#include "session/basecopy.h"
#include "session/readoptions.h"
#include "session/sessionprivate.h"

#include <QDir>
#include <QFileInfo>

namespace entente::session {

using document::Value;

namespace {

ProblemList one(const QString &code, const QString &path, const QString &message, const QString &hint = {})
{
    ProblemList problems;
    problems.add({Severity::Error, Cause::File, code, {path, 0, 0}, {}, message, hint});
    return problems;
}

void setOrRemove(Value &root, const QString &key, const QString &text)
{
    if (text.isEmpty())
        document::apply(root, document::Change::remove(u'/' + key));
    else
        root.set(key, Value::string(text));
}

document::Document headed(document::Document document, const OverlayHeading &heading)
{
    setOrRemove(document.root, QStringLiteral("id"), heading.id);
    setOrRemove(document.root, QStringLiteral("title"), heading.title);
    setOrRemove(document.root, QStringLiteral("summary"), heading.summary);
    if (heading.hypothetical || document.root.find(u"hypothetical"))
        document.root.set(QStringLiteral("hypothetical"), Value::boolean(heading.hypothetical));
    return document;
}

// None where a change doesn't fit.
std::optional<document::Document> amended(document::Document document, const analysis::Amendments &amendments)
{
    QList<document::Change> changes;
    for (const analysis::Amendment &amendment : amendments) {
        const auto value = document::readJson(amendment.value.toUtf8(), QString(), 0);
        if (!value)
            return std::nullopt;
        changes.append(value.value->isNull() ? document::Change::remove(amendment.path)
                                             : document::Change::set(amendment.path, *value.value));
    }
    return document::apply(document.root, changes) ? std::optional(document) : std::nullopt;
}

QByteArray overlayBytes(const formats::ScenarioFile &base, const document::Document &target,
                        const QString &to)
{
    const QDir folder = QFileInfo(to).absoluteDir();
    const QString file = folder.relativeFilePath(QFileInfo(base.path).absoluteFilePath());
    return formats::writeOverlay(base.document, target, file, base.scenario.id);
}

// The foreign format that a file's ending names; empty for scenarios and unknown endings.
QString foreignFormatOf(const QString &path)
{
    const formats::Format *format = formats::formatForFile(formats::unpackedName(path));
    return format && format->read ? format->name : QString();
}

} // namespace

bool Session::hasOwnFile() const
{
    return d->isOpen && !d->path.isEmpty() && d->path != QLatin1String("-") && !d->path.startsWith(u':') &&
           d->composition.file.format.isEmpty();
}

bool Session::isOutdated() const
{
    return d->isOpen && (d->editing.isOutdated || d->watch.isStale());
}

ProblemList Session::save()
{
    if (!hasOwnFile())
        return one(QStringLiteral("no-file"), d->path, tr("this scenario has no file of its own yet"),
                   tr("save it under a name"));
    const formats::ScenarioFile &file = d->composition.file;
    if (!file.bases.isEmpty() && !d->editing.base)
        return one(QStringLiteral("no-base"), file.bases.first(),
                   tr("the file that this alternate extends is gone"),
                   tr("put it back and read the alternate again, or save the whole under a name"));
    if (file.bases.isEmpty())
        return d->write(formats::writeScenario(file.document), d->path);
    formats::ScenarioFile base;
    base.path = file.bases.first();
    base.document.root = *d->editing.base;
    const Value *id = base.document.root.find(u"id");
    base.scenario.id = id ? id->text() : QString();
    return d->write(overlayBytes(base, file.document, d->path), d->path);
}

ProblemList Session::saveAs(const QString &path)
{
    if (!d->isOpen)
        return one(QStringLiteral("nothing-open"), path, tr("there is no scenario to save"));
    return d->write(formats::writeScenario(d->composition.file.document), path);
}

ProblemList Session::saveAsOverlay(const QString &path, const OverlayHeading &heading,
                                   const analysis::Amendments &amendments)
{
    const formats::ScenarioFile &file = d->composition.file;
    const QString basePath = file.bases.isEmpty() ? d->path : file.bases.first();
    if (!d->isOpen || basePath.isEmpty() || basePath == QLatin1String("-") || !file.format.isEmpty())
        return one(QStringLiteral("no-base"), path, tr("there is no file that this could be an alternate of"),
                   tr("save the scenario first"));
    const std::optional<document::Document> target = amended(file.document, amendments);
    if (!target)
        return one(QStringLiteral("edit-does-not-fit"), path, tr("what was to be changed is no longer there"),
                   tr("look at the scenario as it is now"));
    const Outcome<QString> beside = baseBeside(basePath, path);
    if (!beside)
        return beside.problems;
    const Outcome<formats::ScenarioFile> base = formats::readScenario(*beside.value, readOptions());
    if (!base)
        return base.problems;
    return d->write(overlayBytes(*base.value, headed(*target, heading), path), path);
}

// Whatever is written can be read back: bytes that can't are refused before they replace a file.
ProblemList Session::Private::write(const QByteArray &bytes, const QString &to)
{
    const Outcome<formats::ScenarioFile> again = formats::readScenario(bytes, to, readOptions());
    if (!again)
        return again.problems;
    const ProblemList unwritten = document::writeFile(to, bytes);
    return unwritten.hasErrors() ? unwritten : adoptSaved(to);
}

// What stands is from now on what the file says, line by line.
ProblemList Session::Private::adoptSaved(const QString &from)
{
    stopReading();
    FileStamps stamps = stampsOf({from});
    Outcome<formats::ScenarioFile> file = formats::readScenario(from, readOptions());
    if (!file)
        return file.problems;
    stamps.insert(stampsOf(file.value->bases));
    editing.base.reset();
    if (!file.value->bases.isEmpty()) {
        const Outcome<formats::ScenarioFile> base =
            formats::readScenario(file.value->bases.first(), readOptions());
        if (base)
            editing.base = base.value->document.root;
    }
    const Places dragged = views.dragged();
    path = from;
    views.begin(path, readViewsOf({path}).value.value_or(Places{})); // of what was there before
    views.change(dragged);
    editing.isOutdated = false;
    editing.savedRevision = editing.revision;
    recovery.clear();
    watch.watch(QStringList{path} + file.value->bases, stamps);
    stand(std::move(*file.value), file.problems, editing.revision);
    loader.findAlternates(path);
    tellModified();
    Q_EMIT q->messageShown(Session::tr("Saved as %1.").arg(QDir::toNativeSeparators(from)));
    return {};
}

void Session::recover(const QString &recoveryFile)
{
    const Outcome<Unsaved> unsaved = readRecovery(recoveryFile);
    if (!unsaved) {
        d->problems = unsaved.problems;
        Q_EMIT problemsChanged();
        Q_EMIT openFailed(tr("The unsaved changes can't be read."));
        return;
    }
    d->pendingRecovery = recoveryFile;
    d->openUnsaved(*unsaved.value);
}

// An overlay whose base is gone is recovered as a whole scenario without a file.
void Session::Private::openUnsaved(const Unsaved &unsaved)
{
    stopReading();
    QString of = unsaved.path;
    attempted = of;
    pendingStamps = stampsOf(QStringList{of} + unsaved.bases);
    Outcome<formats::ScenarioFile> base;
    if (!unsaved.bases.isEmpty())
        base = formats::readScenario(unsaved.bases.first(), readOptions());
    const QStringList bases = base ? unsaved.bases : QStringList();
    if (bases != unsaved.bases)
        of.clear();
    pendingEditing = {};
    pendingEditing.revision = pendingEditing.lastRevision = 1;
    pendingEditing.isOutdated = QFileInfo(of).lastModified() > unsaved.at;
    if (base)
        pendingEditing.base = base.value->document.root;
    document::Document document{inReadingOrder(unsaved.root, pendingEditing.base), {of}};
    Outcome<formats::ScenarioFile> file = formats::readScenario(std::move(document), of, bases);
    if (file && bases.isEmpty())
        file.value->format = foreignFormatOf(of);
    Outcome<QList<formats::ScenarioFile>> chain =
        file ? chainOf(*file.value) : Outcome<QList<formats::ScenarioFile>>{};
    problems = file.problems;
    problems.append(chain.problems);
    if (!chain) {
        fail(Session::tr("The unsaved changes can't be read."));
        return;
    }
    reason = Reason::Open;
    isAsOfSet = false;
    pendingDragged = readViewsOf({of}).value.value_or(Places{});
    pendingAlternates = {
        {of, file.value->scenario.title, file.value->scenario.hypothetical, true, Alternate::Origin::Base}};
    setBusy(true, Session::tr("Laying out…"));
    composer.compose(std::move(*chain.value), asOfFor(file.value->scenario), theme, {}, pendingDragged);
}

} // namespace entente::session
