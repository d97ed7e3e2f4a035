#include "layout/wireformat.h"
#include "support/registration.h"

namespace tst_wireformat {

using namespace entente::layout;
using namespace entente::layout::wire;

class TestWireFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesJobs();
    void carriesAnswers();
    void carriesErrors();
    void refusesNonsense_data();
    void refusesNonsense();
    void takesFramesApart();
    void refusesBrokenFrames();
};

void TestWireFormat::carriesJobs()
{
    Job job;
    job.leftToRight = true;
    job.clusters = {{-1, QSizeF(40, 20)}, {0, QSizeF(10, 20)}};
    job.boxes = {{QSizeF(130.5, 49), 1}, {QSizeF(90, 28), -1}};
    job.lines = {{0, 1}};
    const auto read = decodeJob(encode(job));
    QVERIFY(read);
    QVERIFY(read->leftToRight);
    QCOMPARE(read->clusters.size(), 2);
    QCOMPARE(read->clusters[1].parent, 0);
    QCOMPARE(read->boxes[0].size, QSizeF(130.5, 49));
    QCOMPARE(read->boxes[0].cluster, 1);
    QCOMPARE(read->lines[0].head, 1);
}

void TestWireFormat::carriesAnswers()
{
    Answer answer;
    answer.centres = {{1.5, -2}, {3, 4}};
    answer.lines = {straight({0, 0}, {9, 9}), Curve()};
    const auto read = decodeAnswer(encode(answer));
    QVERIFY(read);
    QCOMPARE(read->centres, answer.centres);
    QCOMPARE(read->lines, answer.lines);
}

void TestWireFormat::carriesErrors()
{
    Answer answer;
    answer.error = QStringLiteral("no room");
    QCOMPARE(decodeAnswer(encode(answer))->error, answer.error);
}

void TestWireFormat::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other word") << QByteArray("jab TB 1 2 3 0 0 0 ");
    QTest::newRow("cut off") << QByteArray("job TB 1 2 3 0 2 1 1 ");
    QTest::newRow("cluster that isn't there") << QByteArray("job TB 1 2 3 0 1 10 10 4 0 ");
    QTest::newRow("line to nowhere") << QByteArray("job TB 1 2 3 0 1 10 10 -1 1 0 7 ");
    QTest::newRow("not a number") << QByteArray("job TB x 2 3 0 0 0 ");
    QTest::newRow("infinite") << QByteArray("job TB inf 2 3 0 0 0 ");
    QTest::newRow("lying count") << QByteArray("job TB 1 2 3 0 2000000000 ");
}

void TestWireFormat::refusesNonsense()
{
    QFETCH(QByteArray, text);
    QVERIFY(!decodeJob(text));
    QVERIFY(!decodeAnswer(text));
}

void TestWireFormat::takesFramesApart()
{
    QByteArray buffer = frame(7, "hello") + frame(8, "") + frame(9, "cut off").chopped(2);
    Frame taken;
    QCOMPARE(takeFrame(buffer, taken), Framing::Complete);
    QCOMPARE(taken.number, 7u);
    QCOMPARE(taken.payload, QByteArray("hello"));
    QCOMPARE(takeFrame(buffer, taken), Framing::Complete);
    QCOMPARE(taken.number, 8u);
    QCOMPARE(takeFrame(buffer, taken), Framing::Incomplete);
}

void TestWireFormat::refusesBrokenFrames()
{
    for (QByteArray buffer : {QByteArray("HELLO 1 2\nab"), QByteArray("ENTENTE 1 -5\n"),
                              QByteArray("ENTENTE 1 99999999999\n"), QByteArray(500, 'x')}) {
        Frame taken;
        QCOMPARE(takeFrame(buffer, taken), Framing::Broken);
    }
}

ENTENTE_TEST(TestWireFormat, QCoreApplication)

} // namespace tst_wireformat

#include "tst_wireformat.moc"
