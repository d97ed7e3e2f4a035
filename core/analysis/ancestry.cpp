#include "analysis/ancestry.h"

#include <QSet>

namespace entente::analysis {

int Numbering::of(const QString &text)
{
    const auto known = m_numbers.constFind(text);
    if (known != m_numbers.constEnd())
        return *known;
    m_numbers.insert(text, int(m_texts.size()));
    m_texts.append(text);
    return int(m_texts.size()) - 1;
}

Ancestry::Ancestry(const domain::Scenario &scenario)
{
    for (const domain::Firm &firm : scenario.firms) {
        if (!firm.partOf.isEmpty())
            m_steps[numberOf(firm.id.text())].append(numberOf(firm.partOf.text()));
    }
    for (const domain::DefinedTerm &term : scenario.terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            if (narrower.reading != domain::Reading::Rejected)
                m_steps[numberOf(term.id.text())].append(numberOf(narrower.term.text()));
        }
    }
}

QList<int> Ancestry::walkUp(int thing) const
{
    QList<int> reached{thing};
    QSet<int> seen{thing, 0};
    for (qsizetype i = 0; i < reached.size(); ++i) {
        for (const int step : m_steps.value(reached[i])) {
            if (!seen.contains(step)) {
                seen.insert(step);
                reached.append(step);
            }
        }
    }
    if (thing != 0)
        reached.append(0);
    return reached;
}

QList<int> Ancestry::above(int thing)
{
    if (const auto known = m_known.constFind(thing); known != m_known.constEnd())
        return *known;
    constexpr qsizetype mostKept = 4'000'000; // 16 MB, whatever the scenario
    QList<int> reached = walkUp(thing);
    if (m_knownSize + reached.size() > mostKept) {
        m_known.clear();
        m_knownSize = 0;
    }
    m_known.insert(thing, reached);
    m_knownSize += reached.size();
    return reached;
}

QList<int> Territories::above(int territory)
{
    QList<int> reached{territory};
    QString text = m_numbering.text(territory);
    while (!text.isEmpty()) {
        text.truncate(qMax(qsizetype(0), text.lastIndexOf(u'-')));
        reached.append(m_numbering.of(text));
    }
    return reached;
}

} // namespace entente::analysis
