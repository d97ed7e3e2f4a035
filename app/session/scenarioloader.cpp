#include "session/scenarioloader.h"

#include "session/composition.h"
#include "session/readoptions.h"

#include <QFile>

namespace entente::session {

namespace {

constexpr qint64 maxTextBytes = qint64(16)
                                << 20; // shown beside a problem; a longer file is shown up to there

QHash<QString, QByteArray> textsNamedIn(const ProblemList &problems)
{
    QHash<QString, QByteArray> texts;
    for (const Problem &problem : problems.all()) {
        const QString &path = problem.place.file;
        if (path.isEmpty() || texts.contains(path))
            continue;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            texts.insert(path, file.read(maxTextBytes));
    }
    return texts;
}

constexpr int tellEvery = 100; // milliseconds

std::shared_ptr<Reading> readAll(const QString &path, const QString &mapping,
                                 document::ReadProgress &progress)
{
    auto reading = std::make_shared<Reading>();
    reading->path = path;
    formats::ReadOptions options = readOptionsFor(mapping);
    options.progress = &progress;
    reading->stamps = stampsOf({path});
    Outcome<formats::ScenarioFile> file = formats::readScenario(path, options);
    if (progress.isCancelled)
        return reading;
    reading->problems = file.problems;
    if (file) {
        reading->stamps.insert(stampsOf(file.value->bases));
        Outcome<QList<formats::ScenarioFile>> chain = chainOf(std::move(*file.value));
        reading->problems.append(chain.problems);
        if (chain)
            reading->chain = std::move(*chain.value);
    }
    reading->texts = textsNamedIn(reading->problems);
    reading->alternates = alternatesFor(path);
    return reading;
}

} // namespace

formats::ReadOptions readOptionsFor(const QString &mapping)
{
    formats::ReadOptions options = readOptions();
    options.mapping = formats::parseMapping(mapping).value.value_or(formats::TableMapping());
    return options;
}

void ScenarioLoader::setMapping(const QString &path, const QString &mapping)
{
    m_mappings.insert(path, mapping);
}

ScenarioLoader::ScenarioLoader(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(2); // a reading that was overtaken ends beside the one that counts
    m_clock.setInterval(tellEvery);
    connect(&m_clock, &QTimer::timeout, this,
            [this] { Q_EMIT progressed(m_progress->done, document::ReadProgress::whole); });
}

ScenarioLoader::~ScenarioLoader()
{
    cancel();
    m_pool.waitForDone();
}

void ScenarioLoader::load(const QString &path)
{
    cancel();
    const quint64 number = m_number;
    m_busy = true;
    m_progress = std::make_shared<document::ReadProgress>();
    m_clock.start();
    m_pool.start([this, path, number, mapping = m_mappings.value(path), progress = m_progress] {
        const std::shared_ptr<Reading> reading = readAll(path, mapping, *progress);
        QMetaObject::invokeMethod(
            this,
            [this, reading, number] {
                if (number != m_number)
                    return;
                m_busy = false;
                m_clock.stop();
                Q_EMIT loaded(reading);
            },
            Qt::QueuedConnection);
    });
}

void ScenarioLoader::findAlternates(const QString &path)
{
    m_pool.start([this, path] {
        const QList<Alternate> alternates = alternatesFor(path);
        QMetaObject::invokeMethod(
            this, [this, path, alternates] { Q_EMIT alternatesFound(path, alternates); },
            Qt::QueuedConnection);
    });
}

void ScenarioLoader::cancel()
{
    ++m_number;
    m_busy = false;
    m_clock.stop();
    if (m_progress)
        m_progress->isCancelled = true;
}

} // namespace entente::session
