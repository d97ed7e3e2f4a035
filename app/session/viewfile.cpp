#include "session/viewfile.h"

#include "document/filewriter.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <cmath>

namespace entente::session {

using document::Value;

namespace {

const QLatin1String formatName("entente-view");
const QLatin1String formatVersion("1");
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

std::optional<QPointF> pointFrom(const Value &pair)
{
    if (!pair.isArray() || pair.items().size() != 2 || !pair.items()[0].value.isNumber() ||
        !pair.items()[1].value.isNumber())
        return std::nullopt;
    const QPointF point(pair.items()[0].value.text().toDouble(), pair.items()[1].value.text().toDouble());
    if (std::abs(point.x()) > maxCoordinate || std::abs(point.y()) > maxCoordinate)
        return std::nullopt;
    return point;
}

Outcome<Places> placesFrom(const document::Document &document)
{
    Outcome<Places> outcome;
    outcome.value.emplace();
    const Value *written = document.root.find(u"places");
    if (!written)
        return outcome;
    for (const document::Member &entry : written->members()) {
        if (const std::optional<QPointF> point = pointFrom(entry.value)) {
            outcome.value->insert(entry.key, *point);
            continue;
        }
        Problem bad = problem(Cause::Input, "bad-place", {},
                              QStringLiteral("The place of \"%1\" is no pair of numbers.").arg(entry.key),
                              QStringLiteral("Write it as [x, y], both between -10000000 and 10000000."));
        bad.severity = Severity::Warning;
        bad.place = document.placeOf(entry.value.position());
        bad.path = document::childPointer(QStringLiteral("/places"), entry.key);
        outcome.problems.add(bad);
    }
    return outcome;
}

Value numberOf(double value)
{
    return Value::number(QString::number(value, 'g', QLocale::FloatingPointShortest));
}

QByteArray toBytes(const Places &places)
{
    Value written = Value::object();
    for (auto place = places.begin(); place != places.end(); ++place) {
        Value &pair = written.add(place.key(), Value::array());
        pair.append(numberOf(place->x()));
        pair.append(numberOf(place->y()));
    }
    Value root = Value::object();
    root.add(QStringLiteral("format"), Value::string(formatName));
    root.add(QStringLiteral("version"), Value::number(formatVersion));
    root.add(QStringLiteral("places"), std::move(written));
    return document::toJson(root);
}

// The problems of reading, told of as a view's.
Outcome<Places> noView(const QString &path, const ProblemList &problems)
{
    Outcome<Places> failed;
    for (Problem why : problems.all()) {
        why.code = why.cause == Cause::File ? QStringLiteral("unreadable-view") : QStringLiteral("bad-view");
        why.place.file = path;
        why.message = QStringLiteral("This view file can't be read: %1.").arg(why.message);
        if (why.hint.isEmpty())
            why.hint = QStringLiteral("Remove it to start from the laid-out picture.");
        failed.problems.add(why);
    }
    return failed;
}

bool isView(const Value &root)
{
    const Value *format = root.find(u"format");
    const Value *version = root.find(u"version");
    return format && format->text() == formatName && version && version->isNumber() &&
           version->text() == formatVersion;
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
    const Outcome<QByteArray> bytes = document::readFile(viewPath, maxViewBytes);
    if (!bytes)
        return noView(viewPath, bytes.problems);
    Outcome<Value> root = document::readJson(*bytes.value, viewPath, 0);
    if (!root)
        return noView(viewPath, root.problems);
    if (!isView(*root.value)) {
        ProblemList problems;
        problems.add(problem(Cause::Input, "bad-view", viewPath,
                             QStringLiteral("it is not of format \"entente-view\", version 1"), {}));
        return noView(viewPath, problems);
    }
    return placesFrom({std::move(*root.value), {viewPath}});
}

ProblemList writeView(const QString &scenarioPath, const Places &places)
{
    ProblemList problems;
    const QString path = viewFileFor(scenarioPath);
    if (places.isEmpty() && (!QFile::exists(path) || QFile::remove(path)))
        return problems;
    QDir().mkpath(QFileInfo(path).path());
    const ProblemList unwrittens = document::writeFile(path, toBytes(places));
    for (Problem unwritten : unwrittens.all()) {
        unwritten.message = QStringLiteral("the places can't be saved: %1").arg(unwritten.message);
        unwritten.hint = QStringLiteral("they are kept until the window closes");
        problems.add(unwritten);
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
