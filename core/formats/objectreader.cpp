#include "formats/objectreader.h"

#include "document/jsonwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::formats {

using document::Member;
using document::Value;

ObjectReader::ObjectReader(ReadContext &context, const Value &object, QString path, QString thing)
    : m_context(context)
    , m_object(object)
    , m_path(std::move(path))
    , m_thing(std::move(thing))
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
                    QStringLiteral("\"%1\" of %2 is %3").arg(key, m_thing, document::typeName(value.type())),
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
                        QStringLiteral("%1 has no \"%2\"").arg(m_thing, key), QStringLiteral("add it"));
    } else if (value->isString() && value->text().trimmed().isEmpty()) {
        m_context.error(QStringLiteral("missing"), value->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 is empty").arg(key, m_thing));
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
                        QStringLiteral("\"%1\" of %2 can't be %3: %4").arg(key, m_thing, value->text(), why),
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
                        QStringLiteral("\"%1\" of %2 can't be %3").arg(key, m_thing, number->toString()),
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
        m_context.refer(target, id, *value, pathOf(key));
    return id;
}

QStringList ObjectReader::references(const QString &key, Target target)
{
    const Value *value = get(key);
    const QStringList ids = texts(key);
    if (!value || !value->isArray())
        return ids;
    for (size_t i = 0; i < value->items().size(); ++i) {
        const Value &item = value->items()[i].value;
        if (item.isString())
            m_context.refer(target, item.text(), item, document::childPointer(pathOf(key), qsizetype(i)));
    }
    return ids;
}

ObjectReader::Found ObjectReader::plainOrCited(const QString &key, domain::Cites *cites)
{
    const Value *value = get(key);
    if (!value || !value->isObject() || !cites)
        return {value, pathOf(key)};
    ObjectReader cited(m_context, *value, pathOf(key), QStringLiteral("\"%1\" of %2").arg(key, m_thing));
    const Value *inner = cited.get(QStringLiteral("value"));
    *cites = cited.cites();
    cited.finish();
    if (!inner) {
        m_context.error(QStringLiteral("missing"), value->position(), pathOf(key),
                        QStringLiteral("\"%1\" of %2 has no \"value\"").arg(key, m_thing));
    }
    return {inner, cited.pathOf(QStringLiteral("value"))};
}

namespace {

template <typename T>
std::optional<T> parseTime(ReadContext &context, const Value &value, const QString &path, const QString &what)
{
    QString why;
    const auto parsed = T::parse(value.text(), &why);
    if (!parsed) {
        context.error(QStringLiteral("bad-date"), value.position(), path,
                      QStringLiteral("%1 can't be \"%2\": %3").arg(what, value.text(), why));
    }
    return parsed;
}

} // namespace

std::optional<domain::EventDate> ObjectReader::date(const QString &key, domain::Cites *cites)
{
    const auto [value, path] = plainOrCited(key, cites);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        wrongType(*value, key, QStringLiteral("a date as a string, like \"2025-10\""));
        return std::nullopt;
    }
    return parseTime<domain::EventDate>(m_context, *value, path,
                                        QStringLiteral("\"%1\" of %2").arg(key, m_thing));
}

std::optional<domain::Period> ObjectReader::period(const QString &key, domain::Cites *cites)
{
    const auto [value, path] = plainOrCited(key, cites);
    if (!value)
        return std::nullopt;
    if (!value->isString()) {
        wrongType(*value, key, QStringLiteral("a period as a string, like \"2025-10/..\""));
        return std::nullopt;
    }
    const QString what = QStringLiteral("\"%1\" of %2").arg(key, m_thing);
    const auto period = parseTime<domain::Period>(m_context, *value, path, what);
    if (period && period->isInverted()) {
        m_context.error(QStringLiteral("inverted-period"), value->position(), path,
                        QStringLiteral("%1 ends before it starts: \"%2\"").arg(what, value->text()),
                        QStringLiteral("expected start/end"));
    }
    return period;
}

domain::Cites ObjectReader::cites()
{
    const Value *value = get(QStringLiteral("cites"));
    return value ? readCites(m_context, *value, pathOf(QStringLiteral("cites"))) : domain::Cites();
}

bool ObjectReader::isObject(const Value &value, const QString &path, const QString &what)
{
    if (value.isObject())
        return true;
    m_context.error(QStringLiteral("wrong-type"), value.position(), path,
                    QStringLiteral("%1 is %2").arg(what, document::typeName(value.type())),
                    QStringLiteral("expected an object"));
    return false;
}

void ObjectReader::each(const QString &key, const Visit &visit)
{
    static const QRegularExpression idPattern(QStringLiteral("\\A[a-z0-9][a-z0-9._-]*\\z"));
    const Value *map = get(key);
    if (!map || !isObject(*map, pathOf(key), QStringLiteral("\"%1\" of %2").arg(key, m_thing)))
        return;
    for (const Member &member : map->members()) {
        const QString path = document::childPointer(pathOf(key), member.key);
        if (member.key.startsWith(QLatin1String("x-")) || member.value.isNull())
            continue;
        if (!idPattern.match(member.key).hasMatch()) {
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
        if (member.key.startsWith(QLatin1String("x-")) || m_known.contains(member.key))
            continue;
        const QString message = QStringLiteral("%1 has no key \"%2\"").arg(m_thing, member.key);
        const QString hint = suggestion(member.key, m_known);
        if (m_context.newerMinor())
            m_context.warn(QStringLiteral("unknown-key"), member.keyPosition, pathOf(member.key), message,
                           hint);
        else
            m_context.error(QStringLiteral("unknown-key"), member.keyPosition, pathOf(member.key), message,
                            hint);
    }
}

} // namespace entente::formats
