#include "formats/uniting.h"

#include "document/jsonwriter.h"

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

bool isTextList(const Value &value)
{
    if (!value.isArray())
        return false;
    for (const Member &item : value.items()) {
        if (!item.value.isString())
            return false;
    }
    return true;
}

QStringList textsOf(const Value &list)
{
    QStringList texts;
    for (const Member &item : list.items())
        texts.append(item.value.text());
    return texts;
}

bool isMap(const QString &key)
{
    static const QStringList maps{
        QStringLiteral("identifiers"), QStringLiteral("cites"),     QStringLiteral("amounts"),
        QStringLiteral("clauses"),     QStringLiteral("positions"), QStringLiteral("narrower_than"),
        QStringLiteral("exceptions"),  QStringLiteral("stake"),     QStringLiteral("x-merged")};
    return maps.contains(key);
}

// The texts under which what gives way is kept.
void keepBeside(Value &object, const QString &key, const Value &value)
{
    const QString text = value.isString() ? value.text() : QString::fromUtf8(document::toCompactJson(value));
    addTexts(object, QStringLiteral("x-other-") + key, {text});
}

// Maps keep both members where they differ: the incoming one beside the present.
Value unitedMap(const Value &present, const Value &incoming, Precedence precedence)
{
    Value map = present;
    for (const Member &member : incoming.members()) {
        const Value *mine = map.find(member.key);
        if (!mine || mine->isNull())
            map.set(member.key, member.value);
        else if (mine->isObject() && member.value.isObject())
            map.set(member.key, united(*mine, member.value, precedence));
        else if (precedence == Precedence::Incoming)
            map.set(member.key, member.value);
    }
    return map;
}

// What the incoming map says otherwise, member by member, and unitedMap() therefore left out.
QStringList leftOut(const Value &present, const Value &incoming)
{
    QStringList left;
    for (const Member &member : incoming.members()) {
        const Value *mine = present.find(member.key);
        if (mine && mine->isString() && member.value.isString() && mine->text() != member.value.text())
            left.append(member.key + QStringLiteral(": ") + member.value.text());
    }
    return left;
}

void settleDifference(Value &thing, const Member &incoming, const Value &mine, Precedence precedence)
{
    if (precedence == Precedence::Incoming) {
        thing.set(incoming.key, incoming.value);
        return;
    }
    if (incoming.key == QLatin1String("kind") && mine.text() == QLatin1String("other")) {
        thing.set(incoming.key, incoming.value); // "other" is what is not known
        return;
    }
    if (incoming.key == QLatin1String("kind") && incoming.value.text() == QLatin1String("other"))
        return;
    if (incoming.key == QLatin1String("name"))
        addTexts(thing, QStringLiteral("aliases"), {incoming.value.text()});
    else
        keepBeside(thing, incoming.key, incoming.value);
}

void settle(Value &thing, const Member &incoming, Precedence precedence)
{
    if (incoming.value.isNull())
        return;
    const Value *found = thing.find(incoming.key);
    if (!found || found->isNull()) {
        thing.set(incoming.key, incoming.value);
        return;
    }
    const Value mine = *found;
    if (mine.sameJson(incoming.value))
        return;
    if (isTextList(mine) && isTextList(incoming.value)) {
        addTexts(thing, incoming.key, textsOf(incoming.value));
    } else if (isMap(incoming.key) && mine.isObject() && incoming.value.isObject()) {
        thing.set(incoming.key, unitedMap(mine, incoming.value, precedence));
        if (precedence == Precedence::Present)
            addTexts(thing, QStringLiteral("x-other-") + incoming.key, leftOut(mine, incoming.value));
    } else {
        settleDifference(thing, incoming, mine, precedence);
    }
}

} // namespace

void addTexts(Value &object, const QString &key, const QStringList &texts)
{
    const Value *found = object.find(key);
    Value list = found && found->isArray() ? *found : Value::array();
    QStringList known = textsOf(list);
    for (const QString &text : texts) {
        if (known.contains(text))
            continue;
        known.append(text);
        list.append(Value::string(text));
    }
    if (!list.items().empty())
        object.set(key, list);
}

Value united(const Value &present, const Value &incoming, Precedence precedence)
{
    Value thing = present;
    for (const Member &member : incoming.members())
        settle(thing, member, precedence);
    return thing;
}

} // namespace entente::formats
