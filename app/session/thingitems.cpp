#include "session/thingitems.h"

#include "picture/itemreader.h"

#include <algorithm>

namespace entente::session {

using domain::ThingKind;
using domain::ThingRef;
using picture::Item;
using picture::Role;

namespace {

QStringList agreementsOf(const analysis::Conflict &conflict)
{
    return {conflict.prohibiting.agreement.text(), conflict.other.agreement.text()};
}

bool joinsSame(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    return (a.first() == b.first() && a.last() == b.last()) ||
           (a.first() == b.last() && a.last() == b.first());
}

const analysis::Conflict *conflictOf(const ThingRef &thing, const Composition &composition)
{
    const auto &all = composition.conflicts;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &conflict) { return conflict.ref() == thing; });
    return found == all.end() ? nullptr : &*found;
}

// Items that join the two agreements as conflicts, in their order; ghosts are none.
QList<qsizetype> conflictItemsBetween(const QStringList &agreements, const picture::Picture &picture)
{
    QList<qsizetype> indices = picture.items.about(agreements.first());
    if (agreements.last() != agreements.first())
        indices += picture.items.about(agreements.last());
    std::sort(indices.begin(), indices.end());
    picture::ItemReader reader(picture.items);
    indices.removeIf([&](qsizetype index) {
        reader.seek(index);
        return reader.role() != Role::Conflict || reader.named().ghost || !joinsSame(reader.of(), agreements);
    });
    return indices;
}

// Several conflicts may join the same two agreements: the nth item between them is the nth of these.
ThingRef conflictShownBy(const Item &item, const Composition &composition, const picture::Picture &picture)
{
    if (item.of.isEmpty())
        return {};
    qsizetype ordinal = conflictItemsBetween(item.of, picture).indexOf(picture.items.indexOf(item.id));
    ThingRef last;
    for (const analysis::Conflict &conflict : composition.conflicts) {
        if (!joinsSame(agreementsOf(conflict), item.of))
            continue;
        last = conflict.ref();
        if (ordinal-- == 0)
            break;
    }
    return last;
}

bool isSupportedBy(const QString &agreement, const domain::Scenario &scenario, int number)
{
    const domain::Agreement *found = scenario.agreement(domain::AgreementId(agreement));
    return found && domain::sourceNumbers(scenario, *found).contains(number);
}

bool standsFor(const Item &item, const ThingRef &thing, const Composition &composition,
               const picture::Picture &picture)
{
    if (item.ghost)
        return false;
    const QString first = item.of.value(0);
    const domain::Scenario &scenario = composition.file.scenario;
    switch (thing.kind) {
    case ThingKind::Firm:
        return item.role == Role::Firm && first == thing.id;
    case ThingKind::Agreement:
        return (item.role == Role::Agreement || item.role == Role::Line) && first == thing.id;
    case ThingKind::Clause:
        return item.role == Role::Agreement && first == thing.clauseRef().agreement.text();
    case ThingKind::Source:
        return item.role == Role::Agreement &&
               isSupportedBy(first, scenario, domain::numberOf(scenario, domain::SourceId(thing.id)));
    case ThingKind::Conflict:
        return item.role == Role::Conflict && conflictShownBy(item, composition, picture) == thing;
    case ThingKind::Term:
    case ThingKind::None:
        return false;
    }
    return false;
}

// Items that may stand for it: a large picture isn't gone through for one firm.
QList<qsizetype> candidatesFor(const ThingRef &thing, const Composition &composition,
                               const picture::Picture &picture)
{
    if (thing.kind == ThingKind::Firm || thing.kind == ThingKind::Agreement)
        return picture.items.about(thing.id);
    if (thing.kind == ThingKind::Clause)
        return picture.items.about(thing.clauseRef().agreement.text());
    if (thing.kind == ThingKind::Conflict) {
        const analysis::Conflict *conflict = conflictOf(thing, composition);
        return conflict ? conflictItemsBetween(agreementsOf(*conflict), picture) : QList<qsizetype>();
    }
    QList<qsizetype> candidates;
    for (qsizetype i = 0; thing.kind == ThingKind::Source && i < picture.items.size(); ++i) {
        if (picture.items.roleAt(i) == Role::Agreement)
            candidates.append(i);
    }
    return candidates;
}

} // namespace

QStringList itemsOf(const ThingRef &thing, const Composition &composition, const picture::Picture &picture)
{
    QStringList ids;
    picture::ItemReader reader(picture.items);
    for (const qsizetype index : candidatesFor(thing, composition, picture)) {
        reader.seek(index);
        const Item item = reader.named();
        if (standsFor(item, thing, composition, picture))
            ids.append(item.id);
    }
    return ids;
}

ThingRef thingOf(const Item &item, const Composition &composition, const picture::Picture &picture)
{
    if (item.of.isEmpty() || item.ghost)
        return {};
    switch (item.role) {
    case Role::Firm:
    case Role::Group:
        return ThingRef::of(domain::FirmId(item.of.first()));
    case Role::Agreement:
    case Role::Line:
        return ThingRef::of(domain::AgreementId(item.of.first()));
    case Role::Conflict:
        return conflictShownBy(item, composition, picture);
    case Role::Label:
    case Role::Legend:
    case Role::Footer:
        return {};
    }
    return {};
}

bool exists(const ThingRef &thing, const Composition &composition)
{
    const domain::Scenario &scenario = composition.file.scenario;
    switch (thing.kind) {
    case ThingKind::Firm:
        return scenario.firm(domain::FirmId(thing.id)) != nullptr;
    case ThingKind::Agreement:
        return scenario.agreement(domain::AgreementId(thing.id)) != nullptr;
    case ThingKind::Clause:
        return scenario.clause(thing.clauseRef()) != nullptr;
    case ThingKind::Term:
        return scenario.term(domain::TermId(thing.id)) != nullptr;
    case ThingKind::Source:
        return scenario.source(domain::SourceId(thing.id)) != nullptr;
    case ThingKind::Conflict:
        return conflictOf(thing, composition) != nullptr;
    case ThingKind::None:
        return false;
    }
    return false;
}

} // namespace entente::session
