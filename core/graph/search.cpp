#include "graph/search.h"

#include "domain/naming.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace entente::graph {

using domain::ThingRef;

namespace {

constexpr int withinName = 3; // the last of the ranks that a name gives
constexpr int inAliases = 4;
constexpr int inNotes = 5;

// Lower case without accents: "Société" is found by "societe".
QByteArray folded(const QString &text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        return text.toLatin1().toLower();
    QString result;
    for (QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            result += c.toCaseFolded();
    }
    return result.toUtf8();
}

QString wordsOf(const domain::Positions &positions, const domain::Scenario &scenario)
{
    QString words;
    for (const domain::Position &position : positions)
        words += scenario.nameOf(position.by) + u' ' + position.text + u' ' + position.attribution + u' ';
    return words;
}

} // namespace

void SearchIndex::Texts::append(const QByteArray &text)
{
    bytes += text;
    bytes += '\n'; // in no word that is looked for
    ends.push_back(quint32(bytes.size()));
}

QByteArrayView SearchIndex::Texts::at(size_t index) const
{
    const quint32 start = index == 0 ? 0 : ends[index - 1];
    return QByteArrayView(bytes).sliced(start, ends[index] - start - 1);
}

// Each once, in order.
template <typename Visit> void SearchIndex::Texts::forTextsWith(const QByteArray &word, Visit visit) const
{
    const QByteArrayMatcher matcher(word);
    for (qsizetype at = matcher.indexIn(bytes); at >= 0;) {
        const auto end = std::upper_bound(ends.begin(), ends.end(), quint32(at));
        visit(size_t(end - ends.begin()));
        at = matcher.indexIn(bytes, *end);
    }
}

SearchIndex::SearchIndex(const domain::Scenario &scenario)
{
    for (const domain::Firm &firm : scenario.firms)
        add(ThingRef::of(firm.id), firm.name, firm.aliases + firm.identifiers.values(), firm.note);
    for (const domain::Agreement &agreement : scenario.agreements)
        addAgreement(scenario, agreement);
    for (const domain::DefinedTerm &term : scenario.terms)
        add(ThingRef::of(term.id), term.name, {}, term.definition);
    for (const domain::Source &source : scenario.sources)
        add(ThingRef::of(source.id), source.title, {source.publisher, source.author}, source.note);
}

void SearchIndex::add(const ThingRef &thing, const QString &name, const QStringList &aliases,
                      const QString &rest)
{
    m_things.append(thing);
    m_names.append(folded(name));
    m_aliases.append(folded(aliases.join(u' ')));
    m_rest.append(folded(rest));
}

void SearchIndex::addAgreement(const domain::Scenario &scenario, const domain::Agreement &agreement)
{
    QStringList names;
    for (const domain::Party &party : agreement.parties)
        names.append(scenario.nameOf(party.firm));
    add(ThingRef::of(agreement.id), agreement.title, {domain::toReadable(agreement.kind)},
        names.join(u' ') + u' ' + agreement.note + u' ' + wordsOf(agreement.positions, scenario));
    for (const domain::Clause &clause : agreement.clauses) {
        add(ThingRef::of(domain::ClauseRef{agreement.id, clause.id}), domain::titleOf(clause),
            {domain::clauseKindInWords(clause.kind)},
            clause.text + u' ' + clause.note + u' ' + clause.condition.text + u' ' +
                wordsOf(clause.positions, scenario));
    }
}

bool SearchIndex::hasAll(size_t thing, const QByteArrayList &words) const
{
    return std::all_of(words.begin(), words.end(), [&](const QByteArray &word) {
        return m_names.at(thing).contains(word) || m_aliases.at(thing).contains(word) ||
               m_rest.at(thing).contains(word);
    });
}

int SearchIndex::rankOf(size_t thing, const QByteArray &whole) const
{
    const QByteArrayView name = m_names.at(thing);
    const qsizetype at = name.indexOf(whole);
    if (at == 0)
        return name.size() == whole.size() ? 0 : 1;
    if (at > 0)
        return name.contains(' ' + whole) ? 2 : withinName;
    return m_aliases.at(thing).contains(whole) ? inAliases : inNotes;
}

// By the longest word, which the fewest things have; what names give first, since nothing else ranks before
// it.
QList<SearchHit> SearchIndex::search(const QString &text, int most) const
{
    const QByteArray whole = folded(text).simplified();
    const QByteArrayList words = whole.isEmpty() ? QByteArrayList() : whole.split(' ');
    if (words.isEmpty())
        return {};
    const QByteArray longest = *std::max_element(
        words.begin(), words.end(), [](const auto &a, const auto &b) { return a.size() < b.size(); });
    std::vector<std::pair<int, size_t>> found; // rank and thing
    const auto take = [&](size_t thing) {
        if (hasAll(thing, words))
            found.emplace_back(rankOf(thing, whole), thing);
    };
    m_names.forTextsWith(longest, take);
    const auto inNames =
        std::count_if(found.begin(), found.end(), [](const auto &hit) { return hit.first <= withinName; });
    if (inNames < most) {
        m_aliases.forTextsWith(longest, take);
        m_rest.forTextsWith(longest, take);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QList<SearchHit> hits;
    for (size_t i = 0; i < std::min(found.size(), size_t(std::max(0, most))); ++i)
        hits.append({m_things.at(qsizetype(found[i].second)), found[i].first});
    return hits;
}

QList<SearchHit> search(const domain::Scenario &scenario, const QString &text, int most)
{
    return SearchIndex(scenario).search(text, most);
}

} // namespace entente::graph
