#include "commandline/commandline.h"
#include "window/runwindow.h"

#include <QString>

int main(int argc, char *argv[])
{
    if (argc > 1 && entente::commandline::isSubcommand(QString::fromLocal8Bit(argv[1])))
        return entente::commandline::run(argc, argv);
    return entente::window::runWindow(argc, argv);
}
