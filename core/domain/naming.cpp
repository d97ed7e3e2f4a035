#include "domain/naming.h"

#include <algorithm>
#include <array>

namespace entente::domain {

QString titleOf(const Clause &clause)
{
    return clause.title.isEmpty() ? clauseKindInWords(clause.kind) : clause.title;
}

QString nameOf(const Scenario &scenario, const ThingRef &thing)
{
    switch (thing.kind) {
    case ThingKind::Firm:
        return scenario.nameOf(FirmId(thing.id));
    case ThingKind::Term:
        return scenario.nameOfThing(thing.id);
    case ThingKind::Agreement: {
        const Agreement *agreement = scenario.agreement(AgreementId(thing.id));
        return agreement ? agreement->title : thing.id;
    }
    case ThingKind::Clause: {
        const Clause *clause = scenario.clause(thing.clauseRef());
        return clause ? titleOf(*clause) : thing.id;
    }
    case ThingKind::Source: {
        const Source *source = scenario.source(SourceId(thing.id));
        return source ? source->title : thing.id;
    }
    case ThingKind::None:
    case ThingKind::Conflict:
        break;
    }
    return thing.id;
}

QString nameWithin(const Scenario &scenario, const ClauseRef &ref)
{
    const Clause *clause = scenario.clause(ref);
    return clause ? QStringLiteral("%1 (%2)").arg(titleOf(*clause), scenario.agreement(ref.agreement)->title)
                  : ThingRef::toText(ref);
}

QString namesOf(const Scenario &scenario, const QList<FirmId> &firms)
{
    QStringList names;
    for (const FirmId &firm : firms)
        names.append(scenario.nameOf(firm));
    return names.isEmpty() ? QStringLiteral("nobody named") : names.join(QStringLiteral(", "));
}

QString toStanceWords(StanceKind stance)
{
    return stance == StanceKind::Open ? QStringLiteral("takes no side") : toWord(stance);
}

bool isWhole(const Amount &amount)
{
    return amount.value && (amount.partOf.isEmpty() || !amount.partOfAgreement.isEmpty());
}

const Amount *mainAmount(const Agreement &agreement)
{
    const Amount *quantity = nullptr;
    for (const Amount &amount : agreement.amounts) {
        if (!isWhole(amount))
            continue;
        if (amount.isMoney())
            return &amount;
        if (!quantity)
            quantity = &amount;
    }
    return quantity;
}

namespace {

QString partiesOf(const Scenario &scenario, const Agreement &agreement)
{
    QStringList names;
    for (const Party &party : agreement.parties)
        names.append(scenario.nameOf(party.firm));
    return names.join(QStringLiteral(" – "));
}

QString yearOf(const Agreement &agreement)
{
    std::optional<EventDate> first = agreement.period ? agreement.period->start() : std::nullopt;
    for (const auto &date : {agreement.signedOn, agreement.announced}) {
        if (!first)
            first = date;
    }
    return first ? QString::number(first->year()) : QString();
}

} // namespace

AgreementNames::AgreementNames(const Scenario &scenario)
    : m_scenario(scenario)
{
    QHash<QStringView, const Agreement *> firstOf; // by title: most have one of their own
    QHash<QStringView, QList<const Agreement *>> shared;
    firstOf.reserve(scenario.agreements.size());
    for (const Agreement &agreement : scenario.agreements) {
        const Agreement *&first = firstOf[agreement.title];
        if (!first) {
            first = &agreement;
            continue;
        }
        QList<const Agreement *> &namesakes = shared[agreement.title];
        if (namesakes.isEmpty())
            namesakes.append(first);
        namesakes.append(&agreement);
    }
    for (const QList<const Agreement *> &namesakes : std::as_const(shared))
        tellApart(namesakes);
}

void AgreementNames::tellApart(const QList<const Agreement *> &namesakes)
{
    using Remark = std::array<QString, 4>; // from the most telling to what is always enough
    std::array<QHash<QString, int>, 4> counts;
    QList<Remark> remarks;
    for (const Agreement *agreement : namesakes) {
        const QString parties = partiesOf(m_scenario, *agreement);
        const QString year = yearOf(*agreement);
        const QString both =
            parties.isEmpty() || year.isEmpty() ? QString() : parties + QLatin1String(", ") + year;
        remarks.append({parties, year, both, agreement->id.text()});
        for (std::size_t i = 0; i < counts.size(); ++i)
            ++counts[i][remarks.last()[i]];
    }
    for (qsizetype i = 0; i < namesakes.size(); ++i) {
        const Remark &remark = remarks[i];
        std::size_t best = 0;
        while (best + 1 < remark.size() && (remark[best].isEmpty() || counts[best].value(remark[best]) > 1))
            ++best;
        m_names.insert(namesakes[i]->id, QStringLiteral("%1 (%2)").arg(namesakes[i]->title, remark[best]));
    }
}

QString AgreementNames::of(const AgreementId &id) const
{
    const auto found = m_names.constFind(id);
    return found == m_names.constEnd() ? nameOf(m_scenario, ThingRef::of(id)) : *found;
}

} // namespace entente::domain
