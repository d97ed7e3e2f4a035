#include "resources/resources.h"

#include <QtGlobal>
#include <QtCore/qdir.h>

static void initialise()
{
    Q_INIT_RESOURCE(entente); // must stand outside any namespace
}

void entente::loadResources()
{
    initialise();
}
