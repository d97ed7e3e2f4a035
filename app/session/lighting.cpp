#include "graph/neighbourhood.h"
#include "picture/itemreader.h"
#include "session/thingitems.h"

namespace entente::session {

namespace {

graph::Subset nothing(const graph::RelationGraph &graph)
{
    return {QBitArray(graph.firms.size()), QBitArray(graph.agreements.size())};
}

void unite(graph::Subset &all, const graph::Subset &more)
{
    all.firms |= more.firms;
    all.agreements |= more.agreements;
}

void addAgreement(graph::Subset &lit, const graph::RelationGraph &graph, const QString &id)
{
    const int agreement = graph.agreementAt.value(domain::AgreementId(id), -1);
    if (agreement >= 0)
        unite(lit, graph::neighbourhoodOfAgreement(graph, agreement));
}

// With what it conflicts with: that is what is asked of an agreement in dispute.
void addAgreementInDispute(graph::Subset &lit, const Composition &composition, const QString &id)
{
    addAgreement(lit, composition.graph, id);
    for (const analysis::Conflict &conflict : composition.conflicts) {
        const QString &a = conflict.prohibiting.agreement.text();
        const QString &b = conflict.other.agreement.text();
        if (a == id || b == id)
            addAgreement(lit, composition.graph, a == id ? b : a);
    }
}

graph::Subset neighbourhoodOf(const domain::ThingRef &thing, const Composition &composition)
{
    const graph::RelationGraph &graph = composition.graph;
    graph::Subset lit = nothing(graph);
    if (thing.kind == domain::ThingKind::Firm) {
        const int firm = graph.firmAt.value(domain::FirmId(thing.id), -1);
        if (firm >= 0)
            unite(lit, graph::neighbourhoodOfFirm(graph, firm));
    } else if (thing.kind == domain::ThingKind::Agreement) {
        addAgreementInDispute(lit, composition, thing.id);
    } else if (thing.kind == domain::ThingKind::Clause) {
        addAgreementInDispute(lit, composition, thing.clauseRef().agreement.text());
    } else if (thing.kind == domain::ThingKind::Conflict) {
        for (const QString &clause : thing.id.split(u'~'))
            addAgreement(lit, graph, clause.section(u'/', 0, 0));
    }
    return lit;
}

// The firms whose areas enclose something lit.
QSet<QString> areasAround(const graph::Subset &lit, const graph::RelationGraph &graph)
{
    QSet<QString> areas;
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        if (!lit.firms.testBit(firm))
            continue;
        for (int group = graph.firms.at(firm).group; group >= 0; group = graph.groups.at(group).parent)
            areas.insert(graph.groups.at(group).firm.text());
    }
    return areas;
}

bool isAgreementLit(const graph::Subset &lit, const graph::RelationGraph &graph, const QString &id)
{
    const int agreement = graph.agreementAt.value(domain::AgreementId(id), -1);
    return agreement >= 0 && lit.agreements.testBit(agreement);
}

bool isLit(const picture::Item &item, const graph::Subset &lit, const graph::RelationGraph &graph,
           const QSet<QString> &areas)
{
    const QString first = item.of.value(0);
    const int firm = graph.firmAt.value(domain::FirmId(first), -1);
    switch (item.role) {
    case picture::Role::Firm:
        return firm >= 0 && lit.firms.testBit(firm);
    case picture::Role::Group:
        return areas.contains(first);
    case picture::Role::Agreement:
    case picture::Role::Line:
        return isAgreementLit(lit, graph, first);
    case picture::Role::Conflict:
        return isAgreementLit(lit, graph, first) && isAgreementLit(lit, graph, item.of.last());
    case picture::Role::Label: // a word at a thing
        return (firm >= 0 && lit.firms.testBit(firm)) || isAgreementLit(lit, graph, first);
    default:
        return true;
    }
}

// Visits what may be lit; a large picture isn't gone through for it.
template <typename Visit>
void forItemsAbout(const graph::Subset &lit, const QSet<QString> &areas, const graph::RelationGraph &graph,
                   const picture::Picture &picture, Visit visit)
{
    QSet<QString> things = areas;
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        if (lit.firms.testBit(firm))
            things.insert(graph.firms.at(firm).id.text());
    }
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement) {
        if (lit.agreements.testBit(agreement))
            things.insert(graph.agreements.at(agreement).id.text());
    }
    picture::ItemReader reader(picture.items);
    for (const QString &thing : std::as_const(things)) {
        for (const qsizetype index : picture.items.about(thing)) {
            reader.seek(index);
            visit(reader.named());
        }
    }
}

} // namespace

QSet<QString> itemsLitWith(const domain::ThingRef &thing, const Composition &composition,
                           const picture::Picture &picture)
{
    const graph::Subset lit = neighbourhoodOf(thing, composition);
    const QSet<QString> areas = areasAround(lit, composition.graph);
    QSet<QString> ids;
    forItemsAbout(lit, areas, composition.graph, picture, [&](const picture::Item &item) {
        if (isLit(item, lit, composition.graph, areas))
            ids.insert(item.id);
    });
    const QStringList own = itemsOf(thing, composition, picture);
    ids.unite(QSet<QString>(own.begin(), own.end()));
    return ids;
}

namespace {

// A line only where both its ends are lit.
bool isBetween(const picture::Item &item, const graph::Subset &lit, const graph::RelationGraph &graph)
{
    const int firm = graph.firmAt.value(domain::FirmId(item.of.last()), -1);
    return item.role != picture::Role::Line || (firm >= 0 && lit.firms.testBit(firm));
}

} // namespace

QSet<QString> itemsLitBetween(const QList<domain::ThingRef> &things, const Composition &composition,
                              const picture::Picture &picture)
{
    const graph::RelationGraph &graph = composition.graph;
    graph::Subset lit = nothing(graph);
    for (const domain::ThingRef &thing : things) {
        const int firm = graph.firmAt.value(domain::FirmId(thing.id), -1);
        const int agreement = graph.agreementAt.value(domain::AgreementId(thing.id), -1);
        if (thing.kind == domain::ThingKind::Firm && firm >= 0)
            lit.firms.setBit(firm);
        else if (thing.kind == domain::ThingKind::Agreement && agreement >= 0)
            lit.agreements.setBit(agreement);
    }
    const QSet<QString> areas = areasAround(lit, graph);
    QSet<QString> ids;
    forItemsAbout(lit, areas, graph, picture, [&](const picture::Item &item) {
        if (isLit(item, lit, graph, areas) && isBetween(item, lit, graph))
            ids.insert(item.id);
    });
    return ids;
}

} // namespace entente::session
