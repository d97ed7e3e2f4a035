#pragma once

#include "document/document.h"

namespace entente::formats {

// Which of two statements stands where both say something else of one thing.
enum class Precedence {
    Present, // what is there; the other is kept beside it as an alias or under "x-other-…"
    Incoming // what comes in, as of a record that is imported again
};

// What both objects say of one thing: members are joined, lists of texts and maps united, and nothing is
// lost. Uniting with the same again changes nothing.
document::Value united(const document::Value &present, const document::Value &incoming,
                       Precedence precedence);

// Adds texts to a list of them, each once.
void addTexts(document::Value &object, const QString &key, const QStringList &texts);

} // namespace entente::formats
