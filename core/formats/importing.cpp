#include "formats/importing.h"

#include "domain/freeid.h"
#include "formats/mentionrenamer.h"
#include "formats/thingmap.h"
#include "formats/uniting.h"

namespace entente::formats {

using document::Change;
using document::Member;
using document::Value;
using domain::FirmId;
using domain::freeId;

namespace {

// The format's name as origins begin with it.
QString formatOfOrigin(const ScenarioFile &file)
{
    return file.format.isEmpty() ? QStringLiteral("scenario") : file.format;
}

// The key that the foreign file gives a thing, which readers keep as "x-id"; else the thing's own id, which
// is made of its name.
QString originKey(const QString &id, const Value &thing)
{
    const Value *key = thing.find(u"x-id");
    return key && key->isString() ? key->text() : id;
}

bool isSameBut(const Value &a, const Value &b)
{
    Value left = a;
    Value right = b;
    for (Value *value : {&left, &right})
        document::apply(*value, Change::remove(QStringLiteral("/x-origin")));
    return left.sameJson(right);
}

// Makes one document of two.
class Uniter
{
public:
    Uniter(const document::Document &present, const ScenarioFile &incoming)
        : m_incoming(incoming)
        , m_root(incoming.document.root)
        , m_sources(present.root.find(u"sources"))
        , m_firms(present.root.find(u"firms"))
        , m_terms(present.root.find(u"defined_terms"))
        , m_agreements(present.root.find(u"agreements"))
    {}

    Import::Result unite(const Import::Answers &answers)
    {
        stamp();
        noteDifferences(answers.different);
        const NewIds sources = nameSources();
        const NewIds firms = nameFirms(answers.same);
        const NewIds terms = nameTerms();
        const NewIds agreements = nameAgreements();
        renameMentions(m_incoming, m_root, {firms, terms, agreements, sources});
        takeSources(sources);
        takeFirms(firms);
        takeTerms(terms);
        takeAgreements(agreements);
        if (const Value *views = m_root.find(u"views"))
            m_result.viewsLeftOut = int(views->members().size());
        change("sources", m_sources);
        change("firms", m_firms);
        change("defined_terms", m_terms);
        change("agreements", m_agreements);
        return m_result;
    }

private:
    std::vector<Member> &things(const char *map)
    {
        static std::vector<Member> none;
        Value *found = m_root.find(QString::fromLatin1(map));
        return found && found->isObject() ? found->members() : none;
    }

    // What was imported there before keeps its origins; what is new gets one.
    void stamp()
    {
        const QString format = formatOfOrigin(m_incoming);
        for (const char *map : {"sources", "firms", "defined_terms", "agreements"}) {
            for (Member &thing : things(map)) {
                const QString own = originOf(format, m_incoming.path, originKey(thing.key, thing.value));
                m_own.insert(QLatin1String(map) + u'/' + thing.key, own);
                addTexts(thing.value, QStringLiteral("x-origin"), {own});
            }
        }
    }

    void noteDifferences(const QMultiHash<FirmId, FirmId> &different)
    {
        for (Member &firm : things("firms")) {
            const QList<FirmId> others = different.values(FirmId(firm.key));
            for (const FirmId &other : others)
                addTexts(firm.value, differentKey(), {other.text()});
        }
    }

    // The id here of a thing that was imported before; empty where it is new.
    QString known(const char *map, const Member &thing, const ThingMap &present) const
    {
        return present.idOf(m_own.value(QLatin1String(map) + u'/' + thing.key));
    }

    NewIds nameSources()
    {
        NewIds names;
        QSet<QString> given;
        for (const Member &source : things("sources")) {
            QString id = known("sources", source, m_sources);
            const Value *present = m_sources.find(source.key);
            if (id.isEmpty() && present && isSameBut(*present, source.value))
                id = source.key;
            if (id.isEmpty())
                id = freeId(source.key,
                            [&](const QString &name) { return m_sources.has(name) || given.contains(name); });
            given.insert(id);
            names.insert(source.key, id);
        }
        return names;
    }

    NewIds nameFirms(const QHash<FirmId, FirmId> &same)
    {
        NewIds names;
        for (const Member &firm : things("firms")) {
            QString id = same.value(FirmId(firm.key)).text();
            if (id.isEmpty() || !m_firms.has(id)) {
                id = freeId(firm.key, [this](const QString &name) { return isTakenHere(name); });
                m_given.insert(id);
            }
            names.insert(firm.key, id);
        }
        return names;
    }

    // Firms and terms share one name space.
    bool isTakenHere(const QString &name) const
    {
        return m_firms.has(name) || m_terms.has(name) || m_given.contains(name);
    }

    NewIds nameTerms()
    {
        NewIds names;
        for (const Member &term : things("defined_terms")) {
            QString id = known("defined_terms", term, m_terms);
            const Value *present = m_terms.find(term.key);
            if (id.isEmpty() && present && isSameBut(*present, term.value))
                id = term.key;
            if (id.isEmpty())
                id = freeId(term.key, [this](const QString &name) { return isTakenHere(name); });
            m_given.insert(id);
            names.insert(term.key, id);
        }
        return names;
    }

