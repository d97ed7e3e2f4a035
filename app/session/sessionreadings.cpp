#include "session/sessionprivate.h"
#include "session/thingitems.h"

namespace entente::session {

const domain::Scenario &Session::asWritten() const
{
    return d->readings.isEmpty() ? scenario() : d->asWritten;
}

const analysis::Readings &Session::readings() const
{
    return d->readings;
}

void Session::setReading(const QString &fact, domain::Reading reading)
{
    analysis::Readings next = d->readings;
    next.insert(fact, reading);
    d->readAs(next);
}

void Session::resetReadings()
{
    d->readAs({});
}

// What the file itself says is no reading of the user's, nor is what it no longer disputes.
void Session::Private::readAs(const analysis::Readings &next)
{
    if (!isOpen)
        return;
    const domain::Scenario written = q->asWritten();
    analysis::Readings otherwise;
    for (const analysis::DisputedFact &fact : analysis::disputedFacts(written)) {
        const domain::Reading reading = next.value(fact.fact.fact, fact.reading);
        if (reading != fact.reading)
            otherwise.insert(fact.fact.fact, reading);
    }
    if (otherwise == readings)
        return;
    asWritten = written;
    readings = otherwise;
    composition.file.scenario = asRead();
    redate(Redating::Readings);
    Q_EMIT q->readingsChanged();
    Q_EMIT q->pictureChanged();
}

// A reading that the file doesn't take is an assumption, and every figure says so.
domain::Scenario Session::Private::asRead() const
{
    domain::Scenario scenario = analysis::withReadings(asWritten, readings);
    scenario.hypothetical = scenario.hypothetical || !readings.isEmpty();
    return scenario;
}

} // namespace entente::session
