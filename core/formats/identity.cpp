#include "formats/identity.h"

#include "formats/firmnames.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace entente::formats {

using domain::Firm;
using domain::FirmId;
using domain::FirmKind;

namespace {

// A name that more firms share than this says nothing about any of them.
constexpr qsizetype mostOfOneName = 20;

QStringList namesOf(const Firm &firm)
{
    QStringList names{firm.name};
    names += firm.aliases;
    return names;
}

QString identifierKey(const QString &scheme, const QString &value)
{
    return scheme + u':' + value;
}

QStringList textsIn(const domain::Extras &extras, const QString &key)
{
    QStringList texts;
    const auto found = extras.constFind(key);
    if (found == extras.constEnd())
        return texts;
    const QJsonArray list = QJsonDocument::fromJson(found->toUtf8()).array();
    for (const auto &text : list)
        texts.append(text.toString());
    return texts;
}

bool areSaidToDiffer(const Firm &a, const Firm &b)
{
    return textsIn(a.extras, differentKey()).contains(b.id.text()) ||
           textsIn(b.extras, differentKey()).contains(a.id.text());
}

// What firms are looked up by.
class FirmIndex
{
public:
    explicit FirmIndex(const domain::Scenario &scenario)
    {
        for (int at = 0; at < scenario.firms.size(); ++at)
            add(scenario.firms[at], at);
    }

    // Positions in the list of firms, in its order, each once.
    QList<int> alike(const Firm &firm, const QString &origin) const
    {
        QSet<int> found;
        take(m_byOrigin.value(origin), found);
        for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
            take(m_byIdentifier.value(keyOf(it.key(), it.value())), found);
        const QStringList names = namesOf(firm);
        for (const QString &name : names)
            take(m_byName.value(wordsInOrder(normalisedName(name))), found);
        QList<int> list(found.begin(), found.end());
        std::sort(list.begin(), list.end());
        return list;
    }

private:
    using Table = QHash<QString, QList<int>>;

    static QString keyOf(const QString &scheme, const QString &value)
    {
        return identifierKey(normalisedScheme(scheme), normalisedIdentifier(value));
    }

    static void take(const QList<int> &places, QSet<int> &found)
    {
        if (places.size() <= mostOfOneName)
            found.unite(QSet<int>(places.begin(), places.end()));
    }

    static void put(Table &table, const QString &key, int at)
    {
        if (key.isEmpty())
            return; // nobody goes by it
        QList<int> &places = table[key];
        if ((places.isEmpty() || places.last() != at) && places.size() <= mostOfOneName)
            places.append(at);
    }

    void add(const Firm &firm, int at)
    {
        const QStringList names = namesOf(firm);
        for (const QString &name : names)
            put(m_byName, wordsInOrder(normalisedName(name)), at);
        for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
            put(m_byIdentifier, keyOf(it.key(), it.value()), at);
        const QStringList origins = originsOf(firm.extras);
        for (const QString &origin : origins)
            put(m_byOrigin, origin, at);
    }

    Table m_byName;
    Table m_byIdentifier;
    Table m_byOrigin;
};

bool isPerson(const Firm &firm)
{
    return firm.kind == FirmKind::Person;
}

// Collects what speaks for and against.
class Weighing
{
public:
    Weighing(const Firm &present, const Firm &incoming)
        : m_present(present)
        , m_incoming(incoming)
    {
        m_result.present = present.id;
        m_result.incoming = incoming.id;
    }

    SameFirm weigh()
    {
        weighIdentifiers();
        weighNames();
        weighRest();
        m_result.isSure = m_hasIdentifier && !m_hasOtherIdentifier;
        return m_result;
    }

private:
    void weighIdentifiers()
    {
        QHash<QString, QString> present;
        for (auto it = m_present.identifiers.begin(); it != m_present.identifiers.end(); ++it)
            present.insert(normalisedScheme(it.key()), normalisedIdentifier(it.value()));
        for (auto it = m_incoming.identifiers.begin(); it != m_incoming.identifiers.end(); ++it) {
            const QString scheme = normalisedScheme(it.key());
            const QString other = present.value(scheme);
            if (!other.isEmpty())
                weighIdentifier(it.key(), scheme, normalisedIdentifier(it.value()), other);
        }
    }

    void weighIdentifier(const QString &written, const QString &scheme, const QString &value,
                         const QString &other)
    {
        const bool sameRegister = isWorldwide(scheme) || (!m_present.jurisdiction.isEmpty() &&
                                                          m_present.jurisdiction == m_incoming.jurisdiction);
        if (value == other) {
            m_hasIdentifier = m_hasIdentifier || sameRegister;
            m_result.supports.append(QStringLiteral("both have the %1 %2").arg(written, value));
        } else if (sameRegister) {
            m_hasOtherIdentifier = true;
            m_result.doubts.append(QStringLiteral("their %1 differs: %2 and %3").arg(written, other, value));
        }
    }

