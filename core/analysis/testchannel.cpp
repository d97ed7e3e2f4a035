#include "analysis/conflicttests.h"

namespace entente::analysis {

Finding testChannel(const ClausePair &pair)
{
    if (!pair.byChannel())
        return {};
    const domain::Scenario &scenario = pair.scenario();
    const domain::FirmId &only = pair.prohibiting.clause->onlyThrough;
    const domain::FirmId &through =
        pair.other.clause->through.isEmpty() ? pair.other.clause->onlyThrough : pair.other.clause->through;
    if (through.isEmpty()) {
        const QString sentence =
            QStringLiteral("%1 runs outside %2").arg(pair.nameOf(pair.other), scenario.nameOf(only));
        return {Truth::Depends,
                {QStringLiteral("Through whom %1 runs is not said.").arg(pair.nameOf(pair.other))},
                {{pair.other.pointer() + QStringLiteral("/through"), sentence, {}, {}}},
                false};
    }
    if (pair.index.inOneGroup(through, only))
        return {Truth::No, {}, {}, false};
    return {
        Truth::Yes,
        {QStringLiteral("%1 is outside %2’s group.").arg(scenario.nameOf(through), scenario.nameOf(only))},
        {},
        false};
}

} // namespace entente::analysis
