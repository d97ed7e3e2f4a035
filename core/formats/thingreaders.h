#pragma once

#include "formats/objectreader.h"

namespace entente::formats {

// One reader per thing; each takes the member's id, value and path, tells its problems and returns what could
// be read.
domain::Source readSource(ReadContext &context, const QString &id, const document::Value &value,
                          const Path &path);
domain::Firm readFirm(ReadContext &context, const QString &id, const document::Value &value,
                      const Path &path);
domain::DefinedTerm readTerm(ReadContext &context, const QString &id, const document::Value &value,
                             const Path &path);
domain::SavedView readView(ReadContext &context, const QString &id, const document::Value &value,
                           const Path &path);
domain::Agreement readAgreement(ReadContext &context, const QString &id, const document::Value &value,
                                const Path &path);
// With `mustCite`, a warning where the figure cites no source.
domain::Amount readAmount(ReadContext &context, const QString &id, const document::Value &value,
                          const Path &path, bool mustCite);
domain::Clause readClause(ReadContext &context, const QString &id, const document::Value &value,
                          const Path &path);
domain::Scenario readScenarioTree(ReadContext &context); // the whole document, with its cross-checks
domain::Positions readPositions(ObjectReader &holder);
domain::Condition readCondition(ObjectReader &holder);

} // namespace entente::formats
