#include "session/comparing.h"
#include "session/sessionprivate.h"

namespace entente::session {

QString Session::comparedWith() const
{
    return d->compared ? d->compared->path : QString();
}

const domain::Scenario *Session::comparedScenario() const
{
    return d->compared ? &d->compared->scenario : nullptr;
}

const std::optional<picture::ChangesSince> &Session::changes() const
{
    return d->since;
}

ProblemList Session::compareWith(const QString &path)
{
    if (path.isEmpty()) {
        if (std::exchange(d->compared, std::nullopt))
            d->tellComparison();
        return {};
    }
    Outcome<formats::ScenarioFile> file = formats::readScenario(path);
    if (!file)
        return file.problems;
    d->compared = std::move(*file.value);
    d->tellComparison();
    return {};
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
    if (compared)
        since = changesSince(*compared, composition, kept, {theme, measure});
}

} // namespace entente::session
