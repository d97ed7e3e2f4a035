#pragma once

#include "exports/article.h"
#include "picture/theme.h"

#include <QString>

namespace entente::window {

// An article as rich text in the theme's colours, for a text browser: what it names is a link to
// ThingRef::toString(), a safe address a link that opens outside. All that it says is escaped.
QString toRichText(const exports::article::Article &article, const picture::Palette &palette);

} // namespace entente::window
