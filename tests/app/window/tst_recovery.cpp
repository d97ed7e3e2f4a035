#include "app/window/formdriver.h"
#include "app/window/windowfixture.h"
#include "session/recovery.h"
#include "support/registration.h"

#include <QDir>
#include <QMessageBox>
#include <QProcess>

#include <cstdio>

namespace tst_recovery {

using namespace entente;
using namespace entente::test;

namespace {

const QString victim = QStringLiteral("--victim");
// The same test may run in another window system at the same time.
const char *own()
{
    static const QByteArray name = "recovery-" + QGuiApplication::platformName().toLatin1();
    return name.constData();
}

const domain::FirmId nova(QStringLiteral("nova"));

} // namespace

// A window with unsaved work is killed, as by a power cut; the next one offers what was left.
class TestRecovery : public QObject, private WindowFixture
{
    Q_OBJECT

public:
    // Makes a change in a window of its own, says so when it is kept, and waits for its end.
    int beKilled();

private Q_SLOTS:
    void initTestCase();
    void cleanup() { closeWindow(); }
    void survivesAKill_data();
    void survivesAKill();

private:
    void addFirm();
    void killAWindow() const;
    static QWidget *dialog() { return FormDriver::form(); }
};

void TestRecovery::initTestCase()
{
    nameSettings(own());
    for (const QString &file : session::recoveryFiles())
        session::discardRecovery(file);
}

void TestRecovery::addFirm()
{
    trigger("addFirm");
    FormDriver::fillFirm(QStringLiteral("Nova"));
    FormDriver::accept();
}

int TestRecovery::beKilled()
{
    nameSettings(own());
    showWindow();
    open(session::bundledScenario());
    addFirm();
    const QDir kept(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                    QStringLiteral("/recovery"));
    if (!QTest::qWaitFor([&] { return !kept.entryList({QStringLiteral("*.json")}).isEmpty(); }, 30'000))
        return EXIT_FAILURE;
    std::puts("kept");
    std::fflush(stdout);
    return QApplication::exec();
}

void TestRecovery::killAWindow() const
{
    QProcess window;
    window.start(QApplication::applicationFilePath(), {QStringLiteral("tst_recovery"), victim});
    QVERIFY(window.waitForReadyRead(60'000));
    QVERIFY(window.readAllStandardOutput().contains("kept"));
    window.kill(); // SIGKILL
    QVERIFY(window.waitForFinished());
    QCOMPARE(window.exitStatus(), QProcess::CrashExit);
}

void TestRecovery::survivesAKill_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("recover") << QStringLiteral("recoverChanges") << true;
    QTest::newRow("discard") << QStringLiteral("discardRecovered") << false;
}

void TestRecovery::survivesAKill()
{
    QFETCH(QString, answer);
    QFETCH(bool, isThere);
    killAWindow();
    QCOMPARE(session::recoveryFiles().size(), 1);
    showWindow();
    open(session::bundledScenario());
    m_window->offerRecovery();
    QVERIFY(dialog() && dialog()->objectName() == QLatin1String("recoveryDialog"));
    FormDriver::press(dialog(), answer);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->scenario().firm(nova) != nullptr, isThere, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), 30'000);
    QCOMPARE(m_session->isModified(), isThere);
    QTRY_VERIFY(session::recoveryFiles().isEmpty()); // this window holds it, or it is gone
}

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    TestRecovery test;
    return application.arguments().contains(victim) ? test.beKilled() : QTest::qExec(&test, argc, argv);
}

ENTENTE_TEST_RUN(run)

} // namespace tst_recovery

#include "tst_recovery.moc"
