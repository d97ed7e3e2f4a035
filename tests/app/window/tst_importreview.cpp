#include "app/session/sessionfixture.h"
#include "app/window/controls.h"
#include "app/window/formdriver.h"
#include "app/window/windowfixture.h"
#include "support/registration.h"
#include "window/importreview.h"

#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QTreeView>

namespace tst_importreview {

using namespace entente;
using namespace entente::window;
using test::FormDriver;

// Files taken into the open scenario in the real window, firms merged and split, all of it undone.
class TestImportReview : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_importreview"); }
    void init();
    void cleanup() { closeWindow(); }
    void asksAndImports();
    void cancelChangesNothing();
    void aSecondImportAsksNothing();
    void refusesWhatCantBeRead();
    void mergesAndSplits();
    void mergesWhatResembles();
    void splitsOffAnAgreement();
    void everyControlSaysWhatItIs();

private:
    void drop(const QString &path) const;
    QWidget *dialog(const char *name) const;
    void press(const char *name) const;
    void importAndAccept() const;
    int firms() const { return int(m_session->scenario().firms.size()); }
    QString answer(QWidget *review, int row) const;

    std::unique_ptr<test::ScenarioFolder> m_folder;
};

namespace {

// Alpha by its LEI, a Beta by its name, and a stranger.
const QByteArray registerText =
    R"({"format": "entente-scenario", "version": "1.0", "id": "register", "title": "Register", "firms": {
 "first": {"name": "Alpha Holding", "kind": "company", "identifiers": {"lei": "A1"}},
 "second": {"name": "BETA Ltd.", "kind": "company", "jurisdiction": "GB"},
 "third": {"name": "Delta", "kind": "company"}},
 "agreements": {"stake": {"title": "Stake", "kind": "ownership", "status": "in_force",
  "parties": [{"firm": "first", "role": "owner"}, {"firm": "second", "role": "owned"}]}}})";

} // namespace

void TestImportReview::init()
{
    showWindow();
    m_folder = std::make_unique<test::ScenarioFolder>();
    QByteArray base = test::ScenarioFolder::baseText("Base");
    base.replace(R"("name": "Alpha",)", R"("name": "Alpha", "identifiers": {"lei": "A1"},)");
    m_folder->write("base.entente.json", base);
    m_folder->write("register.entente.json", registerText);
    open(m_folder->path("base.entente.json"));
}

// As a hand drops a file with Ctrl held.
void TestImportReview::drop(const QString &path) const
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::ControlModifier);
    QApplication::sendEvent(m_window.get(), &enter); // who takes it is sent the drop
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::ControlModifier);
    QApplication::sendEvent(m_window.get(), &event);
}

