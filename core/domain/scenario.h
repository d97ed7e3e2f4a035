#pragma once

#include "domain/agreement.h"

#include <QHash>
#include <QPointF>

namespace entente::domain {

// Places that the author saved with the scenario: centres of cards and pills in Picture units (CSS pixels).
struct SavedView
{
    QString id;
    QString title;
    QMap<QString, QPointF> places; // by firm or agreement id
    bool operator==(const SavedView &) const = default;
};

// What a scenario document says, in the author's order. A value: comparable, no geometry, no QObject.
struct Scenario
{
    QString id;
    QString title;
    QString summary;
    std::optional<EventDate> asOf;
    QString license;
    bool hypothetical = false;
    QList<Source> sources;
    QList<Firm> firms;
    QList<DefinedTerm> terms;
    QList<Agreement> agreements;
    QList<SavedView> views;
    Extras extras;

    const Firm *firm(const FirmId &key) const;
    const Agreement *agreement(const AgreementId &key) const;
    const Clause *clause(const ClauseRef &ref) const;
    const DefinedTerm *term(const TermId &key) const;
    const Source *source(const SourceId &key) const;

    FirmId rootOf(const FirmId &key) const;                       // the root of its part_of tree
    bool isWithin(const FirmId &part, const FirmId &whole) const; // itself included
    QString nameOf(const FirmId &key) const;                      // its id where the firm is unknown
    QString nameOfThing(const QString &key) const;                // of a firm or a defined term

    // Fills the look-up tables and tells agreements of which date is spoken; the reader calls it once,
    // whoever edits the lists calls it again.
    void index();

    bool operator==(const Scenario &other) const; // what it says, not its look-up tables

private:
    QHash<FirmId, int> m_firmAt;
    QHash<AgreementId, int> m_agreementAt;
    QHash<TermId, int> m_termAt;
    QHash<SourceId, int> m_sourceAt;
};

// The source's number in the scenario's order, from 1, as figures and panels print it; 0 where unknown.
int numberOf(const Scenario &scenario, const SourceId &source);
// Every source that supports the agreement anywhere within it, in ascending order of number, each once.
QList<int> sourceNumbers(const Scenario &scenario, const Agreement &agreement);

} // namespace entente::domain
