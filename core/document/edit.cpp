#include "document/edit.h"

#include <algorithm>

namespace entente::document {

namespace {

// An array's items are members whose keys are empty: both are reached by their number.
int indexOf(const Value &parent, const QString &token)
{
    if (parent.isArray()) {
        bool isNumber = false;
        const uint index = token.toUInt(&isNumber);
        return isNumber && index < parent.items().size() ? int(index) : -1;
    }
    const auto &members = parent.members();
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&token](const Member &member) { return member.key == token; });
    return found == members.end() ? -1 : int(found - members.begin());
}

Value *resolve(Value &root, const QString &pointer)
{
    return const_cast<Value *>(document::resolve(std::as_const(root), pointer));
}

// The value at the pointer, which is made an object where nothing is; the pointer of the topmost that was
// made goes to `made`. Null where something that holds no members is in the way.
Value *madeAt(Value &root, const QString &pointer, QString &made)
{
    if (Value *existing = resolve(root, pointer))
        return existing;
    Value *parent = madeAt(root, parentPointer(pointer), made);
    if (!parent || !parent->isObject())
        return nullptr;
    if (made.isEmpty())
        made = pointer;
    parent->set(lastToken(pointer), Value::object());
    return parent->find(lastToken(pointer));
}

bool hasRoomFor(const Value &root, const QString &pointer)
{
    const Value &reached = nearest(root, parentPointer(pointer));
    const bool isThere = &reached == document::resolve(root, parentPointer(pointer));
    return reached.isObject() || (isThere && reached.isArray());
}

std::optional<Change> applySet(Value &root, const Change &change)
{
    if (Value *existing = resolve(root, change.pointer))
        return Change::set(change.pointer, std::exchange(*existing, change.value));
    if (change.pointer.isEmpty() || !hasRoomFor(root, change.pointer))
        return std::nullopt;
    QString made;
    Value *parent = madeAt(root, parentPointer(change.pointer), made);
    auto &siblings = parent->members();
    const auto at = change.index < 0 ? siblings.size() : std::min(siblings.size(), size_t(change.index));
    const QString key = parent->isObject() ? lastToken(change.pointer) : QString();
    siblings.insert(siblings.begin() + qsizetype(at), Member{key, change.value, {}});
    if (!made.isEmpty())
        return Change::remove(made);
    return Change::remove(parent->isArray() ? childPointer(parentPointer(change.pointer), qsizetype(at))
                                            : change.pointer);
}

std::optional<Change> applyRemove(Value &root, const Change &change)
{
    Value *parent = change.pointer.isEmpty() ? nullptr : resolve(root, parentPointer(change.pointer));
    const int index = parent ? indexOf(*parent, lastToken(change.pointer)) : -1;
    if (index < 0)
        return std::nullopt;
    const auto member = parent->members().begin() + index;
    Value removed = std::move(member->value);
    parent->members().erase(member);
    const QString back = parent->isArray() ? parentPointer(change.pointer) + QStringLiteral("/-") : QString();
    return Change::set(back.isEmpty() ? change.pointer : back, std::move(removed), index);
}

std::optional<Change> applyRename(Value &root, const Change &change)
{
    Value *parent = change.pointer.isEmpty() ? nullptr : resolve(root, parentPointer(change.pointer));
    const QString before = lastToken(change.pointer);
    const int index = parent && parent->isObject() ? indexOf(*parent, before) : -1;
    if (index < 0 || (change.key != before && parent->find(change.key)))
        return std::nullopt;
    parent->members()[size_t(index)].key = change.key;
    return Change::rename(childPointer(parentPointer(change.pointer), change.key), before);
}

} // namespace

Change Change::set(const QString &pointer, Value value, int index)
{
    return {Kind::Set, pointer, std::move(value), {}, index};
}

Change Change::remove(const QString &pointer)
{
    return {Kind::Remove, pointer, {}, {}, -1};
}

Change Change::rename(const QString &pointer, const QString &key)
{
    return {Kind::Rename, pointer, {}, key, -1};
}

std::optional<Change> apply(Value &root, const Change &change)
{
    switch (change.kind) {
    case Change::Kind::Set:
        return applySet(root, change);
    case Change::Kind::Remove:
        return applyRemove(root, change);
    case Change::Kind::Rename:
        return applyRename(root, change);
    }
    return std::nullopt;
}

std::optional<QList<Change>> apply(Value &root, const QList<Change> &changes)
{
    QList<Change> inverse;
    for (const Change &change : changes) {
        if (const std::optional<Change> back = apply(root, change)) {
            inverse.prepend(*back);
            continue;
        }
        for (const Change &undone : inverse)
            apply(root, undone);
        return std::nullopt;
    }
    return inverse;
}

QString parentPointer(const QString &pointer)
{
    return pointer.left(pointer.lastIndexOf(u'/'));
}

QString lastToken(const QString &pointer)
{
    QString token = pointer.mid(pointer.lastIndexOf(u'/') + 1);
    return token.replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

} // namespace entente::document
