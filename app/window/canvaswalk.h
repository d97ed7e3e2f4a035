#pragma once

#include "picture/picture.h"

#include <QString>

namespace entente::window {

// Walking the picture by keyboard. Things to walk are firms, then agreements, then conflicts, each in the
// scenario's order, which is the outline's.
bool isWalked(picture::Role role);
QStringList walkOrder(const picture::Picture &picture);

// The item after (or before) the one named; the first (last) where none is named; empty past the end.
QString walkedBy(const picture::Picture &picture, const QString &from, bool forward);

enum class Direction { Left, Right, Up, Down };
// The nearest item in that direction, within 45° before anything else; empty where there is none.
QString nearestIn(const picture::Picture &picture, const QString &from, Direction direction);

} // namespace entente::window
