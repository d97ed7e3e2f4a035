#include "layout/workerquestion.h"

#include "layout/wireformat.h"

#include <QElapsedTimer>
#include <QProcess>

namespace entente::layout {

namespace {

constexpr int pause = 20; // milliseconds between two looks at whether it was cancelled

Reply without(Reply::Kind kind, const QString &sentence)
{
    return {kind, {}, sentence};
}

Reply causeOfEnd(const QProcess &process)
{
    if (process.exitStatus() == QProcess::CrashExit)
        return without(Reply::Kind::Died, QStringLiteral("the layout program crashed"));
    return without(Reply::Kind::Died,
                   QStringLiteral("the layout program ended with code %1").arg(process.exitCode()));
}

// The reply as far as it is known; nothing while it is being waited for.
std::optional<Reply> replyIn(QByteArray &buffer)
{
    wire::Frame frame;
    switch (wire::takeFrame(buffer, frame)) {
    case wire::Framing::Incomplete:
        return std::nullopt;
    case wire::Framing::Broken:
        return without(Reply::Kind::Died, QStringLiteral("the layout program answered in no known form"));
    case wire::Framing::Complete:
        break;
    }
    if (const auto refused = wire::decodeAnswer(frame.payload); refused && !refused->error.isEmpty())
        return without(Reply::Kind::Died, refused->error);
    return Reply{Reply::Kind::Answered, frame.payload, {}};
}

Reply waitFor(QProcess &process, const Question &question)
{
    QElapsedTimer clock;
    clock.start();
    QByteArray buffer;
    while (true) {
        process.waitForReadyRead(pause); // which also writes the job
        buffer += process.readAllStandardOutput();
        if (const auto reply = replyIn(buffer))
            return *reply;
        if (process.state() == QProcess::NotRunning)
            return causeOfEnd(process);
        if (question.isCancelled && question.isCancelled())
            return without(Reply::Kind::Cancelled, QStringLiteral("it was cancelled"));
        if (clock.hasExpired(question.mostMilliseconds))
            return without(Reply::Kind::OutOfTime,
                           QStringLiteral("it took longer than the limit of %1 seconds")
                               .arg(question.mostMilliseconds / 1000.0));
    }
}

} // namespace

Reply ask(const Question &question)
{
    if (question.job.size() > wire::longestFrame)
        return without(Reply::Kind::TooLarge,
                       QStringLiteral("it is larger than the limit of %1 MiB").arg(wire::longestFrame >> 20));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(question.program, {QString::number(question.addressSpace)});
    if (!process.waitForStarted())
        return without(Reply::Kind::NotStarted,
                       QStringLiteral("the layout program \"%1\" can't be started: %2")
                           .arg(question.program, process.errorString()));
    process.write(wire::frame(1, question.job));
    const Reply reply = waitFor(process, question);
    process.kill(); // its fork ends with it
    process.waitForFinished(1000);
    return reply;
}

} // namespace entente::layout
