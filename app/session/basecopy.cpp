#include "session/basecopy.h"

#include "document/filewriter.h"
#include "formats/scenarioreader.h"
#include "session/readoptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace entente::session {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Session", text);
}

Outcome<QString> refused(const QString &path, const QString &message, const QString &hint)
{
    Outcome<QString> outcome;
    outcome.problems.add(
        {Severity::Error, Cause::File, QStringLiteral("base-not-beside"), {path, 0, 0}, {}, message, hint});
    return outcome;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome<QString> copyInto(const QDir &folder, const QString &base)
{
    const QString target = folder.filePath(QFileInfo(base).fileName());
    const QByteArray bytes = bytesOf(base);
    if (QFile::exists(target)) {
        if (bytesOf(target) == bytes)
            return {target, {}};
        return refused(
            target,
            tr("another file “%1” is in the way of a copy of the base").arg(QFileInfo(target).fileName()),
            tr("choose another folder"));
    }
    const ProblemList problems = document::writeFile(target, bytes);
    return problems.hasErrors() ? Outcome<QString>{std::nullopt, problems} : Outcome<QString>{target, {}};
}

Outcome<QString> copyChain(const QDir &folder, const QString &base)
{
    const Outcome<formats::ScenarioFile> file = formats::readScenario(base, readOptions());
    if (!file)
        return {std::nullopt, file.problems};
    for (const QString &farther : file.value->bases) {
        const Outcome<QString> copied = copyInto(folder, farther);
        if (!copied)
            return copied;
    }
    return copyInto(folder, base);
}

} // namespace

Outcome<QString> baseBeside(const QString &base, const QString &overlay)
{
    const QDir folder = QFileInfo(overlay).absoluteDir();
    if (base.startsWith(u':')) {
        if (QFileInfo(overlay).fileName() == QFileInfo(base).fileName())
            return refused(overlay, tr("this name is that of its own base, which is copied beside it"),
                           tr("choose another name"));
        return copyChain(folder, base);
    }
    const QString relative = folder.relativeFilePath(QFileInfo(base).absoluteFilePath());
    if (relative.startsWith(QLatin1String("..")) || QDir::isAbsolutePath(relative))
        return refused(overlay, tr("an alternate must lie beside what it is an alternate of, or above it"),
                       tr("save it in %1").arg(QDir::toNativeSeparators(QFileInfo(base).absolutePath())));
    if (QFileInfo(overlay).absoluteFilePath() == QFileInfo(base).absoluteFilePath())
        return refused(overlay, tr("an alternate can't take the place of its own base"),
                       tr("choose another name"));
    return {base, {}};
}

} // namespace entente::session