    void weighNames()
    {
        const FirmName present = firmNameOf(m_present.name);
        const FirmName incoming = firmNameOf(m_incoming.name);
        if (m_present.name == m_incoming.name)
            m_result.supports.append(QStringLiteral("the same name"));
        else if (present.bare == incoming.bare)
            m_result.supports.append(QStringLiteral("the same name but for how it is written"));
        else if (wordsInOrder(present.bare) == wordsInOrder(incoming.bare))
            m_result.supports.append(QStringLiteral("the same words in another order"));
        else
            weighAliases();
        if (!present.form.isEmpty() && !incoming.form.isEmpty() && present.form != incoming.form)
            m_result.doubts.append(QStringLiteral("their names say another legal form"));
    }

    void weighAliases()
    {
        QSet<QString> present;
        const QStringList presentNames = namesOf(m_present);
        for (const QString &name : presentNames)
            present.insert(wordsInOrder(normalisedName(name)));
        const QStringList incomingNames = namesOf(m_incoming);
        for (const QString &name : incomingNames) {
            if (present.contains(wordsInOrder(normalisedName(name)))) {
                m_result.supports.append(QStringLiteral("both go by “%1”").arg(name));
                return;
            }
        }
    }

    void weighRest()
    {
        if (!m_present.jurisdiction.isEmpty() && !m_incoming.jurisdiction.isEmpty()) {
            if (m_present.jurisdiction == m_incoming.jurisdiction)
                m_result.supports.append(QStringLiteral("both of %1").arg(m_present.jurisdiction));
            else
                m_result.doubts.append(QStringLiteral("one is of %1, the other of %2")
                                           .arg(m_present.jurisdiction, m_incoming.jurisdiction));
        }
        const bool bothKnown = m_present.kind != FirmKind::Other && m_incoming.kind != FirmKind::Other;
        if (bothKnown && m_present.kind != m_incoming.kind)
            m_result.doubts.append(QStringLiteral("one is a %1, the other a %2")
                                       .arg(domain::toWord(m_present.kind), domain::toWord(m_incoming.kind)));
    }

    const Firm &m_present;
    const Firm &m_incoming;
    SameFirm m_result;
    bool m_hasIdentifier = false;
    bool m_hasOtherIdentifier = false;
};

// A person and a company of one name are two, unless more than the name says otherwise.
bool isPlainlyAnother(const Firm &a, const Firm &b, const SameFirm &same)
{
    const bool bothKnown = a.kind != FirmKind::Other && b.kind != FirmKind::Other;
    return bothKnown && isPerson(a) != isPerson(b) && !same.isSure && !same.isRecord;
}

// Where several are sure, none is: a person has to choose.
void doubtTheAmbiguous(QList<SameFirm> &candidates)
{
    const auto isRecord = [](const SameFirm &same) { return same.isRecord; };
    const bool recorded = std::count_if(candidates.begin(), candidates.end(), isRecord) == 1;
    const auto sure =
        std::count_if(candidates.begin(), candidates.end(), [](const SameFirm &same) { return same.isSure; });
    for (SameFirm &same : candidates) {
        if (sure < 2 || (recorded && same.isRecord))
            continue;
        if (same.isSure && !recorded)
            same.doubts.append(QStringLiteral("another firm here matches just as surely"));
        same.isSure = false;
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const SameFirm &a, const SameFirm &b) {
        return a.isSure != b.isSure ? a.isSure : a.doubts.size() < b.doubts.size();
    });
}

} // namespace

QString originOf(const QString &format, const QString &path, const QString &key)
{
    return QStringLiteral("%1:%2#%3").arg(format, QFileInfo(path).fileName(), key);
}

QStringList originsOf(const domain::Extras &extras)
{
    return textsIn(extras, QStringLiteral("x-origin"));
}

const QString &differentKey()
{
    static const QString key = QStringLiteral("x-different-from");
    return key;
}

SameFirm compareFirms(const Firm &present, const Firm &incoming)
{
    return Weighing(present, incoming).weigh();
}

QList<SameFirm> sameFirms(const domain::Scenario &present, const Incoming &incoming)
{
    const FirmIndex index(present);
    QList<SameFirm> all;
    for (const Firm &firm : incoming.scenario.firms) {
        const QString origin = incoming.origins.value(firm.id);
        QList<SameFirm> candidates;
        const QList<int> alike = index.alike(firm, origin);
        for (int at : alike) {
            const Firm &other = present.firms[at];
            SameFirm same = compareFirms(other, firm);
            same.isRecord = !origin.isEmpty() && originsOf(other.extras).contains(origin);
            if (same.isRecord)
                same.supports.prepend(QStringLiteral("imported from this record before"));
            same.isSure = same.isSure || same.isRecord;
            if (!isPlainlyAnother(other, firm, same))
                candidates.append(same);
        }
        doubtTheAmbiguous(candidates);
        all += candidates;
    }
    return all;
}

QList<SameFirm> sameFirmsWithin(const domain::Scenario &scenario)
{
    const FirmIndex index(scenario);
    QList<SameFirm> all;
    for (int at = 0; at < scenario.firms.size(); ++at) {
        const QList<int> alike = index.alike(scenario.firms[at], {});
        for (int other : alike) {
            if (other >= at)
                break;
            const SameFirm same = compareFirms(scenario.firms[other], scenario.firms[at]);
            if (!isPlainlyAnother(scenario.firms[other], scenario.firms[at], same) &&
                !areSaidToDiffer(scenario.firms[other], scenario.firms[at]))
                all.append(same);
        }
    }
    return all;
}

} // namespace entente::formats
