#pragma once

#include "domain/thingref.h"

// Pieces of the page's HTML. Texts given are plain and are escaped here; `html` is ready.
namespace entente::exports::markup {

QString escaped(const QString &text); // fit for text and for attributes in double quotes
QString name(const QString &text);    // escaped, and apart from the direction of what is around it
QString hrefTo(const domain::ThingRef &thing);
QString link(const domain::ThingRef &thing, const QString &text);
QString address(const QString &url); // a link where that is safe, else text
QString paragraph(const QString &html, const char *className = nullptr); // nothing where html is empty

} // namespace entente::exports::markup
