#pragma once

#include "formats/scenarioreader.h"
#include "session/alternates.h"
#include "session/filewatch.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace entente::session {

// What came of reading one scenario with all its bases.
struct Reading
{
    QString path;
    QList<formats::ScenarioFile> chain; // farthest base first; empty when it could not be read
    ProblemList problems;
    QHash<QString, QByteArray> texts; // of the files that problems name
    QList<Alternate> alternates;
    FileStamps stamps; // of the chain's files, from before they were read
};

// How a file is read whose columns mean that; text as in `--map`.
formats::ReadOptions readOptionsFor(const QString &mapping);

// Reads in the background. A newer request overtakes the older, whose result is dropped.
class ScenarioLoader : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioLoader(QObject *parent = nullptr);
    ~ScenarioLoader() override;

    void load(const QString &path);
    // How tables are read from now on, by the path they are at; text as in `--map`.
    void setMapping(const QString &path, const QString &mapping);
    void findAlternates(const QString &path); // when the folder has changed
    void cancel();                            // the reading ends soon and is never told
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void loaded(const std::shared_ptr<entente::session::Reading> &reading);
    void progressed(int done, int total);
    void alternatesFound(const QString &path, const QList<entente::session::Alternate> &alternates);

private:
    QHash<QString, QString> m_mappings;
    QThreadPool m_pool; // of its own, so that closing waits for its reading and nothing else
    std::shared_ptr<document::ReadProgress> m_progress; // of the reading that was asked for last
    QTimer m_clock;                                     // tells how far it is
    quint64 m_number = 0;
    bool m_busy = false;
};

} // namespace entente::session
