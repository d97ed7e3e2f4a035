#include "document/merge.h"

#include <QHash>

#include <algorithm>
#include <iterator>

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

// Finds the members of an object that grows. Many members are looked up in a table, so that a long patch of a
// large map takes no longer than both are.
class MemberFinder
{
public:
    MemberFinder(const std::vector<Member> &members, size_t lookUps)
        : m_members(members)
    {
        constexpr size_t plainlySearched = 24;
        m_hasTable = members.size() > plainlySearched && lookUps > plainlySearched;
        if (!m_hasTable)
            return;
        m_at.reserve(qsizetype(members.size()));
        for (size_t i = 0; i < members.size(); ++i)
            m_at.insert(members[i].key, i);
    }

    // Its index; the number of members where there is none.
    size_t indexOf(const QString &key) const
    {
        if (m_hasTable)
            return m_at.value(key, m_members.size());
        const auto found = std::find_if(m_members.begin(), m_members.end(),
                                        [&key](const Member &member) { return member.key == key; });
        return size_t(found - m_members.begin());
    }

private:
    const std::vector<Member> &m_members;
    QHash<QString, size_t> m_at;
    bool m_hasTable = false;
};

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
        const MemberFinder finder(target.members(), patch.members().size());
        const size_t count = target.members().size();
        std::vector<Member> added;
        std::vector<bool> removed(count);
        for (const Member &member : patch.members()) {
            const QString at = childPointer(path, member.key);
            const size_t index = finder.indexOf(member.key);
            if (index == count)
                add(added, member, at);
            else if (member.value.isNull())
                removed[index] = true;
            else
                apply(target.members()[index].value, member.value, at);
        }
        eraseMarked(target.members(), removed);
        std::move(added.begin(), added.end(), std::back_inserter(target.members()));
    }

private:
    void add(std::vector<Member> &added, const Member &member, const QString &path)
    {
        if (member.value.isNull())
            refuseRemoval(member, path);
        else
            added.push_back({member.key, withoutNulls(member.value), member.keyPosition});
    }

    static void eraseMarked(std::vector<Member> &members, const std::vector<bool> &marked)
    {
        if (std::find(marked.begin(), marked.end(), true) == marked.end())
            return;
        size_t index = 0;
        std::erase_if(members, [&marked, &index](const Member &) { return marked[index++]; });
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
