#include "formats/losses.h"

namespace entente::formats {

Losses::Losses(QString formatTitle)
    : m_formatTitle(std::move(formatTitle))
{}

void Losses::add(qsizetype count, const QString &one, const QString &many)
{
    if (count == 0)
        return;
    m_problems.add(
        {Severity::Warning,
         Cause::Input,
         QStringLiteral("not-held"),
         {},
         {},
         QStringLiteral("%1 can't hold %2 %3").arg(m_formatTitle).arg(count).arg(count == 1 ? one : many),
         {}});
}

void Losses::addWhole(const domain::Scenario &scenario)
{
    const qsizetype facts = qsizetype(!scenario.summary.isEmpty()) + qsizetype(scenario.asOf.has_value()) +
                            qsizetype(!scenario.license.isEmpty()) + qsizetype(scenario.hypothetical) +
                            scenario.extras.size();
    add(facts, QStringLiteral("fact about the scenario as a whole"),
        QStringLiteral("facts about the scenario as a whole"));
}

} // namespace entente::formats
