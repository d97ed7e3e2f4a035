#include "domain/scenario.h"

#include <algorithm>
#include <set>

namespace entente::domain {

namespace {

template <typename T, typename I>
const T *lookUp(const QList<T> &things, const QHash<I, int> &at, const I &id)
{
    const auto found = at.constFind(id);
    return found == at.constEnd() ? nullptr : &things[*found];
}

template <typename T, typename I> QHash<I, int> indexOf(const QList<T> &things)
{
    QHash<I, int> at;
    at.reserve(things.size());
    for (int i = 0; i < things.size(); ++i)
        at.insert(things[i].id, i);
    return at;
}

} // namespace

const Firm *Scenario::firm(const FirmId &key) const
{
    return lookUp(firms, m_firmAt, key);
}

const Agreement *Scenario::agreement(const AgreementId &key) const
{
    return lookUp(agreements, m_agreementAt, key);
}

const DefinedTerm *Scenario::term(const TermId &key) const
{
    return lookUp(terms, m_termAt, key);
}

const Source *Scenario::source(const SourceId &key) const
{
    return lookUp(sources, m_sourceAt, key);
}

const Clause *Scenario::clause(const ClauseRef &ref) const
{
    const Agreement *holder = agreement(ref.agreement);
    if (!holder)
        return nullptr;
    const auto found = std::find_if(holder->clauses.begin(), holder->clauses.end(),
                                    [&ref](const Clause &clause) { return clause.id == ref.clause; });
    return found == holder->clauses.end() ? nullptr : &*found;
}

FirmId Scenario::rootOf(const FirmId &key) const
{
    FirmId root = key;
    for (const Firm *step = firm(root); step && !step->partOf.isEmpty(); step = firm(root))
        root = step->partOf;
    return root;
}

bool Scenario::isWithin(const FirmId &part, const FirmId &whole) const
{
    for (FirmId at = part; !at.isEmpty();) {
        if (at == whole)
            return true;
        const Firm *step = firm(at);
        at = step ? step->partOf : FirmId();
    }
    return false;
}

QString Scenario::nameOf(const FirmId &key) const
{
    const Firm *found = firm(key);
    return found ? found->name : key.text();
}

QString Scenario::nameOfThing(const QString &key) const
{
    if (const DefinedTerm *found = term(TermId(key)))
        return found->name;
    return nameOf(FirmId(key));
}

void Scenario::index()
{
    m_firmAt = indexOf<Firm, FirmId>(firms);
    m_agreementAt = indexOf<Agreement, AgreementId>(agreements);
    m_termAt = indexOf<DefinedTerm, TermId>(terms);
    m_sourceAt = indexOf<Source, SourceId>(sources);
    for (Agreement &agreement : agreements)
        agreement.spokenOn.date = asOf;
}

bool Scenario::operator==(const Scenario &other) const
{
    const auto said = [](const Scenario &s) {
        return std::tie(s.id, s.title, s.summary, s.asOf, s.license, s.hypothetical, s.sources, s.firms,
                        s.terms, s.agreements, s.views, s.extras);
    };
    return said(*this) == said(other);
}

int numberOf(const Scenario &scenario, const SourceId &source)
{
    const Source *found = scenario.source(source);
    return found ? int(found - scenario.sources.constData()) + 1 : 0;
}

namespace {

// Gathers the numbers of every cite below an agreement.
class Numbers
{
public:
    explicit Numbers(const Scenario &scenario)
        : m_scenario(scenario)
    {}

    void add(const Cites &cites)
    {
        for (const Cite &cite : cites) {
            if (const int number = numberOf(m_scenario, cite.source))
                m_numbers.insert(number);
        }
    }

    void add(const Positions &positions)
    {
        for (const Position &position : positions)
            add(position.cites);
    }

    void add(const QList<Exception> &exceptions)
    {
        for (const Exception &exception : exceptions) {
            add(exception.cites);
            add(exception.exceptions);
        }
    }

    QList<int> sorted() const { return {m_numbers.begin(), m_numbers.end()}; }

private:
    const Scenario &m_scenario;
    std::set<int> m_numbers;
};

} // namespace

QList<int> sourceNumbers(const Scenario &scenario, const Agreement &agreement)
{
    Numbers numbers(scenario);
    numbers.add(agreement.cites);
    numbers.add(agreement.positions);
    for (const Cites &cites : agreement.factCites)
        numbers.add(cites);
    for (const Amount &amount : agreement.amounts) {
        numbers.add(amount.cites);
        numbers.add(amount.condition.cites);
        numbers.add(amount.condition.positions);
    }
    if (agreement.stake)
        numbers.add(agreement.stake->cites);
    for (const Clause &clause : agreement.clauses) {
        numbers.add(clause.cites);
        numbers.add(clause.positions);
        numbers.add(clause.condition.cites);
        numbers.add(clause.condition.positions);
        numbers.add(clause.exceptions);
    }
    return numbers.sorted();
}

} // namespace entente::domain
