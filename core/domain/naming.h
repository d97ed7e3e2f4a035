#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

namespace entente::domain {

// What things are called, and which of their facts stands for them, wherever they are spoken of.

QString titleOf(const Clause &clause); // its kind in words where it has none
// The name or title of a thing; its id where it isn't there, and of a conflict.
QString nameOf(const Scenario &scenario, const ThingRef &thing);
// "No other parts (Supply)": a clause and its agreement; the clause's id where it isn't there.
QString nameWithin(const Scenario &scenario, const ClauseRef &clause);
QString namesOf(const Scenario &scenario, const QList<FirmId> &firms); // "Host, Alpha"; "nobody named"
QString toStanceWords(StanceKind stance);                              // "affirms", "takes no side"

// Neither undisclosed nor a tranche of another amount of its agreement.
bool isWhole(const Amount &amount);
// The amount that stands for the agreement: its first whole sum of money, else its first whole quantity; null
// where it has none.
const Amount *mainAmount(const Agreement &agreement);

// Titles of agreements that tell apart those of one title: by their parties, their first year, both, or
// their ids, whichever is enough first. The scenario outlives it, unchanged.
class AgreementNames
{
public:
    explicit AgreementNames(const Scenario &scenario);

    QString of(const AgreementId &id) const; // its id where it isn't there

private:
    void tellApart(const QList<const Agreement *> &namesakes);

    const Scenario &m_scenario;
    QHash<AgreementId, QString> m_names; // of those that share their title
};

} // namespace entente::domain
