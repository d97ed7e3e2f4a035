#pragma once

#include "document/document.h"

namespace entente::document {

// JSON Merge Patch (RFC 7396): members of `patch` replace those of `target`, null removes. Every value keeps
// its own position. Removing what isn't there is an error; `files` names the files in problems.
void applyMergePatch(Value &target, const Value &patch, const QStringList &files, ProblemList &problems);

// The smallest merge patch that turns `base` into `target`; an empty object where nothing differs. A member
// of `target` that is null is left out, since a merge patch can't say it.
Value mergePatchBetween(const Value &base, const Value &target);

} // namespace entente::document
