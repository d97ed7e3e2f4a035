#include "formats/objectreader.h"

#include "document/jsonwriter.h"
#include "domain/freeid.h"

#include <algorithm>

namespace entente::formats {

using document::Member;
using document::Value;

QString Naming::text() const
{
    if (m_holder)
        return m_isNamed ? m_pattern.arg(m_name, m_holder->thing()) : m_pattern.arg(m_holder->thing());
    return m_isNamed ? m_pattern.arg(m_name) : m_pattern;
}

ObjectReader::ObjectReader(ReadContext &context, const Value &object, Path path, Naming naming)
    : m_context(context)
    , m_object(object)
    , m_path(std::move(path))
    , m_naming(std::move(naming))
{}

const Value *ObjectReader::get(const QString &key)
{
    m_known.append(key);
    const Value *value = m_object.find(key);
    return value && !value->isNull() ? value : nullptr;
}

void ObjectReader::wrongType(const Value &value, const QString &key, const QString &expected)
{
    m_context.error(QStringLiteral("wrong-type"), value.position(), pathOf(key),
                    QStringLiteral("\"%1\" of %2 is %3").arg(key, thing(), document::typeName(value.type())),
                    QStringLiteral("expected %1").arg(expected));
}

QString ObjectReader::text(const QString &key)
{
    const Value *value = get(key);
    if (!value)
        return {};
    if (!value->isString()) {
        wrongType(*value, key, QStringLiteral("a string"));
        return {};
    }
    return value->text();
}

void ObjectReader::require(const QString &key)
{
    const Value *value = get(key);
    if (!value) {
        m_context.error(QStringLiteral("missing"), position(), m_path,
                        QStringLiteral("%1 has no \"%2\"").arg(thing(), key), QStringLiteral("add it"));
    } else if (value->isString() && value->text().trimmed().isEmpty()) {
        m_context.error(QStringLiteral("missing"), value->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 is empty").arg(key, thing()));
    }
}

QString ObjectReader::requiredText(const QString &key)
{
    require(key);
    return text(key);
}

std::optional<bool> ObjectReader::maybeFlag(const QString &key)
{
    const Value *value = get(key);
    if (!value)
        return std::nullopt;
    if (!value->isBoolean()) {
        wrongType(*value, key, QStringLiteral("true or false"));
        return std::nullopt;
    }
    return value->truth();
}

bool ObjectReader::flag(const QString &key)
{
    return maybeFlag(key).value_or(false);
}

std::optional<domain::Decimal> ObjectReader::decimal(const QString &key)
{
    const Value *value = get(key);
    if (!value)
        return std::nullopt;
    if (!value->isNumber()) {
        wrongType(*value, key, QStringLiteral("a number"));
        return std::nullopt;
    }
    QString why;
    const auto number = domain::Decimal::parse(value->text(), &why);
    if (!number) {
        m_context.error(QStringLiteral("bad-number"), value->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 can't be %3: %4").arg(key, thing(), value->text(), why),
                        QStringLiteral("expected a decimal of at most 15 digits"));
    }
    return number;
}

std::optional<int> ObjectReader::count(const QString &key)
{
    const auto number = decimal(key);
    if (!number)
        return std::nullopt;
    bool isCount = false;
    const int count = number->toString().toInt(&isCount);
    if (!isCount || count < 0) {
        m_context.error(QStringLiteral("bad-number"), get(key)->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 can't be %3").arg(key, thing(), number->toString()),
                        QStringLiteral("expected a whole number from 0 on"));
        return std::nullopt;
    }
    return count;
}

QStringList ObjectReader::texts(const QString &key)
{
    const Value *value = get(key);
    if (!value)
        return {};
    if (!value->isArray()) {
        wrongType(*value, key, QStringLiteral("an array of strings"));
        return {};
    }
    QStringList result;
    for (const Member &item : value->items()) {
        if (item.value.isString())
            result.append(item.value.text());
        else
            wrongType(item.value, key, QStringLiteral("strings in it"));
    }
    return result;
}

QString ObjectReader::reference(const QString &key, Target target)
{
    const QString id = text(key);
    const Value *value = get(key);
    if (value && value->isString())
        m_context.refer(target, id, value->position(), *value);
    return id;
}

QStringList ObjectReader::references(const QString &key, Target target)
{
    const Value *value = get(key);
    const QStringList ids = texts(key);
    if (!value || !value->isArray())
        return ids;
    for (const Member &item : value->items()) {
        if (item.value.isString())
            m_context.refer(target, item.value.text(), item.value.position(), item.value);
    }
    return ids;
}

ObjectReader::Found ObjectReader::plainOrCited(const QString &key, domain::Cites *cites)
{
    const Value *value = get(key);
    if (!value || !value->isObject() || !cites)
        return {value, false};
    ObjectReader cited(m_context, *value, pathOf(key), {QStringLiteral("\"%1\" of %2"), key, *this});
    const Value *inner = cited.get(QStringLiteral("value"));
    *cites = cited.cites();
    cited.finish();
    if (!inner) {
        m_context.error(QStringLiteral("missing"), value->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 has no \"value\"").arg(key, thing()));
    }
    return {inner, true};
}

// `like` says in a sentence what is expected.
template <typename T>
std::optional<T> ObjectReader::time(const QString &key, const Found &found, const QString &like)
{
    if (!found.value)
        return std::nullopt;
    if (!found.value->isString()) {
        wrongType(*found.value, key, like);
        return std::nullopt;
    }
    QString why;
    const auto parsed = T::parse(found.value->text(), &why);
    if (!parsed) {
        m_context.error(
            QStringLiteral("bad-date"), found.value->position(), pointerOf(key, found),
            QStringLiteral("\"%1\" of %2 can't be \"%3\": %4").arg(key, thing(), found.value->text(), why));
    }
    return parsed;
}

QString ObjectReader::pointerOf(const QString &key, const Found &found) const
{
    const QString pointer = pathOf(key).pointer();
    return found.isCited ? document::childPointer(pointer, QStringLiteral("value")) : pointer;
}

std::optional<domain::EventDate> ObjectReader::date(const QString &key, domain::Cites *cites)
{
    return time<domain::EventDate>(key, plainOrCited(key, cites),
                                   QStringLiteral("a date as a string, like \"2025-10\""));
}

std::optional<domain::Period> ObjectReader::period(const QString &key, domain::Cites *cites)
{
    const Found found = plainOrCited(key, cites);
    const auto period =
        time<domain::Period>(key, found, QStringLiteral("a period as a string, like \"2025-10/..\""));
    if (period && period->isInverted()) {
        m_context.error(QStringLiteral("inverted-period"), found.value->position(), pointerOf(key, found),
                        QStringLiteral("\"%1\" of %2 ends before it starts: \"%3\"")
                            .arg(key, thing(), found.value->text()),
                        QStringLiteral("expected start/end"));
    }
    return period;
}

domain::Cites ObjectReader::cites()
{
    const Value *value = get(QStringLiteral("cites"));
    return value ? readCites(m_context, *value, pathOf(QStringLiteral("cites"))) : domain::Cites();
}

bool ObjectReader::isObject(const Value &value, const Path &path, const Naming &what)
{
    if (value.isObject())
        return true;
    m_context.error(QStringLiteral("wrong-type"), value.position(), path,
                    QStringLiteral("%1 is %2").arg(what.text(), document::typeName(value.type())),
                    QStringLiteral("expected an object"));
    return false;
}

void ObjectReader::each(const QString &key, const Visit &visit)
{
    const Value *map = get(key);
    const Path around = pathOf(key);
    if (!map || !isObject(*map, around, {QStringLiteral("\"%1\" of %2"), key, *this}))
        return;
    for (const Member &member : map->members()) {
        const Path path(around, member.key);
        if (m_context.isCancelled())
            return;
        if (member.key.startsWith(QLatin1String("x-")) || member.value.isNull())
            continue;
        if (!domain::isId(member.key)) {
            m_context.error(QStringLiteral("bad-id"), member.keyPosition, path,
                            QStringLiteral("\"%1\" can't be an id").arg(member.key),
                            QStringLiteral("expected small letters, digits, dots, hyphens and underscores"));
        }
        visit(member.key, member.value, path);
    }
}

domain::Extras ObjectReader::extras()
{
    domain::Extras extras;
    for (const Member &member : m_object.members()) {
        if (member.key.startsWith(QLatin1String("x-")))
            extras.insert(member.key, QString::fromUtf8(document::toCompactJson(member.value)));
    }
    return extras;
}

void ObjectReader::finish()
{
    for (const Member &member : m_object.members()) {
        if (m_known.contains(member.key) || member.key.startsWith(QLatin1String("x-")))
            continue;
        const QString message = QStringLiteral("%1 has no key \"%2\"").arg(thing(), member.key);
        const QString hint = suggestion(member.key, QStringList(m_known.begin(), m_known.end()));
        if (m_context.rules().newerMinor)
            m_context.warn(QStringLiteral("unknown-key"), member.keyPosition, pathOf(member.key), message,
                           hint);
        else
            m_context.error(QStringLiteral("unknown-key"), member.keyPosition, pathOf(member.key), message,
                            hint);
    }
}

} // namespace entente::formats
