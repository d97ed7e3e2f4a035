#pragma once

#include "formats/scenariodraft.h"

#include <initializer_list>

namespace entente::formats {

// What statements of beneficial ownership say of interests, in whatever version of the standard.

// A member that is an object; null for others.
const document::Value *objectIn(const document::Value &object, QStringView key);
// The text at the first of these keys that has one.
QString firstOf(const document::Value &object, std::initializer_list<QStringView> keys);
// "voting-rights" of version 0.1 and "votingRights" of the later ones are one word.
QString interestWord(const QString &type);
// Adds a text to those kept under "x-KEY", each once.
void keepAnother(document::Value &thing, const char *key, const QString &text, document::Position at);

// Shares, periods and all else of a relationship's interests.
void readBodsInterests(ScenarioDraft &draft, document::Value &agreement,
                       const QList<const document::Value *> &interests);

} // namespace entente::formats
