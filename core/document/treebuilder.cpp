#include "document/treebuilder.h"

#include <QHash>

#include <iterator>

namespace entente::document {

bool TreeBuilder::add(Value value, Position at)
{
    if (!count(at))
        return false;
    value.setPosition(at);
    attach(std::move(value));
    return true;
}

bool TreeBuilder::open(Value container, Position at)
{
    if (qint64(m_open.size()) >= m_limits.depth)
        return stop(QStringLiteral("too-deep"),
                    QStringLiteral("the values are nested more than %1 deep").arg(m_limits.depth), at);
    if (!count(at))
        return false;
    container.setPosition(at);
    m_open.push_back({std::move(container), m_waiting.size(), {}, {}});
    return true;
}

void TreeBuilder::key(QByteArrayView plain, Position at)
{
    key(m_keys.share(plain), at);
}

void TreeBuilder::key(const QString &unescaped, Position at)
{
    m_open.back().key = unescaped;
    m_open.back().keyPosition = at;
}

void TreeBuilder::close()
{
    Level &level = m_open.back();
    const auto first = m_waiting.begin() + qsizetype(level.start);
    level.value.members().assign(std::make_move_iterator(first), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(first, m_waiting.end());
    if (level.value.isObject())
        refuseDuplicates();
    Value value = std::move(level.value);
    m_open.pop_back();
    attach(std::move(value));
}

bool TreeBuilder::count(Position at)
{
    if (++m_count <= m_limits.values)
        return true;
    return stop(QStringLiteral("too-many-values"),
                QStringLiteral("the file holds more than %1 values").arg(m_limits.values), at);
}

void TreeBuilder::attach(Value value)
{
    if (m_open.empty()) {
        m_root = std::move(value);
        return;
    }
    Level &level = m_open.back();
    m_waiting.push_back({std::move(level.key), std::move(value), level.keyPosition});
    level.key.clear();
}

namespace {

// Most objects are small: comparing their keys with each other is cheaper than a table of them.
bool isPlainlyUnique(const std::vector<Member> &members)
{
    constexpr size_t mostCompared = 24;
    if (members.size() > mostCompared)
        return false;
    for (size_t i = 1; i < members.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (members[i].key == members[j].key)
                return false;
        }
    }
    return true;
}

} // namespace

void TreeBuilder::refuseDuplicates()
{
    const std::vector<Member> &members = m_open.back().value.members();
    if (isPlainlyUnique(members))
        return;
    QHash<QStringView, Position> seen;
    seen.reserve(qsizetype(members.size()));
    for (const Member &member : members) {
        const auto first = seen.constFind(member.key);
        if (first == seen.constEnd()) {
            seen.insert(member.key, member.keyPosition);
            continue;
        }
        problems.add({Severity::Error, Cause::Input, QStringLiteral("duplicate-key"),
                      placeOf(member.keyPosition), pointerTo(member.key),
                      QStringLiteral("the key \"%1\" stands twice in one object").arg(member.key),
                      QStringLiteral("it stands first in line %1, column %2; keep one of them")
                          .arg(first->line)
                          .arg(first->column)});
    }
}

// Of a member of the innermost that is open.
QString TreeBuilder::pointerTo(const QString &key) const
{
    QString pointer;
    for (size_t i = 0; i + 1 < m_open.size(); ++i) {
        const Level &level = m_open[i];
        pointer = level.value.isArray() ? childPointer(pointer, qsizetype(m_open[i + 1].start - level.start))
                                        : childPointer(pointer, level.key);
    }
    return childPointer(pointer, key);
}

void TreeBuilder::cancel(Position at)
{
    stop(QStringLiteral("cancelled"), QStringLiteral("reading was cancelled"), at);
}

bool TreeBuilder::stop(const QString &code, const QString &message, Position at)
{
    problems.add({Severity::Error, Cause::Limit, code, placeOf(at), {}, message, {}});
    return false;
}

} // namespace entente::document
