#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

namespace entente::analysis {

// Something that the scenario dates, with the precision that its source gives.
struct DatedEvent
{
    enum class Kind { Announced, Signed, Begins, Occurs, Ends, Filed, Trial };

    // The days of a date, as Julian day numbers: computed once, since a timeline asks for them all the time.
    struct Days
    {
        int earliest = 0;
        int first = 0;
        int last = 0;
        int latest = 0;
        bool operator==(const Days &) const = default;
    };

    DatedEvent(Kind what, const domain::ThingRef &whose, const domain::EventDate &when);

    Kind kind = Kind::Begins;
    domain::ThingRef thing; // the agreement or clause
    domain::EventDate date;
    Days days; // of it
    bool operator==(const DatedEvent &) const = default;
};
QString toWord(DatedEvent::Kind kind); // "announced", "begins"
// What an event is of, as one says it: "Cloud purchase", "Routing of Cloud purchase".
QString nameOf(const DatedEvent &event, const domain::Scenario &scenario);
// "Cloud purchase: announced about February 2026"
QString sentenceOf(const DatedEvent &event, const domain::Scenario &scenario);

// Every dated event of the scenario by the first day of its date, then in the scenario's order. A clause has
// events of its own only where its period differs from its agreement's.
QList<DatedEvent> datedEvents(const domain::Scenario &scenario);

// The event dates before and after a day, each once: what stepping goes through. None beyond the first or
// last.
std::optional<domain::EventDate> dateBefore(const QList<DatedEvent> &events, QDate day);
std::optional<domain::EventDate> dateAfter(const QList<DatedEvent> &events, QDate day);

} // namespace entente::analysis
