#include "window/display.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX

#include <QByteArray>
#include <QDir>
#include <QLibraryInfo>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xcb/xcb.h>

namespace entente::window {

namespace {

// Also false where the server is there and refuses us.
bool reachesX11()
{
    xcb_connection_t *connection = xcb_connect(nullptr, nullptr);
    const bool isReached = xcb_connection_has_error(connection) == 0;
    xcb_disconnect(connection);
    return isReached;
}

bool hasWaylandPlugin()
{
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    return !plugins.entryList({QStringLiteral("libqwayland*")}, QDir::Files).isEmpty();
}

// By the rules of wl_display_connect: a path, or a name in the runtime folder.
bool reachesWayland()
{
    const QByteArray display = qgetenv("WAYLAND_DISPLAY");
    if (display.isEmpty() || !hasWaylandPlugin())
        return false;
    const QByteArray path = display.startsWith('/') ? display : qgetenv("XDG_RUNTIME_DIR") + '/' + display;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (size_t(path.size()) >= sizeof(address.sun_path))
        return false;
    qstrncpy(address.sun_path, path.constData(), sizeof(address.sun_path));
    const int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool isReached =
        door >= 0 && connect(door, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    if (door >= 0)
        close(door);
    return isReached;
}

} // namespace

bool canOpenWindow()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform.isEmpty())
        return reachesX11() || reachesWayland();
    if (platform.startsWith("xcb"))
        return reachesX11();
    return !platform.startsWith("wayland") || reachesWayland();
}

} // namespace entente::window

#endif
