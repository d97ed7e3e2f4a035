#pragma once

#include "session/session.h"

#include <functional>

class QWidget;

namespace entente::window {

// What the open scenario says at the session's date, as a report in the form that the file's ending names.
// Errors where that is none, or where the file can't be written: the one that was there then stays.
ProblemList writeReport(const session::Session &session, const QString &path);

// Asks for a file and writes the report; what is wrong is told in a box.
void askForReport(const session::Session &session, QWidget *window,
                  const std::function<void(const QString &path)> &written);

} // namespace entente::window
