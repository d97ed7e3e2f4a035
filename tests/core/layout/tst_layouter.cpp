#include "layout/layouter.h"
#include "layout/lines.h"
#include "support/graphgenerator.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_layouter {

using namespace entente;
using namespace entente::layout;

class TestLayouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfTheDrawing_data();
    void keepsTheRulesOfTheDrawing();
    void givesTheSamePlacementAgain();
    void leavesFixedNodesWhereTheyAre();
    void placesWhatIsAddedWithoutMovingAnything();
    void answersOnlyTheNewestRequest();
    void cancels();
    void livesOnWhenTheWorkerDies();
    void saysWhenTheWorkerTalksNonsense();
    void endsAtItsTimeLimit();
    void laysOutThousandsWithoutOverlap();
};

namespace {

LayoutRequest smallRequest()
{
    LayoutRequest request;
    for (int i = 0; i < 3; ++i)
        request.nodes.append({NodeKind::Card, QSizeF(130, 49), -1, {}});
    request.nodes.append({NodeKind::Pill, QSizeF(120, 28), -1, {}});
    request.nodes.append({NodeKind::Pill, QSizeF(120, 28), -1, {}});
    request.edges = {{3, 0}, {3, 1}, {4, 1}, {4, 2}};
    request.links = {{3, 4, QSizeF(28, 28)}};
    return request;
}

// A worker that does what the script says instead of laying out.
class FakeWorker
{
public:
    explicit FakeWorker(const QByteArray &script)
    {
        QFile file(m_folder.filePath(QStringLiteral("worker")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        m_real = qgetenv("ENTENTE_LAYOUTWORKER");
        qputenv("ENTENTE_LAYOUTWORKER", file.fileName().toUtf8());
    }
    ~FakeWorker() { qputenv("ENTENTE_LAYOUTWORKER", m_real); }

private:
    QTemporaryDir m_folder;
    QByteArray m_real;
};

} // namespace

void TestLayouter::keepsTheRulesOfTheDrawing_data()
{
    QTest::addColumn<quint32>("seed");
    constexpr quint32 step = 4; // all two hundred are drawn by tests/app/session/tst_drawings
    for (quint32 seed = 0; seed < 200; seed += step * test::everyNth)
        QTest::addRow("graph %u", seed) << seed;
}

void TestLayouter::keepsTheRulesOfTheDrawing()
{
    QFETCH(quint32, seed);
    const LayoutRequest request = tests::generatedRequest(seed);
    static Layouter layouter;
    const auto placement = layouter.layOut(request);
    QVERIFY2(placement,
             placement.problems.isEmpty() ? "" : qPrintable(placement.problems.all().first().message));
    QCOMPARE(placement.value->centres.size(), request.nodes.size());
    const Quality quality = measure(request, *placement.value);
    QCOMPARE(quality.nodeOverlaps, 0);
    QCOMPARE(quality.strangersInGroups, 0);
    QCOMPARE(quality.groupOverlaps, 0);
    QCOMPARE(quality.looseEnds, 0);
}

void TestLayouter::givesTheSamePlacementAgain()
{
    const LayoutRequest request = tests::generatedRequest(17);
    Layouter first;
    Layouter second;
    const auto once = first.layOut(request);
    QVERIFY(once);
    const auto warm = first.layOut(request);
    const auto fresh = second.layOut(request);
    QVERIFY(warm && fresh);
    QVERIFY(*once.value == *warm.value);
    QVERIFY(*once.value == *fresh.value);
}

void TestLayouter::leavesFixedNodesWhereTheyAre()
{
    LayoutRequest request = smallRequest();
    for (int i = 0; i < request.nodes.size(); ++i)
        request.nodes[i].fixed = QPointF(200.0 * i, 100.0 * (i % 2));
    Layouter layouter;
    const auto placement = layouter.layOut(request);
    QVERIFY(placement);
    for (int i = 0; i < request.nodes.size(); ++i)
        QCOMPARE(placement.value->centres[i], *request.nodes[i].fixed);
    QCOMPARE(measure(request, *placement.value).looseEnds, 0);
}

void TestLayouter::placesWhatIsAddedWithoutMovingAnything()
{
    for (quint32 seed = 3; seed < 40; seed += 4 * test::everyNth) {
        LayoutRequest request = tests::generatedRequest(seed);
        Layouter layouter;
        const auto before = layouter.layOut(request);
        QVERIFY(before);
        for (int i = 0; i < request.nodes.size(); ++i)
            request.nodes[i].fixed = before.value->centres[i];
        const int card = int(request.nodes.size());
        request.nodes.append({NodeKind::Card, QSizeF(140, 49), -1, {}});
        request.nodes.append({NodeKind::Pill, QSizeF(150, 28), -1, {}});
        request.edges.append({card + 1, card});
        request.edges.append({card + 1, 0});
        const auto after = layouter.layOut(request);
        QVERIFY(after);
        for (int i = 0; i < card; ++i)
            QCOMPARE(after.value->centres[i], before.value->centres[i]);
        QVERIFY(measure(request, *after.value).isValid());
    }
}

void TestLayouter::answersOnlyTheNewestRequest()
{
    Layouter layouter;
    QSignalSpy finished(&layouter, &Layouter::finished);
    layouter.request(tests::generatedRequest(150));
    const quint64 newest = layouter.request(smallRequest());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(finished.first().first().toULongLong(), newest);
    QVERIFY(!layouter.isBusy());
}

void TestLayouter::cancels()
{
    Layouter layouter;
    QSignalSpy finished(&layouter, &Layouter::finished);
    layouter.request(tests::generatedRequest(150));
    layouter.cancel();
    QVERIFY(!layouter.isBusy());
    QVERIFY(layouter.layOut(smallRequest())); // a fresh worker answers
    QCOMPARE(finished.size(), 1);
}

void TestLayouter::livesOnWhenTheWorkerDies()
{
    Layouter layouter;
    {
        const FakeWorker crashing("kill -SEGV $$");
        Layouter broken;
        const auto placement = broken.layOut(smallRequest());
        QVERIFY(!placement);
        QCOMPARE(placement.problems.all().first().code, QStringLiteral("layout-failed"));
        QVERIFY(placement.problems.all().first().message.contains(QStringLiteral("crashed")));
    }
    QVERIFY(layouter.layOut(smallRequest()));
}

void TestLayouter::saysWhenTheWorkerTalksNonsense()
{
    const FakeWorker babbling("echo 'ENTENTE nonsense and more'; cat >/dev/null");
    Layouter layouter;
    const auto placement = layouter.layOut(smallRequest());
    QVERIFY(!placement);
    QVERIFY(placement.problems.all().first().message.contains(QStringLiteral("no layout")));
}

void TestLayouter::endsAtItsTimeLimit()
{
    const FakeWorker silent("exec cat >/dev/null");
    LayoutLimits limits;
    limits.milliseconds = 50;
    Layouter layouter(limits);
    const auto placement = layouter.layOut(smallRequest());
    QVERIFY(!placement);
    QVERIFY(placement.problems.hasErrors(Cause::Limit));
}

void TestLayouter::laysOutThousandsWithoutOverlap()
{
    LayoutRequest request;
    constexpr int cards = 3000;
    for (int i = 0; i < cards; ++i)
        request.nodes.append({NodeKind::Card, QSizeF(128 + i % 60, 49), -1, {}});
    for (int i = 1; i < cards; ++i) {
        request.nodes.append({NodeKind::Pill, QSizeF(90 + i % 50, 28), -1, {}});
        request.edges.append({cards + i - 1, i});
        request.edges.append({cards + i - 1, i / 3});
    }
    Layouter layouter;
    const auto placement = layouter.layOut(request);
    QVERIFY(placement);
    QList<QRectF> rects;
    for (int i = 0; i < request.nodes.size(); ++i)
        rects.append(centredRect(placement.value->centres[i], request.nodes[i].size));
    std::sort(rects.begin(), rects.end(), [](const QRectF &a, const QRectF &b) { return a.top() < b.top(); });
    for (qsizetype i = 0; i < rects.size(); ++i) {
        for (qsizetype j = i + 1; j < rects.size() && rects[j].top() < rects[i].bottom(); ++j)
            QVERIFY(!rects[i].intersects(rects[j]));
    }
    for (int i = 0; i < request.nodes.size(); ++i)
        request.nodes[i].fixed = placement.value->centres[i];
    const auto kept = layouter.layOut(request); // lines of so many are not routed, so that this ends
    QVERIFY(kept);
    QVERIFY(kept.value->centres == placement.value->centres);
    QCOMPARE(kept.value->edges.size(), request.edges.size());
}

ENTENTE_TEST(TestLayouter, QCoreApplication)

} // namespace tst_layouter

#include "tst_layouter.moc"
