#include "app/session/sessionfixture.h"
#include "app/window/formdriver.h"
#include "app/window/windowfixture.h"
#include "document/filewriter.h"
#include "formats/scenarioreader.h"
#include "session/recovery.h"
#include "support/registration.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QMessageBox>

namespace tst_forms {

using namespace entente;
using namespace entente::window;
using test::FormDriver;

// Scenarios made and changed in the real window, by its actions and forms alone.
class TestForms : public QObject, protected test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { nameSettings("tst_forms"); }
    void init() { showWindow({1600, 1000}); }
    void cleanup() { closeWindow(); }
    void rebuildsTheBundledBase();
    void tellsWhatIsWrongBesideTheField();
    void messagesSqueezeNothing();
    void anAgreementBeginsWithTheSelectedFirm();
    void theIdOfAnAlternateFollowsItsTitle();
    void dragFromCardToCardMakesAnAgreement();
    void waiverAnswersAtOnce();
    void removesWithEveryMentionAfterAsking();
    void keepsWhatTheFormDoesNotAsk();
    void asksBeforeUnsavedChangesAreLost();
    void asksBeforeReplacingWhatAnotherWrote();
    void offersWhatACrashLeft();
    void keepsWhatItCantReadOfACrash();
    void addsReferencesByName();
    void everyFieldSaysWhatItIs();

private:
    void openBase() { open(session::bundledScenario()); }
    void openCopy(const QString &path);
    void addFirmNova();
    void addAll(const char *action, const document::Value &things);
    void press(const char *dialog, const char *button) const;
};

