#pragma once

#include <QString>

namespace entente::analysis {

QString quoted(const QString &text); // as a string of strict JSON

} // namespace entente::analysis
