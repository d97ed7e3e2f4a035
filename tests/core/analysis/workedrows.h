#pragma once

#include "core/analysis/workedcases.h"

namespace entente::test {

// Worked cases as they are told.
class Rows
{
public:
    void operator()(const char *name, const QByteArray &prohibiting, const QByteArray &other, int expected,
                    const QByteArray &more = {})
    {
        cases.append({name, prohibiting, other, expected, more});
    }

    QList<WorkedCase> cases;
};

inline QByteArray on(QByteArray clause, const QByteArray &action)
{
    return clause.replace("\"whole\"", '"' + action + '"');
}

inline QByteArray by(QByteArray clause, const QByteArray &bearer)
{
    return clause.replace("\"bearer\": \"alpha\"", "\"bearer\": \"" + bearer + '"');
}

void addDefeats(Rows &row); // exceptions and waivers, conditions, supersession

} // namespace entente::test
