#include "session/recovery.h"

#include "document/filewriter.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "session/readoptions.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace entente::session {

using document::Value;

namespace {

constexpr qint64 mostBytes = qint64(2) << 30; // what is kept is written wider than it was read

// Unsaved work lies one level deeper in its file than in a scenario's own.
document::JsonLimits limits()
{
    document::JsonLimits limits;
    limits.bytes = mostBytes;
    limits.values = readOptions().limits.values;
    ++limits.depth;
    return limits;
}

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1String("/recovery");
}

QString lockOf(const QString &file)
{
    return file + QLatin1String(".lock");
}

QByteArray toBytes(const Unsaved &unsaved)
{
    Value bases = Value::array();
    for (const QString &base : unsaved.bases)
        bases.append(Value::string(base));
    Value kept = Value::object();
    kept.set(QStringLiteral("format"), Value::string(QStringLiteral("entente-recovery")));
    kept.set(QStringLiteral("path"), Value::string(unsaved.path));
    kept.set(QStringLiteral("bases"), std::move(bases));
    kept.set(QStringLiteral("at"), Value::string(unsaved.at.toString(Qt::ISODate)));
    kept.set(QStringLiteral("document"), unsaved.root);
    return document::toJson(kept);
}

Problem problem(const QString &code, const QString &file, const QString &message)
{
    return {Severity::Error, Cause::File, code, {file, 0, 0}, {}, message, {}};
}

QString textAt(const Value &value, QStringView key)
{
    const Value *found = value.find(key);
    return found ? found->text() : QString();
}

} // namespace

QString Unsaved::title() const
{
    return textAt(root, u"title");
}

QStringList recoveryFiles()
{
    QStringList files;
    const QFileInfoList found =
        QDir(folder()).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : found) {
        QLockFile lock(lockOf(info.filePath()));
        lock.setStaleLockTime(0); // it is stale when its process is gone, however old it is
        if (lock.tryLock(0))
            files.append(info.filePath());
    }
    return files;
}

Outcome<Unsaved> readRecovery(const QString &file)
{
    const Outcome<QByteArray> bytes = document::readFile(file, mostBytes);
    if (!bytes)
        return {std::nullopt, bytes.problems};
    const Outcome<Value> read = document::readJson(*bytes.value, file, 0, limits());
    const Value *root = read ? read.value->find(u"document") : nullptr;
    if (!root || textAt(*read.value, u"format") != QLatin1String("entente-recovery")) {
        ProblemList problems = read.problems;
        problems.add(problem(QStringLiteral("bad-recovery"), file,
                             QStringLiteral("this file holds no unsaved scenario")));
        return {std::nullopt, problems};
    }
    Unsaved unsaved{textAt(*read.value, u"path"),
                    {},
                    QDateTime::fromString(textAt(*read.value, u"at"), Qt::ISODate),
                    *root};
    if (const Value *bases = read.value->find(u"bases")) {
        for (const document::Member &base : bases->items())
            unsaved.bases.append(base.value.text());
    }
    return {unsaved, {}};
}

void discardRecovery(const QString &file)
{
    QFile::remove(file);
    QFile::remove(lockOf(file));
}

RecoveryStore::RecoveryStore(int delayMilliseconds, QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &RecoveryStore::write);
}

RecoveryStore::~RecoveryStore()
{
    clear();
}

void RecoveryStore::keep(const Unsaved &unsaved)
{
    m_unsaved = unsaved;
    if (!m_delay.isActive())
        m_delay.start();
}

void RecoveryStore::takeOver(const QString &file)
{
    clear();
    auto lock = std::make_unique<QLockFile>(lockOf(file));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return;
    m_lock = std::move(lock);
    m_file = file;
}

void RecoveryStore::clear()
{
    m_delay.stop();
    if (m_file.isEmpty())
        return;
    QFile::remove(m_file);
    m_lock.reset(); // removes its file
    m_file.clear();
}

// Held before it is written, so that no other window takes it for what a crash has left.
bool RecoveryStore::hold()
{
    if (!m_file.isEmpty())
        return true;
    QDir().mkpath(folder());
    const QString file =
        folder() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".json");
    m_lock = std::make_unique<QLockFile>(lockOf(file));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return false;
    m_file = file;
    return true;
}

void RecoveryStore::write()
{
    if (!hold()) {
        tellUnkept(QStringLiteral("nothing can be written to %1").arg(folder()));
        return;
    }
    const ProblemList problems = document::writeFile(m_file, toBytes(m_unsaved));
    if (problems.hasErrors())
        tellUnkept(problems.all().first().message);
    else
        Q_EMIT written();
}

void RecoveryStore::tellUnkept(const QString &why)
{
    ProblemList problems;
    problems.add(problem(QStringLiteral("unwritable-recovery"), folder(),
                         QStringLiteral("unsaved changes can't be kept aside: %1").arg(why)));
    Q_EMIT failed(problems);
}

} // namespace entente::session
