#pragma once

#include "domain/scenario.h"
#include "problems/problem.h"

#include <QString>

namespace entente::formats {

// What a format can't hold, counted while a scenario is written in it.
class Losses
{
public:
    explicit Losses(QString formatTitle);

    // `one` and `many` name what is lost: "clause", "clauses". Nothing where there is none.
    void add(qsizetype count, const QString &one, const QString &many);
    void addWhole(const domain::Scenario &scenario); // what it says of itself but its title
    ProblemList problems() const { return m_problems; }

private:
    QString m_formatTitle;
    ProblemList m_problems;
};

} // namespace entente::formats
