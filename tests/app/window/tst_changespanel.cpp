#include "painting/fontmeasure.h"
#include "support/registration.h"
#include "window/changespanel.h"
#include "window/resultview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>

namespace tst_changespanel {

using namespace entente;
using namespace entente::window;

// What the open alternate changes of its base, chosen and read in the panel.
class TestChangesPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsWhatChanged();
    void listsWhatHoldsAtAnotherDate();

private:
    template <typename T> T *find(const char *name) const
    {
        return m_panel->findChild<T *>(QString::fromLatin1(name));
    }
    QStringList rowsUnder(const QString &section) const;

    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ChangesPanel> m_panel;
};

void TestChangesPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    m_session = std::make_unique<session::Session>(*m_measure);
    m_panel = std::make_unique<ChangesPanel>(*m_session);
    m_panel->resize(1000, 260);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QSignalSpy alternates(m_session.get(), &session::Session::alternatesChanged);
    m_session->open(QStringLiteral(":/entente/scenarios/settlement.entente.json"));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_session->isOpen() && !m_session->isBusy() && !m_session->alternates().isEmpty(), 30'000);
}

QStringList TestChangesPanel::rowsUnder(const QString &section) const
{
    const QAbstractItemModel *model = find<ResultView>("changesView")->model();
    QStringList rows;
    for (int i = 0; i < model->rowCount(); ++i) {
        const QModelIndex parent = model->index(i, 0);
        for (int k = 0; parent.data().toString() == section && k < model->rowCount(parent); ++k)
            rows.append(model->index(k, 0, parent).data().toString() + u' ' +
                        model->index(k, 1, parent).data().toString());
    }
    return rows;
}

void TestChangesPanel::listsWhatChanged()
{
    auto *other = find<QComboBox>("changesOther");
    QCOMPARE(m_session->comparedWith(), session::bundledScenario()); // an alternate's base is offered at once
    QCOMPARE(other->currentData().toString(), session::bundledScenario());
    QCOMPARE(
        rowsUnder(QStringLiteral("Agreements")),
        QStringList({QStringLiteral("new SRE revenue share"), QStringLiteral("removed Threatened lawsuit")}));
    QCOMPARE(rowsUnder(QStringLiteral("Conflicts")).size(), 1);
    QVERIFY(rowsUnder(QStringLiteral("Conflicts")).first().startsWith(QStringLiteral("gone ")));
    QVERIFY(rowsUnder(QStringLiteral("Clauses"))
                .first()
                .startsWith(QStringLiteral("changed Routing of API calls")));
    QVERIFY(find<QLabel>("changesSummary")->text().contains(QStringLiteral("1 conflict gone")));
    other->setCurrentIndex(0);
    Q_EMIT other->activated(0);
    QVERIFY(m_session->comparedWith().isEmpty());
}

void TestChangesPanel::listsWhatHoldsAtAnotherDate()
{
    auto *other = find<QComboBox>("changesOther");
    auto *date = find<QLineEdit>("changesDate");
    QVERIFY(!date->isVisible());
    const int itself = other->findText(QStringLiteral("This scenario at another date"));
    QVERIFY(itself > 0);
    other->setCurrentIndex(itself);
    Q_EMIT other->activated(itself);
    QVERIFY(date->isVisible());
    QVERIFY(!date->text().isEmpty()); // the event before
    QTest::keyClick(date, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(date, QStringLiteral("December 2024"));
    QTest::keyClick(date, Qt::Key_Return);
    QCOMPARE(m_session->comparedAsOf()->toText(), QStringLiteral("2024-12"));
    QVERIFY(rowsUnder(QStringLiteral("What holds")).contains(QStringLiteral("now holds Cloud purchase")));
    QTest::keyClick(date, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(date, QStringLiteral("soon"));
    QTest::keyClick(date, Qt::Key_Return);
    QVERIFY(find<QLabel>("changesSummary")->text().contains(QStringLiteral("is no date")));
    QCOMPARE(m_session->comparedAsOf()->toText(), QStringLiteral("2024-12"));
    other->setCurrentIndex(0);
    Q_EMIT other->activated(0);
    QVERIFY(!m_session->comparedAsOf());
}

ENTENTE_TEST(TestChangesPanel, QApplication)

} // namespace tst_changespanel

#include "tst_changespanel.moc"
