#include "document/merge.h"

#include <algorithm>

namespace entente::document {

namespace {

// A new object holds no removals: nulls in it say "unknown", which is the same as leaving the key out.
Value withoutNulls(const Value &value)
{
    if (!value.isObject())
        return value;
    Value result = Value::object();
    result.setPosition(value.position());
    for (const Member &member : value.members()) {
        if (!member.value.isNull())
            result.members().push_back({member.key, withoutNulls(member.value), member.keyPosition});
    }
    return result;
}

class Patcher
{
public:
    Patcher(const QStringList &files, ProblemList &problems)
        : m_files(files)
        , m_problems(problems)
    {}

    void apply(Value &target, const Value &patch, const QString &path)
    {
        if (!patch.isObject() || !target.isObject()) {
            target = withoutNulls(patch);
            return;
        }
        for (const Member &member : patch.members())
            applyMember(target, member, childPointer(path, member.key));
    }

private:
    void applyMember(Value &target, const Member &member, const QString &path)
    {
        Value *existing = target.find(member.key);
        if (member.value.isNull()) {
            if (existing)
                std::erase_if(target.members(), [&member](const Member &m) { return m.key == member.key; });
            else
                refuseRemoval(member, path);
        } else if (existing) {
            apply(*existing, member.value, path);
        } else {
            target.members().push_back({member.key, withoutNulls(member.value), member.keyPosition});
        }
    }

    void refuseRemoval(const Member &member, const QString &path)
    {
        const Position position = member.keyPosition;
        m_problems.add(
            {Severity::Error,
             Cause::Input,
             QStringLiteral("removes-nothing"),
             {m_files.value(position.file), int(position.line), int(position.column)},
             path,
             QStringLiteral("the overlay removes \"%1\", which its base doesn't have").arg(member.key),
             QStringLiteral("check the spelling, or leave the line out")});
    }

    const QStringList &m_files;
    ProblemList &m_problems;
};

} // namespace

void applyMergePatch(Value &target, const Value &patch, const QStringList &files, ProblemList &problems)
{
    Patcher(files, problems).apply(target, patch, {});
}

Value mergePatchBetween(const Value &base, const Value &target)
{
    if (!base.isObject() || !target.isObject())
        return target;
    Value patch = Value::object();
    for (const Member &member : base.members()) {
        const Value *kept = target.find(member.key);
        if (!kept || (kept->isNull() && !member.value.isNull()))
            patch.members().push_back({member.key, {}, {}});
    }
    for (const Member &member : target.members()) {
        const Value *before = base.find(member.key);
        if (member.value.isNull() || (before && before->sameJson(member.value)))
            continue;
        const bool descend = before && before->isObject() && member.value.isObject();
        patch.members().push_back(
            {member.key, descend ? mergePatchBetween(*before, member.value) : member.value, {}});
    }
    return patch;
}

} // namespace entente::document
