#include "formats/crosschecks.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

namespace entente::formats {

namespace {

template <typename T> QStringList idsOf(const QList<T> &things)
{
    QStringList ids;
    ids.reserve(things.size());
    for (const T &thing : things)
        ids.append(thing.id.text());
    return ids;
}

QString targetName(Target target)
{
    switch (target) {
    case Target::Firm:
        return QStringLiteral("firm");
    case Target::FirmOrTerm:
        return QStringLiteral("firm or defined term");
    case Target::Term:
        return QStringLiteral("defined term");
    case Target::Agreement:
        return QStringLiteral("agreement");
    case Target::AgreementOrClause:
        return QStringLiteral("agreement or clause");
    case Target::Source:
        return QStringLiteral("source");
    }
    return {};
}

bool exists(const domain::Scenario &scenario, Target target, const QString &id)
{
    switch (target) {
    case Target::Firm:
        return scenario.firm(domain::FirmId(id));
    case Target::FirmOrTerm:
        return scenario.firm(domain::FirmId(id)) || scenario.term(domain::TermId(id));
    case Target::Term:
        return scenario.term(domain::TermId(id));
    case Target::Agreement:
        return scenario.agreement(domain::AgreementId(id));
    case Target::Source:
        return scenario.source(domain::SourceId(id));
    case Target::AgreementOrClause:
        break;
    }
    const qsizetype slash = id.indexOf(u'/');
    if (slash < 0)
        return scenario.agreement(domain::AgreementId(id));
    return scenario.clause({domain::AgreementId(id.left(slash)), domain::ClauseId(id.mid(slash + 1))});
}

QStringList candidates(const domain::Scenario &scenario, Target target)
{
    switch (target) {
    case Target::Firm:
        return idsOf(scenario.firms);
    case Target::FirmOrTerm:
        return idsOf(scenario.firms) + idsOf(scenario.terms);
    case Target::Term:
        return idsOf(scenario.terms);
    case Target::Agreement:
    case Target::AgreementOrClause:
        return idsOf(scenario.agreements);
    case Target::Source:
        return idsOf(scenario.sources);
    }
    return {};
}

// What might have been meant is looked for among so many ids at most, for so many slips: it is a search of
// every one of them.
constexpr qsizetype mostCandidates = 20'000;
constexpr int mostSuggestions = 100;

void tellDangling(ReadContext &context, const domain::Scenario &scenario,
                  const std::vector<Reference> &dangling)
{
    QSet<const document::Value *> values; // of those that are told; more are only counted
    for (size_t i = 0; i < std::min(dangling.size(), size_t(ProblemList::defaultCapacity)); ++i)
        values.insert(dangling[i].value);
    const auto pointers = document::pointersTo(context.document().root, values);
    QHash<int, QStringList> known; // by target
    int suggested = 0;
    for (const Reference &reference : dangling) {
        QStringList &ids = known[int(reference.target)];
        if (ids.isEmpty() && suggested < mostSuggestions)
            ids = candidates(scenario, reference.target);
        const bool isSought = ids.size() <= mostCandidates && suggested++ < mostSuggestions;
        context.error(QStringLiteral("dangling-reference"), reference.position,
                      pointers.value(reference.value),
                      QStringLiteral("there is no %1 \"%2\"").arg(targetName(reference.target), reference.id),
                      isSought ? suggestion(reference.id, ids) : QString());
    }
}

void checkReferences(ReadContext &context, const domain::Scenario &scenario)
{
    std::vector<Reference> dangling;
    for (const Reference &reference : context.references()) {
        if (!exists(scenario, reference.target, reference.id))
            dangling.push_back(reference);
    }
    if (!dangling.empty())
        tellDangling(context, scenario, dangling);
}

// Where a member of a map stands in the document; the document's root where it is not found.
document::Position positionOf(const ReadContext &context, const QString &pointer)
{
    return document::nearest(context.document().root, pointer).position();
}

using Step = std::function<QString(const QString &)>;

// Things that may be part of each other.
struct Parts
{
    QStringList ids; // of those that are part of another
    Step pointerOf;  // the JSON Pointer of an id
    Step wholeOf;    // the id of what it is part of; empty at a root
};

// Tells each cycle once, where it is entered first in the scenario's order.
void checkCycles(ReadContext &context, const Parts &parts)
{
    QSet<QString> settled;
    for (const QString &start : parts.ids) {
        QStringList path;
        QString at = start;
        while (!at.isEmpty() && !settled.contains(at)) {
            settled.insert(at);
            path.append(at);
            at = parts.wholeOf(at);
        }
        const qsizetype loop = path.indexOf(at); // none where an earlier path has settled it
        if (at.isEmpty() || loop < 0)
            continue;
        const QString pointer = parts.pointerOf(at) + QStringLiteral("/part_of");
        context.error(QStringLiteral("part-of-cycle"), positionOf(context, pointer), pointer,
                      QStringLiteral("\"%1\" is part of itself: %2")
                          .arg(at, (path.mid(loop) + QStringList(at)).join(QStringLiteral(" → "))),
                      QStringLiteral("remove one of these"));
    }
}

// From the start up to what has no whole, or to what is in `depths` already; a cycle is told as such.
QStringList chainFrom(const QString &start, const Parts &parts, const QHash<QString, int> &depths)
{
    QStringList chain;
    QSet<QString> seen;
    for (QString at = start; !at.isEmpty() && !depths.contains(at) && !seen.contains(at);
         at = parts.wholeOf(at)) {
        seen.insert(at);
        chain.append(at);
    }
    return chain;
}

// Wholes are drawn and told around their parts: more than so many nobody could read, nor could a drawing hold
// them.
void checkNesting(ReadContext &context, const Parts &parts)
{
    QHash<QString, int> depths;
    for (const QString &start : parts.ids) {
        QStringList chain = chainFrom(start, parts, depths);
        int depth = chain.isEmpty() ? 0 : depths.value(parts.wholeOf(chain.last()));
        while (!chain.isEmpty()) {
            const QString part = chain.takeLast();
            depths.insert(part, ++depth);
            if (depth != deepestParts + 1)
                continue;
            const QString pointer = parts.pointerOf(part) + QStringLiteral("/part_of");
            context.error(QStringLiteral("nested-too-deeply"), positionOf(context, pointer), pointer,
                          QStringLiteral("\"%1\" is part of a part of another …, more than %2 deep")
                              .arg(part, QString::number(deepestParts)),
                          QStringLiteral("leave out some of what lies between"));
        }
    }
}

template <typename T> QStringList partsAmong(const QList<T> &things)
{
    QStringList ids;
    for (const T &thing : things) {
        if (!thing.partOf.isEmpty())
            ids.append(thing.id.text());
    }
    return ids;
}

Parts firmParts(const domain::Scenario &scenario)
{
    return {partsAmong(scenario.firms),
            [](const QString &id) { return document::childPointer(QStringLiteral("/firms"), id); },
            [&scenario](const QString &id) {
                const domain::Firm *firm = scenario.firm(domain::FirmId(id));
                return firm ? firm->partOf.text() : QString();
            }};
}

Parts agreementParts(const domain::Scenario &scenario)
{
    return {partsAmong(scenario.agreements),
            [](const QString &id) { return document::childPointer(QStringLiteral("/agreements"), id); },
            [&scenario](const QString &id) {
                const domain::Agreement *agreement = scenario.agreement(domain::AgreementId(id));
                return agreement ? agreement->partOf.text() : QString();
            }};
}

QString amountPointer(const domain::AgreementId &agreement, const domain::AmountId &amount)
{
    return document::childPointer(document::childPointer(QStringLiteral("/agreements"), agreement.text()) +
                                      QStringLiteral("/amounts"),
                                  amount.text());
}

// Amounts may be parts of amounts of other agreements, so that they are one graph; its nodes are JSON
// Pointers.
Parts amountParts(const domain::Scenario &scenario)
{
    QStringList ids;
    QHash<QString, QString> wholes;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Amount &amount : agreement.amounts) {
            if (amount.partOf.isEmpty())
                continue;
            const QString part = amountPointer(agreement.id, amount.id);
            ids.append(part);
            wholes.insert(
                part, amountPointer(amount.partOfAgreement.isEmpty() ? agreement.id : amount.partOfAgreement,
                                    amount.partOf));
        }
    }
    return {ids, [](const QString &part) { return part; },
            [wholes](const QString &part) { return wholes.value(part); }};
}

