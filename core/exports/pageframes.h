#pragma once

#include "exports/inlinesvg.h"
#include "exports/webpage.h"

#include <QMap>

namespace entente::exports {

// How one item of the picture looks from stop to stop. Look 0 is that of the page's first stop, as the page
// shows it; others have their number among the spare ones; -1: it isn't there.
struct ItemLooks
{
    QList<int> at; // parallel to the stops
};

// A conflict as it stands at some of a page's dates: its verdict and reasons may differ from date to date.
struct ConflictAtDates
{
    analysis::Conflict conflict;
    analysis::AsOf asOf; // the first of the dates
    bool operator==(const ConflictAtDates &) const = default;
};

// One conflict of the page, with every way in which it stands at the page's dates.
struct PageConflict
{
    domain::ThingRef ref;
    QList<ConflictAtDates> variants;
};

// What is true of it at all of the page's dates: certain only where it is certain at each, dependent only on
// what it always depends on.
analysis::Conflict atAllDates(const PageConflict &conflict);

// Everything that is drawn at any of the stops. Nothing moves from one to the other, so that only what looks
// otherwise is kept more than once.
struct PageFrames
{
    QList<picture::Picture> shown;          // at the first stop, in each theme
    QList<picture::Picture> spare;          // other looks: items "look-1", "look-2" …, in each theme
    QMap<QString, ItemLooks> looks;         // by item id, of what changes
    QMap<QString, domain::ThingRef> things; // by item id
    QList<QList<picture::Picture>> legends; // each that differs, in each theme
    QList<int> legendAt;                    // parallel to the stops
    QList<PageConflict> conflicts;          // of all stops, in the order in which they are found
    QMap<QString, QList<int>> conflictAt;   // by their refs: which variant stands at a stop, -1 for none
    QMap<QString, QList<int>> fadedAt; // by the refs of firms and agreements: the stops at which they fade
    QList<bool> mayConflictAt;         // parallel to the stops
};

PageFrames collectFrames(const PageSubject &subject, const QList<analysis::AsOf> &stops, qsizetype firstStop);

} // namespace entente::exports
