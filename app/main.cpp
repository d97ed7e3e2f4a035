#include "commandline/commandline.h"
#include "window/runwindow.h"

#include <QHashSeed>
#include <QStringList>

#include <csignal>

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // who reads no further is an error of writing, not the end
#endif
    // Qt's PDF engine writes fonts in the order of a hash; the same input is to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return entente::commandline::askForWindow(arguments) ? entente::window::runWindow(argc, argv)
                                                         : entente::commandline::run(argc, argv);
}
