#pragma once

#include "document/document.h"

#include <QByteArrayView>

#include <optional>

namespace entente::document {

// What a text is that is plainly no JSON (empty, HTML, a Git LFS pointer …), as an error; none where it may
// be JSON.
std::optional<Problem> recogniseForeign(QByteArrayView bytes, const QString &fileName);

// The offset of the first byte that is no valid UTF-8; -1 where all is.
qsizetype firstInvalidUtf8(QByteArrayView bytes);

// Line and column (in code points) of a byte offset.
Place placeAt(QByteArrayView bytes, qsizetype offset, const QString &fileName);

} // namespace entente::document
