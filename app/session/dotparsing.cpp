#include "session/dotparsing.h"

#include "layout/workerprocess.h"
#include "layout/workerquestion.h"

namespace entente::session {

namespace {

using layout::Reply;

Problem problemOf(const Reply &reply, const QString &path)
{
    Problem problem{
        Severity::Error, Cause::Input, QStringLiteral("graphviz-failed"), {path, 0, 0}, {}, {}, {}};
    problem.message = QStringLiteral("Graphviz, which reads DOT, gave no answer: %1").arg(reply.sentence);
    switch (reply.kind) {
    case Reply::Kind::OutOfTime:
    case Reply::Kind::TooLarge:
        problem.cause = Cause::Limit;
        problem.hint = QStringLiteral("open a part of the file");
        break;
    case Reply::Kind::NotStarted:
        problem.cause = Cause::File;
        problem.hint = QStringLiteral("install Entente anew, or name the program in ENTENTE_LAYOUTWORKER");
        break;
    case Reply::Kind::Cancelled:
        problem.code = QStringLiteral("cancelled");
        problem.message = QStringLiteral("reading was cancelled");
        break;
    case Reply::Kind::Died:
    case Reply::Kind::Answered:
        problem.hint = QStringLiteral("it has a limit of memory; is the graph too large for it, or damaged?");
        break;
    }
    return problem;
}

} // namespace

Outcome<dot::Parsed> parseDotInWorker(const formats::DotText &text)
{
    layout::Question question{dot::encodeJob(text.utf8), layout::workerProgram()};
    if (text.progress)
        question.isCancelled = [progress = text.progress] { return progress->isCancelled.load(); };
    Reply reply = layout::ask(question);
    Outcome<dot::Parsed> outcome;
    if (reply.kind == Reply::Kind::Answered)
        outcome.value = dot::decode(reply.answer);
    if (reply.kind == Reply::Kind::Answered && !outcome)
        reply.sentence = QStringLiteral("its answer is damaged");
    if (!outcome)
        outcome.problems.add(problemOf(reply, text.path));
    return outcome;
}

} // namespace entente::session
