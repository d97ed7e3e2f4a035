#include "app/window/windowfixture.h"
#include "support/registration.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

namespace tst_questionpanels {

using namespace entente;
using namespace entente::window;
using domain::AgreementId;
using domain::FirmId;
using domain::ThingRef;

// Circles, flows, paths and the clause matrix in the real window, by real keys and clicks.
class TestQuestionPanels : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_questionpanels"); }
    void init()
    {
        showWindow();
        open(session::bundledScenario());
    }
    void cleanup() { closeWindow(); }
    void areHiddenUntilAskedFor_data();
    void areHiddenUntilAskedFor();
    void everyControlSaysWhatItIs();
    void askNothingWhileHidden();
    void circleLightsItsDeals();
    void highlightEndsWithThePanel();
    void highlightEndsBehindATab();
    void highlightEndsWithASelection();
    void circlesOfAnyDate();
    void flowsSelectAndCopy();
    void flowsByFirm();
    void pathsBetweenTwoNames();
    void pathsByKindAndLength();
    void matrixSelectsClauseAfterClause();
    void matrixCopiesWithHeadings();
    void sayWhatIsMissing();
    void followTheDate();

private:
    QDockWidget *show(const char *dock) const;
    void choose(const char *view, int row) const;
    void openText(const QByteArray &scenario);

    QTemporaryDir m_folder;
};

// As the View menu does.
QDockWidget *TestQuestionPanels::show(const char *name) const
{
    auto *dock = find<QDockWidget>(name);
    find<QAction>((QByteArray(name) + "Toggle").constData())->trigger();
    if (!QTest::qWaitFor([dock] { return dock->isVisible() && !dock->visibleRegion().isEmpty(); }))
        QTest::qFail("the panel doesn't show", __FILE__, __LINE__);
    return dock;
}

