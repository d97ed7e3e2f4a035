#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace entente::graph {

struct SearchHit
{
    domain::ThingRef thing;
    int rank =
        0; // 0 best: exact, then prefix of the name, prefix of a word, within, in aliases, clauses, notes
};

// All words of a scenario, folded once: firms, agreements, clauses, terms and sources are found at each key
// that is pressed, also among a hundred thousand. Keeps nothing of the scenario but its ids.
class SearchIndex
{
public:
    SearchIndex() = default;
    explicit SearchIndex(const domain::Scenario &scenario);

    bool isEmpty() const { return m_things.isEmpty(); }
    // Things whose words contain every word of `text`, the best first; case and accents don't count.
    QList<SearchHit> search(const QString &text, int most = 200) const;

private:
    // Texts one after another, in UTF-8, each with its end.
    struct Texts
    {
        QByteArray bytes;
        std::vector<quint32> ends;
        void append(const QByteArray &text);
        QByteArrayView at(size_t index) const;
        template <typename Visit> void forTextsWith(const QByteArray &word, Visit visit) const;
    };
    void add(const domain::ThingRef &thing, const QString &name, const QStringList &aliases,
             const QString &rest = {});
    void addAgreement(const domain::Scenario &scenario, const domain::Agreement &agreement);
    bool hasAll(size_t thing, const QByteArrayList &words) const;
    int rankOf(size_t thing, const QByteArray &whole) const;

    QList<domain::ThingRef> m_things;
    Texts m_names;
    Texts m_aliases;
    Texts m_rest;
};

QList<SearchHit> search(const domain::Scenario &scenario, const QString &text, int most = 200);

} // namespace entente::graph