void TestForms::press(const char *dialog, const char *button) const
{
    QWidget *box = FormDriver::form();
    QVERIFY2(box && box->objectName() == QLatin1String(dialog), dialog);
    FormDriver::press(box, QLatin1String(button));
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

// What names something that isn't there yet waits until it is.
void TestForms::addAll(const char *action, const document::Value &things)
{
    QList<document::Member> waiting(things.members().begin(), things.members().end());
    QStringList there;
    while (!waiting.isEmpty()) {
        const document::Member member = waiting.takeFirst();
        const document::Value *whole = member.value.find(u"part_of");
        if (whole && !there.contains(whole->text())) {
            waiting.append(member);
            continue;
        }
        trigger(action);
        FormDriver::fill(member.value);
        FormDriver::typeId(member.key);
        FormDriver::accept();
        there.append(member.key);
        if (QTest::currentTestFailed())
            return;
    }
}

namespace {

void sort(domain::Scenario &scenario)
{
    const auto byId = [](const auto &a, const auto &b) { return a.id < b.id; };
    std::sort(scenario.firms.begin(), scenario.firms.end(), byId);
    std::sort(scenario.agreements.begin(), scenario.agreements.end(), byId);
    scenario.index();
}

} // namespace

void TestForms::rebuildsTheBundledBase()
{
    const Outcome<formats::ScenarioFile> base = formats::readScenario(session::bundledScenario());
    QVERIFY(base);
    const document::Value &root = base.value->document.root;
    trigger("new");
    QVERIFY(m_session->isOpen());
    trigger("editScenario");
    document::Value heading = document::Value::object();
    for (const char *key : {"id", "title", "summary", "as_of", "license"})
        heading.set(QLatin1String(key), *root.find(QString::fromLatin1(key)));
    FormDriver::fill(heading);
    FormDriver::accept();
    addAll("addSource", *root.find(u"sources"));
    addAll("addFirm", *root.find(u"firms"));
    addAll("addTerm", *root.find(u"defined_terms"));
    addAll("addAgreement", *root.find(u"agreements"));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rebuilt.entente.json"));
    QVERIFY(m_session->saveAs(path).isEmpty());
    const Outcome<formats::ScenarioFile> rebuilt = formats::readScenario(path);
    QVERIFY(rebuilt);
    domain::Scenario expected = base.value->scenario;
    domain::Scenario made = rebuilt.value->scenario;
    sort(expected);
    sort(made);
    QCOMPARE(made.firms.size(), expected.firms.size());
    for (int i = 0; i < expected.agreements.size(); ++i) {
        expected.agreements[i].place = made.agreements[i].place = {};
        for (domain::Clause &clause : expected.agreements[i].clauses)
            clause.place = {};
        for (domain::Clause &clause : made.agreements[i].clauses)
            clause.place = {};
        QVERIFY2(made.agreements.at(i) == expected.agreements.at(i),
                 qPrintable(expected.agreements.at(i).id.text()));
    }
    QVERIFY(test::sameBesidesPlaces(made, expected));
    const qsizetype conflicts = m_session->composition().conflicts.size();
    QCOMPARE(conflicts, 1);
    while (m_session->undoStack().canUndo())
        m_session->undoStack().undo();
    QVERIFY(m_session->scenario().firms.isEmpty());
}

void TestForms::tellsWhatIsWrongBesideTheField()
{
    openBase();
    trigger("addAgreement");
    QWidget *form = FormDriver::form();
    FormDriver::press(form, QStringLiteral("okButton"));
    QVERIFY(form->isVisible());
    auto *title = form->findChild<QLabel *>(QStringLiteral("titleProblem"));
    QVERIFY(title->isVisible());
    QVERIFY(form->findChild<QLabel *>(QStringLiteral("partiesProblem"))->isVisible());
    document::Value filled = document::Value::object();
    filled.set(QStringLiteral("title"), document::Value::string(QStringLiteral("Deal")));
    filled.set(QStringLiteral("period"), document::Value::string(QStringLiteral("2025-13")));
    FormDriver::fill(filled);
    auto *period = form->findChild<QLabel *>(QStringLiteral("periodProblem"));
    QTRY_VERIFY(period->text().contains(QStringLiteral("2025-13")));
    QTRY_VERIFY(!title->isVisible());
    QCOMPARE(form->findChild<QLineEdit *>(QStringLiteral("idField"))->text(), QStringLiteral("deal"));
    FormDriver::press(form, QStringLiteral("partiesAdd"));
    FormDriver::press(form, QStringLiteral("partiesAdd"));
    auto *firm = form->findChild<QComboBox *>(QStringLiteral("partyFirm0"));
    firm->setFocus();
    QTest::keyClicks(firm->lineEdit(), QStringLiteral("nvid"));
    firm->completer()->popup()->hide();
    QTest::keyClick(firm->lineEdit(), Qt::Key_Return);
    QCOMPARE(firm->currentText(), QStringLiteral("Nvidia"));
    FormDriver::press(form, QStringLiteral("cancelButton"));
    QVERIFY(!m_session->isModified());
}

// A message of two lines comes under two parties, and then another one under a date.
void TestForms::messagesSqueezeNothing()
{
    openBase();
    trigger("addAgreement");
    QWidget *form = FormDriver::form();
    document::Value filled = document::Value::object();
    filled.set(QStringLiteral("title"), document::Value::string(QStringLiteral("Deal")));
    filled.set(QStringLiteral("kind"), document::Value::string(QStringLiteral("supply")));
    FormDriver::fill(filled);
    FormDriver::press(form, QStringLiteral("partiesAdd"));
    FormDriver::press(form, QStringLiteral("partiesAdd"));
    auto *firm = form->findChild<QComboBox *>(QStringLiteral("partyFirm0"));
    firm->setEditText(QStringLiteral("nobody of that name"));
    auto *message = form->findChild<QLabel *>(QStringLiteral("partiesProblem"));
    QTRY_VERIFY(message->isVisible());
    QTRY_VERIFY(message->height() >= 2 * message->fontMetrics().lineSpacing());
    document::Value date = document::Value::object();
    date.set(QStringLiteral("announced"), document::Value::string(QStringLiteral("soon")));
    FormDriver::fill(date);
    QTRY_VERIFY(form->findChild<QLabel *>(QStringLiteral("announcedProblem"))->isVisible());
    QTRY_COMPARE(firm->height(), firm->sizeHint().height());
    FormDriver::press(form, QStringLiteral("cancelButton"));
}

void TestForms::anAgreementBeginsWithTheSelectedFirm()
{
    openBase();
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("nvidia"))));
    trigger("addAgreement");
    QWidget *form = FormDriver::form();
    auto *firm = form->findChild<QComboBox *>(QStringLiteral("partyFirm0"));
    QVERIFY(firm);
    QCOMPARE(firm->currentText(), QStringLiteral("Nvidia"));
    FormDriver::press(form, QStringLiteral("cancelButton"));
    m_session->clearSelection();
    trigger("addAgreement");
    form = FormDriver::form();
    QVERIFY(!form->findChild<QComboBox *>(QStringLiteral("partyFirm0")));
    FormDriver::press(form, QStringLiteral("cancelButton"));
}

void TestForms::theIdOfAnAlternateFollowsItsTitle()
{
    openBase();
    trigger("saveAlternate");
    QWidget *form = FormDriver::form();
    auto *title = form->findChild<QLineEdit *>(QStringLiteral("titleField"));
    auto *id = form->findChild<QLineEdit *>(QStringLiteral("idField"));
    QVERIFY(!title->text().isEmpty());
    QCOMPARE(title->selectedText(), title->text());
    QTest::keyClicks(title, QStringLiteral("Azure for all"));
    QCOMPARE(id->text(), QStringLiteral("azure-for-all"));
    id->selectAll();
    QTest::keyClicks(id, QStringLiteral("mine"));
    QTest::keyClicks(title, QStringLiteral(" calls"));
    QCOMPARE(id->text(), QStringLiteral("mine"));
    FormDriver::press(form, QStringLiteral("cancelButton"));
}

