#pragma once

#include "picture/textmeasure.h"

#include <QFont>

#include <memory>

namespace entente::painting {

// Registers Inter and Noto Sans Arabic from the program's resources. Needs a QGuiApplication; repeating does nothing.
void loadFonts();

// The one way from a style to a font: pixel sizes, no hinting, so that text measures the same everywhere.
QFont fontFor(const picture::TextStyle &style, const QString &family);

std::unique_ptr<picture::TextMeasure> makeFontMeasure(const QString &family);

} // namespace entente::painting
