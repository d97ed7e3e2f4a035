#include "app/session/sessionfixture.h"
#include "app/window/controls.h"
#include "painting/fontmeasure.h"
#include "support/registration.h"
#include "window/exportdialog.h"
#include "window/infowindows.h"
#include "window/mainwindow.h"
#include "window/settingsdialog.h"

#include <QSettings>
#include <QStandardPaths>

namespace tst_controls {

using namespace entente;
using namespace entente::window;

// Every control of every window has an object name, an accessible name, a tooltip and a shortcut.
class TestControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mainWindow();
    void exportDialog();
    void settingsDialog();
    void guide();
    void about();
};

namespace {

void check(const QWidget &window)
{
    const QStringList poor = test::poorControls(window);
    QVERIFY2(poor.isEmpty(), qPrintable(poor.join(u'\n')));
}

} // namespace

void TestControls::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(QStringLiteral("entente-tests"));
    QApplication::setApplicationName(QStringLiteral("tst_controls"));
    QSettings().clear();
    painting::loadFonts();
}

void TestControls::mainWindow()
{
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    Styling styling;
    session::Session session(*measure);
    MainWindow window(session, styling);
    window.show();
    session.open(session::bundledScenario());
    QTRY_VERIFY_WITH_TIMEOUT(session.isOpen() && !session.isBusy(), 30'000);
    check(window);
}

void TestControls::exportDialog()
{
    test::OpenSession open;
    QVERIFY(open.open("base.entente.json"));
    check(ExportDialog(open.session));
}

void TestControls::settingsDialog()
{
    check(SettingsDialog({}));
}

void TestControls::guide()
{
    check(GuideWindow(nullptr));
}

void TestControls::about()
{
    check(AboutDialog(nullptr));
}

ENTENTE_TEST(TestControls, QApplication)

} // namespace tst_controls

#include "tst_controls.moc"
