#include "window/runwindow.h"

#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "window/display.h"
#include "window/mainwindow.h"
#include "window/styling.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace entente::window {

namespace {

constexpr int noDisplay = 5;

} // namespace

int runWindow(int argc, char **argv)
{
    if (!canOpenWindow()) {
        std::fputs("entente: there is no display to open a window on; “entente draw FILE -o OUT” draws "
                   "without one\n",
                   stderr);
        return noDisplay;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("entente"));
    QApplication::setOrganizationName(QStringLiteral("entente"));
    QApplication::setApplicationDisplayName(QStringLiteral("Entente"));
    QApplication::setDesktopFileName(QStringLiteral("entente"));
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    session::Session session(*measure);
    session.warmUp();
    Styling styling;
    MainWindow window(session, styling);
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.openFile(arguments.at(1));
    else
        session.open(session::bundledScenario());
    QTimer::singleShot(0, &window, &MainWindow::offerRecovery);
    return QApplication::exec();
}

} // namespace entente::window
