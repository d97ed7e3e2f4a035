#pragma once

#include "layout/wireformat.h"

#include <QObject>
#include <QProcess>

namespace entente::layout {

// The warm worker and the way to talk to it. It is started when first needed, killed at will, and replaced
// after any fault.
class WorkerProcess : public QObject
{
    Q_OBJECT

public:
    WorkerProcess(QString program, qint64 addressSpace, QObject *parent = nullptr);
    ~WorkerProcess() override;

    void start();
    void send(quint64 number, const wire::Job &job);
    void kill(); // nothing that was sent is answered any more

Q_SIGNALS:
    void answered(quint64 number, const entente::layout::wire::Answer &answer);
    void died(const QString &sentence);

private:
    void read();
    void fail(const QString &sentence);
    QString causeOfDeath(int exitCode, QProcess::ExitStatus status) const;

    QString m_program;
    qint64 m_addressSpace;
    QProcess *m_process = nullptr;
    QByteArray m_buffer;
};

// The worker's program: ENTENTE_LAYOUTWORKER where set, else beside the application, else in
// ../libexec/entente.
QString workerProgram();

} // namespace entente::layout
