#include "formats/references.h"

#include "domain/freeid.h"
#include "formats/scenariodraft.h"
#include "formats/thingreaders.h"

#include <algorithm>
#include <map>

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

// What a document names where, read once for however many things are asked for.
class MentionIndex
{
public:
    explicit MentionIndex(const document::Document &document)
        : m_root(document.root)
    {
        ReadContext context(document, {.newerMinor = true});
        readScenarioTree(context);
        m_references = context.references();
        QSet<const Value *> values;
        for (const Reference &reference : m_references)
            values.insert(reference.value);
        m_pointers = document::pointersTo(document.root, values);
        for (int i = 0; i < int(m_references.size()); ++i) {
            const QString &id = m_references[size_t(i)].id;
            m_byId[id].append(i);
            if (id.contains(u'/')) // a clause or an amount, by its agreement
                m_byId[id.section(u'/', 0, 0)].append(i);
        }
    }

    struct Mention
    {
        int number; // in the order of reading, in which an array's items follow each other
        QString pointer;
    };
    QList<Mention> of(const ThingRef &thing) const
    {
        QList<Mention> mentions;
        QSet<const Value *> known;
        for (const int number : m_byId.value(thing.id)) {
            const Reference &reference = m_references[size_t(number)];
            if (!names(reference, thing) || known.contains(reference.value))
                continue;
            known.insert(reference.value);
            mentions.append({number, m_pointers.value(reference.value)});
        }
        const QStringList places = placesOf(m_root, thing);
        for (const QString &place : places)
            mentions.append({int(m_references.size()), place});
        return mentions;
    }

private:
    const Value &m_root;
    std::vector<Reference> m_references;
    QHash<const Value *, QString> m_pointers;
    QHash<QString, QList<int>> m_byId;
};

// Finds all that falls with a thing before anything is removed.
class Remover
{
public:
    explicit Remover(const document::Document &document)
        : m_root(document.root)
        , m_index(document)
    {
        const Value *agreements = m_root.find(u"agreements");
        for (const document::Member &agreement : agreements ? agreements->members() : noMembers()) {
            const Value *parties = agreement.value.find(u"parties");
            m_partiesLeft.insert(agreement.key, parties ? parties->members().size() : 0);
        }
    }

    Removal remove(const ThingRef &thing)
    {
        if (document::resolve(m_root, pointerOf(thing)))
            fell(thing);
        while (!m_pending.isEmpty())
            removeMentions(m_pending.takeFirst());
        Removal removal;
        for (const QString &around : std::as_const(m_touched)) {
            if (!m_isGone.contains(around))
                removal.touched.append(around);
        }
        removal.touched += m_gone.mid(1); // beside the one that was asked for
        // The last first, so that an array's items keep their numbers.
        for (auto mention = m_mentions.crbegin(); mention != m_mentions.crend(); ++mention) {
            if (!isGone(mention->second))
                removal.changes.append(Change::remove(mention->second));
        }
        for (const QString &gone : std::as_const(m_gone))
            removal.changes.append(Change::remove(gone));
        return removal;
    }

private:
    static const std::vector<document::Member> &noMembers()
    {
        static const std::vector<document::Member> none;
        return none;
    }

    void fell(const ThingRef &thing)
    {
        m_gone.append(pointerOf(thing));
        m_isGone.insert(m_gone.last());
        m_pending.append(thing);
    }

    bool isGone(const QString &pointer) const
    {
        return m_isGone.contains(thingAround(pointer)) || isWithin(pointer, m_gone.first());
    }

    void removeMentions(const ThingRef &thing)
    {
        QList<MentionIndex::Mention> mentions = m_index.of(thing);
        std::reverse(mentions.begin(), mentions.end());
        for (const MentionIndex::Mention &mention : std::as_const(mentions)) {
            const QString pointer = goesWith(mention.pointer);
            if (isGone(pointer) || m_removed.contains(pointer))
                continue;
            m_removed.insert(pointer);
            m_mentions.emplace(mention.number, pointer);
            touch(pointer);
        }
    }

    void touch(const QString &pointer)
    {
        const QString around = thingAround(pointer);
        if (!m_isTouched.contains(around) && !around.startsWith(QLatin1String("/views/")))
            m_touched.append(around);
        m_isTouched.insert(around);
        const QString agreement = document::lastToken(around);
        if (document::parentPointer(pointer) == around + QStringLiteral("/parties") &&
            --m_partiesLeft[agreement] == 0)
            fell(ThingRef::of(domain::AgreementId(agreement)));
    }

    const Value &m_root;
    MentionIndex m_index;
    QList<ThingRef> m_pending;
    QStringList m_gone; // the thing that was asked for first
    QSet<QString> m_isGone;
    std::multimap<int, QString> m_mentions;
    QSet<QString> m_removed;
    QStringList m_touched;
    QSet<QString> m_isTouched;
    QHash<QString, size_t> m_partiesLeft; // by agreement
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
    QStringList pointers;
    const auto mentions = MentionIndex(document).of(thing);
    for (const auto &mention : mentions)
        pointers.append(mention.pointer);
    return pointers;
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
    return domain::freeId(idStem(name), [&taken](const QString &id) { return taken.contains(id); });
}

} // namespace entente::formats
