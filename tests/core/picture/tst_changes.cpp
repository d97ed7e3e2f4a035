#include "core/picture/drawnscenario.h"
#include "support/registration.h"

namespace tst_changes {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

// What a comparison draws into a picture.
class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ghostsKeepTheirLinesWhileTheyKeepTheirPlace_data();
    void ghostsKeepTheirLinesWhileTheyKeepTheirPlace();
};

void TestChanges::ghostsKeepTheirLinesWhileTheyKeepTheirPlace_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("its place is free") << false;
    QTest::newRow("something stands there now") << true;
}

void TestChanges::ghostsKeepTheirLinesWhileTheyKeepTheirPlace()
{
    QFETCH(bool, isTaken);
    PictureOptions options;
    options.crop = false; // the same coordinates before and after
    ChangesSince since;
    since.before = purchase().build(options);
    for (const Item &item : since.before.items) {
        if (item.of.value(0) == QLatin1String("deal"))
            since.removed.insert(item.id);
    }
    DrawnScenario now = purchase();
    now.scenario.agreements.first().id = domain::AgreementId(QStringLiteral("next"));
    now.place(); // where the other stood
    if (!isTaken) {
        now.placement.centres.last() += QPointF(0, 500);
        now.placement = layout::route(now.request, now.placement.centres);
    }
    options.since = &since;
    const Picture picture = now.build(options);
    const auto ghost = picture.item(QStringLiteral("removed-agreement-deal"));
    QVERIFY(ghost && ghost->ghost);
    const QRectF before = since.before.item(QStringLiteral("agreement-deal"))->box;
    QCOMPARE(ghost->box != before, isTaken);
    const auto lines = std::count_if(picture.items.begin(), picture.items.end(),
                                     [](const Item &item) { return item.ghost && item.role == Role::Line; });
    QCOMPARE(lines, isTaken ? 0 : 2);
}

ENTENTE_TEST(TestChanges, QCoreApplication)

} // namespace tst_changes

#include "tst_changes.moc"
