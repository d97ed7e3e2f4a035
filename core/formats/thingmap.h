#pragma once

#include "formats/uniting.h"

#include <QHash>
#include <QStringList>

namespace entente::formats {

// The origins that a thing lists.
inline QStringList originsIn(const document::Value &thing)
{
    QStringList origins;
    const document::Value *list = thing.find(u"x-origin");
    if (!list || !list->isArray())
        return origins;
    for (const document::Member &origin : list->items())
        origins.append(origin.value.text());
    return origins;
}

// A map of things by id, in which ids and origins are looked up without walking it.
class ThingMap
{
public:
    explicit ThingMap(const document::Value *map)
        : m_map(map && map->isObject() ? *map : document::Value::object())
    {
        for (size_t at = 0; at < m_map.members().size(); ++at)
            note(at);
    }

    document::Value *find(const QString &id)
    {
        const auto at = m_at.constFind(id);
        return at == m_at.constEnd() ? nullptr : &m_map.members()[*at].value;
    }
    bool has(const QString &id) const { return m_at.contains(id); }
    QString idOf(const QString &origin) const { return m_byOrigin.value(origin); }

    void add(const QString &id, document::Value thing)
    {
        m_map.members().push_back({id, std::move(thing), {}});
        note(m_map.members().size() - 1);
        m_isChanged = true;
    }
    // False where nothing is new.
    bool unite(const QString &id, const document::Value &incoming, Precedence precedence)
    {
        document::Value *present = find(id);
        document::Value both = united(*present, incoming, precedence);
        if (both.sameJson(*present))
            return false;
        *present = std::move(both);
        m_isChanged = true;
        return true;
    }
    bool isChanged() const { return m_isChanged; }
    const document::Value &map() const { return m_map; }

private:
    void note(size_t at)
    {
        const document::Member &member = m_map.members()[at];
        m_at.insert(member.key, at);
        const QStringList origins = originsIn(member.value);
        for (const QString &origin : origins)
            m_byOrigin.insert(origin, member.key);
    }

    document::Value m_map;
    QHash<QString, size_t> m_at;
    QHash<QString, QString> m_byOrigin;
    bool m_isChanged = false;
};

} // namespace entente::formats
