#include "document/filewriter.h"
#include "painting/fontmeasure.h"
#include "session/composition.h"
#include "support/bigscenario.h"
#include "support/registration.h"
#include "window/timelinepanel.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <cmath>

namespace tst_timelinepanel {

using namespace entente;
using namespace entente::window;

// The timeline under real keys, clicks and wheels; its scale and lanes as properties.
class TestTimelinePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsEveryEvent();
    void clickOnAnEventGoesThere();
    void dragLooksAtOtherDatesAndMovesNothing();
    void keysStepFromEventToEvent();
    void everyStepCountsWhileItIsDrawn();
    void playStopsAtTheEnd();
    void wheelKeepsTheDayUnderThePointer();
    void buttonsChangeTheRangeAboutTheDate();
    void pointsAsPreciselyAsAHandCan_data();
    void pointsAsPreciselyAsAHandCan();
    void theFirstDateIsTheOneThatIsOverFirst();
    void marksOfALaneNeverOverlap();
    void ticksKeepTheirDistance();

private:
    Timeline &line() const { return *m_panel->timeline(); }
    QString date() const { return m_session->asOf().toText(); }
    QString sentence(qsizetype event) const
    {
        return sentenceOf(line().events().at(event), m_session->scenario());
    }
    qsizetype eventOf(const QString &start) const
    {
        for (qsizetype i = 0; i < line().events().size(); ++i) {
            if (sentence(i).startsWith(start))
                return i;
        }
        return -1;
    }

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelinePanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
}

void TestTimelinePanel::init()
{
    m_session = std::make_unique<session::Session>(*m_measure);
    m_panel = std::make_unique<TimelinePanel>(*m_session);
    m_panel->resize(1000, 90);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
}

void TestTimelinePanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

void TestTimelinePanel::showsEveryEvent()
{
    QCOMPARE(line().events(), analysis::datedEvents(m_session->scenario()));
    for (qsizetype i = 0; i < line().events().size(); ++i)
        QVERIFY2(QRectF(line().rect()).contains(line().rectOf(i)), qPrintable(sentence(i)));
}

void TestTimelinePanel::clickOnAnEventGoesThere()
{
    const qsizetype begins = eventOf(QStringLiteral("Investment: begins 2019"));
    QVERIFY(begins >= 0);
    QTest::mouseClick(&line(), Qt::LeftButton, {}, line().rectOf(begins).center().toPoint());
    QCOMPARE(date(), QStringLiteral("2019"));
    QCOMPARE(m_session->selection(), line().events().at(begins).thing);
}

void TestTimelinePanel::dragLooksAtOtherDatesAndMovesNothing()
{
    const session::Places before = session::placesOf(m_session->composition());
    QSignalSpy dates(m_session.get(), &session::Session::asOfChanged);
    const int y = line().height() - 20;
    QTest::mousePress(&line(), Qt::LeftButton, {}, QPoint(line().width() / 2, y));
    for (int x = line().width() / 2; x > line().width() / 4; x -= 20)
        QTest::mouseMove(&line(), QPoint(x, y));
    QTest::mouseRelease(&line(), Qt::LeftButton, {}, QPoint(line().width() / 4, y));
    QVERIFY(dates.size() > 3);
    QCOMPARE(session::placesOf(m_session->composition()), before);
    QVERIFY(m_session->asOf().day()->year() < 2026);
}

void TestTimelinePanel::keysStepFromEventToEvent()
{
    line().setFocus();
    QTest::keyClick(&line(), Qt::Key_Home);
    QCOMPARE(date(), QStringLiteral("2019"));
    QTest::keyClick(&line(), Qt::Key_Right);
    QCOMPARE(date(), QStringLiteral("2025-10"));
    QTest::keyClick(&line(), Qt::Key_Left);
    QCOMPARE(date(), QStringLiteral("2019"));
    QVERIFY(line().accessibleDescription().contains(QStringLiteral("Investment: begins 2019")));
    QTest::keyClick(&line(), Qt::Key_End);
    QCOMPARE(date(), QStringLiteral("2034-02"));
    QTest::keyClick(&line(), Qt::Key_Right); // nothing comes after it
    QCOMPARE(date(), QStringLiteral("2034-02"));
}

