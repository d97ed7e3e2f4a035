#include "analysis/holdingchanges.h"

#include <algorithm>

namespace entente::analysis {

QList<HoldingChange> compareHolding(const DatedScenario &before, const DatedScenario &after)
{
    QList<HoldingChange> changes;
    const auto tell = [&changes](const domain::ThingRef &thing, const QString &path, Truth then, Truth now) {
        if (then != now)
            changes.append({thing, path, then, now});
    };
    for (const domain::Agreement &now : after.scenario.agreements) {
        const domain::Agreement *then = before.scenario.agreement(now.id);
        if (!then)
            continue;
        const QString path = QStringLiteral("/agreements/") + now.id.text();
        tell(domain::ThingRef::of(now.id), path, holding(*then, before.asOf).truth,
             holding(now, after.asOf).truth);
        for (const domain::Clause &clause : now.clauses) {
            const domain::ClauseRef ref{now.id, clause.id};
            const domain::Clause *old = before.scenario.clause(ref);
            if (old)
                tell(domain::ThingRef::of(ref), path + QStringLiteral("/clauses/") + clause.id.text(),
                     holding(*old, *then, before.asOf).truth, holding(clause, now, after.asOf).truth);
        }
    }
    return changes;
}

QString inWords(Truth after)
{
    switch (after) {
    case Truth::Yes:
        return QStringLiteral("now holds");
    case Truth::No:
        return QStringLiteral("no longer holds");
    case Truth::Depends:
        break;
    }
    return QStringLiteral("now depends");
}

QString summary(const QList<HoldingChange> &changes)
{
    QStringList parts;
    const auto add = [&](Truth after, const QString &one, const QString &many) {
        const auto count =
            std::count_if(changes.begin(), changes.end(),
                          [after](const HoldingChange &change) { return change.after == after; });
        if (count > 0)
            parts.append(QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many));
    };
    add(Truth::Yes, QStringLiteral("now holds"), QStringLiteral("now hold"));
    add(Truth::No, QStringLiteral("no longer holds"), QStringLiteral("no longer hold"));
    add(Truth::Depends, QStringLiteral("now depends"), QStringLiteral("now depend"));
    return parts.join(QStringLiteral(", "));
}

QString summary(const Comparison &comparison, const QList<HoldingChange> &holding,
                const ConflictDifferences &conflicts)
{
    QStringList parts{summary(holding), summary(conflicts)};
    if (comparison != Comparison())
        parts.prepend(summary(comparison));
    parts.removeAll(QString());
    return parts.isEmpty() ? QStringLiteral("nothing changed") : parts.join(QStringLiteral("; "));
}

} // namespace entente::analysis
