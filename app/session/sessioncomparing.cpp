#include "session/capacity.h"
#include "session/comparing.h"
#include "session/readoptions.h"
#include "session/sessionprivate.h"

namespace entente::session {

QString Session::comparedWith() const
{
    return d->other.file ? d->other.file->path : QString();
}

const std::optional<analysis::AsOf> &Session::comparedAsOf() const
{
    return d->other.asOf;
}

const domain::Scenario *Session::comparedScenario() const
{
    if (d->other.file)
        return &d->other.file->scenario;
    return d->other.asOf ? &d->composition.file.scenario : nullptr;
}

const std::optional<Changes> &Session::changes() const
{
    return d->since;
}

ProblemList Session::compareWith(const QString &path)
{
    if (path.isEmpty()) {
        d->compare({});
        return {};
    }
    Outcome<formats::ScenarioFile> file = formats::readScenario(path, readOptions());
    if (!file)
        return file.problems;
    if (const auto tooMuch = refuseToDraw(file.value->scenario)) {
        file.problems.add(*tooMuch);
        return file.problems;
    }
    file.value->document = {}; // nothing asks for it
    d->compare({std::make_shared<const formats::ScenarioFile>(std::move(*file.value)), {}});
    return {};
}

void Session::compareWithDate(const analysis::AsOf &then)
{
    d->compare({nullptr, then});
}

void Session::Private::compare(const OtherSide &with)
{
    const Glance glance = wanted();
    if (with == glance.other)
        return;
    if (redrawsLater(with))
        return redrawLater({glance.asOf, glance.filter, with});
    takeWanted();
    other = with;
    buildPicture();
    Q_EMIT q->comparisonChanged();
    Q_EMIT q->pictureChanged();
}

// After whatever changes the composition: both sides stand where it stands.
void Session::Private::compareAgain()
{
    since = changesSince(other, composition, editing.isModified(), kept, {theme, measure});
}

} // namespace entente::session
