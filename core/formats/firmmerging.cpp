#include "formats/firmmerging.h"

#include "domain/thingref.h"
#include "formats/references.h"
#include "formats/uniting.h"

#include <algorithm>

namespace entente::formats {

using document::Change;
using document::childPointer;
using document::Member;
using document::Value;
using domain::FirmId;
using domain::ThingRef;

namespace {

const QString &mergedKey()
{
    static const QString key = QStringLiteral("x-merged");
    return key;
}

const Value *firmIn(const Value &root, const FirmId &firm)
{
    return document::resolve(root, pointerOf(ThingRef::of(firm)));
}

// Makes changes one after another, each on what the ones before have left.
class Changing
{
public:
    explicit Changing(const document::Document &document)
        : m_document(document)
    {}

    void make(const Change &change)
    {
        if (document::apply(m_document.root, change))
            m_changes.append(change);
    }
    const document::Document &document() const { return m_document; }
    const QList<Change> &changes() const { return m_changes; }

private:
    document::Document m_document;
    QList<Change> m_changes;
};

bool isText(const Value *value, const QString &text)
{
    return value && value->isString() && value->text() == text;
}

// A firm can't be part of itself.
void dropWhole(Value &firm, const QString &id)
{
    if (isText(firm.find(u"part_of"), id))
        document::apply(firm, Change::remove(QStringLiteral("/part_of")));
}

// What both are together, without the note of it.
Value mergedFirm(const Value &kept, const QString &keptId, const Value &gone, const QString &goneId)
{
    Value first = kept;
    Value second = gone;
    dropWhole(first, goneId);
    dropWhole(second, keptId);
    return united(first, second, Precedence::Present);
}

// A mention that is a key: of a narrower term, or of a saved place, of which the kept firm has its own.
void followKey(Changing &changing, const QString &mention, const QString &keptId)
{
    const QString sibling = childPointer(document::parentPointer(mention), keptId);
    const Value *mine = document::resolve(changing.document().root, sibling);
    if (!mine) {
        changing.make(Change::rename(mention, keptId));
        return;
    }
    const Value *other = document::resolve(changing.document().root, mention);
    if (mine->isObject() && other->isObject())
        changing.make(Change::set(sibling, united(*mine, *other, Precedence::Present)));
    changing.make(Change::remove(mention));
}

Value textList(const QStringList &texts)
{
    Value list = Value::array();
    for (const QString &text : texts)
        list.append(Value::string(text));
    return list;
}

// A firm without its notes of earlier merges.
Value withoutNotes(Value firm)
{
    document::apply(firm, Change::remove(childPointer(QString(), mergedKey())));
    return firm;
}

// The note that unmerging() reads.
Value noteOf(const Value &kept, const Value &gone, const QStringList &mentions)
{
    Value note = Value::object();
    note.set(QStringLiteral("was"), gone);
    note.set(QStringLiteral("beside"), withoutNotes(kept));
    note.set(QStringLiteral("mentions"), textList(mentions));
    return note;
}

// Members that are as the merge left them are what they were before it; what was edited since stays.
Value withoutMerged(const Value &now, const Value &before, const Value &merged)
{
    Value result = Value::object();
    for (const Member &member : now.members()) {
        const Value *made = merged.find(member.key);
        const Value *had = before.find(member.key);
        if (!made || !made->sameJson(member.value))
            result.set(member.key, member.value);
        else if (had)
            result.set(member.key, *had);
    }
    for (const Member &member : before.members()) {
        if (!result.find(member.key) && !merged.find(member.key))
            result.set(member.key, member.value); // a part_of that the merge had to drop
    }
    return result;
}

QStringList textsAt(const Value &note, QStringView key)
{
    QStringList texts;
    const Value *list = note.find(key);
    if (list && list->isArray()) {
        for (const Member &item : list->items())
            texts.append(item.value.text());
    }
    return texts;
}

QStringList mergedIntoValue(const Value &firm)
{
    QStringList ids;
    const Value *notes = firm.find(mergedKey());
    if (notes && notes->isObject()) {
        for (const Member &note : notes->members())
            ids.append(note.key);
    }
    return ids;
}

} // namespace

QList<Change> mergingFirms(const document::Document &document, const FirmId &kept, const FirmId &gone)
{
    const Value *first = firmIn(document.root, kept);
    const Value *second = firmIn(document.root, gone);
    if (!first || !second || kept == gone)
        return {};
    const QString keptPointer = pointerOf(ThingRef::of(kept));
    const QString gonePointer = pointerOf(ThingRef::of(gone));
    const QStringList mentions = mentionsOf(document, ThingRef::of(gone));
    Changing changing(document);
    QStringList followed;
    for (const QString &mention : mentions) {
        if (mention.startsWith(gonePointer + u'/') || mention.startsWith(keptPointer + u'/'))
            continue;
        const Value *value = document::resolve(changing.document().root, mention);
        if (!value || !value->isString()) {
            followKey(changing, mention, kept.text());
            continue;
        }
        followed.append(mention);
        changing.make(Change::set(mention, Value::string(kept.text())));
    }
    Value merged = mergedFirm(*first, kept.text(), *second, gone.text());
    const Value *notes = merged.find(mergedKey());
    Value all = notes && notes->isObject() ? *notes : Value::object();
    all.set(gone.text(), noteOf(*first, *second, followed));
    merged.set(mergedKey(), all);
    changing.make(Change::set(keptPointer, merged));
    changing.make(Change::remove(gonePointer));
    return changing.changes();
}

QStringList mergedInto(const document::Document &document, const FirmId &firm)
{
    const Value *found = firmIn(document.root, firm);
    return found ? mergedIntoValue(*found) : QStringList();
}

QList<Change> unmerging(const document::Document &document, const FirmId &kept, const QString &gone)
{
    const Value *now = firmIn(document.root, kept);
    const Value *notes = now ? now->find(mergedKey()) : nullptr;
    const Value *note = notes && notes->isObject() ? notes->find(gone) : nullptr;
    const Value *was = note && note->isObject() ? note->find(u"was") : nullptr;
    const Value *beside = note && note->isObject() ? note->find(u"beside") : nullptr;
    if (!was || !was->isObject() || !beside || !beside->isObject() || firmIn(document.root, FirmId(gone)))
        return {};
    Value remaining = *notes;
    QStringList goes = mergedIntoValue(*was);
    goes.append(gone);
    for (const QString &id : std::as_const(goes))
        document::apply(remaining, Change::remove(childPointer(QString(), id)));
    Value first = withoutMerged(withoutNotes(*now), *beside, mergedFirm(*beside, kept.text(), *was, gone));
    if (!remaining.members().empty())
        first.set(mergedKey(), remaining);
    Changing changing(document);
    changing.make(Change::set(pointerOf(ThingRef::of(kept)), first));
    changing.make(Change::set(pointerOf(ThingRef::of(FirmId(gone))), *was));
    const QStringList mentions = textsAt(*note, u"mentions");
    for (const QString &mention : mentions) {
        if (isText(document::resolve(changing.document().root, mention), kept.text()))
            changing.make(Change::set(mention, Value::string(gone)));
    }
    return changing.changes();
}

QList<Change> splittingOff(const document::Document &document, const FirmId &firm, const QString &newId,
                           const QString &newName, const QStringList &agreements)
{
    const Value *found = firmIn(document.root, firm);
    if (!found || firmIn(document.root, FirmId(newId)))
        return {};
    Value other = Value::object();
    other.set(QStringLiteral("name"), Value::string(newName));
    const Value *kind = found->find(u"kind");
    other.set(QStringLiteral("kind"), kind ? *kind : Value::string(QStringLiteral("other")));
    Changing changing(document);
    changing.make(Change::set(pointerOf(ThingRef::of(FirmId(newId))), other));
    const QStringList mentions = mentionsOf(document, ThingRef::of(firm));
    for (const QString &mention : mentions) {
        const bool isAgreement = mention.startsWith(QLatin1String("/agreements/"));
        const Value *value = document::resolve(document.root, mention);
        if (isAgreement && agreements.contains(document::lastToken(mention.section(u'/', 0, 2))) && value &&
            value->isString())
            changing.make(Change::set(mention, Value::string(newId)));
    }
    return changing.changes();
}

} // namespace entente::formats
