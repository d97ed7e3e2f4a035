#pragma once

#include <QByteArray>
#include <QDateTime>

namespace entente::painting {

// Makes a PDF that Qt wrote the same for the same input: the date of the document becomes `created`, and the
// fonts embedded in it, which Qt dates by the clock, get no date.
void settleDates(QByteArray &pdf, const QDateTime &created);

} // namespace entente::painting
