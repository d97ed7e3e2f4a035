#include "app/session/sessionfixture.h"
#include "resources/resources.h"
#include "support/registration.h"

namespace tst_comparing {

using namespace entente;
using namespace entente::session;
using picture::Item;
using picture::Role;

// What an alternate changes, in the picture: ghosts, words, and everything else where it was.
class TestComparing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadResources(); }
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void movesNothing();
    void followsTheDate();
    void tellsWhatHoldsAtAnotherDate();
    void standsWhileAThingIsDragged();
    void endsAndRefuses();
    void nothingIsComparedWithItself();
    void anEditIsToldAgainstItsFile();
    void aFirmAndAnAgreementOfOneIdAreTold();
};

namespace {

const QString folder = QStringLiteral(":/entente/scenarios/");

struct Compared
{
    test::FixedMeasure measure;
    Session session{measure, test::quickOptions()};

    explicit Compared(const QString &alternate)
    {
        open([this] { session.open(bundledScenario()); });
        open([&] { session.switchTo(folder + alternate); });
    }
    template <typename Intent> void open(Intent intent)
    {
        QSignalSpy opened(&session, &Session::opened);
        intent();
        QVERIFY(opened.wait(20'000));
    }
    QStringList ids(const QString &start) const
    {
        QStringList found;
        for (const Item &item : session.picture().items) {
            if (item.id.startsWith(start) && item.role != Role::Line)
                found.append(item.id.mid(start.size()));
        }
        found.sort();
        return found;
    }
    QString tagOf(const QString &id) const
    {
        const auto tag = session.picture().item(QStringLiteral("tag-") + id);
        return tag ? tag->title.section(QStringLiteral(": "), -1) : QString();
    }
};

} // namespace

void TestComparing::tellsWhatChanged_data()
{
    QTest::addColumn<QString>("alternate");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("changed");
    QTest::newRow("settlement") << QStringLiteral("settlement.entente.json")
                                << QStringList{QStringLiteral("agreement-threatened-lawsuit"),
                                               QStringLiteral("conflict-0")}
                                << QStringList{QStringLiteral("agreement-sre-revenue-share")}
                                << QStringList{QStringLiteral("agreement-api-routing")};
    QTest::newRow("OpenAI's reading")
        << QStringLiteral("openais-reading.entente.json")
        << QStringList{QStringLiteral("agreement-threatened-lawsuit"), QStringLiteral("conflict-0")}
        << QStringList() << QStringList();
}

void TestComparing::tellsWhatChanged()
{
    QFETCH(QString, alternate);
    QFETCH(QStringList, added);
    QFETCH(QStringList, changed);
    Compared compared(alternate);
    QVERIFY(compared.session.compareWith(bundledScenario()).isEmpty());
    QTEST(compared.ids(QStringLiteral("removed-")), "removed");
    for (const QString &id : added)
        QCOMPARE(compared.tagOf(id), QStringLiteral("new"));
    for (const QString &id : changed)
        QCOMPARE(compared.tagOf(id), QStringLiteral("changed"));
    for (const Item &ghost : compared.session.picture().items) {
        if (!ghost.id.startsWith(QLatin1String("removed-agreement")))
            continue;
        QCOMPARE(compared.tagOf(ghost.id), QStringLiteral("removed"));
        for (const Item &item : compared.session.picture().items) {
            const bool isNode = item.role == Role::Firm || item.role == Role::Agreement;
            QVERIFY2(item.id == ghost.id || !isNode || !item.box.intersects(ghost.box), qPrintable(item.id));
        }
    }
}

void TestComparing::movesNothing()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    const Places before = placesOf(compared.session.composition());
    QHash<QString, QRectF> boxes;
    for (const Item &item : compared.session.picture().items)
        boxes.insert(item.id, item.box);
    QVERIFY(compared.session.compareWith(bundledScenario()).isEmpty());
    QCOMPARE(placesOf(compared.session.composition()), before);
    for (const Item &item : compared.session.picture().items)
        QVERIFY2(!boxes.contains(item.id) || item.role == Role::Footer || boxes.value(item.id) == item.box,
                 qPrintable(item.id));
}

void TestComparing::followsTheDate()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    QVERIFY(compared.session.compareWith(bundledScenario()).isEmpty());
    QVERIFY(compared.ids(QStringLiteral("removed-")).contains(QStringLiteral("conflict-0")));
    compared.session.setAsOf({domain::EventDate::parse(u"2024")}); // there was no conflict then
    QVERIFY(!compared.ids(QStringLiteral("removed-")).contains(QStringLiteral("conflict-0")));
}

