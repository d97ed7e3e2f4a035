#pragma once

#include "domain/words.h"
#include "formats/readcontext.h"

#include <QSet>

#include <functional>

namespace entente::formats {

// Reads the members of one JSON object, says what is wrong with each, and at last which keys it doesn't know.
// A member that is null counts as absent.
class ObjectReader
{
public:
    // `thing` names the object in sentences: "firm \"aws\"".
    ObjectReader(ReadContext &context, const document::Value &object, QString path, QString thing);

    const document::Value *get(const QString &key);
    QString pathOf(const QString &key) const { return document::childPointer(m_path, key); }
    const QString &path() const { return m_path; }
    const QString &thing() const { return m_thing; }
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
    using Visit = std::function<void(const QString &id, const document::Value &value, const QString &path)>;
    void each(const QString &key, const Visit &visit);

    domain::Extras extras();
    void finish(); // tells unknown keys

    bool isObject(const document::Value &value, const QString &path, const QString &what);
    void wrongType(const document::Value &value, const QString &key, const QString &expected);

private:
    // A value and its JSON Pointer, which is not its key's where it is given with cites.
    struct Found
    {
        const document::Value *value = nullptr;
        QString path;
    };
    Found plainOrCited(const QString &key, domain::Cites *cites);

    ReadContext &m_context;
    const document::Value &m_object;
    QString m_path;
    QString m_thing;
    QStringList m_known;
};

domain::Cites readCites(ReadContext &context, const document::Value &value, const QString &path);

template <typename E> std::optional<E> ObjectReader::wordIn(const document::Value &value, const QString &key)
{
    if (!value.isString()) {
        wrongType(value, key, QStringLiteral("a string"));
        return std::nullopt;
    }
    const auto found = domain::fromWord<E>(value.text());
    if (!found) {
        m_context.error(QStringLiteral("unknown-word"), value.position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 can't be \"%3\"").arg(key, m_thing, value.text()),
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
