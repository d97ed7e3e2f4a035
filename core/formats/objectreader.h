#pragma once

#include "domain/words.h"
#include "formats/readcontext.h"

#include <QVarLengthArray>

#include <functional>

namespace entente::formats {

class ObjectReader;

// What sentences call an object; the words are put together only where a sentence is told. The holder
// outlives it.
class Naming
{
public:
    Naming(QString text) // all there is to say
        : m_pattern(std::move(text))
    {}
    Naming(QString pattern, QString name) // "firm \"%1\""
        : m_pattern(std::move(pattern))
        , m_name(std::move(name))
        , m_isNamed(true)
    {}
    Naming(QString pattern, const ObjectReader &holder) // "a party of %1"
        : m_pattern(std::move(pattern))
        , m_holder(&holder)
    {}
    Naming(QString pattern, QString name, const ObjectReader &holder) // "\"%1\" of %2"
        : m_pattern(std::move(pattern))
        , m_name(std::move(name))
        , m_holder(&holder)
        , m_isNamed(true)
    {}

    QString text() const;

private:
    QString m_pattern;
    QString m_name;
    const ObjectReader *m_holder = nullptr;
    bool m_isNamed = false;
};

// Reads the members of one JSON object, says what is wrong with each, and at last which keys it doesn't know.
// A member that is null counts as absent.
class ObjectReader
{
public:
    // `thing` names the object in sentences: "firm \"aws\"".
    ObjectReader(ReadContext &context, const document::Value &object, Path path, Naming naming);

    const document::Value *get(const QString &key);
    Path pathOf(const QString &key) const { return {m_path, key}; } // while this reader lives
    const Path &path() const { return m_path; }
    QString thing() const { return m_naming.text(); }
    document::Position position() const { return m_object.position(); }
    ReadContext &context() { return m_context; }

    QString text(const QString &key);
    QString requiredText(const QString &key);
    void require(const QString &key); // tells where the key is absent or its text is empty; the type is the
                                      // caller's to check
    bool flag(const QString &key);
    std::optional<bool> maybeFlag(const QString &key);
    std::optional<int> count(const QString &key);
    std::optional<domain::Decimal> decimal(const QString &key);
    QStringList texts(const QString &key);
    template <typename E> std::optional<E> word(const QString &key);
    template <typename E> std::optional<E> wordIn(const document::Value &value, const QString &key);
    QString reference(const QString &key, Target target);
    QStringList references(const QString &key, Target target);

    // A date or period, either plain or as {"value": …, "cites": …}; the cites then go to `cites`.
    std::optional<domain::EventDate> date(const QString &key, domain::Cites *cites = nullptr);
    std::optional<domain::Period> period(const QString &key, domain::Cites *cites = nullptr);
    domain::Cites cites();

    // Every member of a map keyed by ids, those that begin with "x-" left out.
    using Visit = std::function<void(const QString &id, const document::Value &value, const Path &path)>;
    void each(const QString &key, const Visit &visit);

    domain::Extras extras();
    void finish(); // tells unknown keys

    bool isObject() { return isObject(m_object, m_path, m_naming); } // tells where it is none
    bool isObject(const document::Value &value, const Path &path, const Naming &what);
    void wrongType(const document::Value &value, const QString &key, const QString &expected);

private:
    struct Found
    {
        const document::Value *value = nullptr;
        bool isCited = false; // it is the "value" of an object that stands at the key
    };
    template <typename T> std::optional<T> time(const QString &key, const Found &found, const QString &like);
    QString pointerOf(const QString &key, const Found &found) const;
    Found plainOrCited(const QString &key, domain::Cites *cites);

    ReadContext &m_context;
    const document::Value &m_object;
    Path m_path;
    Naming m_naming;
    QVarLengthArray<QString, 32> m_known; // most things have fewer keys
};

domain::Cites readCites(ReadContext &context, const document::Value &value, const Path &path);

template <typename E> std::optional<E> ObjectReader::wordIn(const document::Value &value, const QString &key)
{
    if (!value.isString()) {
        wrongType(value, key, QStringLiteral("a string"));
        return std::nullopt;
    }
    const auto found = domain::fromWord<E>(value.text());
    if (!found) {
        m_context.error(QStringLiteral("unknown-word"), value.position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 can't be \"%3\"").arg(key, thing(), value.text()),
                        suggestion(value.text(), domain::allWords<E>()));
    }
    return found;
}

template <typename E> std::optional<E> ObjectReader::word(const QString &key)
{
    const document::Value *value = get(key);
    return value ? wordIn<E>(*value, key) : std::nullopt;
}

} // namespace entente::formats
