#include "commandline/commandline.h"
#include "window/runwindow.h"

#include <QHashSeed>
#include <QString>

#include <csignal>

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // who reads no further is an error of writing, not the end
#endif
    // Qt's PDF engine writes fonts in the order of a hash; the same input is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    if (argc > 1 && entente::commandline::isSubcommand(QString::fromLocal8Bit(argv[1])))
        return entente::commandline::run(argc, argv);
    return entente::window::runWindow(argc, argv);
}
