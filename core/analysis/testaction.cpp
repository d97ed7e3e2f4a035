#include "analysis/conflicttests.h"
#include "domain/words.h"

namespace entente::analysis {

namespace {

Finding fromContainment(const ClausePair &pair, const Containment &containment, const QString &wide,
                        const QString &narrow)
{
    Finding finding{containment.truth, {}, containment.dependsOn, false, containment.facts};
    if (wide == narrow) {
        finding.because = {QStringLiteral("Both concern %1.").arg(pair.scenario().nameOfThing(wide))};
    } else if (containment.truth == Truth::Yes) {
        finding.because = {QStringLiteral("“%1” includes “%2”.")
                               .arg(pair.scenario().nameOfThing(wide), pair.scenario().nameOfThing(narrow))};
    }
    for (const Dependency &dependency : containment.dependsOn)
        finding.because.append(domain::capitalised(dependency.sentence) + QStringLiteral(": disputed."));
    return finding;
}

// One of the two fields: the prohibition's must equal or contain the other's. Where it is narrower instead, a
// permission of the wider is a partial conflict, and an obligation can be met otherwise.
Finding compareField(const ClausePair &pair, const QString &prohibited, const QString &other)
{
    if (prohibited.isEmpty())
        return {};
    if (!other.isEmpty()) {
        const Containment whole = contains(pair.scenario(), prohibited, other);
        if (whole.truth != Truth::No)
            return fromContainment(pair, whole, prohibited, other);
    }
    const bool permits = pair.other.clause->modality == domain::Modality::Permission;
    Containment part{Truth::Yes, {}, {}};
    if (!other.isEmpty())
        part = contains(pair.scenario(), other, prohibited);
    if (!permits || part.truth == Truth::No)
        return {Truth::No, {}, {}, false};
    return {
        Truth::Depends,
        {QStringLiteral("What is permitted is wider than “%1”, which is prohibited: they conflict in part.")
             .arg(pair.scenario().nameOfThing(prohibited))},
        part.dependsOn,
        true,
        part.facts};
}

} // namespace

Finding testAction(const ClausePair &pair)
{
    const domain::Clause &prohibiting = *pair.prohibiting.clause;
    const domain::Clause &other = *pair.other.clause;
    return conjunction(compareField(pair, prohibiting.action, other.action),
                       compareField(pair, prohibiting.object, other.object));
}

} // namespace entente::analysis
