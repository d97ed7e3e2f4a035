#include "problems/problem.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace entente {

ProblemList::ProblemList(int capacity)
    : m_capacity(capacity)
{}

void ProblemList::add(Problem problem)
{
    if (problem.severity == Severity::Error) {
        ++m_errors;
        if (!m_errorCauses.contains(problem.cause))
            m_errorCauses.append(problem.cause);
    } else {
        ++m_warnings;
    }
    if (m_problems.size() < m_capacity) {
        m_problems.append(std::move(problem));
        return;
    }
    if (problem.severity == Severity::Warning || m_errors > m_capacity) // then all that are kept are errors
        return;
    const auto lastWarning = std::find_if(m_problems.rbegin(), m_problems.rend(), [](const Problem &kept) {
        return kept.severity == Severity::Warning;
    });
    if (lastWarning == m_problems.rend())
        return;
    m_problems.erase(std::next(lastWarning).base());
    m_problems.append(std::move(problem));
}

void ProblemList::append(const ProblemList &others)
{
    for (const Problem &problem : others.m_problems)
        add(problem);
    const auto kept = std::count_if(others.m_problems.begin(), others.m_problems.end(),
                                    [](const Problem &p) { return p.severity == Severity::Error; });
    m_errors += others.m_errors - int(kept);
    m_warnings += others.m_warnings - (int(others.m_problems.size()) - int(kept));
    for (Cause cause : others.m_errorCauses) {
        if (!m_errorCauses.contains(cause))
            m_errorCauses.append(cause);
    }
}

void ProblemList::sortByPlace()
{
    QHash<QString, int> fileOrder;
    for (const Problem &problem : std::as_const(m_problems)) {
        if (!fileOrder.contains(problem.place.file))
            fileOrder.insert(problem.place.file, int(fileOrder.size()));
    }
    const auto key = [&fileOrder](const Problem &problem) {
        return std::tuple(fileOrder.value(problem.place.file), problem.place.line, problem.place.column);
    };
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [&key](const Problem &a, const Problem &b) { return key(a) < key(b); });
}

bool ProblemList::hasErrors(Cause cause) const
{
    return m_errorCauses.contains(cause);
}

int ProblemList::omittedCount() const
{
    return m_errors + m_warnings - int(m_problems.size());
}

QString toLine(const Problem &problem)
{
    QString line = problem.place.file;
    if (problem.place.isKnown())
        line += QStringLiteral(":%1:%2").arg(problem.place.line).arg(problem.place.column);
    if (!line.isEmpty())
        line += QStringLiteral(": ");
    line += problem.severity == Severity::Error ? QStringLiteral("error: ") : QStringLiteral("warning: ");
    line += problem.message;
    if (!problem.hint.isEmpty())
        line += QStringLiteral(" (%1)").arg(problem.hint);
    return line;
}

} // namespace entente
