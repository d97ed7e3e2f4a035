#pragma once

#include "document/edit.h"
#include "formats/identity.h"
#include "formats/scenarioreader.h"

namespace entente::formats {

// A scenario on its way into another one. First it is asked which firms are the same; what is answered then
// makes the changes.
class Import
{
public:
    // `incoming` was read by readScenario(), of whatever format.
    Import(const document::Document &present, const domain::Scenario &presentScenario,
           const ScenarioFile &incoming);

    // To be reviewed by a person, save those that are sure.
    const QList<SameFirm> &candidates() const { return m_candidates; }
    const ScenarioFile &incoming() const { return m_incoming; }
    // What goes without asking: firms of the same record or identifier.
    QHash<domain::FirmId, domain::FirmId> sureOnes() const;

    struct Result
    {
        QList<document::Change> changes; // of the present document; none where all of it was there already
        int firmsAdded = 0;
        int firmsMatched = 0; // with one that was here, as the same
        int firmsUpdated = 0; // of those, the ones that say more or otherwise now
        int agreementsAdded = 0;
        int agreementsUpdated = 0;
        int sourcesAdded = 0;
        int viewsLeftOut = 0; // saved places belong to a picture of the other scenario
    };
    // What a person has answered.
    struct Answers
    {
        QHash<domain::FirmId, domain::FirmId> same;           // the present firm that an incoming one is
        QMultiHash<domain::FirmId, domain::FirmId> different; // the present firms that it isn't
    };
    // Firms that are not the same as one here are added; that they are different is noted, so that nobody is
    // asked again. What was imported from the same record before is updated: what the file says now stands,
    // what else was written here stays.
    Result take(const Answers &answers) const;

private:
    void findOrigins();

    const document::Document &m_present;
    const domain::Scenario &m_presentScenario;
    const ScenarioFile &m_incoming;
    QHash<domain::FirmId, QString> m_firmOrigins;
    QList<SameFirm> m_candidates;
};

// "3 firms added, 2 matched, 5 agreements added."
QString toSentence(const Import::Result &result);

} // namespace entente::formats
