#pragma once

#include "document/document.h"
#include "formats/formattable.h"
#include "formats/scenarioreader.h"

#include <QByteArray>

namespace entente::formats {

// Strict JSON in the author's key order, two spaces deep, a newline at the end. A merged document is written
// flat: without `extends`, as one whole scenario.
QByteArray writeScenario(const document::Document &document);

// Only what `target` changes of `base`, as an overlay document that extends `baseFile` with id `baseId`.
QByteArray writeOverlay(const document::Document &base, const document::Document &target,
                        const QString &baseFile, const QString &baseId);

// The scenario in any format that can be written, overlays as whole scenarios. What the format can't hold is
// told by warnings.
Outcome<QByteArray> writeAs(const Format &format, const ScenarioFile &file);

} // namespace entente::formats
