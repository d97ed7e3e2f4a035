#include "layout/wireformat.h"
#include "layout/workerprocess.h"
#include "layout/workerquestion.h"
#include "support/registration.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

namespace tst_workerquestion {

using namespace entente::layout;

// One question to a worker: whatever becomes of the worker is a sentence, and soon.
class TestWorkerQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnswered();
    void isAnsweredInAnyThread();
    void whatBecomesOfTheWorkerIsSaid_data();
    void whatBecomesOfTheWorkerIsSaid();
    void endsWhenCancelled();
    void refusesWhatIsTooLarge();
    void aCrashOfTheForkIsSaid();

private:
    QString script(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QStringLiteral("worker")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + text + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

namespace {

constexpr int soon = 20'000; // milliseconds, on a busy machine

Question questionTo(const QString &program)
{
    return {"dot graph { a -- b }", program};
}

} // namespace

void TestWorkerQuestion::isAnswered()
{
    const Reply reply = ask(questionTo(workerProgram()));
    QCOMPARE(reply.sentence, QString());
    QVERIFY(reply.answer.startsWith("parsed "));
}

void TestWorkerQuestion::isAnsweredInAnyThread()
{
    Reply reply;
    std::thread([&reply] { reply = ask(questionTo(workerProgram())); }).join();
    QVERIFY(reply.kind == Reply::Kind::Answered);
}

void TestWorkerQuestion::whatBecomesOfTheWorkerIsSaid_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *script, Reply::Kind kind, const char *sentence) {
        QTest::newRow(name) << QByteArray(script) << int(kind) << QString::fromLatin1(sentence);
    };
    row("ends", "exit 3", Reply::Kind::Died, "the layout program ended with code 3");
    row("is killed", "kill -9 $$", Reply::Kind::Died, "the layout program crashed");
    row("talks nonsense", "echo hello; exec sleep 100", Reply::Kind::Died,
        "the layout program answered in no known form");
    row("refuses", "printf 'ENTENTE 1 9\\nerror no.'; exec sleep 100", Reply::Kind::Died, "no.");
    row("is silent", "exec sleep 100", Reply::Kind::OutOfTime,
        "it took longer than the limit of 0.5 seconds");
}

void TestWorkerQuestion::whatBecomesOfTheWorkerIsSaid()
{
    QFETCH(QByteArray, script);
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    Question question = questionTo(this->script(script));
    question.mostMilliseconds = kind == int(Reply::Kind::OutOfTime) ? 500 : soon;
    const Reply reply = ask(question);
    QCOMPARE(reply.sentence, sentence);
    QCOMPARE(int(reply.kind), kind);
}

void TestWorkerQuestion::endsWhenCancelled()
{
    Question question = questionTo(script("exec sleep 100"));
    int asked = 0;
    question.isCancelled = [&asked] { return ++asked == 3; };
    QVERIFY(ask(question).kind == Reply::Kind::Cancelled);
    QCOMPARE(asked, 3);
    const Reply missing = ask(questionTo(QStringLiteral("/nowhere/worker")));
    QVERIFY(missing.kind == Reply::Kind::NotStarted);
    QVERIFY(missing.sentence.contains(QLatin1String("/nowhere/worker")));
}

void TestWorkerQuestion::refusesWhatIsTooLarge()
{
    Question question = questionTo(workerProgram());
    question.job.resize(wire::longestFrame + 1);
    const Reply reply = ask(question);
    QVERIFY(reply.kind == Reply::Kind::TooLarge);
    QVERIFY(reply.sentence.contains(QLatin1String("64 MiB")));
}

void TestWorkerQuestion::aCrashOfTheForkIsSaid()
{
#ifdef ENTENTE_SANITIZED
    QSKIP("under sanitizers memory has no limit");
#endif
    Question question = questionTo(workerProgram());
    question.addressSpace = qint64(300) << 20;
    question.job = "dot digraph {";
    for (int i = 0; i < 1'000'000; ++i)
        question.job += 'a' + QByteArray::number(i) + ';';
    question.job += '}';
    const Reply reply = ask(question);
    QVERIFY(reply.kind == Reply::Kind::Died);
    QVERIFY2(reply.sentence.startsWith(QLatin1String("Graphviz ")), qPrintable(reply.sentence));
}

ENTENTE_TEST(TestWorkerQuestion, QCoreApplication)

} // namespace tst_workerquestion

#include "tst_workerquestion.moc"
