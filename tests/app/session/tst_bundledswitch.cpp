#include "app/session/sessionfixture.h"
#include "resources/resources.h"
#include "support/registration.h"

namespace tst_bundledswitch {

using namespace entente;

namespace {

bool waitForOpened(session::Session &session, const QString &path, bool switches)
{
    QSignalSpy opened(&session, &session::Session::opened);
    switches ? session.switchTo(path) : session.open(path);
    return opened.wait(20'000);
}

} // namespace

// What ships with the program, switched to and fro as a reader would.
class TestBundledSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadResources();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }

    void everyAlternateIsDrawnWell_data()
    {
        QTest::addColumn<QString>("path");
        for (const session::Alternate &alternate : session::alternatesFor(session::bundledScenario()))
            QTest::newRow(qPrintable(QFileInfo(alternate.path).baseName())) << alternate.path;
    }

    void everyAlternateIsDrawnWell()
    {
        QFETCH(QString, path);
        test::FixedMeasure measure;
        session::Session session(measure, test::quickOptions());
        QVERIFY(waitForOpened(session, session::bundledScenario(), false));
        const session::Places before = session::placesOf(session.composition());
        QVERIFY(waitForOpened(session, path, true));
        const session::Composition &shown = session.composition();
        const layout::Quality quality = layout::measure(shown.request, shown.placement);
        QVERIFY(quality.isValid());
        QCOMPARE(quality.linesOverCards, 0);
        const session::Places after = session::placesOf(shown);
        for (const graph::FirmNode &firm : shown.graph.firms) {
            if (before.contains(firm.id.text()))
                QCOMPARE(after.value(firm.id.text()), before.value(firm.id.text()));
        }
    }

    // The placement that comes back was asked for with the conflicts of another date.
    void anotherDateIsTakenWhileItIsArranged()
    {
        test::FixedMeasure measure;
        session::Session session(measure, test::quickOptions());
        QVERIFY(waitForOpened(session, session::bundledScenario(), false));
        const session::Composition &shown = session.composition();
        QCOMPARE(shown.conflicts.size(), 1);
        QSignalSpy arranged(&session, &session::Session::arranged);
        session.arrange();
        session.setAsOf({domain::EventDate::parse(u"2024")});
        QVERIFY(arranged.wait(20'000));
        QVERIFY(shown.conflicts.isEmpty() && shown.placement.links.isEmpty());
        session.arrange();
        session.resetAsOf();
        QVERIFY(arranged.wait(20'000));
        QCOMPARE(shown.conflicts.size(), 1);
        QCOMPARE(shown.placement.links.size(), 1);
        QVERIFY(!shown.placement.links.first().isEmpty());
    }

    void comingBackFindsThePictureThatWasLeft()
    {
        test::FixedMeasure measure;
        session::Session session(measure, test::quickOptions());
        QVERIFY(waitForOpened(session, session::bundledScenario(), false));
        const picture::Picture before = session.picture();
        for (const session::Alternate &alternate : session.alternates())
            QVERIFY(waitForOpened(session, alternate.path, true));
        QVERIFY(waitForOpened(session, session::bundledScenario(), true));
        QVERIFY(session.picture() == before);
    }

    void everyThingIsFoundInThePictureAndBack()
    {
        test::FixedMeasure measure;
        session::Session session(measure, test::quickOptions());
        QVERIFY(waitForOpened(session, session::bundledScenario(), false));
        QVERIFY(!session.composition().conflicts.isEmpty());
        QList<domain::ThingRef> things{session.composition().conflicts.first().ref()};
        for (const domain::Firm &firm : session.scenario().firms)
            things.append(domain::ThingRef::of(firm.id));
        for (const domain::Agreement &agreement : session.scenario().agreements)
            things.append(domain::ThingRef::of(agreement.id));
        for (const domain::ThingRef &thing : things) {
            const QStringList items = session.itemsOf(thing);
            QVERIFY2(!items.isEmpty(), qPrintable(thing.toString()));
            for (const QString &id : items)
                QCOMPARE(session.thingAt(*session.picture().item(id)), thing);
            QVERIFY(session.itemsLitWith(thing).contains(QSet<QString>(items.begin(), items.end())));
        }
    }
};

ENTENTE_TEST(TestBundledSwitch, QCoreApplication)

} // namespace tst_bundledswitch

#include "tst_bundledswitch.moc"
