#include "window/citations.h"

#include <set>

namespace entente::window {

using domain::Scenario;
using domain::ThingKind;
using domain::ThingRef;

namespace {

using Numbers = std::set<int>; // as printed, in ascending order

void take(Numbers &numbers, const Scenario &scenario, const domain::Cites &cites)
{
    for (const domain::Cite &cite : cites)
        numbers.insert(domain::numberOf(scenario, cite.source));
}

void take(Numbers &numbers, const Scenario &scenario, const domain::Agreement *agreement)
{
    if (!agreement)
        return;
    const QList<int> own = domain::sourceNumbers(scenario, *agreement);
    numbers.insert(own.begin(), own.end());
}

void take(Numbers &numbers, const Scenario &scenario, const domain::DefinedTerm &term)
{
    take(numbers, scenario, term.cites);
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        take(numbers, scenario, narrower.cites);
        for (const domain::Position &position : narrower.positions)
            take(numbers, scenario, position.cites);
    }
}

void takeConflict(Numbers &numbers, const Scenario &scenario, const ThingRef &conflict)
{
    for (const QString &clause : conflict.id.split(u'~'))
        take(numbers, scenario,
             scenario.agreement(ThingRef{ThingKind::Clause, clause}.clauseRef().agreement));
}

Numbers numbersOf(const Scenario &scenario, const ThingRef &thing)
{
    Numbers numbers;
    switch (thing.kind) {
    case ThingKind::Firm:
        if (const domain::Firm *firm = scenario.firm(domain::FirmId(thing.id)))
            take(numbers, scenario, firm->cites);
        break;
    case ThingKind::Agreement:
        take(numbers, scenario, scenario.agreement(domain::AgreementId(thing.id)));
        break;
    case ThingKind::Clause:
        take(numbers, scenario, scenario.agreement(thing.clauseRef().agreement));
        break;
    case ThingKind::Term:
        if (const domain::DefinedTerm *term = scenario.term(domain::TermId(thing.id)))
            take(numbers, scenario, *term);
        break;
    case ThingKind::Source:
        numbers.insert(domain::numberOf(scenario, domain::SourceId(thing.id)));
        break;
    case ThingKind::Conflict:
        takeConflict(numbers, scenario, thing);
        break;
    case ThingKind::None:
        break;
    }
    numbers.erase(0); // a source that isn't there
    return numbers;
}

} // namespace

QStringList citations(const Scenario &scenario, const ThingRef &thing)
{
    QStringList lines;
    for (int number : numbersOf(scenario, thing)) {
        const domain::Source &source = scenario.sources[number - 1];
        const QString address = source.url.isEmpty() ? QString() : QStringLiteral(", ") + source.url;
        lines.append(QStringLiteral("[%1] %2%3").arg(QString::number(number), source.title, address));
    }
    return lines;
}

} // namespace entente::window
