#pragma once

#include "picture/textmeasure.h"

#include <QFont>

#include <memory>

namespace entente::painting {

// Registers Inter and Noto Sans Arabic from the program's resources. Needs a QGuiApplication; repeating does
// nothing.
void loadFonts();

// The same font at its own size in whole pixels, for text that is part of a widget.
QFont fontFor(const picture::TextStyle &style, const QString &family);

// A sentence where this machine lacks the family, so that Inter takes its place; empty where it has it.
QString fontWarning(const QString &family);

std::unique_ptr<picture::TextMeasure> makeFontMeasure(const QString &family);

} // namespace entente::painting
