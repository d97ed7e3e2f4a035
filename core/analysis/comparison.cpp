#include "analysis/comparison.h"

#include "analysis/fields.h"

#include <QHash>
#include <QSet>

namespace entente::analysis {

namespace {

// What a side holds: the JSON Pointer of each thing and its fields.
using Things = QList<std::pair<QString, Fields>>;

Differences differencesBetween(const Things &before, const Things &after)
{
    Differences differences;
    const QHash<QString, Fields> old(before.begin(), before.end());
    QHash<QString, Fields> now(after.begin(), after.end());
    for (const auto &[path, fields] : before) {
        if (!now.contains(path))
            differences.removed.append(path);
    }
    for (const auto &[path, fields] : after) {
        const auto was = old.constFind(path);
        if (was == old.constEnd()) {
            differences.added.append(path);
            continue;
        }
        for (const Change &change : changesBetween(path, *was, fields))
            differences.changed.append(change);
    }
    return differences;
}

template <typename T> Things thingsOf(const QList<T> &list, const QString &map)
{
    Things things;
    for (const T &thing : list)
        things.append({map + u'/' + thing.id.text(), fieldsOf(thing)});
    return things;
}

Things clausesOf(const domain::Scenario &scenario)
{
    Things things;
    for (const domain::Agreement &agreement : scenario.agreements)
        things +=
            thingsOf(agreement.clauses, QStringLiteral("/agreements/%1/clauses").arg(agreement.id.text()));
    return things;
}

} // namespace

Comparison compare(const domain::Scenario &base, const domain::Scenario &alternate)
{
    const auto between = [](const auto &before, const auto &after, const char *map) {
        const QString pointer = QString::fromLatin1(map);
        return differencesBetween(thingsOf(before, pointer), thingsOf(after, pointer));
    };
    return {between(base.firms, alternate.firms, "/firms"),
            between(base.agreements, alternate.agreements, "/agreements"),
            differencesBetween(clausesOf(base), clausesOf(alternate)),
            between(base.terms, alternate.terms, "/defined_terms"),
            between(base.sources, alternate.sources, "/sources")};
}

namespace {

qsizetype thingsChanged(const Differences &differences)
{
    QSet<QString> things;
    for (const Change &change : differences.changed) {
        const bool isClause = change.path.section(u'/', 3, 3) == QLatin1String("clauses");
        things.insert(change.path.section(u'/', 0, isClause ? 4 : 2));
    }
    return things.size();
}

void describe(QStringList &parts, const Differences &differences, const QString &one, const QString &many)
{
    const auto add = [&](qsizetype count, const QString &verb) {
        if (count > 0)
            parts.append(QStringLiteral("%1 %2 %3").arg(count).arg(count == 1 ? one : many, verb));
    };
    add(differences.added.size(), QStringLiteral("added"));
    add(differences.removed.size(), QStringLiteral("removed"));
    add(thingsChanged(differences), QStringLiteral("changed"));
}

} // namespace

QString summary(const Comparison &comparison)
{
    QStringList parts;
    describe(parts, comparison.firms, QStringLiteral("firm"), QStringLiteral("firms"));
    describe(parts, comparison.agreements, QStringLiteral("agreement"), QStringLiteral("agreements"));
    describe(parts, comparison.clauses, QStringLiteral("clause"), QStringLiteral("clauses"));
    describe(parts, comparison.terms, QStringLiteral("defined term"), QStringLiteral("defined terms"));
    describe(parts, comparison.sources, QStringLiteral("source"), QStringLiteral("sources"));
    return parts.isEmpty() ? QStringLiteral("nothing changed") : parts.join(QStringLiteral(", "));
}

namespace {

// Two clauses that each prohibit are one pair, whichever stands first.
QString pairOf(const Conflict &conflict)
{
    QStringList clauses{domain::ThingRef::toText(conflict.prohibiting),
                        domain::ThingRef::toText(conflict.other)};
    clauses.sort();
    return clauses.join(u'~');
}

QString counted(qsizetype count, const QString &what)
{
    return QStringLiteral("%1 %2 %3")
        .arg(count)
        .arg(count == 1 ? QStringLiteral("conflict") : QStringLiteral("conflicts"), what);
}

} // namespace

ConflictDifferences compare(const QList<Conflict> &before, const QList<Conflict> &after)
{
    ConflictDifferences differences;
    QHash<QString, const Conflict *> old;
    for (const Conflict &conflict : before)
        old.insert(pairOf(conflict), &conflict);
    QSet<QString> now;
    for (const Conflict &conflict : after) {
        const QString pair = pairOf(conflict);
        now.insert(pair);
        const Conflict *was = old.value(pair);
        if (!was)
            differences.added.append(conflict);
        else if (was->verdict != conflict.verdict || was->partial != conflict.partial)
            differences.changed.append({*was, conflict});
    }
    for (const Conflict &conflict : before) {
        if (!now.contains(pairOf(conflict)))
            differences.removed.append(conflict);
    }
    return differences;
}

QString summary(const ConflictDifferences &differences)
{
    QStringList parts;
    if (!differences.added.isEmpty())
        parts.append(counted(differences.added.size(), QStringLiteral("new")));
    if (!differences.removed.isEmpty())
        parts.append(counted(differences.removed.size(), QStringLiteral("gone")));
    if (!differences.changed.isEmpty())
        parts.append(counted(differences.changed.size(), QStringLiteral("of another verdict")));
    return parts.join(QStringLiteral(", "));
}

} // namespace entente::analysis