void checkParts(ReadContext &context, const domain::Scenario &scenario)
{
    for (const Parts &parts : {firmParts(scenario), agreementParts(scenario), amountParts(scenario)}) {
        checkCycles(context, parts);
        checkNesting(context, parts);
    }
}

// Terms that are narrower than each other say the same: a warning where a chain comes back to its start. Each
// term leads on to several, so the search keeps the path it is on (depth first; Tarjan 1972).
class TermChains
{
public:
    TermChains(ReadContext &context, const domain::Scenario &scenario)
        : m_context(context)
        , m_scenario(scenario)
    {}

    void check()
    {
        for (const domain::DefinedTerm &term : m_scenario.terms)
            follow(term.id);
    }

private:
    struct Step
    {
        const domain::DefinedTerm *term;
        qsizetype next = 0; // of its wider terms
    };

    void follow(const domain::TermId &start)
    {
        enter(start);
        while (!m_path.isEmpty()) {
            Step &step = m_path.last();
            if (step.next == step.term->narrowerThan.size())
                m_onPath.remove(m_path.takeLast().term->id);
            else
                lookAt(step.term->narrowerThan.at(step.next++).term);
        }
    }

    void lookAt(const domain::TermId &wider)
    {
        if (m_onPath.contains(wider))
            tell(wider);
        else
            enter(wider);
    }

