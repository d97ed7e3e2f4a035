#include "formats/references.h"

#include "formats/scenariodraft.h"
#include "formats/thingreaders.h"

#include <algorithm>

namespace entente::formats {

using document::Change;
using document::childPointer;
using document::Value;
using domain::ThingKind;
using domain::ThingRef;

namespace {

bool canName(Target target, ThingKind kind)
{
    switch (kind) {
    case ThingKind::Firm:
        return target == Target::Firm || target == Target::FirmOrTerm;
    case ThingKind::Term:
        return target == Target::Term || target == Target::FirmOrTerm;
    case ThingKind::Agreement:
        return target == Target::Agreement || target == Target::AgreementOrClause;
    case ThingKind::Clause:
        return target == Target::AgreementOrClause;
    case ThingKind::Source:
        return target == Target::Source;
    case ThingKind::None:
    case ThingKind::Conflict:
        break;
    }
    return false;
}

// A clause of an agreement names the agreement as well.
bool names(const Reference &reference, const ThingRef &thing)
{
    if (!canName(reference.target, thing.kind))
        return false;
    return reference.id == thing.id ||
           (thing.kind == ThingKind::Agreement && reference.id.startsWith(thing.id + u'/'));
}

// Saved places are keyed by ids that nobody has to resolve.
QStringList placesOf(const Value &root, const ThingRef &thing)
{
    QStringList pointers;
    const Value *views = root.find(u"views");
    if (!views || (thing.kind != ThingKind::Firm && thing.kind != ThingKind::Agreement))
        return pointers;
    for (const document::Member &view : views->members()) {
        const QString places = childPointer(QStringLiteral("/views"), view.key) + QStringLiteral("/places");
        const QString pointer = childPointer(places, thing.id);
        if (document::resolve(root, pointer))
            pointers.append(pointer);
    }
    return pointers;
}

bool isWithin(const QString &pointer, const QString &whole)
{
    return pointer == whole || pointer.startsWith(whole + u'/');
}

Change renamed(const Value &root, const QString &mention, const ThingRef &thing, const QString &newId)
{
    const Value *value = document::resolve(root, mention);
    if (!value || !value->isString())
        return Change::rename(mention, newId);
    if (thing.kind == ThingKind::Clause)
        return Change::set(mention, Value::string(value->text().section(u'/', 0, 0) + u'/' + newId));
    return Change::set(mention, Value::string(newId + value->text().mid(thing.id.size())));
}

// What has to go where a mention goes: the whole party or position, else the field.
QString goesWith(const QString &mention)
{
    const QString parent = document::parentPointer(mention);
    const QString field = document::lastToken(mention);
    const QString holder = document::lastToken(document::parentPointer(parent));
    const bool isPart = (field == QLatin1String("firm") && holder == QLatin1String("parties")) ||
                        (field == QLatin1String("by") && holder == QLatin1String("positions"));
    return isPart ? parent : mention;
}

// "/agreements/loan/parties/0" → "/agreements/loan"
QString thingAround(const QString &pointer)
{
    return pointer.section(u'/', 0, 2);
}

class Remover
{
public:
    explicit Remover(const document::Document &document)
        : m_document(document)
    {}

    Removal remove(const ThingRef &thing)
    {
        m_pending.append(thing);
        while (!m_pending.isEmpty())
            removeOne(m_pending.takeFirst());
        for (const QString &gone : std::as_const(m_gone))
            m_removal.touched.removeAll(gone);
        m_removal.touched += m_alsoGone;
        return m_removal;
    }

private:
    void removeOne(const ThingRef &thing)
    {
        const QString own = pointerOf(thing);
        if (!document::resolve(m_document.root, own))
            return;
        QStringList mentions = mentionsOf(m_document, thing);
        std::reverse(mentions.begin(), mentions.end()); // of an array's items the last goes first
        for (const QString &mention : std::as_const(mentions)) {
            if (!isWithin(mention, own))
                removeMention(mention);
        }
        m_gone.append(own);
        make(Change::remove(own));
    }

    void removeMention(const QString &mention)
    {
        const QString pointer = goesWith(mention);
        if (!document::resolve(m_document.root, pointer))
            return;
        make(Change::remove(pointer));
        const QString around = thingAround(pointer);
        if (!m_removal.touched.contains(around) && !around.startsWith(QLatin1String("/views/")))
            m_removal.touched.append(around);
        const Value *parties = document::resolve(m_document.root, around + QStringLiteral("/parties"));
        if (parties && parties->items().empty() && !m_gone.contains(around)) {
            m_alsoGone.append(around);
            m_gone.append(around);
            m_pending.append(ThingRef::of(domain::AgreementId(document::lastToken(around))));
        }
    }

    void make(const Change &change)
    {
        if (document::apply(m_document.root, change))
            m_removal.changes.append(change);
    }

    document::Document m_document; // as it is after the changes so far
    Removal m_removal;
    QList<ThingRef> m_pending;
    QStringList m_gone;
    QStringList m_alsoGone; // beside the one that was asked for
};

} // namespace

QString pointerOf(const ThingRef &thing)
{
    switch (thing.kind) {
    case ThingKind::Firm:
        return childPointer(QStringLiteral("/firms"), thing.id);
    case ThingKind::Agreement:
        return childPointer(QStringLiteral("/agreements"), thing.id);
    case ThingKind::Term:
        return childPointer(QStringLiteral("/defined_terms"), thing.id);
    case ThingKind::Source:
        return childPointer(QStringLiteral("/sources"), thing.id);
    case ThingKind::Clause:
        return childPointer(childPointer(QStringLiteral("/agreements"), thing.clauseRef().agreement.text()) +
                                QStringLiteral("/clauses"),
                            thing.clauseRef().clause.text());
    case ThingKind::None:
    case ThingKind::Conflict:
        break;
    }
    return {};
}

QStringList mentionsOf(const document::Document &document, const ThingRef &thing)
{
    ReadContext context(document, true);
    readScenarioTree(context);
    QSet<const Value *> values;
    for (const Reference &reference : context.references()) {
        if (names(reference, thing))
            values.insert(reference.value);
    }
    const auto pointerOfValue = document::pointersTo(document.root, values);
    QStringList pointers;
    for (const Reference &reference : context.references()) {
        if (names(reference, thing) && values.remove(reference.value))
            pointers.append(pointerOfValue.value(reference.value));
    }
    return pointers + placesOf(document.root, thing);
}

QList<Change> renaming(const document::Document &document, const ThingRef &thing, const QString &newId)
{
    QStringList mentions = mentionsOf(document, thing);
    // The deeper first: a key that is renamed is on the way to what lies below it.
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const QString &a, const QString &b) { return a.count(u'/') > b.count(u'/'); });
    QList<Change> changes;
    for (const QString &mention : std::as_const(mentions))
        changes.append(renamed(document.root, mention, thing, newId));
    changes.append(Change::rename(pointerOf(thing), newId));
    return changes;
}

Removal removal(const document::Document &document, const ThingRef &thing)
{
    return Remover(document).remove(thing);
}

QString idFrom(const QString &name, const QStringList &taken)
{
    const QString id = idStem(name);
    QString unique = id;
    for (int number = 2; taken.contains(unique); ++number)
        unique = QStringLiteral("%1-%2").arg(id).arg(number);
    return unique;
}

} // namespace entente::formats