void TestForms::dragFromCardToCardMakesAnAgreement()
{
    openBase();
    auto *canvas = find<Canvas>("canvas");
    canvas->setMotionEnabled(false);
    canvas->fit();
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("nvidia"))));
    const QPoint from = canvas->screenRectOf(canvas->currentItem()).topRight().toPoint();
    const QStringList target =
        m_session->itemsOf(domain::ThingRef::of(domain::FirmId(QStringLiteral("softbank"))));
    const QPoint to = canvas->screenRectOf(target.first()).center().toPoint();
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    QWidget *form = FormDriver::form();
    QVERIFY(form);
    QCOMPARE(form->findChild<QComboBox *>(QStringLiteral("partyFirm0"))->currentText(),
             QStringLiteral("Nvidia"));
    QCOMPARE(form->findChild<QComboBox *>(QStringLiteral("partyFirm1"))->currentText(),
             QStringLiteral("SoftBank"));
    document::Value loan = document::Value::object();
    loan.set(QStringLiteral("title"), document::Value::string(QStringLiteral("Loan")));
    loan.set(QStringLiteral("kind"), document::Value::string(QStringLiteral("loan")));
    FormDriver::fill(loan);
    FormDriver::accept();
    QVERIFY(m_session->scenario().agreement(domain::AgreementId(QStringLiteral("loan"))));
    QCOMPARE(m_session->undoStack().undoText(), QStringLiteral("Add “Loan”"));
}

void TestForms::waiverAnswersAtOnce()
{
    openBase();
    QCOMPARE(m_session->composition().conflicts.size(), 1);
    m_session->select(domain::ThingRef{domain::ThingKind::Clause, QStringLiteral("api-routing/routing")});
    trigger("waiveClause");
    document::Value waiver = document::Value::object();
    waiver.set(QStringLiteral("text"), document::Value::string(QStringLiteral("Microsoft waives it.")));
    FormDriver::fill(waiver);
    FormDriver::accept();
    QVERIFY(m_session->composition().conflicts.isEmpty());
    trigger("undo");
    QCOMPARE(m_session->composition().conflicts.size(), 1);
}

void TestForms::removesWithEveryMentionAfterAsking()
{
    openBase();
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("nvidia"))));
    trigger("removeThing");
    press("removeDialog", "removeAll");
    QVERIFY(!m_session->scenario().firm(domain::FirmId(QStringLiteral("nvidia"))));
    trigger("undo");
    QVERIFY(m_session->scenario().firm(domain::FirmId(QStringLiteral("nvidia"))));
    QVERIFY(!m_session->isModified());
}

void TestForms::keepsWhatTheFormDoesNotAsk()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("x.entente.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "entente-scenario", "version": "1.0", "id": "x", "title": "X",
        "firms": {"a": {"x-mark": {"deep": [1, 2.50]}, "name": "A", "kind": "company"}}})");
    file.close();
    m_session->open(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
    m_session->select(domain::ThingRef::of(domain::FirmId(QStringLiteral("a"))));
    trigger("editThing");
    document::Value named = document::Value::object();
    named.set(QStringLiteral("name"), document::Value::string(QStringLiteral("Alpha")));
    FormDriver::fill(named);
    FormDriver::typeId(QStringLiteral("alpha"));
    FormDriver::accept();
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(m_session->selection().id, QStringLiteral("alpha"));
    trigger("save");
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.indexOf("x-mark") < written.indexOf("Alpha"));
    QVERIFY(written.contains("2.50"));
}

void TestForms::addFirmNova()
{
    trigger("addFirm");
    FormDriver::fillFirm(QStringLiteral("Nova"));
    FormDriver::accept();
}

