#include "analysis/naming.h"

#include "analysis/holding.h"

#include <algorithm>

namespace entente::analysis {

namespace {

// What may tell an agreement apart, the best first; its id always does.
QStringList marksOf(const domain::Scenario &scenario, const domain::Agreement &agreement)
{
    QStringList marks;
    for (const domain::Party &party : agreement.parties)
        marks.append(scenario.nameOf(party.firm));
    if (const auto period = periodOf(agreement); period && period->start())
        marks.append(QString::number(period->start()->year()));
    if (!agreement.amounts.isEmpty())
        marks.append(domain::toShortText(agreement.amounts.first()));
    marks.removeDuplicates();
    return marks + QStringList(agreement.id.text());
}

} // namespace

AgreementNames::AgreementNames(const domain::Scenario &scenario)
{
    for (const domain::Agreement &agreement : scenario.agreements)
        ++m_count[agreement.title];
    QHash<QString, QHash<QString, int>> bearing; // by title, how many bear each mark
    QList<std::pair<const domain::Agreement *, QStringList>> alike;
    for (const domain::Agreement &agreement : scenario.agreements) {
        if (m_count.value(agreement.title) == 1)
            continue;
        alike.append({&agreement, marksOf(scenario, agreement)});
        for (const QString &mark : std::as_const(alike.last().second))
            ++bearing[agreement.title][mark];
    }
    for (const auto &[agreement, marks] : std::as_const(alike)) {
        const QHash<QString, int> &count = bearing[agreement->title];
        const auto own = std::find_if(marks.begin(), marks.end() - 1,
                                      [&count](const QString &mark) { return count.value(mark) == 1; });
        m_apart.insert(agreement->id, *own);
    }
}

QString AgreementNames::of(const domain::Agreement &agreement) const
{
    const auto apart = m_apart.constFind(agreement.id);
    return apart == m_apart.constEnd() ? agreement.title
                                       : QStringLiteral("%1 (%2)").arg(agreement.title, *apart);
}

} // namespace entente::analysis
