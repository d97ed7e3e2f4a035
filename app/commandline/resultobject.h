#pragma once

#include "commandline/console.h"

#include <QList>

#include <utility>

namespace entente::commandline {

// Members in the order of the contract.
class ObjectWriter
{
public:
    ObjectWriter() = default;
    explicit ObjectWriter(document::Value begun) // an object, to be added to
        : m_object(std::move(begun))
    {}

    ObjectWriter &set(const char *key, document::Value value)
    {
        m_object.set(QString::fromLatin1(key), std::move(value));
        return *this;
    }
    ObjectWriter &set(const char *key, const QString &text) { return set(key, json(text)); }
    ObjectWriter &orNull(const char *key, const QString &text) { return set(key, jsonOrNull(text)); }
    document::Value take() { return std::move(m_object); }

private:
    document::Value m_object = document::Value::object();
};

template <typename T, typename F> document::Value listOf(const QList<T> &things, F &&write)
{
    document::Value list = document::Value::array();
    for (const T &thing : things)
        list.append(write(thing));
    return list;
}

} // namespace entente::commandline
