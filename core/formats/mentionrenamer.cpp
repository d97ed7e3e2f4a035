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
        ReadContext context(incoming.document, true);
        readScenarioTree(context);
        m_references = context.references();
    }

    void rename(const NewNames &names)
    {
        NewIds things = names.terms;
        things.insert(names.firms);
        for (const Reference &reference : std::as_const(m_references)) {
            switch (reference.target) {
            case Target::Firm:
            case Target::FirmOrTerm:
            case Target::Term:
                renameAt(reference, things);
                break;
            case Target::Agreement:
            case Target::AgreementOrClause:
                renameAt(reference, names.agreements);
                break;
            case Target::Source:
                renameAt(reference, names.sources);
                break;
            }
        }
    }

private:
    void noteMembers(Member &map)
    {
        if (!map.value.isObject())
            return;
        QHash<QString, Value *> &things = m_things[map.key];
        for (Member &thing : map.value.members())
            things.insert(thing.key, &thing.value);
    }

    // "/agreements/loan/parties/0/firm": the thing is looked up, the way within it is short.
    void renameAt(const Reference &reference, const NewIds &names)
    {
        const QString first = reference.id.section(u'/', 0, 0);
        const QString next = names.value(first, first);
        if (next == first)
            return;
        const qsizetype inner = reference.path.indexOf(u'/', reference.path.indexOf(u'/', 1) + 1);
        const QString id = document::lastToken(reference.path.left(inner));
        Value *thing = m_things.value(reference.path.mid(1).section(u'/', 0, 0)).value(id);
        if (!thing || inner < 0)
            return;
        const QString pointer = reference.path.mid(inner);
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
    QList<Reference> m_references;
};

} // namespace

void renameMentions(const ScenarioFile &incoming, Value &root, const NewNames &names)
{
    Renamer(incoming, root).rename(names);
}

} // namespace entente::formats
