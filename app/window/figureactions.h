#pragma once

#include "session/session.h"

class QWidget;
class QPrinter;

namespace entente::window {

// The open scenario as a figure in the session's theme, of what is shown, with legend and footer.
void copyAsImage(const session::Session &session); // to the clipboard, at twice the size
void copyAsSvg(const session::Session &session);   // as image/svg+xml and as text
// Shows a preview with the printer's own settings; on white, whatever the theme.
void printFigure(const session::Session &session, QWidget *parent);
// One page, the figure as large as it fits.
void printOn(QPrinter &printer, const session::Session &session);

} // namespace entente::window
