#pragma once

#include "exports/article.h"

namespace entente::exports::article {

// An article as part of the web page. Whether its things hold is told anew by the page's script at each date.
QString toHtml(const Article &article);

// One thing's article as it is at several of the page's dates: what differs is there once for each, and the
// page's script shows that of the date. There is at least one, and all have the same sections.
QString toHtml(const QList<Article> &variants, const QString &title);

// The sections alone, for an article that the page has already.
QString toHtml(const QList<Section> &sections);

} // namespace entente::exports::article
