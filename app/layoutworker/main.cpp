// The layout worker: reads jobs on standard input, answers on standard output: layouts, and DOT files to be
// parsed. Every job runs in a process of its own, forked from this warm one, since `dot` with clusters lays
// out differently the second time in a process, and cgraph can't parse any more after an error. Two run at
// once.

#include "layout/wireformat.h"
#include "layoutworker/dotlayout.h"
#include "layoutworker/dotparse.h"
#include "layoutworker/processlimits.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace entente::layoutworker {

namespace {

namespace wire = layout::wire;

bool writeAll(int file, const QByteArray &bytes)
{
    const char *at = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = write(file, at, size_t(left));
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            at += written;
            left -= written;
        }
    }
    return true;
}

// Reads what is there; false at the end or on an error.
bool readSome(int file, QByteArray &into)
{
    char chunk[1 << 16];
    const ssize_t got = read(file, chunk, sizeof chunk);
    if (got > 0)
        into.append(chunk, got);
    return got > 0 || (got < 0 && errno == EINTR);
}

[[noreturn]] void answerAndExit(const QByteArray &answer, int to)
{
    _exit(writeAll(to, answer) ? EXIT_SUCCESS : EXIT_FAILURE);
}

QByteArray encodedRefusal(const QString &sentence)
{
    wire::Answer answer;
    answer.error = sentence;
    return wire::encode(answer);
}

[[noreturn]] void answerJob(const wire::Frame &job, int answerTo)
{
    if (const auto text = dot::decodeJob(job.payload)) {
        parseDot(*text, [answerTo](const dot::Parsed &parsed) {
            const QByteArray answer = dot::encode(parsed);
            answerAndExit(answer.size() <= wire::longestFrame
                              ? answer
                              : encodedRefusal(QStringLiteral("the graph is too large to be handed over")),
                          answerTo);
        });
    }
    if (const auto layout = wire::decodeJob(job.payload))
        answerAndExit(wire::encode(layOutWithDot(*layout)), answerTo);
    answerAndExit(encodedRefusal(QStringLiteral("the layout worker was sent something that is no job")),
                  answerTo);
}

[[noreturn]] void doAndExit(const wire::Frame &job, int answerTo)
{
    dieWithParent();
    runOnFreshHeap([&] { answerJob(job, answerTo); });
    answerAndExit(encodedRefusal(QStringLiteral("the system has no room for another thread")), answerTo);
}

struct Running
{
    quint64 number;
    pid_t process;
    int pipe;
    QByteArray answer;
};

QByteArray endedBadly(int status)
{
    return encodedRefusal(WIFSIGNALED(status)
                              ? QStringLiteral("Graphviz crashed (signal %1)").arg(WTERMSIG(status))
                              : QStringLiteral("Graphviz ended with code %1").arg(WEXITSTATUS(status)));
}

class Server
{
public:
    int serve()
    {
        while (m_reading || !m_waiting.empty() || !m_running.empty()) {
            startWaiting();
            if (!pollOnce())
                return EXIT_FAILURE;
        }
        return EXIT_SUCCESS;
    }

private:
    static constexpr size_t mostAtOnce = 2;

    void startWaiting()
    {
        while (!m_waiting.empty() && m_running.size() < mostAtOnce) {
            start(m_waiting.front());
            m_waiting.pop_front();
        }
    }

    void start(const wire::Frame &job)
    {
        int ends[2];
        if (pipe(ends) != 0) {
            refuse(job.number);
            return;
        }
        const pid_t process = fork();
        if (process == 0) {
            close(ends[0]);
            doAndExit(job, ends[1]);
        }
        close(ends[1]);
        if (process < 0) {
            close(ends[0]);
            refuse(job.number);
            return;
        }
        m_running.push_back({job.number, process, ends[0], {}});
    }

    void refuse(quint64 number)
    {
        writeAll(STDOUT_FILENO,
                 wire::frame(number,
                             encodedRefusal(QStringLiteral("the system has no room for another process"))));
    }

    bool pollOnce()
    {
        std::vector<pollfd> files;
        if (m_reading)
            files.push_back({STDIN_FILENO, POLLIN, 0});
        for (const Running &running : m_running)
            files.push_back({running.pipe, POLLIN, 0});
        if (poll(files.data(), files.size(), -1) < 0)
            return errno == EINTR;
        size_t at = 0;
        if (m_reading && files[at++].revents && !readJobs())
            return false;
        for (size_t i = files.size() - at; i-- > 0;) { // backwards, since one that ended is taken out
            if (files[at + i].revents && !readSome(m_running[i].pipe, m_running[i].answer) && !finish(i))
                return false;
        }
        return true;
    }

    bool readJobs()
    {
        if (!readSome(STDIN_FILENO, m_input)) {
            m_reading = false;
            for (const Running &running : m_running)
                kill(running.process, SIGKILL); // nobody waits for the answer
            m_waiting.clear();
            return true;
        }
        wire::Frame job;
        wire::Framing framing;
        while ((framing = wire::takeFrame(m_input, job)) == wire::Framing::Complete)
            m_waiting.push_back(job);
        return framing != wire::Framing::Broken;
    }

    bool finish(size_t i)
    {
        Running done = m_running[i];
        m_running.erase(m_running.begin() + ptrdiff_t(i));
        close(done.pipe);
        int status = 0;
        while (waitpid(done.process, &status, 0) < 0 && errno == EINTR) {
        }
        if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS)
            done.answer = endedBadly(status);
        return writeAll(STDOUT_FILENO, wire::frame(done.number, done.answer)) || !m_reading;
    }

    bool m_reading = true;
    QByteArray m_input;
    std::deque<wire::Frame> m_waiting;
    std::vector<Running> m_running;
};

} // namespace

} // namespace entente::layoutworker

int main(int argc, char *argv[])
{
    constexpr qint64 defaultBytes = qint64(1) << 30;
    const qint64 bytes = argc > 1 ? std::atoll(argv[1]) : defaultBytes;
    std::signal(SIGPIPE, SIG_IGN);
    entente::layoutworker::dieWithParent();
    entente::layoutworker::limitThisProcess(bytes > 0 ? bytes : defaultBytes);
    entente::layoutworker::fixMmapThreshold();
    entente::layoutworker::startGraphviz();
    return entente::layoutworker::Server().serve();
}