QWidget *TestImportReview::dialog(const char *name) const
{
    const QString wanted = QLatin1String(name);
    const auto isOpen = [&] { return FormDriver::form() && FormDriver::form()->objectName() == wanted; };
    return QTest::qWaitFor(isOpen, 20'000) ? FormDriver::form() : nullptr;
}

void TestImportReview::press(const char *name) const
{
    FormDriver::press(FormDriver::form(), QLatin1String(name));
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString TestImportReview::answer(QWidget *review, int row) const
{
    const QAbstractItemModel *model = review->findChild<QTreeView *>(QStringLiteral("pairList"))->model();
    return model->index(row, PairModel::AnswerColumn).data().toString();
}

void TestImportReview::importAndAccept() const
{
    drop(m_folder->path("register.entente.json"));
    QVERIFY(dialog("importReview"));
    press("importButton");
}

void TestImportReview::asksAndImports()
{
    drop(m_folder->path("register.entente.json"));
    QWidget *review = dialog("importReview");
    QVERIFY(review);
    auto *list = review->findChild<QTreeView *>(QStringLiteral("pairList"));
    QCOMPARE(list->model()->rowCount(), 2);
    QCOMPARE(answer(review, 0), QStringLiteral("Same")); // by its LEI
    QCOMPARE(answer(review, 1), QStringLiteral("Later"));
    list->setCurrentIndex(list->model()->index(1, 0));
    const QString details = review->findChild<QLabel *>(QStringLiteral("pairDetails"))->text();
    QVERIFY(details.contains(QLatin1String("BETA Ltd.")) &&
            details.contains(QLatin1String("jurisdiction: GB")));
    QVERIFY(details.contains(QLatin1String("party to: Loan")));
    FormDriver::press(review, QStringLiteral("answerSame"));
    QCOMPARE(answer(review, 1), QStringLiteral("Same"));
    press("importButton");
    QCOMPARE(firms(), 5); // Delta is new
    const domain::Firm *beta = m_session->scenario().firm(domain::FirmId(QStringLiteral("beta")));
    QCOMPARE(beta->aliases, QStringList{QStringLiteral("BETA Ltd.")});
    QCOMPARE(m_session->scenario().agreements.last().parties[1].firm, beta->id);
    trigger("undo");
    QCOMPARE(firms(), 4);
    QVERIFY(!m_session->isModified());
    trigger("redo");
    QCOMPARE(firms(), 5);
}

void TestImportReview::cancelChangesNothing()
{
    drop(m_folder->path("register.entente.json"));
    QVERIFY(dialog("importReview"));
    press("cancelButton");
    QVERIFY(!m_session->isModified());
    QVERIFY(!m_session->undoStack().canUndo());
}

void TestImportReview::aSecondImportAsksNothing()
{
    importAndAccept();
    const int before = firms();
    const int revision = m_session->undoStack().index();
    drop(m_folder->path("register.entente.json"));
    QWidget *review = dialog("importReview");
    QVERIFY(review);
    const auto *model = review->findChild<QTreeView *>(QStringLiteral("pairList"))->model();
    QCOMPARE(answer(review, 0), QStringLiteral("Same"));
    QVERIFY(model->rowCount() >= 3); // each is its own record
    press("importButton");
    QCOMPARE(firms(), before);
    QCOMPARE(m_session->undoStack().index(), revision); // nothing new is no edit
}

void TestImportReview::refusesWhatCantBeRead()
{
    m_folder->write("broken.json", "{\"format\": ");
    drop(m_folder->path("broken.json"));
    QVERIFY(dialog("importRefused"));
    FormDriver::form()->close();
    QVERIFY(!m_session->isModified());
}

void TestImportReview::mergesAndSplits()
{
    const domain::Scenario before = m_session->scenario();
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("alpha"))));
    trigger("mergeFirms");
    QWidget *merge = dialog("mergeDialog");
    QVERIFY(merge);
    QVERIFY(!merge->findChild<QPushButton *>(QStringLiteral("mergeButton"))->isEnabled());
    auto *gone = merge->findChild<QComboBox *>(QStringLiteral("goneFirm"));
    gone->setCurrentIndex(gone->findText(QStringLiteral("Gamma")));
    press("mergeButton");
    QCOMPARE(firms(), 3);
    QCOMPARE(m_session->scenario().agreements[1].parties[1].firm.text(), QStringLiteral("alpha"));
    trigger("undo");
    QVERIFY(m_session->scenario() == before);
    trigger("redo");
    trigger("splitFirm");
    QVERIFY(dialog("splitDialog"));
    press("splitButton");
    QCOMPARE(firms(), 4);
    QCOMPARE(m_session->scenario().agreements[1].parties[1].firm.text(), QStringLiteral("gamma"));
}

void TestImportReview::mergesWhatResembles()
{
    importAndAccept(); // its Beta is left for later
    QCOMPARE(firms(), 6);
    trigger("mergeFirms");
    QWidget *merge = dialog("mergeDialog");
    auto *proposals = merge->findChild<QListWidget *>(QStringLiteral("proposals"));
    QCOMPARE(proposals->count(), 1);
    proposals->setCurrentRow(0);
    press("mergeButton");
    QCOMPARE(firms(), 5);
}

void TestImportReview::splitsOffAnAgreement()
{
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("gamma"))));
    trigger("splitFirm");
    QWidget *split = dialog("splitDialog");
    QVERIFY(split);
    QVERIFY(!split->findChild<QPushButton *>(QStringLiteral("splitButton"))->isEnabled());
    QTest::keyClicks(split->findChild<QLineEdit *>(QStringLiteral("splitName")),
                     QStringLiteral("Gamma North"));
    auto *agreements = split->findChild<QListWidget *>(QStringLiteral("splitAgreements"));
    QCOMPARE(agreements->count(), 2);
    agreements->item(0)->setCheckState(Qt::Checked);
    press("splitButton");
    QCOMPARE(firms(), 5);
    QCOMPARE(m_session->scenario().agreements[1].parties[1].firm.text(), QStringLiteral("gamma-north"));
    QCOMPARE(m_session->scenario().agreements[2].parties[0].firm.text(), QStringLiteral("gamma"));
}

void TestImportReview::everyControlSaysWhatItIs()
{
    drop(m_folder->path("register.entente.json"));
    QWidget *review = dialog("importReview");
    QVERIFY(review);
    QCOMPARE(test::poorControls(*review).join(u'\n'), QString());
    press("cancelButton");
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("alpha"))));
    for (const auto &[action, name] :
         {std::pair{"mergeFirms", "mergeDialog"}, std::pair{"splitFirm", "splitDialog"}}) {
        trigger(action);
        QWidget *opened = dialog(name);
        QVERIFY(opened);
        QCOMPARE(test::poorControls(*opened).join(u'\n'), QString());
        press("cancelButton");
    }
}

ENTENTE_TEST(TestImportReview, QApplication)

} // namespace tst_importreview

#include "tst_importreview.moc"
