#include "session/comparing.h"

#include <algorithm>

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

// Conflicts are numbered in their picture; those between the same two clauses are told apart by all they say.
class ConflictItems
{
public:
    explicit ConflictItems(const QList<analysis::Conflict> &all)
        : m_all(all)
    {
        for (qsizetype i = 0; i < all.size(); ++i)
            m_places[all.at(i).ref().id].append(i);
    }

    QString of(const analysis::Conflict &conflict) const
    {
        const QList<qsizetype> places = m_places.value(conflict.ref().id);
        const auto place =
            std::find_if(places.begin(), places.end(), [&](qsizetype i) { return m_all.at(i) == conflict; });
        return QStringLiteral("conflict-%1").arg(place == places.end() ? -1 : *place);
    }

private:
    const QList<analysis::Conflict> &m_all;
    QHash<QString, QList<qsizetype>> m_places;
};

void tellConflicts(picture::ChangesSince &since, const analysis::ConflictDifferences &differences,
                   const ConflictItems &before, const ConflictItems &now)
{
    for (const analysis::Conflict &conflict : differences.removed)
        since.removed.insert(before.of(conflict));
    for (const analysis::Conflict &conflict : differences.added)
        since.added.insert(now.of(conflict));
    for (const analysis::ConflictChange &change : differences.changed)
        since.changed.insert(now.of(change.after));
}

// Of things, and of lines that lead to one of them.
bool isGone(const picture::Item &item, const QSet<QString> &gone)
{
    if (item.role == picture::Role::Firm || item.role == picture::Role::Agreement)
        return gone.contains(item.id);
    return item.role == picture::Role::Line &&
           (gone.contains(QStringLiteral("agreement-") + item.of.first()) ||
            gone.contains(QStringLiteral("firm-") + item.of.last()));
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

Changes changesSince(const domain::Scenario &before, const analysis::AsOf &then, const Composition &now,
                     const Arrangement &kept, const Look &look)
{
    Changes changes;
    changes.facts = analysis::compare(before, now.file.scenario);
    changes.holding = analysis::compareHolding({before, then}, {now.file.scenario, now.asOf});
    const analysis::Comparison &comparison = changes.facts;
    formats::ScenarioFile file; // without its document, which no picture needs
    file.scenario = before;
    Composition old = compose(std::move(file), then, look.theme, look.measure);
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
        gone.insert(itemFor(pointer));
    for (const picture::Item &item : since.before.items) {
        if (isGone(item, gone))
            since.removed.insert(item.id);
    }
    tellConflicts(since, changes.conflicts, ConflictItems(old.conflicts), ConflictItems(now.conflicts));
    return changes;
}

std::optional<Changes> changesSince(const OtherSide &other, const Composition &now, bool isModified,
                                    const Arrangement &kept, const Look &look)
{
    const bool isItself = other.file && other.file->path == now.file.path && !isModified;
    if (isItself || other.isNone())
        return std::nullopt;
    return changesSince(other.file ? other.file->scenario : now.file.scenario, other.asOf.value_or(now.asOf),
                        now, kept, look);
}

} // namespace entente::session
