#include "app/session/sessionfixture.h"
#include "resources/resources.h"
#include "support/registration.h"

namespace tst_alternates {

using namespace entente;
using session::Alternate;
using test::ScenarioFolder;

namespace {

QStringList titlesOf(const QList<Alternate> &alternates, Alternate::Origin origin)
{
    QStringList titles;
    for (const Alternate &alternate : alternates) {
        if (alternate.origin == origin)
            titles.append(alternate.title);
    }
    return titles;
}

} // namespace

class TestAlternates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadResources(); }

    void listsTheBaseAndItsOverlaysWhicheverIsOpen_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::newRow("base") << QByteArray("base.entente.json");
        QTest::newRow("overlay") << QByteArray("more.entente.json");
    }

    void listsTheBaseAndItsOverlaysWhicheverIsOpen()
    {
        QFETCH(QByteArray, open);
        ScenarioFolder folder;
        folder.write("stranger.entente.json",
                     R"({"format": "entente-scenario", "version": "1.0", "id": "s", "title": "S"})");
        folder.write("notes.json", "{}");
        const QList<Alternate> found = session::alternatesFor(folder.path(open));
        QCOMPARE(titlesOf(found, Alternate::Origin::Base), QStringList{QStringLiteral("Base")});
        QCOMPARE(titlesOf(found, Alternate::Origin::Beside),
                 (QStringList{QStringLiteral("Less"), QStringLiteral("More")}));
        int openOnes = 0;
        for (const Alternate &alternate : found) {
            openOnes += alternate.open;
            QCOMPARE(alternate.open, alternate.path == folder.path(open));
            if (alternate.origin != Alternate::Origin::Bundled)
                QCOMPARE(alternate.hypothetical, alternate.title == QLatin1String("More"));
        }
        QCOMPARE(openOnes, 1);
    }

    void listsAnOverlayOfAnOverlay()
    {
        ScenarioFolder folder;
        folder.write("deep.entente.json",
                     R"({"format": "entente-scenario", "version": "1.0", "id": "deep", "title": "Deep",
            "extends": {"file": "more.entente.json", "id": "more"}})");
        const QList<Alternate> found = session::alternatesFor(folder.path("deep.entente.json"));
        QCOMPARE(titlesOf(found, Alternate::Origin::Base), QStringList{QStringLiteral("Base")});
        QCOMPARE(titlesOf(found, Alternate::Origin::Beside).size(), 3);
    }

    void listsWhatTheProgramCarriesOnce()
    {
        QVERIFY(QFile::exists(session::bundledScenario()));
        const QList<Alternate> found = session::alternatesFor(session::bundledScenario());
        QCOMPARE(titlesOf(found, Alternate::Origin::Bundled).size(), 5);
        QCOMPARE(found.size(), 5);
        QCOMPARE(found.first().path, session::bundledScenario());
        QVERIFY(found.first().open);
    }

    void aCopyOfABundledScenarioIsListedOnce()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("cloud-dispute.entente.json"));
        QVERIFY(QFile::copy(session::bundledScenario(), copy));
        const QList<Alternate> found = session::alternatesFor(copy);
        QCOMPARE(titlesOf(found, Alternate::Origin::Base).size(), 1);
        QCOMPARE(titlesOf(found, Alternate::Origin::Bundled).size(), 4);
    }
};

ENTENTE_TEST(TestAlternates, QCoreApplication)

} // namespace tst_alternates

#include "tst_alternates.moc"
