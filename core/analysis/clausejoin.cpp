#include "analysis/clausejoin.h"

#include "analysis/ancestry.h"
#include "analysis/dayindex.h"

#include <QMap>

#include <utility>

namespace entente::analysis {

QList<HeldClause> comparableClauses(const domain::Scenario &scenario, const AsOf &asOf)
{
    QList<HeldClause> clauses;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Clause &clause : agreement.clauses) {
            if (isComparable(clause) && holding(clause, agreement, asOf).truth != Truth::No)
                clauses.append({&clause, &agreement});
        }
    }
    return clauses;
}

namespace {

// What pairs are joined by, of one clause.
struct Key
{
    int action = 0;
    int object = 0;
    int territory = 0;
    int channel = 0; // the group through which it runs; 0 where none is named
    int allowed = 0; // the group of its only channel; 0 where every channel is prohibited
    bool permits = false;
    domain::DaySpan days; // on which it may run
};

using Places = QList<int>; // of clauses

// Prohibitions and what they may prohibit, of one bearer or group.
struct ClauseSides
{
    Places prohibitions;
    Places others;
};

class Join
{
public:
    Join(const ScenarioIndex &index, const QList<HeldClause> &clauses,
         const std::function<bool(const Meeting &)> &visit)
        : m_ancestry(index.scenario())
        , m_visit(visit)
    {
        for (const HeldClause &held : clauses)
            m_keys.append(keyOf(index, held));
    }

    void byAction(const ClauseSides &side)
    {
        const auto above = [this](int thing) { return m_ancestry.above(thing); };
        join(side, &Key::action, above, onlyPermissions, [this](const ClauseSides &s) { byObject(s); });
    }

private:
    static constexpr bool onlyPermissions = true;

    Key keyOf(const ScenarioIndex &index, const HeldClause &held)
    {
        const domain::Clause &clause = *held.clause;
        const auto group = [&](const domain::FirmId &firm) { return m_groups.of(index.rootOf(firm).text()); };
        Key key;
        key.action = m_ancestry.numberOf(clause.action);
        key.object = m_ancestry.numberOf(clause.object);
        key.territory = m_territories.numberOf(clause.territory);
        key.channel = group(clause.through.isEmpty() ? clause.onlyThrough : clause.through);
        key.allowed = group(clause.onlyThrough);
        key.permits = clause.modality == domain::Modality::Permission;
        key.days = held.possibleDays();
        return key;
    }

    void byObject(const ClauseSides &side)
    {
        const auto above = [this](int thing) { return m_ancestry.above(thing); };
        join(side, &Key::object, above, onlyPermissions, [this](const ClauseSides &s) { byTerritory(s); });
    }

    void byTerritory(const ClauseSides &side)
    {
        const auto above = [this](int territory) { return m_territories.above(territory); };
        join(side, &Key::territory, above, !onlyPermissions, [this](const ClauseSides &s) { byDays(s); });
    }

    QMap<int, Places> grouped(const Places &places, int Key::*field) const
    {
        QMap<int, Places> groups;
        for (const int place : places)
            groups[m_keys[place].*field].append(place);
        return groups;
    }

    // Hands on what has one field in common: the other's value is the prohibition's or lies within it; or the
    // other way round, for permissions or for all.
    template <typename Above, typename Next>
    void join(const ClauseSides &side, int Key::*field, Above &&above, bool widerByPermissionOnly,
              Next &&next)
    {
        const QMap<int, Places> prohibitions = grouped(side.prohibitions, field);
        const QMap<int, Places> others = grouped(side.others, field);
        for (auto other = others.begin(); other != others.end(); ++other) {
            for (const int wide : above(other.key())) {
                if (const auto found = prohibitions.find(wide); !m_stopped && found != prohibitions.end())
                    next(ClauseSides{*found, *other});
            }
        }
        for (auto prohibition = prohibitions.begin(); prohibition != prohibitions.end(); ++prohibition) {
            for (const int wide : above(prohibition.key())) {
                const auto found = wide == prohibition.key() ? others.end() : others.find(wide);
                if (m_stopped || found == others.end())
                    continue;
                next(ClauseSides{*prohibition, widerByPermissionOnly ? permissions(*found) : *found});
            }
        }
    }

    Places permissions(Places places) const
    {
        places.removeIf([this](int place) { return !m_keys[place].permits; });
        return places;
    }

    // Prohibitions by channel reach only what runs outside their own channel's group.
    void byDays(const ClauseSides &side)
    {
        QMap<int, DayIndex> byChannel;
        for (const int place : side.others)
            byChannel[m_keys[place].channel].add(m_keys[place].days, place);
        for (DayIndex &index : byChannel)
            index.build();
        for (const int place : side.prohibitions) {
            const Key &key = m_keys[place];
            for (auto others = byChannel.cbegin(); others != byChannel.cend(); ++others) {
                if (key.allowed == 0 || others.key() != key.allowed)
                    others->overlapping(key.days, [&](int other) { meet(place, other); });
            }
        }
    }

    void meet(int prohibiting, int other)
    {
        if (prohibiting != other && !m_stopped)
            m_stopped = !m_visit({prohibiting, other});
    }

    Ancestry m_ancestry;
    Territories m_territories;
    Numbering m_groups;
    QList<Key> m_keys;
    const std::function<bool(const Meeting &)> &m_visit;
    bool m_stopped = false;
};

} // namespace

void visitMeetings(const ScenarioIndex &index, const QList<HeldClause> &clauses,
                   const std::function<bool(const Meeting &)> &visit)
{
    QMap<domain::FirmId, ClauseSides> byBearer;
    QMap<domain::FirmId, ClauseSides> byGroup; // for prohibitions that bind affiliates
    for (int place = 0; place < clauses.size(); ++place) {
        const domain::Clause &clause = *clauses[place].clause;
        const domain::FirmId group = index.rootOf(clause.bearer);
        byBearer[clause.bearer].others.append(place);
        byGroup[group].others.append(place);
        if (prohibits(clause))
            (clause.bindsAffiliates ? byGroup[group] : byBearer[clause.bearer]).prohibitions.append(place);
    }
    Join join(index, clauses, visit);
    for (const auto &sides : {std::as_const(byBearer), std::as_const(byGroup)}) {
        for (const ClauseSides &side : sides) {
            if (!side.prohibitions.isEmpty())
                join.byAction(side);
        }
    }
}

} // namespace entente::analysis
