#pragma once

#include "core/picture/fixedmeasure.h"
#include "layout/layouter.h"
#include "picture/picturebuilder.h"

#include <QRandomGenerator>

#include <cmath>

namespace entente::test {

// A scenario with its graph, placed on a plain grid with room to spare: what the builder needs, without any
// engine.
struct DrawnScenario
{
    domain::Scenario scenario;
    graph::RelationGraph graph;
    QList<analysis::Conflict> conflicts;
    analysis::AsOf asOf;
    FixedMeasure measure;
    picture::Theme theme = picture::lightTheme();
    layout::LayoutRequest request;
    layout::Placement placement;

    picture::Subject subject() const { return {scenario, graph, conflicts, asOf}; }

    void place()
    {
        scenario.index();
        graph = graph::buildGraph(scenario);
        request = picture::layoutRequest(subject(), theme, measure);
        const int columns = 1 + int(std::sqrt(double(request.nodes.size())));
        QList<QPointF> centres;
        for (int node = 0; node < request.nodes.size(); ++node)
            centres.append({300 + 620.0 * (node % columns), 200 + 260.0 * (node / columns)});
        placement = layout::route(request, centres);
    }

    picture::Picture build(const picture::PictureOptions &options = {}) const
    {
        return picture::buildPicture(subject(), placement, theme, measure, options);
    }
};

// QRectF::contains() is never true of a straight line's box, which has no area.
inline bool holds(const QRectF &outer, const QRectF &inner)
{
    return outer.left() <= inner.left() && outer.right() >= inner.right() && outer.top() <= inner.top() &&
           outer.bottom() >= inner.bottom();
}

inline domain::Firm firmNamed(const QString &id, const QString &name,
                              domain::FirmKind kind = domain::FirmKind::Company, const QString &partOf = {})
{
    domain::Firm firm;
    firm.id = domain::FirmId(id);
    firm.name = name;
    firm.kind = kind;
    firm.partOf = domain::FirmId(partOf);
    return firm;
}

inline domain::Agreement agreementBetween(const QString &id, const QString &title, const QString &kind,
                                          const QList<domain::Party> &parties)
{
    domain::Agreement agreement;
    agreement.id = domain::AgreementId(id);
    agreement.title = title;
    agreement.kind = kind;
    agreement.parties = parties;
    agreement.status = domain::Status::InForce;
    return agreement;
}

inline domain::Party party(const QString &firm, const QString &role)
{
    return {domain::FirmId(firm), role};
}

inline domain::Amount dollars(const QString &value,
                              domain::Instrument instrument = domain::Instrument::Unstated)
{
    domain::Amount amount;
    amount.id = domain::AmountId(QStringLiteral("total"));
    amount.value = domain::Decimal::parse(value);
    amount.currency = QStringLiteral("USD");
    amount.instrument = instrument;
    return amount;
}

// A buyer, a seller with a part, one purchase of 138 billion.
inline DrawnScenario purchase()
{
    DrawnScenario drawn;
    drawn.scenario.title = QStringLiteral("A purchase");
    drawn.scenario.firms = {firmNamed(QStringLiteral("buyer"), QStringLiteral("Buyer")),
                            firmNamed(QStringLiteral("seller"), QStringLiteral("Seller")),
                            firmNamed(QStringLiteral("cloud"), QStringLiteral("Cloud"),
                                      domain::FirmKind::Platform, QStringLiteral("seller"))};
    domain::Agreement deal =
        agreementBetween(QStringLiteral("deal"), QStringLiteral("Cloud purchase"), QStringLiteral("purchase"),
                         {party(QStringLiteral("buyer"), QStringLiteral("customer")),
                          party(QStringLiteral("seller"), QStringLiteral("supplier"))});
    deal.amounts = {dollars(QStringLiteral("138e9"), domain::Instrument::PurchaseObligation)};
    drawn.scenario.agreements = {deal};
    drawn.place();
    return drawn;
}

inline QString nameFrom(QRandomGenerator &random)
{
    static const QStringList words{QStringLiteral("Nord"),
                                   QStringLiteral("& <Sons>"),
                                   QStringLiteral("株式会社"),
                                   QStringLiteral("شركة الاتصالات"),
                                   QStringLiteral("🚀"),
                                   QStringLiteral("Holding"),
                                   QStringLiteral("\"A\"'s"),
                                   QStringLiteral("X"),
                                   QStringLiteral("Überlandwerksgesellschaft")};
    QString name = words.at(random.bounded(int(words.size())));
    const int length = random.bounded(1, 120);
    while (name.size() < length)
        name += u' ' + words.at(random.bounded(int(words.size())));
    return name.left(120);
}

// Nested groups, one to five parties, parallel and self-agreements, every status, evidence and instrument.
inline DrawnScenario generated(quint32 seed, int firms)
{
    QRandomGenerator random(seed);
    DrawnScenario drawn;
    drawn.scenario.title = nameFrom(random);
    for (int i = 0; i < firms; ++i) {
        const bool isPart = i > 0 && random.bounded(3) == 0;
        drawn.scenario.firms.append(
            firmNamed(QStringLiteral("f%1").arg(i), nameFrom(random), domain::FirmKind(random.bounded(10)),
                      isPart ? QStringLiteral("f%1").arg(random.bounded(i)) : QString()));
    }
    const QStringList kinds{QStringLiteral("purchase"), QStringLiteral("investment"),
                            QStringLiteral("litigation"), QStringLiteral("guideline")};
    for (int i = 0; i < firms * 3 / 2; ++i) {
        QList<domain::Party> parties;
        const QString kind = kinds.at(random.bounded(int(kinds.size())));
        const auto &roles = domain::agreementKind(kind)->roles;
        for (int k = random.bounded(1, 6); k > 0; --k)
            parties.append(party(QStringLiteral("f%1").arg(random.bounded(firms)),
                                 roles.at(random.bounded(int(roles.size()))).word));
        domain::Agreement agreement =
            agreementBetween(QStringLiteral("a%1").arg(i), nameFrom(random), kind, parties);
        agreement.status = domain::Status(random.bounded(16));
        agreement.evidence = domain::Evidence(random.bounded(4));
        if (random.bounded(2) == 0)
            agreement.amounts = {dollars(QString::number(random.bounded(1, 1000)) + QStringLiteral("e6"),
                                         domain::Instrument(random.bounded(10)))};
        drawn.scenario.agreements.append(agreement);
    }
    drawn.place();
    return drawn;
}

} // namespace entente::test
