#include "app/session/sessionfixture.h"
#include "support/registration.h"

namespace tst_highlight {

using namespace entente;
using namespace entente::test;
using domain::AgreementId;
using domain::FirmId;
using domain::ThingRef;

// Several firms and agreements that stand out together.
class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lightsOnlyWhatIsNamed();
    void leavesOutWhatIsNotThere();
    void endsWhenSomethingIsSelected();
    void endsWhenAnotherScenarioIsOpened();
    void tellsEachChangeOnce();
};

namespace {

ThingRef firm(const char *id)
{
    return ThingRef::of(FirmId(QString::fromLatin1(id)));
}

ThingRef agreement(const char *id)
{
    return ThingRef::of(AgreementId(QString::fromLatin1(id)));
}

} // namespace

void TestHighlight::lightsOnlyWhatIsNamed()
{
    OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    open.session.highlight({firm("unit"), agreement("supply"), firm("alpha")});
    const QSet<QString> lit = open.session.itemsHighlighted();
    QStringList kinds;
    for (const picture::Item &item : open.session.picture().items) {
        if (lit.contains(item.id) && !item.of.isEmpty())
            kinds.append(item.of.join(u'+'));
    }
    kinds.sort();
    // Alpha, the area of Beta around its Unit, the supply, and its line to the Unit but not that to Gamma.
    QCOMPARE(kinds, (QStringList{QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("supply"),
                                 QStringLiteral("supply+unit"), QStringLiteral("unit")}));
}

void TestHighlight::leavesOutWhatIsNotThere()
{
    OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    open.session.highlight({firm("nobody"), firm("alpha")});
    QCOMPARE(open.session.highlighted(), QList<ThingRef>{firm("alpha")});
}

void TestHighlight::endsWhenSomethingIsSelected()
{
    OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    open.session.highlight({firm("alpha")});
    open.session.select(firm("gamma"));
    QVERIFY(open.session.highlighted().isEmpty());
    QVERIFY(open.session.itemsHighlighted().isEmpty());
    open.session.clearSelection();
    open.session.highlight({firm("alpha")});
    open.session.clearSelection(); // though there is none to clear
    QVERIFY(open.session.highlighted().isEmpty());
}

void TestHighlight::endsWhenAnotherScenarioIsOpened()
{
    OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    open.session.highlight({firm("alpha")});
    QVERIFY(open.switchTo("more.entente.json"));
    QVERIFY(open.session.highlighted().isEmpty());
}

void TestHighlight::tellsEachChangeOnce()
{
    OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    const QSignalSpy changed(&open.session, &session::Session::highlightChanged);
    open.session.highlight({firm("alpha")});
    open.session.highlight({firm("alpha")});
    QCOMPARE(changed.size(), 1);
    open.session.highlight({});
    open.session.highlight({});
    QCOMPARE(changed.size(), 2);
}

ENTENTE_TEST(TestHighlight, QApplication)

} // namespace tst_highlight

#include "tst_highlight.moc"
