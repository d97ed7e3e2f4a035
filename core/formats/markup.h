#pragma once

#include <QString>

namespace entente::formats {

// "&amp;", "&#233;", "&#xe9;" and the names that HTML has for Latin-1 ("&eacute;") as the characters they
// stand for; what is none stays as it is.
QString decodeEntities(const QString &text);

// The text of a piece of HTML: tags and comments gone, a break or the end of a block a space, entities
// decoded, blanks single. Nothing in it is ever followed.
QString textOfHtml(const QString &html);

} // namespace entente::formats
