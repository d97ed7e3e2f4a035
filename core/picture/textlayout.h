#pragma once

#include "picture/picture.h"

namespace entente::picture {

// The text within a width, at most so many lines; what is left out of the last one ends in an ellipsis.
// Breaks at blanks, and within a word only where it alone is too wide.
QStringList brokenLines(const QString &text, const TextStyle &style, double width, int mostLines,
                        const TextMeasure &measure);
QString elided(const QString &text, const TextStyle &style, double width, const TextMeasure &measure);

// The direction of a paragraph: that of its first strong letter (UAX #9, P2 and P3).
bool isRightToLeft(const QString &text);

Text textAt(QPointF baseline, const QString &text, const TextStyle &style, Rgba colour,
            const TextMeasure &measure);

// The text as it is given to whatever shapes it: right-to-left paragraphs in an isolate (UAX #9), so that
// every renderer takes the paragraph's direction from the text itself and starts at its left end.
QString inDirection(const Text &text);

// Blanks for what can't be drawn or would break a line: control characters, lone surrogates, line breaks.
QString cleaned(const QString &text);

} // namespace entente::picture
