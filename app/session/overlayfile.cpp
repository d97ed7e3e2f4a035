#include "session/overlayfile.h"

#include "document/jsonreader.h"
#include "document/jsonwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace entente::session {

using document::Value;

namespace {

bool isBundled(const QString &path)
{
    return path.startsWith(u':');
}

Problem notWritten(const QString &path, const QString &why)
{
    return {Severity::Error,
            Cause::File,
            QStringLiteral("not-written"),
            {path, 0, 0},
            {},
            Session::tr("the file can't be written: %1").arg(why),
            Session::tr("choose a folder that you may write to")};
}

ProblemList writeFile(const QString &path, const QByteArray &bytes)
{
    ProblemList problems;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        problems.add(notWritten(path, file.errorString()));
    return problems;
}

// A bundled scenario and its bases, beside the overlay.
ProblemList copyBases(const Session &session, const QFileInfo &overlay)
{
    ProblemList problems;
    for (const QString &from : QStringList(session.path()) + session.composition().file.bases) {
        const QString to = overlay.dir().filePath(QFileInfo(from).fileName());
        QFile source(from);
        if (QFileInfo::exists(to))
            continue;
        if (source.open(QIODevice::ReadOnly))
            problems.append(writeFile(to, source.readAll()));
        else
            problems.add(notWritten(to, source.errorString()));
    }
    return problems;
}

// "if-a-call-is-a-call" from "If a call is a call!".
QString idFrom(const QString &title)
{
    QString id;
    for (QChar c : title.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.isLetterOrNumber() && c.unicode() < 128)
            id += c;
        else if (!id.isEmpty() && !id.endsWith(u'-') && !c.isMark())
            id += u'-';
    }
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("alternate") : id;
}

} // namespace

std::optional<QByteArray> overlayText(const Session &session, const NewOverlay &overlay)
{
    const auto text = [](const QString &string) { return Value::string(string); };
    Value extends = Value::object();
    extends.set(QStringLiteral("file"), text(QFileInfo(session.path()).fileName()));
    extends.set(QStringLiteral("id"), text(session.scenario().id));
    Value root = Value::object();
    root.set(QStringLiteral("format"), text(QStringLiteral("entente-scenario")));
    root.set(QStringLiteral("version"), text(QStringLiteral("1.0")));
    root.set(QStringLiteral("id"), text(idFrom(overlay.title)));
    root.set(QStringLiteral("title"), text(overlay.title));
    root.set(QStringLiteral("hypothetical"), Value::boolean(true));
    root.set(QStringLiteral("extends"), extends);
    for (const analysis::Amendment &change : overlay.changes) {
        const auto value = document::readJson(change.value.toUtf8(), QString(), 0);
        if (!value || !document::setAt(root, change.path, *value.value))
            return std::nullopt;
    }
    return document::toJson(root);
}

bool canExtendFrom(const Session &session, const QString &path)
{
    return isBundled(session.path()) ||
           QFileInfo(path).absoluteDir() == QFileInfo(session.path()).absoluteDir();
}

ProblemList writeOverlay(const Session &session, const NewOverlay &overlay, const QString &path)
{
    ProblemList problems;
    const QStringList chain = QStringList(session.path()) + session.composition().file.bases;
    const bool isOwn = std::any_of(chain.begin(), chain.end(), [&path](const QString &file) {
        return QFileInfo(file).absoluteFilePath() == QFileInfo(path).absoluteFilePath();
    });
    const std::optional<QByteArray> text = overlayText(session, overlay);
    if (isOwn)
        problems.add(notWritten(path, Session::tr("it is the scenario that the alternate extends")));
    else if (!text)
        problems.add(notWritten(path, Session::tr("a change does not fit the scenario any more")));
    else if (isBundled(session.path()))
        problems = copyBases(session, QFileInfo(path));
    if (!problems.hasErrors())
        problems.append(writeFile(path, *text));
    return problems;
}

} // namespace entente::session
