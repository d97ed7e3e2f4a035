#include "session/comparing.h"

namespace entente::session {

namespace {

// "firm-openai" or "agreement-deal" from "/firms/openai" or "/agreements/deal/…": the items of the picture.
QString itemFor(const QString &pointer)
{
    const QString id = pointer.section(u'/', 2, 2);
    return pointer.startsWith(QLatin1String("/firms/")) ? QStringLiteral("firm-") + id
                                                        : QStringLiteral("agreement-") + id;
}

// A clause that comes, goes or changes is a change of its agreement.
QSet<QString> changedItems(const analysis::Comparison &comparison)
{
    QSet<QString> items;
    for (const analysis::Differences *differences :
         {&comparison.firms, &comparison.agreements, &comparison.clauses}) {
        for (const analysis::Change &change : differences->changed)
            items.insert(itemFor(change.path));
    }
    for (const QString &clause : comparison.clauses.added + comparison.clauses.removed)
        items.insert(itemFor(clause));
    return items;
}

// Conflicts are numbered in their picture.
QString itemOf(const analysis::Conflict &conflict, const QList<analysis::Conflict> &all)
{
    return QStringLiteral("conflict-%1").arg(all.indexOf(conflict));
}

void tellConflicts(picture::ChangesSince &since, const analysis::ConflictDifferences &differences,
                   const QList<analysis::Conflict> &before, const QList<analysis::Conflict> &now)
{
    for (const analysis::Conflict &conflict : differences.removed)
        since.removed.insert(itemOf(conflict, before));
    for (const analysis::Conflict &conflict : differences.added)
        since.added.insert(itemOf(conflict, now));
    for (const analysis::ConflictChange &change : differences.changed)
        since.changed.insert(itemOf(change.after, now));
}

// Only agreements have a place for a word of their own.
QHash<QString, QString> wordsOf(const QList<analysis::HoldingChange> &changes)
{
    QHash<QString, QString> words;
    for (const analysis::HoldingChange &change : changes) {
        if (change.thing.kind == domain::ThingKind::Agreement)
            words.insert(itemFor(change.path), analysis::inWords(change.after));
    }
    return words;
}

} // namespace

Changes changesSince(formats::ScenarioFile before, const analysis::AsOf &then, const Composition &now,
                     const Arrangement &kept, const Look &look)
{
    Changes changes;
    changes.facts = analysis::compare(before.scenario, now.file.scenario);
    changes.holding = analysis::compareHolding({before.scenario, then}, {now.file.scenario, now.asOf});
    const analysis::Comparison &comparison = changes.facts;
    Composition old = compose(std::move(before), then, look.theme, look.measure);
    Arrangement places = kept;
    places.merge(arrangementOf(now));
    settle(old, places);
    changes.conflicts = analysis::compare(old.conflicts, now.conflicts);
    picture::ChangesSince &since = changes.drawn;
    since.title = old.file.scenario.title;
    if (then != now.asOf)
        since.title += QStringLiteral(" as of %1").arg(then.toText());
    since.holding = wordsOf(changes.holding);
    since.before =
        picture::buildPicture(old.subject(), old.placement, look.theme, look.measure, canvasOptions());
    for (const QString &pointer : comparison.firms.added + comparison.agreements.added)
        since.added.insert(itemFor(pointer));
    since.changed = changedItems(comparison) - since.added;
    QSet<QString> gone;
    for (const QString &pointer : comparison.firms.removed + comparison.agreements.removed)
        gone.insert(pointer.section(u'/', 2, 2));
    for (const picture::Item &item : since.before.items) {
        const bool isLine = item.role == picture::Role::Line;
        const bool isThing = item.role == picture::Role::Firm || item.role == picture::Role::Agreement;
        if ((isThing || isLine) &&
            (gone.contains(item.of.first()) || (isLine && gone.contains(item.of.last()))))
            since.removed.insert(item.id);
    }
    tellConflicts(since, changes.conflicts, old.conflicts, now.conflicts);
    return changes;
}

std::optional<Changes> changesSince(const OtherSide &other, const Composition &now, bool isModified,
                                    const Arrangement &kept, const Look &look)
{
    const bool isItself = other.file && other.file->path == now.file.path && !isModified;
    if (isItself || other.isNone())
        return std::nullopt;
    return changesSince(other.file ? *other.file : now.file, other.asOf.value_or(now.asOf), now, kept, look);
}

} // namespace entente::session