    NewIds nameAgreements()
    {
        NewIds names;
        QSet<QString> given;
        for (const Member &agreement : things("agreements")) {
            QString id = known("agreements", agreement, m_agreements);
            if (id.isEmpty())
                id = freeId(agreement.key, [&](const QString &name) {
                    return m_agreements.has(name) || given.contains(name);
                });
            given.insert(id);
            names.insert(agreement.key, id);
        }
        return names;
    }

    void takeSources(const NewIds &names)
    {
        for (Member &source : things("sources")) {
            const QString id = names.value(source.key);
            if (m_sources.has(id)) {
                m_sources.unite(id, source.value, Precedence::Incoming);
                continue;
            }
            m_sources.add(id, std::move(source.value));
            ++m_result.sourcesAdded;
        }
    }

    void takeFirms(const NewIds &names)
    {
        for (Member &firm : things("firms")) {
            const QString id = names.value(firm.key);
            const Value *present = m_firms.find(id);
            dropLoop(firm.value, id);
            if (!present) {
                m_firms.add(id, std::move(firm.value));
                ++m_result.firmsAdded;
                continue;
            }
            ++m_result.firmsMatched;
            // What came whole from this record follows it; what has been written or merged here stands.
            const QStringList origins = originsIn(*present);
            const bool follows = origins == QStringList{m_own.value(QLatin1String("firms/") + firm.key)} &&
                                 !present->find(u"x-united");
            if (!follows)
                firm.value.set(QStringLiteral("x-united"), Value::boolean(true));
            if (m_firms.unite(id, firm.value, follows ? Precedence::Incoming : Precedence::Present))
                ++m_result.firmsUpdated;
        }
    }

    // What would make a firm part of itself here, because others are one with those that it is part of, is
    // only kept.
    void dropLoop(Value &firm, const QString &id)
    {
        const Value *whole = firm.find(u"part_of");
        if (!whole)
            return;
        QSet<QString> seen;
        QString at = whole->text();
        while (at != id) {
            const Value *next = m_firms.find(at);
            const Value *above = next ? next->find(u"part_of") : nullptr;
            if (!above || seen.contains(at))
                return;
            seen.insert(at);
            at = above->text();
        }
        addTexts(firm, QStringLiteral("x-other-part_of"), {whole->text()});
        document::apply(firm, Change::remove(QStringLiteral("/part_of")));
    }

    void takeTerms(const NewIds &names)
    {
        for (Member &term : things("defined_terms")) {
            const QString id = names.value(term.key);
            if (m_terms.has(id))
                m_terms.unite(id, term.value, Precedence::Incoming);
            else
                m_terms.add(id, std::move(term.value));
        }
    }

    void takeAgreements(const NewIds &names)
    {
        for (Member &agreement : things("agreements")) {
            const QString id = names.value(agreement.key);
            if (!m_agreements.has(id)) {
                m_agreements.add(id, std::move(agreement.value));
                ++m_result.agreementsAdded;
            } else if (m_agreements.unite(id, agreement.value, Precedence::Incoming)) {
                ++m_result.agreementsUpdated;
            }
        }
    }

    void change(const char *key, const ThingMap &map)
    {
        if (map.isChanged())
            m_result.changes.append(Change::set(u'/' + QString::fromLatin1(key), map.map()));
    }

    const ScenarioFile &m_incoming;
    Value m_root;
    ThingMap m_sources;
    ThingMap m_firms;
    ThingMap m_terms;
    ThingMap m_agreements;
    QHash<QString, QString> m_own; // "firms/acme" → its origin in this file
    QSet<QString> m_given;
    Import::Result m_result;
};

} // namespace

Import::Import(const document::Document &present, const domain::Scenario &presentScenario,
               const ScenarioFile &incoming)
    : m_present(present)
    , m_presentScenario(presentScenario)
    , m_incoming(incoming)
{
    findOrigins();
    m_candidates = sameFirms(m_presentScenario, {m_incoming.scenario, m_firmOrigins});
}

void Import::findOrigins()
{
    const Value *firms = m_incoming.document.root.find(u"firms");
    if (!firms)
        return;
    for (const Member &firm : firms->members()) {
        m_firmOrigins.insert(FirmId(firm.key), originOf(formatOfOrigin(m_incoming), m_incoming.path,
                                                        originKey(firm.key, firm.value)));
    }
}

QHash<FirmId, FirmId> Import::sureOnes() const
{
    QHash<FirmId, FirmId> sure;
    for (const SameFirm &same : m_candidates) {
        if (same.isSure && !sure.contains(same.incoming))
            sure.insert(same.incoming, same.present);
    }
    return sure;
}

Import::Result Import::take(const Answers &answers) const
{
    return Uniter(m_present, m_incoming).unite(answers);
}

QString toSentence(const Import::Result &result)
{
    const auto count = [](int number, const char *one, const char *many) {
        return QStringLiteral("%1 %2").arg(number).arg(QLatin1String(number == 1 ? one : many));
    };
    if (result.changes.isEmpty())
        return QStringLiteral("Nothing new: all of it is here already.");
    return QStringLiteral("%1 added, %2 matched, %3 updated; %4 added, %5 updated; %6 added.")
        .arg(count(result.firmsAdded, "firm", "firms"))
        .arg(result.firmsMatched)
        .arg(result.firmsUpdated)
        .arg(count(result.agreementsAdded, "agreement", "agreements"))
        .arg(result.agreementsUpdated)
        .arg(count(result.sourcesAdded, "source", "sources"));
}

} // namespace entente::formats
