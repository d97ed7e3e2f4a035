#pragma once

#include "analysis/conflicts.h"
#include "picture/theme.h"

#include <functional>

namespace entente::exports {

// The picture at one date, once in each of the page's themes: the graph where it stands at every date,
// without footer and not cropped, and its legend apart.
struct Frame
{
    QList<picture::Picture> graphs;
    QList<picture::Picture> legends;
    QList<analysis::Conflict> conflicts; // as drawn: the nth is the graphs' item "conflict-n"
};

// What a page is made of; all of it must outlive the call.
struct PageSubject
{
    const domain::Scenario &scenario; // what is told of; the picture shows nothing else
    analysis::AsOf asOf; // what the page begins with
    // One theme, or a light and a dark one, of which the reader's system or the reader chooses.
    QList<picture::Theme> themes;
    QString comparedWith; // the title of what the picture tells changes of; empty for none
    std::function<Frame(const analysis::AsOf &)> draw;
};

// More firms and agreements would make a page that no browser shows in reasonable time.
constexpr qsizetype mostPageThings = 20'000;

// One self-contained page in HTML: the picture, details on click, search, a slider for the date. It loads
// nothing, runs no script but its own and works offline. Same input, same bytes. An error whose cause is
// Limit where there is more to show than `mostPageThings`.
Outcome<QByteArray> toWebPage(const PageSubject &subject);

} // namespace entente::exports
