#include "window/runwindow.h"

#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "window/display.h"
#include "window/mainwindow.h"
#include "window/styling.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

namespace entente::window {

namespace {

constexpr int wrongUsage = 2;
constexpr int noDisplay = 5;

} // namespace

int runWindow(int argc, char **argv)
{
    if (argc > 2 || (argc == 2 && argv[1][0] == '-' && argv[1][1] != '\0')) {
        std::fputs("entente: expected one FILE or a subcommand; “entente --help” lists them\n", stderr);
        return wrongUsage;
    }
    const QString word = argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (!word.isEmpty() && !word.contains(u'.') && !word.contains(u'/') && word != u'-' &&
        !QFileInfo::exists(word)) {
        std::fprintf(stderr,
                     "entente: there is no file and no subcommand “%s”; “entente --help” lists them\n",
                     argv[1]);
        return wrongUsage;
    }
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
