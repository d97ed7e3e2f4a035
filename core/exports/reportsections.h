#pragma once

#include "exports/report.h"

namespace entente::exports {

// The sections of a report, each in its own file's words.
Section firmsSection(const domain::Scenario &scenario);
Section agreementsSection(const domain::Scenario &scenario, const analysis::AsOf &asOf);
Section partiesSection(const domain::Scenario &scenario);
Section amountsSection(const domain::Scenario &scenario);
Section matrixSection(const domain::Scenario &scenario, const analysis::AsOf &asOf);
Section clausesSection(const domain::Scenario &scenario, const analysis::AsOf &asOf);
Section positionsSection(const domain::Scenario &scenario);
Section conflictsSection(const domain::Scenario &scenario, const analysis::AsOf &asOf);
QList<Section> moneySections(const domain::Scenario &scenario, const analysis::AsOf &asOf);
Section attributesSection(const domain::Scenario &scenario); // what a scenario has no word for
Section sourcesSection(const domain::Scenario &scenario);

// ---- words that they share
QString agreementTitle(const domain::Scenario &scenario, const domain::AgreementId &id);
QString numbersOf(const domain::Scenario &scenario, const domain::Cites &cites); // "1, 3"
QString inWords(const QList<int> &numbers);
QString inWords(const std::optional<domain::Period> &period);
QString holdsInWords(const analysis::Holding &holding); // "yes", "no: it has ended (waived)"

} // namespace entente::exports
