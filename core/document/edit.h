#pragma once

#include "document/document.h"

#include <QList>

#include <optional>

namespace entente::document {

// One change of a tree at a JSON Pointer. Set replaces what is there, or adds it and the objects on the way
// to it; Remove takes a member or an array's item away; Rename gives a member another key in the same place.
struct Change
{
    enum class Kind { Set, Remove, Rename };

    static Change set(const QString &pointer, Value value, int index = -1);
    static Change remove(const QString &pointer);
    static Change rename(const QString &pointer, const QString &key);

    Kind kind = Kind::Set;
    QString pointer;
    Value value;    // of Set
    QString key;    // of Rename
    int index = -1; // of Set: where among its siblings what is new goes; -1 for the end
};

// Makes the change and returns the one that takes it back, to the very order of members. None, and nothing
// changed, where it can't be made: what it removes or renames isn't there, or its parent holds no members.
std::optional<Change> apply(Value &root, const Change &change);
// All or none; what is returned takes them back in the order given.
std::optional<QList<Change>> apply(Value &root, const QList<Change> &changes);

QString parentPointer(const QString &pointer); // of no root
QString lastToken(const QString &pointer);     // unescaped

} // namespace entente::document
