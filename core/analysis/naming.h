#pragma once

#include "domain/scenario.h"

namespace entente::analysis {

// What sentences call agreements: by their titles; of several with one title each with what tells it apart, a
// party, else its year, its amount or its id: "Investment (Amazon)". The scenario outlives it.
class AgreementNames
{
public:
    explicit AgreementNames(const domain::Scenario &scenario);

    QString of(const domain::Agreement &agreement) const;

private:
    QHash<QString, int> m_count;                 // by title
    QHash<domain::AgreementId, QString> m_apart; // where the title isn't enough
};

} // namespace entente::analysis
