#include "formats/mentionrenamer.h"

#include "document/edit.h"
#include "formats/thingreaders.h"

namespace entente::formats {

using document::Change;
using document::Member;
using document::Value;

namespace {

// Gives every mention in the incoming things the ids that the things have here.
class Renamer
{
public:
    Renamer(const ScenarioFile &incoming, Value &root)
    {
        for (Member &map : root.members())
            noteMembers(map);
        ReadContext context(incoming.document, {.newerMinor = true});
        readScenarioTree(context);
        QSet<const Value *> values;
        for (const Reference &reference : context.references())
            values.insert(reference.value);
        const auto pointers = document::pointersTo(incoming.document.root, values);
        for (const Reference &reference : context.references())
            m_mentions.append({reference.target, reference.id, pointers.value(reference.value)});
    }

    void rename(const NewNames &names)
    {
        NewIds things = names.terms;
        things.insert(names.firms);
        for (const Mention &mention : std::as_const(m_mentions)) {
            switch (mention.target) {
            case Target::Firm:
            case Target::FirmOrTerm:
            case Target::Term:
                renameAt(mention, things);
                break;
            case Target::Agreement:
            case Target::AgreementOrClause:
                renameAt(mention, names.agreements);
                break;
            case Target::Source:
                renameAt(mention, names.sources);
                break;
            }
        }
    }

private:
    // A reference and where it stands.
    struct Mention
    {
        Target target;
        QString id;
        QString path; // JSON Pointer
    };

    void noteMembers(Member &map)
    {
        if (!map.value.isObject())
            return;
        QHash<QString, Value *> &things = m_things[map.key];
        for (Member &thing : map.value.members())
            things.insert(thing.key, &thing.value);
    }

    // "/agreements/loan/parties/0/firm": the thing is looked up, the way within it is short.
    void renameAt(const Mention &mention, const NewIds &names)
    {
        const QString first = mention.id.section(u'/', 0, 0);
        const QString next = names.value(first, first);
        if (next == first)
            return;
        const qsizetype inner = mention.path.indexOf(u'/', mention.path.indexOf(u'/', 1) + 1);
        const QString id = document::lastToken(mention.path.left(inner));
        Value *thing = m_things.value(mention.path.mid(1).section(u'/', 0, 0)).value(id);
        if (!thing || inner < 0)
            return;
        const QString pointer = mention.path.mid(inner);
        const Value *value = document::resolve(*thing, pointer);
        if (value && value->isString())
            document::setAt(*thing, pointer, Value::string(next + value->text().mid(first.size())));
        else
            renameKey(*thing, pointer, next);
    }

    // Two sources that are one here have both their cites under its id.
    static void renameKey(Value &thing, const QString &pointer, const QString &next)
    {
        const Value *parent = document::resolve(thing, document::parentPointer(pointer));
        const QString key = document::lastToken(pointer);
        if (!parent || !parent->isObject() || !parent->find(key))
            return; // an item of a list whose key was renamed with the first
        if (!parent->find(next)) {
            document::apply(thing, Change::rename(pointer, next));
            return;
        }
        Value both = Value::array();
        const QString sibling = document::childPointer(document::parentPointer(pointer), next);
        for (const QString &at : {sibling, pointer}) {
            const Value moved = *document::resolve(thing, at);
            if (!moved.isArray())
                both.append(moved);
            for (const Member &item : moved.isArray() ? moved.items() : std::vector<Member>())
                both.append(item.value);
        }
        document::setAt(thing, sibling, both);
        document::apply(thing, Change::remove(pointer));
    }

    QHash<QString, QHash<QString, Value *>> m_things; // of the incoming tree, by map and id
    QList<Mention> m_mentions;
};

} // namespace

void renameMentions(const ScenarioFile &incoming, Value &root, const NewNames &names)
{
    Renamer(incoming, root).rename(names);
}

} // namespace entente::formats
