#pragma once

#include "exports/article.h"
#include "picture/theme.h"

#include <QString>

namespace entente::window {

// Of long lists a text browser shows the start at once, and the rest when asked: laying out thousands of
// points takes seconds.
enum class Length { Short, Whole };
constexpr qsizetype mostPoints = 200;         // of a list that is cut short
const QLatin1String showAllLink("show-all:"); // what leads from there to the whole

// An article as rich text in the theme's colours, for a text browser: what it names is a link to
// ThingRef::toString(), a safe address a link that opens outside. All that it says is escaped.
QString toRichText(const exports::article::Article &article, const picture::Palette &palette,
                   Length length = Length::Whole);

} // namespace entente::window
