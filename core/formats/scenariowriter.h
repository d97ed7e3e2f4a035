#pragma once

#include "document/document.h"

#include <QByteArray>

namespace entente::formats {

// Strict JSON in the author's key order, two spaces deep, a newline at the end. A merged document is written
// flat: without `extends`, as one whole scenario.
QByteArray writeScenario(const document::Document &document);

// Only what `target` changes of `base`, as an overlay document that extends `baseFile` with id `baseId`.
QByteArray writeOverlay(const document::Document &base, const document::Document &target,
                        const QString &baseFile, const QString &baseId);

} // namespace entente::formats
