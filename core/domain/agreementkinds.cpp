#include "domain/agreement.h"

#include <algorithm>
#include <tuple>

namespace entente::domain {

namespace {

constexpr auto source = RoleSide::Source;
constexpr auto target = RoleSide::Target;
constexpr auto equal = RoleSide::Equal;

// Money goes from who pays to who is paid; goods, services and rights from who supplies to who is supplied.
RoleInfo role(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, false, false, false, false};
}

RoleInfo payer(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, true, false, false, false};
}

RoleInfo payee(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, false, true, false, false};
}

RoleInfo buyer(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, true, false, false, true};
}

RoleInfo seller(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, false, true, true, false};
}

RoleInfo supplier(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, false, false, true, false};
}

RoleInfo supplied(const char *word, RoleSide side)
{
    return {QString::fromLatin1(word), side, false, false, false, true};
}

RoleInfo subject(const char *word)
{
    return role(word, RoleSide::Subject);
}

KindInfo kind(const char *word, const char *label, Heading heading, QList<RoleInfo> roles)
{
    // Two roles are the same in every kind: through what something runs, and what it is about.
    roles.append({role("channel", RoleSide::Channel), subject("subject")});
    return {QString::fromLatin1(word), QString::fromLatin1(label), heading, std::move(roles)};
}

// The arrow follows the money where an agreement is about money (investment, loan, purchase …) and what is
// supplied where it is about that (licence, service, hosting …).
QList<KindInfo> makeKinds()
{
    constexpr auto agreements = Heading::Agreements;
    constexpr auto ownership = Heading::OwnershipAndControl;
    constexpr auto proceedings = Heading::Proceedings;
    constexpr auto policies = Heading::Policies;
    return {
        kind("investment", "Investment", agreements, {payer("investor", source), payee("investee", target)}),
        kind("loan", "Loan", agreements,
             {payer("lender", source), payee("borrower", target), subject("guarantor")}),
        kind("acquisition", "Acquisition", agreements,
             {payer("acquirer", source), role("target", target), payee("seller", target)}),
        kind("merger", "Merger", agreements, {role("party", equal)}),
        kind("joint_venture", "Joint venture", agreements, {role("partner", equal), subject("venture")}),
        kind("strategic_alliance", "Strategic alliance", agreements, {role("partner", equal)}),
        kind("collaboration", "Collaboration", agreements, {role("partner", equal)}),
        kind("development", "Development", agreements,
             {role("partner", equal), supplier("developer", source), supplied("customer", target)}),
        kind("license", "License", agreements, {seller("licensor", source), buyer("licensee", target)}),
        kind("supply", "Supply", agreements, {seller("supplier", source), buyer("customer", target)}),
        kind("service", "Service", agreements, {seller("provider", source), buyer("customer", target)}),
        kind("hosting", "Hosting", agreements, {seller("provider", source), buyer("customer", target)}),
        kind("purchase", "Purchase", agreements, {buyer("customer", source), seller("supplier", target)}),
        kind("distribution", "Distribution", agreements,
             {seller("principal", source), buyer("distributor", target)}),
        kind("reseller", "Reseller", agreements, {seller("principal", source), buyer("reseller", target)}),
        kind("outsourcing", "Outsourcing", agreements,
             {seller("provider", source), buyer("customer", target)}),
        kind("exclusivity", "Exclusivity", agreements,
             {role("obligor", equal), role("obligee", equal), seller("provider", source),
              buyer("customer", target)}),
        kind("restructuring", "Restructuring", agreements, {role("company", equal), role("approver", equal)}),
        kind("funding_round", "Funding round", agreements,
             {payer("investor", source), payee("issuer", target)}),
        kind("ownership", "Ownership", ownership, {role("owner", source), role("owned", target)}),
        kind("appointment", "Appointment", ownership,
             {role("executive", source), role("officer", source), role("director", source),
              role("company", target)}),
        kind("litigation", "Litigation", proceedings,
             {role("plaintiff", source), role("defendant", target), subject("court"),
              role("intervener", equal)}),
        kind("investigation", "Investigation", proceedings,
             {role("authority", source), role("investigated", target)}),
        kind("merger_review", "Merger review", proceedings,
             {role("authority", source), role("acquirer", target), role("target", target)}),
        kind("guideline", "Guideline", policies,
             {role("author", source), role("issuer", source), role("addressee", target)}),
        kind("plan", "Plan", policies, {role("planner", equal), role("approver", equal)}),
        // "source" and "target" are what graph files say of an edge: its direction, and nothing more.
        kind("other", "Other", agreements,
             {role("party", equal), role("source", source), role("target", target)}),
    };
}

} // namespace

const QList<KindInfo> &agreementKinds()
{
    static const QList<KindInfo> kinds = makeKinds();
    return kinds;
}

const KindInfo *agreementKind(QStringView word)
{
    const QList<KindInfo> &kinds = agreementKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [word](const KindInfo &info) { return info.word == word; });
    return found == kinds.end() ? nullptr : &*found;
}

QString kindInWords(QStringView word)
{
    const KindInfo *info = agreementKind(word);
    return info ? info->label : toReadable(word);
}

RoleInfo roleIn(QStringView kindWord, QStringView roleWord)
{
    if (const KindInfo *info = agreementKind(kindWord)) {
        for (const RoleInfo &known : info->roles) {
            if (known.word == roleWord)
                return known;
        }
    }
    RoleInfo unknown;
    unknown.word = roleWord.toString();
    return unknown;
}

QString toLabel(Heading heading)
{
    switch (heading) {
    case Heading::Agreements:
        return QStringLiteral("Agreements");
    case Heading::OwnershipAndControl:
        return QStringLiteral("Ownership and control");
    case Heading::Proceedings:
        return QStringLiteral("Proceedings");
    case Heading::Policies:
        return QStringLiteral("Policies");
    }
    return {};
}

bool Exception::operator==(const Exception &other) const
{
    const auto said = [](const Exception &e) {
        return std::tie(e.id, e.kind, e.text, e.action, e.object, e.counterparty, e.territory, e.period,
                        e.agreement, e.reading, e.cites);
    };
    return said(*this) == said(other) && exceptions == other.exceptions;
}

Heading Agreement::heading() const
{
    const KindInfo *info = agreementKind(kind);
    return info ? info->heading : Heading::Agreements;
}

} // namespace entente::domain
