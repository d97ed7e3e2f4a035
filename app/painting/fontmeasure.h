#pragma once

#include "picture/textmeasure.h"

#include <QFont>

#include <memory>

namespace entente::painting {

// Registers Inter and Noto Sans Arabic from the program's resources. Needs a QGuiApplication; repeating does
// nothing.
void loadFonts();

// The one way from a style to a font for pictures: always of so many pixels, without hinting; text is drawn
// and measured with it and scaled by referenceScale(). So it measures the same at every zoom and in every
// export, and sizes may have fractions.
constexpr int referencePixels = 64;
QFont referenceFont(const picture::TextStyle &style, const QString &family);
inline double referenceScale(const picture::TextStyle &style)
{
    return style.size / referencePixels;
}

// The same font at its own size in whole pixels, for text that is part of a widget.
QFont fontFor(const picture::TextStyle &style, const QString &family);

std::unique_ptr<picture::TextMeasure> makeFontMeasure(const QString &family);

} // namespace entente::painting
