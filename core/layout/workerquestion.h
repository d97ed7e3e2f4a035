#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace entente::layout {

// One question to a worker of its own, for whoever may wait for the answer, in any thread.
struct Question
{
    QByteArray job;
    QString program;                       // see workerProgram()
    qint64 addressSpace = qint64(2) << 30; // bytes
    int mostMilliseconds = 60'000;
    std::function<bool()> isCancelled = {}; // asked often; empty where nobody can cancel
};

struct Reply
{
    enum class Kind { Answered, Cancelled, OutOfTime, TooLarge, NotStarted, Died };
    Kind kind = Kind::Died;
    QByteArray answer;
    QString sentence; // why there is no answer
};
Reply ask(const Question &question);

} // namespace entente::layout