void TestComparing::tellsWhatHoldsAtAnotherDate()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    compared.session.compareWithDate(analysis::AsOf{domain::EventDate::parse(u"2024")});
    QVERIFY(compared.session.comparedWith().isEmpty());
    QCOMPARE(compared.session.comparedScenario(), &compared.session.composition().file.scenario);
    QVERIFY(compared.ids(QStringLiteral("removed-")).isEmpty());
    QCOMPARE(compared.tagOf(QStringLiteral("agreement-cloud-purchase")), QStringLiteral("now holds"));
    QVERIFY(compared.session.itemsHighlighted().isEmpty());        // words alone light up nothing
    compared.session.setAsOf({domain::EventDate::parse(u"2024")}); // both sides at one date
    QVERIFY(compared.ids(QStringLiteral("tag-")).isEmpty());
    QVERIFY(compared.session.compareWith({}).isEmpty());
    QVERIFY(!compared.session.comparedAsOf());
}

// To compose the other side anew for each step of a drag would make it stutter.
void TestComparing::standsWhileAThingIsDragged()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    Session &session = compared.session;
    session.compareWithDate(analysis::AsOf{domain::EventDate::parse(u"2024")});
    const QString title = session.changes()->drawn.title; // shares its text with what it was taken of
    const auto isSame = [&] { return session.changes()->drawn.title.constData() == title.constData(); };
    QVERIFY(isSame());
    session.previewMove(QStringLiteral("openai"), QPointF(500, 500));
    QVERIFY(isSame());
    session.cancelMove();
    QVERIFY(isSame());
    graph::Filter filter;
    filter.hiddenKinds = {domain::FirmKind::Person};
    session.setFilter(filter);
    QVERIFY(isSame());
    session.moveTo(QStringLiteral("openai"), QPointF(500, 500));
    QVERIFY(!isSame());
}

void TestComparing::endsAndRefuses()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    QSignalSpy changed(&compared.session, &Session::comparisonChanged);
    QVERIFY(compared.session.compareWith(QStringLiteral("/nowhere.json")).hasErrors());
    QCOMPARE(changed.size(), 0);
    QVERIFY(compared.session.compareWith(bundledScenario()).isEmpty());
    QCOMPARE(compared.session.comparedWith(), bundledScenario());
    QVERIFY(compared.session.compareWith({}).isEmpty());
    QVERIFY(compared.ids(QStringLiteral("removed-")).isEmpty());
    QVERIFY(compared.ids(QStringLiteral("tag-")).isEmpty());
    QCOMPARE(changed.size(), 2);
}

void TestComparing::nothingIsComparedWithItself()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    QVERIFY(compared.session.compareWith(bundledScenario()).isEmpty());
    QVERIFY(compared.session.changes());
    compared.open([&] { compared.session.switchTo(bundledScenario()); });
    QVERIFY(!compared.session.changes()); // figures don't say that it is compared
}

void TestComparing::anEditIsToldAgainstItsFile()
{
    Compared compared(QStringLiteral("settlement.entente.json"));
    Session &session = compared.session;
    QVERIFY(session.compareWith(bundledScenario()).isEmpty());
    compared.open([&] { session.switchTo(bundledScenario()); });
    const auto rename = document::Change::set(QStringLiteral("/firms/openai/name"),
                                              document::Value::string(QStringLiteral("Open AI")));
    QVERIFY(session.apply({QStringLiteral("Rename"), {rename}, {}}).isEmpty());
    QVERIFY(session.changes());
    QCOMPARE(compared.tagOf(QStringLiteral("firm-openai")), QStringLiteral("changed"));
    session.undoStack().undo();
    QVERIFY(!session.changes());
    QCOMPARE(compared.tagOf(QStringLiteral("firm-openai")), QString());
}

void TestComparing::aFirmAndAnAgreementOfOneIdAreTold()
{
    const test::ScenarioFolder files;
    const QByteArray text = R"({"format": "entente-scenario", "version": "1.0", "id": "s", "title": "S",
        "firms": {"same": {"name": "Same", "kind": "company"}, "b": {"name": "B", "kind": "company"}},
        "agreements": {%1"other": {"title": "Other", "kind": "supply", "parties": [{"firm": "same"}, {"firm": "b"}]}}})";
    QByteArray before = text;
    before.replace("%1", R"("same": {"title": "Deal", "kind": "supply", "parties": [{"firm": "b"}]}, )");
    files.write("before.entente.json", before);
    QByteArray now = text;
    files.write("now.entente.json", now.replace("%1", ""));
    test::FixedMeasure measure;
    Session session(measure, test::quickOptions());
    QSignalSpy opened(&session, &Session::opened);
    session.open(files.path("now.entente.json"));
    QVERIFY(opened.wait(20'000));
    QVERIFY(session.compareWith(files.path("before.entente.json")).isEmpty());
    QVERIFY(session.changes()->drawn.removed.contains(QStringLiteral("agreement-same")));
    QVERIFY(!session.changes()->drawn.removed.contains(QStringLiteral("firm-same")));
    const auto lines = std::count_if(session.picture().items.begin(), session.picture().items.end(),
                                     [](const Item &item) { return item.role == Role::Line; });
    QCOMPARE(lines, 3); // the ghost's own and the two that stay
}

ENTENTE_TEST(TestComparing, QApplication)

} // namespace tst_comparing

#include "tst_comparing.moc"
