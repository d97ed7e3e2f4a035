#pragma once

#include "domain/scenario.h"

#include <QHash>
#include <QList>

namespace entente::analysis {

// Numbers for texts, so that they are quick to compare; 0 is the empty text.
class Numbering
{
public:
    int of(const QString &text);
    const QString &text(int number) const { return m_texts[number]; }

private:
    QHash<QString, int> m_numbers{{QString(), 0}};
    QList<QString> m_texts{QString()};
};

// What firms and defined terms may be part of or narrower than, disputed readings included. What is not
// named, 0, is everything, and so above all.
class Ancestry
{
public:
    explicit Ancestry(const domain::Scenario &scenario);

    int numberOf(const QString &thing) { return m_numbering.of(thing); }
    QList<int> above(int thing); // itself first, 0 last

private:
    QList<int> walkUp(int thing) const;

    Numbering m_numbering;
    QHash<int, QList<int>> m_steps;
    QHash<int, QList<int>> m_known; // what has been asked before
    qsizetype m_knownSize = 0;
};

// The same of territories: "US-CA" lies in "US", and that everywhere.
class Territories
{
public:
    int numberOf(const QString &territory) { return m_numbering.of(territory); }
    QList<int> above(int territory);

private:
    Numbering m_numbering;
};

} // namespace entente::analysis
