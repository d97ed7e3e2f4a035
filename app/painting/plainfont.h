#pragma once

#include <QByteArray>

namespace entente::painting {

// An OpenType font whose contextual alternates (the feature calt) are never applied. Inter's swap "-", "(" or
// "x" beside capitals and digits for glyphs that no character has, so that a PDF's text could not be copied
// whole; and what a contract says is to be shown as it is written. Anything else than such a font is returned
// as it is. Layout: OpenType 1.9, "GSUB header" and "Feature List table".
QByteArray withoutContextualAlternates(QByteArray font);

} // namespace entente::painting