// A click on a row at the top.
void TestQuestionPanels::choose(const char *name, int row) const
{
    auto *view = find<QTreeView>(name);
    const QModelIndex index = view->model()->index(row, 0);
    QApplication::processEvents(); // so that it is laid out
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

void TestQuestionPanels::openText(const QByteArray &scenario)
{
    QFile file(m_folder.filePath(QStringLiteral("own.entente.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(scenario);
    file.close();
    m_session->open(file.fileName());
    QTRY_COMPARE(m_session->path(), file.fileName());
    QTRY_VERIFY(!m_session->isBusy());
}

void TestQuestionPanels::areHiddenUntilAskedFor_data()
{
    QTest::addColumn<QByteArray>("dock");
    QTest::addColumn<QByteArray>("focus");
    QTest::newRow("circles") << QByteArray("circlesDock") << QByteArray("circlesView");
    QTest::newRow("flows") << QByteArray("flowsDock") << QByteArray("flowsView");
    QTest::newRow("paths") << QByteArray("pathsDock") << QByteArray("pathsFrom");
    QTest::newRow("matrix") << QByteArray("matrixDock") << QByteArray("matrixTable");
}

void TestQuestionPanels::areHiddenUntilAskedFor()
{
    QFETCH(QByteArray, dock);
    QFETCH(QByteArray, focus);
    auto *panel = find<QDockWidget>(dock.constData());
    QVERIFY(panel->isHidden());
    const QKeySequence keys = find<QAction>(dock + "Toggle")->shortcut();
    QVERIFY(!keys.isEmpty());
    QTest::keySequence(m_window.get(), keys);
    QTRY_VERIFY(panel->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), find<QWidget>(focus.constData()));
    QTest::keySequence(m_window.get(), keys);
    QTRY_VERIFY(panel->isHidden());
}

void TestQuestionPanels::everyControlSaysWhatItIs()
{
    for (const char *name : {"circlesView", "flowsView", "flowsWho", "pathsFrom", "pathsTo", "pathsKind",
                             "pathsLength", "pathsView", "pathsSwap", "matrixTable"}) {
        auto *widget = find<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
        QVERIFY2(!widget->toolTip().isEmpty(), name);
    }
    for (const char *name : {"circlesAnyDate", "flowsCopy"})
        QVERIFY2(!find<QAbstractButton>(name)->toolTip().isEmpty(), name);
}

void TestQuestionPanels::askNothingWhileHidden()
{
    auto *view = find<QTreeView>("circlesView");
    QCOMPARE(view->model()->rowCount(), 0);
    QDockWidget *dock = show("circlesDock");
    QTRY_COMPARE(view->model()->rowCount(), 1);
    dock->close();
    m_session->setAsOf(analysis::AsOf::any());
    QCOMPARE(view->model()->rowCount(), 1);
    show("circlesDock");
    QTRY_COMPARE(view->model()->rowCount(), 2);
}

void TestQuestionPanels::circleLightsItsDeals()
{
    show("circlesDock");
    QCOMPARE(
        find<QLabel>("circlesSummary")->text(),
        QStringLiteral("1 circular deal as of March 2026. At other dates: Microsoft → OpenAI → Microsoft."));
    choose("circlesView", 0);
    const auto &lit = m_session->highlighted();
    for (const char *id : {"cloud-purchase", "amazon-investment"})
        QVERIFY2(lit.contains(ThingRef::of(AgreementId(QString::fromLatin1(id)))), id);
    for (const char *id : {"openai", "amazon", "aws"})
        QVERIFY2(lit.contains(ThingRef::of(FirmId(QString::fromLatin1(id)))), id);
    QCOMPARE(lit.size(), 5);
    const QSet<QString> items = m_session->itemsHighlighted();
    const auto isLit = [&](picture::Role role, const char *of, const char *to = "") {
        for (const picture::Item &item : m_session->picture().items) {
            if (item.role == role && item.of.value(0) == QLatin1String(of) &&
                (!*to || item.of.value(1) == QLatin1String(to)))
                return items.contains(item.id);
        }
        return false;
    };
    QVERIFY(isLit(picture::Role::Agreement, "cloud-purchase"));
    QVERIFY(isLit(picture::Role::Line, "cloud-purchase", "aws"));
    QVERIFY(isLit(picture::Role::Group, "amazon"));
    QVERIFY(!isLit(picture::Role::Agreement, "api-routing"));
    QVERIFY(!isLit(picture::Role::Firm, "microsoft"));
}

void TestQuestionPanels::highlightEndsWithThePanel()
{
    QDockWidget *dock = show("circlesDock");
    choose("circlesView", 0);
    QVERIFY(!m_session->highlighted().isEmpty());
    dock->close();
    QVERIFY(m_session->highlighted().isEmpty());
}

void TestQuestionPanels::highlightEndsBehindATab()
{
    show("circlesDock");
    choose("circlesView", 0);
    QVERIFY(!m_session->highlighted().isEmpty());
    show("flowsDock");
    QTRY_VERIFY(m_session->highlighted().isEmpty());
}

void TestQuestionPanels::highlightEndsWithASelection()
{
    show("circlesDock");
    choose("circlesView", 0);
    m_session->select(ThingRef::of(FirmId(QStringLiteral("nvidia"))));
    QVERIFY(m_session->highlighted().isEmpty());
    choose("circlesView", 0); // chosen already: the row has to be left first
    QTest::keyClick(find<QTreeView>("circlesView"), Qt::Key_Escape);
    choose("circlesView", 0);
    QVERIFY(!m_session->highlighted().isEmpty());
    QVERIFY(m_session->selection().isNone());
    QTest::keyClick(find<Canvas>("canvas"), Qt::Key_Escape);
    QVERIFY(m_session->highlighted().isEmpty());
}

void TestQuestionPanels::circlesOfAnyDate()
{
    show("circlesDock");
    auto *button = find<QAbstractButton>("circlesAnyDate");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(find<QTreeView>("circlesView")->model()->rowCount(), 2);
    QVERIFY(!m_session->asOf().date);
    QVERIFY(!button->isVisible());
}

void TestQuestionPanels::flowsSelectAndCopy()
{
    show("flowsDock");
    choose("flowsView", 1);
    QCOMPARE(m_session->selection(), ThingRef::of(FirmId(QStringLiteral("openai"))));
    QVERIFY(
        m_session->highlighted().contains(ThingRef::of(AgreementId(QStringLiteral("amazon-investment")))));
    QTest::mouseClick(find<QAbstractButton>("flowsCopy"), Qt::LeftButton);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[0], QStringLiteral("Level\tWho\tIn/out\tInstrument\tFigures\tShare\tTotal"));
    QVERIFY(lines.contains(QStringLiteral("1\tOpenAI\tin\tequity\t2 exact\t\t$51B")));
    QVERIFY(lines.contains(QStringLiteral("2\tfrom Amazon\t\t\t\t98 %\t$50B")));
}

void TestQuestionPanels::flowsByFirm()
{
    show("flowsDock");
    auto *view = find<QTreeView>("flowsView");
    const auto names = [view] {
        QStringList all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all.append(view->model()->index(row, 0).data().toString());
        return all;
    };
    QVERIFY(!names().contains(QStringLiteral("AWS")));
    QTest::keyClick(find<QComboBox>("flowsWho"), Qt::Key_Down);
    QVERIFY(names().contains(QStringLiteral("AWS")));
    view->sortByColumn(5, Qt::DescendingOrder);
    QVERIFY(names().last().startsWith(QLatin1String("Not counted")));
    QCOMPARE(names().first(), QStringLiteral("OpenAI"));
}

void TestQuestionPanels::pathsBetweenTwoNames()
{
    show("pathsDock");
    auto *summary = find<QLabel>("pathsSummary");
    QCOMPARE(summary->text(), QStringLiteral("Choose two firms to see how they are connected."));
    QTest::keyClicks(find<QLineEdit>("pathsFrom"), QStringLiteral("elon musk"));
    QTest::keyClicks(find<QLineEdit>("pathsTo"), QStringLiteral("opena"));
    QVERIFY(summary->text().startsWith(QLatin1String("Choose two")));
    QTest::keyClick(find<QLineEdit>("pathsTo"), Qt::Key_Return);
    QCOMPARE(find<QLineEdit>("pathsTo")->text(), QStringLiteral("OpenAI"));
    QCOMPARE(summary->text(), QStringLiteral("1 path."));
    choose("pathsView", 0);
    QVERIFY(m_session->highlighted().contains(ThingRef::of(AgreementId(QStringLiteral("musk-v-altman")))));
    QVERIFY(m_session->highlighted().contains(ThingRef::of(FirmId(QStringLiteral("sam-altman")))));
    QTest::mouseClick(find<QAbstractButton>("pathsSwap"), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>("pathsFrom")->text(), QStringLiteral("OpenAI"));
    QCOMPARE(summary->text(), QStringLiteral("1 path."));
}

void TestQuestionPanels::pathsByKindAndLength()
{
    show("pathsDock");
    auto *summary = find<QLabel>("pathsSummary");
    find<QLineEdit>("pathsFrom")->setText(QStringLiteral("Microsoft"));
    find<QLineEdit>("pathsTo")->setText(QStringLiteral("Bedrock"));
    QVERIFY(summary->text().endsWith(QLatin1String(" paths.")));
    auto *kind = find<QComboBox>("pathsKind");
    QTest::keyClick(kind, Qt::Key_End); // obligations only
    QCOMPARE(summary->text(), QStringLiteral("1 path."));
    QTest::keyClick(find<QSpinBox>("pathsLength"), Qt::Key_Down);
    QCOMPARE(summary->text(), QStringLiteral("No path of up to 3 steps; the shortest has 4."));
    find<QLineEdit>("pathsTo")->setText(QStringLiteral("Nvidia"));
    QCOMPARE(summary->text(), QStringLiteral("Nothing connects the two."));
    find<QLineEdit>("pathsTo")->setText(QStringLiteral("Microsoft"));
    QCOMPARE(summary->text(), QStringLiteral("Choose two different ones."));
}

void TestQuestionPanels::matrixSelectsClauseAfterClause()
{
    show("matrixDock");
    auto *table = find<QTableView>("matrixTable");
    const QModelIndex cell = table->model()->index(4, 1); // what may be said of the runtime, and what may not
    table->scrollTo(cell);
    for (const char *clause : {"permitted", "barred", "permitted"}) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QCOMPARE(m_session->selection(),
                 ThingRef::of(domain::ClauseRef{AgreementId(QStringLiteral("wording-memo")),
                                                domain::ClauseId(QString::fromLatin1(clause))}));
    }
    table->scrollToTop();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 1)).center());
    QCOMPARE(m_session->selection(),
             ThingRef::of(AgreementId(QStringLiteral("exclusive-cloud")))); // no clause there
}