// A large scenario is drawn behind the window; steps go on from the date that was asked for last.
void TestTimelinePanel::everyStepCountsWhileItIsDrawn()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.entente.json"));
    QVERIFY(document::writeFile(path, tests::bigScenario({300, 600, 1})).isEmpty());
    m_session->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->path() == path && !m_session->isBusy(), 30'000);
    QVERIFY(session::isLarge(m_session->scenario()));
    QDate day = *m_session->asOf().day();
    constexpr int steps = 3;
    for (int i = 0; i < steps; ++i) {
        QTest::keyClick(&line(), Qt::Key_Left);
        const auto before = analysis::dateBefore(line().events(), day);
        QVERIFY(before);
        day = *m_session->wantedAsOf().day();
        QCOMPARE(day, before->last());
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), 30'000);
    QCOMPARE(*m_session->asOf().day(), day);
}

void TestTimelinePanel::playStopsAtTheEnd()
{
    auto *play = m_panel->findChild<QToolButton *>(QStringLiteral("timelinePlay"));
    line().setFocus();
    QTest::keyClick(&line(), Qt::Key_End);
    QTest::keyClick(&line(), Qt::Key_Left);
    play->click();
    QVERIFY(play->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(!play->isChecked(), 20'000);
    QCOMPARE(date(), QStringLiteral("2034-02"));
    play->click(); // from the start again
    QCOMPARE(date(), QStringLiteral("2019"));
}

void TestTimelinePanel::wheelKeepsTheDayUnderThePointer()
{
    const QPointF at(300, 40);
    const double day = line().scale().dayAt(at.x());
    const double before = line().scale().pixelsPerDay();
    QWheelEvent turn(at, line().mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier,
                     Qt::NoScrollPhase, false);
    QApplication::sendEvent(&line(), &turn);
    QVERIFY(line().scale().pixelsPerDay() > before);
    QVERIFY(std::abs(line().scale().dayAt(at.x()) - day) < 0.01);
    QTest::keyClick(&line(), Qt::Key_0);
    QVERIFY(std::abs(line().scale().pixelsPerDay() - before) < 1e-6);
}

void TestTimelinePanel::buttonsChangeTheRangeAboutTheDate()
{
    const auto press = [this](const char *name) {
        QTest::mouseClick(m_panel->findChild<QToolButton *>(QLatin1String(name)), Qt::LeftButton);
    };
    const double before = line().scale().pixelsPerDay();
    const auto handle = [this] {
        return line().scale().xAt(double(m_session->asOf().day()->toJulianDay()) + 1);
    };
    const double at = handle();
    press("timelineNarrower");
    QVERIFY(line().scale().pixelsPerDay() > before);
    QVERIFY(std::abs(handle() - at) < 1e-6);
    press("timelineWider");
    press("timelineWider");
    QVERIFY(line().scale().pixelsPerDay() < before);
    press("timelineWhole");
    QVERIFY(std::abs(line().scale().pixelsPerDay() - before) < 1e-6);
}

void TestTimelinePanel::pointsAsPreciselyAsAHandCan_data()
{
    QTest::addColumn<double>("years");
    QTest::addColumn<int>("precision");
    QTest::newRow("decades") << 100.0 << int(domain::EventDate::Precision::Year);
    QTest::newRow("years") << 15.0 << int(domain::EventDate::Precision::Month);
    QTest::newRow("weeks") << 0.2 << int(domain::EventDate::Precision::Day);
}

void TestTimelinePanel::pointsAsPreciselyAsAHandCan()
{
    QFETCH(double, years);
    const double first = double(QDate(2000, 1, 1).toJulianDay());
    const TimelineScale scale(first, first + years * 365.25, 0, 1000);
    for (int x = 0; x < 1000; x += 37) {
        const domain::EventDate date = scale.dateAt(x);
        QTEST(int(date.precision()), "precision");
        const double handle = scale.xAt(double(date.last().toJulianDay()) + 1);
        const double reach = std::max(6.0, scale.pixelsPerDay() / 2) + 0.5; // it stays under the pointer
        QVERIFY2(std::abs(handle - x) <= reach, qPrintable(date.text()));
    }
}

// A date stands for its last day: a year comes after the days in it.
void TestTimelinePanel::theFirstDateIsTheOneThatIsOverFirst()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dates.entente.json"));
    QByteArray agreements;
    for (const char *date : {"2025", "2025-03-10~", "2026", "2026-03"})
        agreements +=
            (agreements.isEmpty() ? "" : ",") + QByteArray("\"d-") + QByteArray(date).replace("~", "x") +
            R"(": {"title": "Deal", "kind": "supply", "parties": [{"firm": "a"}, {"firm": "b"}], "signed": ")" +
            date + "\"}";
    const QByteArray text = R"({"format": "entente-scenario", "version": "1.0", "id": "d", "title": "D",
        "firms": {"a": {"name": "A", "kind": "company"}, "b": {"name": "B", "kind": "company"}}, "agreements": {)" +
                            agreements + "}}";
    QVERIFY(document::writeFile(path, text).isEmpty());
    m_session->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->scenario().id == QLatin1String("d") && !m_session->isBusy(), 30'000);
    QTest::keyClick(&line(), Qt::Key_End);
    QCOMPARE(date(), QStringLiteral("2026"));
    QVERIFY(!line().hasNext());
    QTest::keyClick(&line(), Qt::Key_Home);
    QCOMPARE(date(), QStringLiteral("2025-03-10"));
    QTest::keyClick(&line(), Qt::Key_Right);
    QCOMPARE(date(), QStringLiteral("2025"));
}

void TestTimelinePanel::marksOfALaneNeverOverlap()
{
    QRandomGenerator random(5);
    QList<analysis::DatedEvent> events;
    for (int i = 0; i < 400; ++i) {
        const int precision = random.bounded(3);
        QString text = QStringLiteral("20%1").arg(random.bounded(10, 40));
        if (precision > 0)
            text += QStringLiteral("-%1").arg(random.bounded(1, 13), 2, 10, QLatin1Char('0'));
        if (precision > 1)
            text += QStringLiteral("-%1").arg(random.bounded(1, 28), 2, 10, QLatin1Char('0'));
        if (random.bounded(2))
            text += u'~';
        events.append({analysis::DatedEvent::Kind::Begins, {}, *domain::EventDate::parse(text)});
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const auto &a, const auto &b) { return a.date.first() < b.date.first(); });
    const TimelineScale scale = wholeScale(events, {}, 0, 5000);
    const QList<TimelineMark> marks = marksOf(events, scale, {20, 60});
    int drawn = 0;
    int told = 0;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        QVERIFY(marks[i].possible.contains(marks[i].certain));
        QVERIFY(marks[i].possible.top() >= 20 && marks[i].possible.bottom() <= 60);
        drawn += marks[i].isFirst;
        told += marks[i].isFirst ? marks[i].together : 0;
        for (qsizetype k = 0; k < i; ++k) {
            QVERIFY(!marks[i].isFirst || !marks[k].isFirst ||
                    !marks[i].possible.intersects(marks[k].possible));
        }
    }
    QVERIFY(drawn > 100);
    QCOMPARE(told, int(events.size())); // none lies unseen under another
}

void TestTimelinePanel::ticksKeepTheirDistance()
{
    for (double years : {0.1, 0.7, 3.0, 12.0, 80.0, 400.0}) {
        const double first = double(QDate(1990, 5, 3).toJulianDay());
        const TimelineScale scale(first, first + years * 365.25, 0, 900);
        const QList<Tick> ticks = ticksOf(scale, 54);
        QVERIFY(ticks.size() < 18);
        for (qsizetype i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i].x - ticks[i - 1].x > 48);
    }
}

ENTENTE_TEST(TestTimelinePanel, QApplication)

} // namespace tst_timelinepanel

#include "tst_timelinepanel.moc"
