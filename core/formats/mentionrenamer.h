#pragma once

#include "formats/readcontext.h"
#include "formats/scenarioreader.h"

namespace entente::formats {

using NewIds = QHash<QString, QString>; // id before → id now

// The ids that things get, by what they are.
struct NewNames
{
    NewIds firms;
    NewIds terms;
    NewIds agreements;
    NewIds sources;
};

// Gives every mention in a tree of `incoming`, a copy of its own, the ids that the things have now; the
// things themselves keep their keys. Linear in the size of the tree.
void renameMentions(const ScenarioFile &incoming, document::Value &root, const NewNames &names);

} // namespace entente::formats
