#include "session/edits.h"

#include "domain/naming.h"
#include "formats/references.h"

namespace entente::session {

using document::Change;
using domain::ThingKind;
using domain::ThingRef;

namespace {

template <typename T> void addIds(const QList<T> &things, QStringList &ids)
{
    for (const T &thing : things)
        ids.append(thing.id.text());
}

QString nameAt(const document::Value &root, const QString &pointer)
{
    const document::Value *thing = document::resolve(root, pointer);
    for (const QStringView key : {QStringView(u"name"), QStringView(u"title")}) {
        if (const document::Value *name = thing ? thing->find(key) : nullptr)
            return name->text();
    }
    return document::lastToken(pointer);
}

} // namespace

QString pointerOf(const ThingRef &thing)
{
    return formats::pointerOf(thing);
}

QString freeId(const QString &name, const QStringList &taken)
{
    return formats::idFrom(name, taken);
}

QStringList idsOf(const domain::Scenario &scenario, ThingKind kind)
{
    QStringList ids;
    switch (kind) {
    case ThingKind::Firm:
    case ThingKind::Term: // they share one name space
        addIds(scenario.firms, ids);
        addIds(scenario.terms, ids);
        break;
    case ThingKind::Agreement:
        addIds(scenario.agreements, ids);
        break;
    case ThingKind::Source:
        addIds(scenario.sources, ids);
        break;
    default:
        break;
    }
    return ids;
}

QList<Change> replacing(const Session &session, const ThingRef &thing, const QString &id,
                        const document::Value &value)
{
    const QString before = pointerOf(thing);
    const QString own = document::lastToken(before);
    QList<Change> changes;
    if (id != own)
        changes = formats::renaming(session.document(), thing, id);
    changes.append(Change::set(document::childPointer(document::parentPointer(before), id), value));
    return changes;
}

Edit removing(const Session &session, const ThingRef &thing, QStringList *touched)
{
    const formats::Removal removal = formats::removal(session.document(), thing);
    if (touched) {
        for (const QString &pointer : removal.touched)
            touched->append(nameAt(session.document().root, pointer));
    }
    return {Session::tr("Remove “%1”").arg(domain::nameOf(session.scenario(), thing)), removal.changes, {}};
}

} // namespace entente::session