    void enter(const domain::TermId &id)
    {
        const domain::DefinedTerm *term = m_scenario.term(id);
        if (!term || m_settled.contains(id)) // a missing one is told as a reference
            return;
        m_settled.insert(id);
        m_onPath.insert(id);
        m_path.append({term});
    }

    void tell(const domain::TermId &wider)
    {
        QStringList chain;
        for (const Step &step : m_path) {
            if (!chain.isEmpty() || step.term->id == wider)
                chain.append(step.term->id.text());
        }
        chain.append(wider.text());
        const QString narrower = m_path.last().term->id.text();
        const QString pointer =
            document::childPointer(document::childPointer(QStringLiteral("/defined_terms"), narrower) +
                                       QStringLiteral("/narrower_than"),
                                   wider.text());
        m_context.warn(QStringLiteral("narrower-than-cycle"), positionOf(m_context, pointer), pointer,
                       QStringLiteral("\"%1\" is narrower than itself: %2")
                           .arg(wider.text(), chain.join(QStringLiteral(" → "))),
                       QStringLiteral("if they mean the same, keep one of them"));
    }

    ReadContext &m_context;
    const domain::Scenario &m_scenario;
    QList<Step> m_path;
    QSet<domain::TermId> m_onPath;
    QSet<domain::TermId> m_settled;
};

const domain::Amount *amountIn(const domain::Agreement &agreement, const domain::AmountId &id)
{
    const auto found = std::find_if(agreement.amounts.begin(), agreement.amounts.end(),
                                    [&id](const domain::Amount &amount) { return amount.id == id; });
    return found == agreement.amounts.end() ? nullptr : &*found;
}

void checkAmountParts(ReadContext &context, const domain::Scenario &scenario,
                      const domain::Agreement &agreement)
{
    for (const domain::Amount &amount : agreement.amounts) {
        if (amount.partOf.isEmpty())
            continue;
        const bool elsewhere = !amount.partOfAgreement.isEmpty();
        const domain::Agreement *holder = elsewhere ? scenario.agreement(amount.partOfAgreement) : &agreement;
        if (!holder || amountIn(*holder, amount.partOf))
            continue; // a missing agreement is told as a reference
        const QString pointer = amountPointer(agreement.id, amount.id) + QStringLiteral("/part_of");
        context.error(QStringLiteral("dangling-reference"), positionOf(context, pointer), pointer,
                      QStringLiteral("agreement \"%1\" has no amount \"%2\"")
                          .arg(holder->id.text(), amount.partOf.text()),
                      suggestion(amount.partOf.text(), idsOf(holder->amounts)));
    }
}

void checkNameSpace(ReadContext &context, const domain::Scenario &scenario)
{
    for (const domain::DefinedTerm &term : scenario.terms) {
        if (!scenario.firm(domain::FirmId(term.id.text())))
            continue;
        const QString pointer = document::childPointer(QStringLiteral("/defined_terms"), term.id.text());
        context.error(QStringLiteral("id-used-twice"), positionOf(context, pointer), pointer,
                      QStringLiteral("\"%1\" is both a firm and a defined term").arg(term.id.text()),
                      QStringLiteral("firms and defined terms share one name space; rename one of them"));
    }
}

} // namespace

void crossCheck(ReadContext &context, const domain::Scenario &scenario)
{
    checkReferences(context, scenario);
    checkParts(context, scenario);
    checkNameSpace(context, scenario);
    TermChains(context, scenario).check();
    for (const domain::Agreement &agreement : scenario.agreements)
        checkAmountParts(context, scenario, agreement);
}

} // namespace entente::formats