// The bundled scenario as the user's own file.
void TestForms::openCopy(const QString &path)
{
    QVERIFY(QFile::copy(session::bundledScenario(), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    m_session->open(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->path() == path && !m_session->isBusy(), 30'000);
}

void TestForms::asksBeforeReplacingWhatAnotherWrote()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("own.entente.json"));
    openCopy(path);
    addFirmNova();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    bytes.replace("\"OpenAI\"", "\"OpenAI, Inc.\"");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QTRY_VERIFY_WITH_TIMEOUT(find<QMessageBox>("reloadDialog"), 30'000);
    Q_EMIT m_session->changedOnDisk(); // once more before the answer
    QCOMPARE(m_window->findChildren<QMessageBox *>(QStringLiteral("reloadDialog")).size(), 1);
    press("reloadDialog", "keepEditing");
    trigger("save");
    press("overwriteDialog", "keepEditing");
    QVERIFY(m_session->isModified());
    trigger("save");
    press("overwriteDialog", "overwriteFile");
    QTRY_VERIFY(!m_session->isModified());
    const auto written = formats::readScenario(path);
    QVERIFY(written);
    QVERIFY(written.value->scenario.firm(domain::FirmId(QStringLiteral("nova"))));
    QCOMPARE(written.value->scenario.nameOf(domain::FirmId(QStringLiteral("openai"))),
             QStringLiteral("OpenAI"));
}

void TestForms::offersWhatACrashLeft()
{
    for (const QString &file : session::recoveryFiles())
        session::discardRecovery(file);
    openBase();
    addFirmNova();
    session::RecoveryStore store(0);
    QSignalSpy written(&store, &session::RecoveryStore::written);
    store.keep({{}, {}, QDateTime::currentDateTime(), m_session->document().root});
    QVERIFY(written.wait());
    const QString left = QString(store.file()).replace(QLatin1String(".json"), QLatin1String("-left.json"));
    QVERIFY(QFile::copy(store.file(), left)); // as of a process that is gone: nothing holds it
    store.clear();
    m_session->open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isModified() && !m_session->isBusy(), 30'000);
    QVERIFY(!m_session->scenario().firm(domain::FirmId(QStringLiteral("nova"))));
    m_window->offerRecovery();
    press("recoveryDialog", "recoverLater");
    QVERIFY(QFile::exists(left));
    m_window->offerRecovery();
    press("recoveryDialog", "recoverChanges");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->scenario().firm(domain::FirmId(QStringLiteral("nova"))), 30'000);
    QVERIFY(m_session->isModified());
    QVERIFY(m_window->isWindowModified());
}

void TestForms::keepsWhatItCantReadOfACrash()
{
    for (const QString &file : session::recoveryFiles())
        session::discardRecovery(file);
    const QString left = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                         QStringLiteral("/recovery/broken.json");
    QVERIFY(QDir().mkpath(QFileInfo(left).path()));
    QVERIFY(document::writeFile(left, "{\"format\": ").isEmpty());
    m_window->offerRecovery();
    QTRY_VERIFY(find<QMessageBox>("unreadableRecoveryDialog"));
    QVERIFY(find<QMessageBox>("unreadableRecoveryDialog")->informativeText().contains(left));
    press("unreadableRecoveryDialog", "keepUnreadable");
    QVERIFY(QFile::exists(left));
    m_window->offerRecovery();
    press("unreadableRecoveryDialog", "discardUnreadable");
    QTRY_VERIFY(!QFile::exists(left));
}

void TestForms::addsReferencesByName()
{
    openBase();
    m_session->select(domain::ThingRef::of(domain::AgreementId(QStringLiteral("cloud-purchase"))));
    trigger("editThing");
    auto *box = FormDriver::form()->findChild<QComboBox *>(QStringLiteral("supersedesAddField"));
    QVERIFY(box);
    const int clause = box->findData(QStringLiteral("exclusive-cloud/sole-provider"));
    QVERIFY(clause > 0);
    for (int times = 0; times < 2; ++times) { // once is enough
        box->setCurrentIndex(clause);
        Q_EMIT box->activated(clause);
    }
    FormDriver::accept();
    QCOMPARE(
        m_session->scenario().agreement(domain::AgreementId(QStringLiteral("cloud-purchase")))->supersedes,
        QStringList(QStringLiteral("exclusive-cloud/sole-provider")));
}

void TestForms::asksBeforeUnsavedChangesAreLost()
{
    trigger("new");
    addFirmNova();
    m_window->openFile(session::bundledScenario());
    press("unsavedDialog", "keepEditing");
    QCOMPARE(m_session->scenario().firms.size(), 1);
    QVERIFY(!m_window->close());
    press("unsavedDialog", "keepEditing");
    QVERIFY(m_window->isVisible());
    trigger("new");
    press("unsavedDialog", "discardChanges");
    QTRY_VERIFY(m_session->scenario().firms.isEmpty());
    QVERIFY(!m_session->isModified());
}

void TestForms::everyFieldSaysWhatItIs()
{
    openBase();
    for (const char *action : {"addFirm", "addAgreement", "addTerm", "addSource", "editScenario"}) {
        trigger(action);
        QWidget *form = FormDriver::form();
        const auto controls =
            form->findChildren<QWidget *>(QRegularExpression(QStringLiteral("(Field|List)$")));
        QVERIFY(controls.size() >= 4);
        for (QWidget *control : controls) {
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
            QVERIFY2(!control->toolTip().isEmpty(), qPrintable(control->objectName()));
        }
        FormDriver::press(form, QStringLiteral("cancelButton"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

ENTENTE_TEST(TestForms, QApplication)

} // namespace tst_forms

#include "tst_forms.moc"
