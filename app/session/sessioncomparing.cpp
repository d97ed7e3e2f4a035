#include "session/comparing.h"
#include "session/readoptions.h"
#include "session/sessionprivate.h"

namespace entente::session {

QString Session::comparedWith() const
{
    return d->compared ? d->compared->path : QString();
}

const std::optional<analysis::AsOf> &Session::comparedAsOf() const
{
    return d->comparedAsOf;
}

const domain::Scenario *Session::comparedScenario() const
{
    if (d->compared)
        return &d->compared->scenario;
    return d->comparedAsOf ? &d->composition.file.scenario : nullptr;
}

const std::optional<picture::ChangesSince> &Session::changes() const
{
    return d->since;
}

ProblemList Session::compareWith(const QString &path)
{
    if (path.isEmpty()) {
        const bool wasCompared = comparedScenario();
        d->compared.reset();
        d->comparedAsOf.reset();
        if (wasCompared)
            d->tellComparison();
        return {};
    }
    Outcome<formats::ScenarioFile> file = formats::readScenario(path, readOptions());
    if (!file)
        return file.problems;
    d->compared = std::move(*file.value);
    d->comparedAsOf.reset();
    d->tellComparison();
    return {};
}

void Session::compareWithDate(const analysis::AsOf &then)
{
    d->compared.reset();
    d->comparedAsOf = then;
    d->tellComparison();
}

void Session::Private::tellComparison()
{
    buildPicture();
    Q_EMIT q->comparisonChanged();
    Q_EMIT q->pictureChanged();
}

// After whatever changes the composition: both sides stand where it stands.
void Session::Private::compareAgain()
{
    since.reset();
    const bool isItself = compared && compared->path == composition.file.path && !editing.isModified();
    if ((compared && !isItself) || comparedAsOf)
        since = changesSince(compared.value_or(composition.file), comparedAsOf.value_or(composition.asOf),
                             composition, kept, {theme, measure});
}

} // namespace entente::session
