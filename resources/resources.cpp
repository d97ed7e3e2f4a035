#include "resources/resources.h"

#include <QtCore/qdir.h>
#include <QtGlobal>

static void initialise()
{
    Q_INIT_RESOURCE(entente); // must stand outside any namespace
}

void entente::loadResources()
{
    initialise();
}
