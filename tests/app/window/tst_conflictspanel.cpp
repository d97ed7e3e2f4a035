#include "painting/fontmeasure.h"
#include "picture/svgwriter.h"
#include "session/readingsgrid.h"
#include "support/registration.h"
#include "window/conflictspanel.h"
#include "window/resultview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tst_conflictspanel {

using namespace entente;
using namespace entente::window;

// Conflicts and readings by real clicks, and every reading in one figure.
class TestConflictsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void listsTheConflicts();
    void choosingOneSelectsIt();
    void switchesReadings();
    void exportsEveryReading();

private:
    template <typename T> T *find(const char *name) const
    {
        return m_panel->findChild<T *>(QString::fromLatin1(name));
    }
    QString cell(int column) const
    {
        const QAbstractItemModel *model = find<ResultView>("conflictsView")->model();
        return model->index(0, column).data().toString();
    }

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ConflictsPanel> m_panel;
};

void TestConflictsPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
}

void TestConflictsPanel::init()
{
    m_panel.reset();
    m_session = std::make_unique<session::Session>(*m_measure);
    m_panel = std::make_unique<ConflictsPanel>(*m_session);
    m_panel->resize(1000, 260);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
}

void TestConflictsPanel::listsTheConflicts()
{
    QCOMPARE(find<ResultView>("conflictsView")->model()->rowCount(), 1);
    QVERIFY(cell(0).contains(QStringLiteral("may conflict")));
    QVERIFY(cell(1).contains(QStringLiteral("API routing clause")));
    QVERIFY(cell(2).contains(QStringLiteral("SRE development")));
    QVERIFY(cell(3).startsWith(QStringLiteral("if ")));
    m_session->setAsOf({domain::EventDate::parse(u"2024")});
    QVERIFY(find<QLabel>("conflictsSummary")->text().startsWith(QStringLiteral("No two clauses conflict")));
}

void TestConflictsPanel::choosingOneSelectsIt()
{
    auto *view = find<ResultView>("conflictsView");
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(0, 1)).center());
    QCOMPARE(m_session->selection(), m_session->composition().conflicts.first().ref());
}

void TestConflictsPanel::switchesReadings()
{
    auto *reset = find<QPushButton>("readingsReset");
    QVERIFY(!reset->isEnabled());
    auto *agreed = find<QPushButton>("reading1-agreed");
    QVERIFY(agreed->text().contains(QStringLiteral("Microsoft")));
    QTest::mouseClick(agreed, Qt::LeftButton);
    QVERIFY(cell(0).contains(QStringLiteral("◆")));
    QTest::mouseClick(find<QPushButton>("reading1-rejected"), Qt::LeftButton);
    QVERIFY(m_session->composition().conflicts.isEmpty());
    QVERIFY(cell(0).contains(QStringLiteral("no conflict"))); // what would be one, and why it isn't
    QVERIFY(find<QPushButton>("reading2-agreed"));            // the condition of an amount
    QVERIFY(find<QPushButton>("readingsSave")->isEnabled());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(find<QPushButton>("reading1-disputed")->isChecked());
    QVERIFY(cell(0).contains(QStringLiteral("◇")));
}

void TestConflictsPanel::exportsEveryReading()
{
    const picture::Picture grid = session::allReadings(m_session->composition(), m_session->asWritten(),
                                                       {m_session->theme(), m_session->measure()});
    const QByteArray svg = picture::toSvg(grid);
    for (const char *said : {"1 conflict", "no conflict", "yes (Microsoft)", "no (OpenAI, Amazon)", "As of"})
        QVERIFY2(svg.contains(said), said);
    QVERIFY(grid.item(QStringLiteral("legend")));
    QVERIFY(svg.contains("duckbillhq.com"));
    QSet<QString> ids;
    for (const picture::Item &item : grid.items) {
        QVERIFY2(!ids.contains(item.id), qPrintable(item.id));
        ids.insert(item.id);
        QVERIFY2(item.box.left() >= 0 && item.box.top() >= 0 && item.box.right() <= grid.size.width() &&
                     item.box.bottom() <= grid.size.height(),
                 qPrintable(item.id));
    }
}

ENTENTE_TEST(TestConflictsPanel, QApplication)

} // namespace tst_conflictspanel

#include "tst_conflictspanel.moc"
