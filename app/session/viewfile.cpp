#include "session/viewfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <cmath>

namespace entente::session {

namespace {

const QLatin1String formatName("entente-view");
constexpr int formatVersion = 1;
constexpr qint64 maxViewBytes = 64 << 20; // a view of a million things is smaller
constexpr double maxCoordinate = 1e7;     // picture units; beyond, a picture can't be drawn

Problem problem(Cause cause, const char *code, const QString &path, const QString &message,
                const QString &hint)
{
    return {Severity::Error, cause, QLatin1String(code), {path, 0, 0}, {}, message, hint};
}

QString stemOf(const QString &scenarioPath)
{
    QString name = QFileInfo(scenarioPath).fileName();
    for (const QLatin1String ending : {QLatin1String(".entente.json"), QLatin1String(".json")}) {
        if (name.endsWith(ending, Qt::CaseInsensitive))
            return name.chopped(ending.size());
    }
    return name;
}

// Two scenarios of the same name in different folders don't share a view: the folder is in the hash.
QString viewFileInUserData(const QString &scenarioPath)
{
    const QByteArray hash = QCryptographicHash::hash(QFileInfo(scenarioPath).absoluteFilePath().toUtf8(),
                                                     QCryptographicHash::Sha256);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder + QLatin1String("/views/") + stemOf(scenarioPath) + u'-' +
           QLatin1String(hash.toHex().left(12)) + QLatin1String(".view.json");
}

std::optional<QPointF> pointFrom(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
        return std::nullopt;
    const QPointF point(pair.at(0).toDouble(), pair.at(1).toDouble());
    if (std::abs(point.x()) > maxCoordinate || std::abs(point.y()) > maxCoordinate)
        return std::nullopt;
    return point;
}

Outcome<Places> placesFrom(const QJsonObject &object, const QString &path)
{
    Outcome<Places> outcome;
    Places places;
    const QJsonObject written = object.value(QLatin1String("places")).toObject();
    for (auto entry = written.begin(); entry != written.end(); ++entry) {
        if (const std::optional<QPointF> point = pointFrom(entry.value())) {
            places.insert(entry.key(), *point);
            continue;
        }
        Problem bad = problem(Cause::Input, "bad-place", path,
                              QStringLiteral("The place of \"%1\" is no pair of numbers.").arg(entry.key()),
                              QStringLiteral("Write it as [x, y], both between -10000000 and 10000000."));
        bad.severity = Severity::Warning;
        bad.path = QLatin1String("/places/") + entry.key();
        outcome.problems.add(bad);
    }
    outcome.value = places;
    return outcome;
}

QByteArray toJson(const Places &places)
{
    QJsonObject written;
    for (auto place = places.begin(); place != places.end(); ++place)
        written.insert(place.key(), QJsonArray{place->x(), place->y()});
    const QJsonObject object{{QLatin1String("format"), formatName},
                             {QLatin1String("version"), formatVersion},
                             {QLatin1String("places"), written}};
    return QJsonDocument(object).toJson();
}

} // namespace

QString viewFileFor(const QString &scenarioPath)
{
    const QFileInfo info(scenarioPath);
    const QString beside = info.path() + u'/' + stemOf(scenarioPath) + QLatin1String(".view.json");
    const bool isCarried = scenarioPath.startsWith(u':');
    const bool canWrite = QFileInfo(info.path()).isWritable(); // a new file takes the place of the old one
    return !isCarried && canWrite ? beside : viewFileInUserData(scenarioPath);
}

namespace {

// The user's own where there is one, else what was delivered with the scenario.
QString viewFileToRead(const QString &scenarioPath)
{
    const QString own = viewFileFor(scenarioPath);
    const QFileInfo info(scenarioPath);
    const QString beside = info.path() + u'/' + stemOf(scenarioPath) + QLatin1String(".view.json");
    return QFile::exists(own) ? own : beside;
}

} // namespace

Outcome<Places> readView(const QString &viewPath)
{
    QFile file(viewPath);
    if (!file.open(QIODevice::ReadOnly)) {
        Outcome<Places> failed;
        failed.problems.add(
            problem(Cause::File, "unreadable-view", viewPath,
                    QStringLiteral("The view file can't be read: %1.").arg(file.errorString()), {}));
        return failed;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(maxViewBytes), &error);
    const QJsonObject object = document.object();
    if (object.value(QLatin1String("format")).toString() != formatName ||
        object.value(QLatin1String("version")).toInt() != formatVersion) {
        const QString reason = error.error == QJsonParseError::NoError
                                   ? QStringLiteral("it is not of format \"entente-view\", version 1")
                                   : error.errorString();
        Outcome<Places> failed;
        failed.problems.add(problem(Cause::Input, "bad-view", viewPath,
                                    QStringLiteral("This is no view file: %1.").arg(reason),
                                    QStringLiteral("Remove it to start from the laid-out picture.")));
        return failed;
    }
    return placesFrom(object, viewPath);
}

ProblemList writeView(const QString &scenarioPath, const Places &places)
{
    ProblemList problems;
    const QString path = viewFileFor(scenarioPath);
    if (places.isEmpty() && (!QFile::exists(path) || QFile::remove(path)))
        return problems;
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray bytes = toJson(places);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        problems.add(problem(Cause::File, "unwritable-view", path,
                             QStringLiteral("The places can't be saved: %1.").arg(file.errorString()),
                             QStringLiteral("They are kept until the window closes.")));
    }
    return problems;
}

Outcome<Places> readViewsOf(const QStringList &scenarioPaths)
{
    Outcome<Places> all;
    all.value.emplace();
    for (const QString &scenario : scenarioPaths) {
        const QString path = viewFileToRead(scenario);
        if (!QFile::exists(path))
            continue;
        const Outcome<Places> one = readView(path);
        all.problems.append(one.problems);
        if (one)
            all.value->insert(*one.value);
    }
    return all;
}

} // namespace entente::session
