#include "graph/search.h"

#include "domain/naming.h"

#include <algorithm>

namespace entente::graph {

using domain::ThingRef;

namespace {

// Lower case without accents: "Société" is found by "societe".
QString folded(const QString &text)
{
    QString result;
    for (QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            result += c.toCaseFolded();
    }
    return result;
}

constexpr int inNotes = 5;

class Searcher
{
public:
    explicit Searcher(const QString &text)
        : m_whole(folded(text).simplified())
        , m_words(m_whole.split(u' ', Qt::SkipEmptyParts))
    {}

    bool isEmpty() const { return m_words.isEmpty(); }

    // `name` ranks best; `aliases` next; `rest` is everything else that is said of the thing.
    void offer(const ThingRef &thing, const QString &name, const QStringList &aliases,
               const QString &rest = {})
    {
        const QString foldedName = folded(name);
        const QString everything = foldedName + u' ' + folded(aliases.join(u' ')) + u' ' + folded(rest);
        const bool all = std::all_of(m_words.begin(), m_words.end(), [&everything](const QString &word) {
            return everything.contains(word);
        });
        if (all)
            m_hits.append({thing, rank(foldedName, folded(aliases.join(u' ')))});
    }

    QList<SearchHit> best(int most)
    {
        std::stable_sort(m_hits.begin(), m_hits.end(),
                         [](const SearchHit &a, const SearchHit &b) { return a.rank < b.rank; });
        return m_hits.mid(0, most);
    }

private:
    int rank(const QString &name, const QString &aliases) const
    {
        if (name == m_whole)
            return 0;
        if (name.startsWith(m_whole))
            return 1;
        if (name.contains(u' ' + m_whole))
            return 2;
        if (name.contains(m_whole))
            return 3;
        return aliases.contains(m_whole) ? 4 : inNotes;
    }

    QString m_whole;
    QStringList m_words;
    QList<SearchHit> m_hits;
};

QString wordsOf(const domain::Positions &positions, const domain::Scenario &scenario)
{
    QString words;
    for (const domain::Position &position : positions)
        words += scenario.nameOf(position.by) + u' ' + position.text + u' ' + position.attribution + u' ';
    return words;
}

void offerAgreement(Searcher &searcher, const domain::Scenario &scenario, const domain::Agreement &agreement)
{
    QStringList names;
    for (const domain::Party &party : agreement.parties)
        names.append(scenario.nameOf(party.firm));
    searcher.offer(ThingRef::of(agreement.id), agreement.title, {domain::toReadable(agreement.kind)},
                   names.join(u' ') + u' ' + agreement.note + u' ' + wordsOf(agreement.positions, scenario));
    for (const domain::Clause &clause : agreement.clauses) {
        searcher.offer(ThingRef::of(domain::ClauseRef{agreement.id, clause.id}), domain::titleOf(clause),
                       {domain::toReadable(clause.kind)},
                       clause.text + u' ' + clause.note + u' ' + clause.condition.text + u' ' +
                           wordsOf(clause.positions, scenario));
    }
}

} // namespace

QList<SearchHit> search(const domain::Scenario &scenario, const QString &text, int most)
{
    Searcher searcher(text);
    if (searcher.isEmpty())
        return {};
    for (const domain::Firm &firm : scenario.firms)
        searcher.offer(ThingRef::of(firm.id), firm.name, firm.aliases + firm.identifiers.values(), firm.note);
    for (const domain::Agreement &agreement : scenario.agreements)
        offerAgreement(searcher, scenario, agreement);
    for (const domain::DefinedTerm &term : scenario.terms)
        searcher.offer(ThingRef::of(term.id), term.name, {}, term.definition);
    for (const domain::Source &source : scenario.sources)
        searcher.offer(ThingRef::of(source.id), source.title, {source.publisher, source.author}, source.note);
    return searcher.best(most);
}

} // namespace entente::graph