void TestQuestionPanels::matrixCopiesWithHeadings()
{
    show("matrixDock");
    auto *table = find<QTableView>("matrixTable");
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), table->model()->rowCount() + 1);
    QCOMPARE(lines[0], QStringLiteral("Agreement\tExclusivity\tOther"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("Agreement\tExclusivity\nExclusive cloud\tSole cloud provider\nAPI routing "
                            "clause\tRouting of API calls\n"));
}

void TestQuestionPanels::sayWhatIsMissing()
{
    openText(
        R"({"format": "entente-scenario", "version": "1.0", "id": "own", "title": "Own", "as_of": "2026-03",
             "firms": {"a": {"name": "A", "kind": "company"}}})");
    const std::pair<const char *, const char *> sentences[] = {
        {"circlesDock", "No circular deal as of March 2026"},
        {"flowsDock", "No agreement has an amount"},
        {"matrixDock", "No agreement has a clause"},
    };
    for (const auto &[dock, sentence] : sentences) {
        const QList<QLabel *> labels = show(dock)->findChildren<QLabel *>();
        QVERIFY2(std::any_of(labels.begin(), labels.end(),
                             [wanted = QLatin1String(sentence)](QLabel *label) {
                                 return label->isVisible() && label->text().startsWith(wanted);
                             }),
                 dock);
    }
}

void TestQuestionPanels::followTheDate()
{
    show("circlesDock");
    m_session->setAsOf({domain::EventDate::parse(u"2020")});
    auto *view = find<QTreeView>("circlesView");
    QTRY_COMPARE(view->model()->index(0, 0).data().toString(),
                 QStringLiteral("Microsoft → OpenAI → Microsoft"));
    m_session->setAsOf({domain::EventDate::parse(u"2018")});
    QTRY_COMPARE(view->model()->rowCount(), 0);
    QVERIFY(find<QLabel>("circlesSummary")->text().startsWith(QLatin1String("No circular deal as of 2018.")));
}

ENTENTE_TEST(TestQuestionPanels, QApplication)

} // namespace tst_questionpanels

#include "tst_questionpanels.moc"
