#include "document/filewriter.h"
#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "support/bigscenario.h"
#include "support/registration.h"
#include "window/outlinemodel.h"
#include "window/outlinepanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QColor>
#include <QHeaderView>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTreeView>

namespace tst_outline {

using namespace entente;
using domain::ThingRef;
using window::OutlineModel;

// The outline says in words all that the picture shows, since a screen reader knows the graph by it.
class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void isASoundModel();
    void holdsWhatIsAskedFor();
    void holdsEveryThingOnce();
    void partsLieBelowTheirWholes();
    void saysMoreThanItShows_data();
    void saysMoreThanItShows();
    void marksWhatIsInConflict();
    void fadesWhatDoesNotHold();
    void detailsGetRoomWhereTheyAreSeen();

private:
    QString words(const char *thing) const;
    QVariant at(const char *thing, int column, int role) const;

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<OutlineModel> m_model;
};

QVariant TestOutline::at(const char *thing, int column, int role) const
{
    const QModelIndex index = m_model->indexOf(ThingRef::fromString(QString::fromLatin1(thing)));
    return index.siblingAtColumn(column).data(role);
}

QString TestOutline::words(const char *thing) const
{
    return at(thing, OutlineModel::Name, Qt::AccessibleTextRole).toString();
}

void TestOutline::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("tst_outline"));
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    m_session = std::make_unique<session::Session>(*m_measure);
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
    m_model = std::make_unique<OutlineModel>(*m_session);
}

void TestOutline::cleanup()
{
    m_session->resetAsOf();
    QTRY_VERIFY(!m_session->isBusy());
}

void TestOutline::isASoundModel()
{
    OutlineModel model(*m_session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    model.rebuild();
    model.rebuild(QSet{ThingRef::fromString(QStringLiteral("firm:aws"))});
}

void TestOutline::holdsWhatIsAskedFor()
{
    OutlineModel model(*m_session);
    const auto thing = [](const char *text) { return ThingRef::fromString(QString::fromLatin1(text)); };
    model.rebuild(QSet{thing("firm:aws"), thing("agreement:cloud-purchase")});
    QVERIFY(model.indexOf(thing("firm:aws")).isValid());
    QCOMPARE(model.thingAt(model.indexOf(thing("firm:aws")).parent()), thing("firm:amazon"));
    QVERIFY(model.indexOf(thing("agreement:cloud-purchase")).isValid());
    QVERIFY(!model.indexOf(thing("firm:elon-musk")).isValid());
    QCOMPARE(model.size(), 5); // two headings, two firms, one agreement
    model.rebuild();
    QVERIFY(model.indexOf(thing("firm:elon-musk")).isValid());
}

void TestOutline::holdsEveryThingOnce()
{
    QHash<QString, int> seen;
    QList<QModelIndex> open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex at = open.takeLast();
        for (int row = 0; row < m_model->rowCount(at); ++row)
            open.append(m_model->index(row, 0, at));
        if (const ThingRef thing = m_model->thingAt(at); !thing.isNone())
            ++seen[thing.toString()];
    }
    const domain::Scenario &scenario = m_session->scenario();
    const auto holds = [&seen](const auto &things) {
        return std::all_of(things.begin(), things.end(), [&seen](const auto &thing) {
            return seen.value(ThingRef::of(thing.id).toString()) == 1;
        });
    };
    QVERIFY(holds(scenario.firms));
    QVERIFY(holds(scenario.agreements));
    QVERIFY(holds(scenario.sources));
    QVERIFY(holds(scenario.terms));
    QCOMPARE(seen.size(), scenario.firms.size() + scenario.agreements.size() + scenario.terms.size() +
                              scenario.sources.size());
}

void TestOutline::partsLieBelowTheirWholes()
{
    for (const domain::Firm &firm : m_session->scenario().firms) {
        const QModelIndex index = m_model->indexOf(ThingRef::of(firm.id));
        const ThingRef above = m_model->thingAt(index.parent());
        QCOMPARE(above, firm.partOf.isEmpty() ? ThingRef() : ThingRef::of(firm.partOf));
    }
}

void TestOutline::saysMoreThanItShows_data()
{
    QTest::addColumn<QByteArray>("thing");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("firm") << QByteArray("firm:aws")
                          << QStringList{QStringLiteral("AWS"), QStringLiteral("subsidiary")};
    QTest::newRow("person") << QByteArray("firm:elon-musk")
                            << QStringList{QStringLiteral("Elon Musk"), QStringLiteral("person")};
    QTest::newRow("agreement") << QByteArray("agreement:cloud-purchase")
                               << QStringList{QStringLiteral("$138B"), QStringLiteral("announced"),
                                              QStringLiteral("OpenAI"), QStringLiteral("AWS")};
    QTest::newRow("in conflict") << QByteArray("agreement:api-routing")
                                 << QStringList{QStringLiteral("may conflict")};
}

void TestOutline::saysMoreThanItShows()
{
    QFETCH(QByteArray, thing);
    QFETCH(QStringList, words);
    const QString said = this->words(thing.constData());
    for (const QString &word : words)
        QVERIFY2(said.contains(word), qPrintable(said));
}

void TestOutline::marksWhatIsInConflict()
{
    QCOMPARE(at("agreement:api-routing", OutlineModel::Detail, Qt::DisplayRole).toString(),
             QStringLiteral("◇"));
    QCOMPARE(at("agreement:cloud-purchase", OutlineModel::Detail, Qt::DisplayRole).toString(),
             QStringLiteral("$138B"));
}

void TestOutline::fadesWhatDoesNotHold()
{
    const auto colour = [this] {
        return at("agreement:cloud-purchase", OutlineModel::Name, Qt::ForegroundRole);
    };
    QVERIFY(!colour().isValid());
    m_session->setAsOf({domain::EventDate::parse(u"2020")});
    QTRY_VERIFY(!m_session->isBusy());
    QCOMPARE(colour().value<QColor>(), QColor::fromRgba(m_session->theme().palette.fadedText.value));
}

// Firms come first and have none: their rows alone would leave no room for the amounts below.
void TestOutline::detailsGetRoomWhereTheyAreSeen()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.entente.json"));
    QVERIFY(document::writeFile(path, tests::bigScenario({2500, 2500, 1})).isEmpty());
    session::Session session(*m_measure);
    window::OutlinePanel panel(session);
    panel.resize(320, 500);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    session.open(path);
    QTRY_VERIFY_WITH_TIMEOUT(session.isOpen() && !session.isBusy(), 30'000);
    auto *tree = panel.findChild<QTreeView *>(QStringLiteral("outlineTree"));
    panel.resize(330, 500);
    const int before = tree->header()->sectionSize(OutlineModel::Detail);
    tree->verticalScrollBar()->setValue(tree->verticalScrollBar()->maximum() / 2); // to the agreements
    const int after = tree->header()->sectionSize(OutlineModel::Detail);
    QVERIFY2(after > before + 20, qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
    tree->verticalScrollBar()->setValue(0);
    QCOMPARE(tree->header()->sectionSize(OutlineModel::Detail), after); // nothing jumps back
}

ENTENTE_TEST(TestOutline, QApplication)

} // namespace tst_outline

#include "tst_outline.moc"
