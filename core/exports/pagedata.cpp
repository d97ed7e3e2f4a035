#include "exports/pagedata.h"

#include "exports/articleparts.h"
#include "exports/datestops.h"
#include "exports/printable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace entente::exports {

using domain::ThingRef;

namespace {

QJsonArray listed(const QList<int> &numbers)
{
    QJsonArray list;
    for (int number : numbers)
        list.append(number);
    return list;
}

// [[["no", "it holds since March 2026"], …], [0, 0, 1 …]]: what is said of it, and which of that at each
// stop.
template <typename HoldingAt> QJsonArray holdingsOf(HoldingAt holdingAt, const QList<analysis::AsOf> &stops)
{
    QList<std::pair<QString, QString>> said;
    QList<int> at;
    for (const analysis::AsOf &stop : stops) {
        const analysis::Holding holding = holdingAt(stop);
        const std::pair<QString, QString> words(analysis::toWord(holding.truth), printable(holding.because));
        if (!said.contains(words))
            said.append(words);
        at.append(int(said.indexOf(words)));
    }
    QJsonArray texts;
    for (const auto &[truth, because] : said)
        texts.append(QJsonArray{truth, because});
    return {texts, listed(at)};
}

// Of every agreement, and of the clauses that don't hold just as their agreement does.
QJsonObject holdingsOf(const domain::Scenario &scenario, const QList<analysis::AsOf> &stops)
{
    QJsonObject holds;
    for (const domain::Agreement &agreement : scenario.agreements) {
        holds.insert(printable(ThingRef::of(agreement.id).toString()),
                     holdingsOf([&](const auto &stop) { return analysis::holding(agreement, stop); }, stops));
        for (const domain::Clause &clause : agreement.clauses) {
            const ThingRef ref = ThingRef::of(domain::ClauseRef{agreement.id, clause.id});
            const auto at = [&](const auto &stop) { return analysis::holding(clause, agreement, stop); };
            if (article::holdsApart(clause))
                holds.insert(printable(ref.toString()), holdingsOf(at, stops));
        }
    }
    return holds;
}

QJsonArray datesOf(const QList<analysis::AsOf> &stops)
{
    QJsonArray dates;
    for (const analysis::AsOf &stop : stops)
        dates.append(inWords(stop));
    return dates;
}

// Within a script element nothing but its end tag may end it; the two separators end a line in old engines.
QByteArray fitForScript(QByteArray json)
{
    json.replace('&', "\\u0026");
    json.replace('<', "\\u003c");
    json.replace('>', "\\u003e");
    json.replace("\xe2\x80\xa8", "\\u2028");
    json.replace("\xe2\x80\xa9", "\\u2029");
    return json;
}

} // namespace

QByteArray pageData(const domain::Scenario &scenario, const PageFrames &frames,
                    const QList<analysis::AsOf> &stops, qsizetype firstStop)
{
    QJsonObject things;
    for (auto it = frames.things.cbegin(); it != frames.things.cend(); ++it)
        things.insert(it.key(), printable(it.value().toString()));
    QJsonObject looks;
    for (auto it = frames.looks.cbegin(); it != frames.looks.cend(); ++it)
        looks.insert(it.key(), listed(it.value().at));
    QJsonObject conflicts;
    for (auto it = frames.conflictAt.cbegin(); it != frames.conflictAt.cend(); ++it)
        conflicts.insert(printable(it.key()), listed(it.value()));
    QJsonObject faded;
    for (auto it = frames.fadedAt.cbegin(); it != frames.fadedAt.cend(); ++it)
        faded.insert(printable(it.key()), listed(it.value()));
    QJsonArray may;
    for (bool mayConflict : frames.mayConflictAt)
        may.append(mayConflict);
    const QJsonObject data{{QStringLiteral("stops"), datesOf(stops)},
                           {QStringLiteral("first"), int(firstStop)},
                           {QStringLiteral("things"), things},
                           {QStringLiteral("looks"), looks},
                           {QStringLiteral("legends"), listed(frames.legendAt)},
                           {QStringLiteral("holds"), holdingsOf(scenario, stops)},
                           {QStringLiteral("faded"), faded},
                           {QStringLiteral("conflicts"), conflicts},
                           {QStringLiteral("may"), may}};
    return fitForScript(QJsonDocument(data).toJson(QJsonDocument::Compact));
}

} // namespace entente::exports
