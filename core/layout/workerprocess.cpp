#include "layout/workerprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace entente::layout {

WorkerProcess::WorkerProcess(QString program, qint64 addressSpace, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_addressSpace(addressSpace)
{}

WorkerProcess::~WorkerProcess()
{
    kill();
}

void WorkerProcess::start()
{
    if (m_process)
        return;
    m_process = new QProcess(this);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::read);
    connect(m_process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { fail(causeOfDeath(code, status)); });
    // Told later, as every other death: who asks is not ready to hear it while asking.
    connect(
        m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart && m_process)
                fail(QStringLiteral("the layout program \"%1\" can't be started: %2")
                         .arg(m_program, m_process->errorString()));
        },
        Qt::QueuedConnection);
    m_process->start(m_program, {QString::number(m_addressSpace)});
}

void WorkerProcess::send(quint64 number, const wire::Job &job)
{
    start();
    if (m_process)
        m_process->write(wire::frame(number, wire::encode(job)));
}

void WorkerProcess::kill()
{
    m_buffer.clear();
    if (!m_process)
        return;
    QProcess *process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->kill();
    process->waitForFinished(
        1000); // a kill takes milliseconds; QProcess wants its child reaped before it goes
    process->deleteLater();
}

void WorkerProcess::read()
{
    m_buffer += m_process->readAllStandardOutput();
    wire::Frame frame;
    wire::Framing framing = wire::takeFrame(m_buffer, frame);
    for (; framing == wire::Framing::Complete; framing = wire::takeFrame(m_buffer, frame)) {
        const auto answer = wire::decodeAnswer(frame.payload);
        if (!answer) {
            framing = wire::Framing::Broken;
            break;
        }
        Q_EMIT answered(frame.number, *answer);
        if (!m_process)
            return; // killed by who listens
    }
    if (framing == wire::Framing::Broken)
        fail(QStringLiteral("the layout program answered something that is no layout"));
}

void WorkerProcess::fail(const QString &sentence)
{
    kill();
    Q_EMIT died(sentence);
}

QString WorkerProcess::causeOfDeath(int exitCode, QProcess::ExitStatus status) const
{
    if (status == QProcess::CrashExit)
        return QStringLiteral("the layout program crashed");
    return QStringLiteral("the layout program ended with code %1").arg(exitCode);
}

QString workerProgram()
{
    const QString chosen = qEnvironmentVariable("ENTENTE_LAYOUTWORKER");
    if (!chosen.isEmpty())
        return chosen;
    const QDir here(QCoreApplication::applicationDirPath());
    const QString name = QStringLiteral("entente-layoutworker");
    for (const QString &place : {name, QStringLiteral("../libexec/entente/") + name}) {
        if (QFileInfo(here.filePath(place)).isExecutable())
            return here.filePath(place);
    }
    return name; // by PATH
}

} // namespace entente::layout
