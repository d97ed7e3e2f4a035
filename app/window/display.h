#pragma once

#include <QtGlobal>

namespace entente::window {

// Whether a window can be opened. Asked before there is a QApplication, which would abort where none can.
#ifdef Q_OS_LINUX
bool canOpenWindow();
#else
inline bool canOpenWindow()
{
    return true;
}
#endif

} // namespace entente::window
