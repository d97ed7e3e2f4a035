#include "formats/thingreaders.h"

#include <algorithm>

namespace entente::formats {

using document::Value;

namespace {

void checkRole(ReadContext &context, const domain::Party &party, const QString &kind, const Value &value,
               const Path &path)
{
    const domain::KindInfo *info = domain::agreementKind(kind);
    if (!info || party.role.isEmpty() || kind == QLatin1String("other"))
        return;
    const bool isKnown =
        std::any_of(info->roles.begin(), info->roles.end(),
                    [&party](const domain::RoleInfo &role) { return role.word == party.role; });
    if (isKnown)
        return;
    QStringList known;
    for (const domain::RoleInfo &role : info->roles)
        known.append(role.word);
    context.warn(
        QStringLiteral("unknown-role"), value.find(u"role")->position(), Path(path, QStringLiteral("role")),
        QStringLiteral("\"%1\" is no role in an agreement of kind \"%2\"; its line is drawn without an arrow")
            .arg(party.role, kind),
        suggestion(party.role, known));
}

QList<domain::Party> readParties(ObjectReader &reader, const QString &kind)
{
    const QString key = QStringLiteral("parties");
    QList<domain::Party> parties;
    const Value *list = reader.get(key);
    const Path around = reader.pathOf(key);
    if (list && !list->isArray()) {
        reader.wrongType(*list, key, QStringLiteral("an array of {firm, role}"));
        return parties;
    }
    for (size_t i = 0; list && i < list->items().size(); ++i) {
        const Value &value = list->items()[i].value;
        const Path path(around, qsizetype(i));
        ObjectReader party(reader.context(), value, path, {QStringLiteral("a party of %1"), reader});
        if (!party.isObject())
            continue;
        party.require(QStringLiteral("firm"));
        parties.append({domain::FirmId(party.reference(QStringLiteral("firm"), Target::Firm)),
                        party.text(QStringLiteral("role"))});
        party.finish();
        checkRole(reader.context(), parties.last(), kind, value, path);
    }
    if (!list || list->items().empty()) {
        reader.context().error(QStringLiteral("no-parties"), list ? list->position() : reader.position(),
                               list ? reader.pathOf(key) : reader.path(),
                               QStringLiteral("%1 has no parties").arg(reader.thing()),
                               QStringLiteral("expected at least one party: a firm and its role"));
    }
    return parties;
}

QString readKind(ObjectReader &reader)
{
    const QString kind = reader.requiredText(QStringLiteral("kind"));
    if (kind.isEmpty() || domain::agreementKind(kind))
        return kind;
    QStringList known;
    for (const domain::KindInfo &info : domain::agreementKinds())
        known.append(info.word);
    reader.context().error(QStringLiteral("unknown-word"), reader.get(QStringLiteral("kind"))->position(),
                           reader.pathOf(QStringLiteral("kind")),
                           QStringLiteral("\"kind\" of %1 can't be \"%2\"").arg(reader.thing(), kind),
                           suggestion(kind, known));
    return kind;
}

std::optional<domain::Decimal> readShare(ObjectReader &reader, const QString &key)
{
    const auto share = reader.decimal(key);
    if (share && (share->toDouble() < 0 || share->toDouble() > 100)) {
        reader.context().error(
            QStringLiteral("bad-number"), reader.get(key)->position(), reader.pathOf(key),
            QStringLiteral("\"%1\" of %2 can't be %3").arg(key, reader.thing(), share->toString()),
            QStringLiteral("expected percent, from 0 to 100"));
    }
    return share;
}

std::optional<domain::Stake> readStake(ObjectReader &holder)
{
    const QString key = QStringLiteral("stake");
    const Value *value = holder.get(key);
    if (!value || !holder.isObject(*value, holder.pathOf(key), {QStringLiteral("\"stake\" of %1"), holder}))
        return std::nullopt;
    ObjectReader reader(holder.context(), *value, holder.pathOf(key),
                        {QStringLiteral("stake of %1"), holder});
    domain::Stake stake;
    stake.economic = readShare(reader, QStringLiteral("economic"));
    stake.voting = readShare(reader, QStringLiteral("voting"));
    stake.qualifier =
        reader.word<domain::Qualifier>(QStringLiteral("qualifier")).value_or(domain::Qualifier::Exact);
    stake.boardSeats = reader.count(QStringLiteral("board_seats"));
    stake.vetoRights = reader.text(QStringLiteral("veto_rights"));
    stake.cites = reader.cites();
    reader.finish();
    return stake;
}

// A status is a word, or {"value": word, "cites": …}.
std::optional<domain::Status> readStatus(ObjectReader &holder, domain::Cites &cites)
{
    const QString key = QStringLiteral("status");
    const Value *value = holder.get(key);
    if (!value || !value->isObject())
        return holder.word<domain::Status>(key);
    ObjectReader reader(holder.context(), *value, holder.pathOf(key),
                        {QStringLiteral("\"status\" of %1"), holder});
    reader.require(QStringLiteral("value"));
    const auto status = reader.word<domain::Status>(QStringLiteral("value"));
    cites = reader.cites();
    reader.finish();
    return status;
}

void readStanding(ObjectReader &reader, domain::Agreement &agreement)
{
    const auto cited = [&agreement](const QString &key, const auto &read) {
        domain::Cites cites;
        auto value = read(key, &cites);
        if (!cites.isEmpty())
            agreement.factCites.insert(key, cites);
        return value;
    };
    const auto date = [&reader](const QString &key, domain::Cites *cites) { return reader.date(key, cites); };
    agreement.period = cited(QStringLiteral("period"), [&reader](const QString &key, domain::Cites *cites) {
        return reader.period(key, cites);
    });
    agreement.announced = cited(QStringLiteral("announced"), date);
    agreement.signedOn = cited(QStringLiteral("signed"), date);
    agreement.trial = cited(QStringLiteral("trial"), date);
    agreement.status = cited(QStringLiteral("status"), [&reader](const QString &, domain::Cites *cites) {
        return readStatus(reader, *cites);
    });
    agreement.binding = reader.maybeFlag(QStringLiteral("binding"));
    agreement.evidence =
        reader.word<domain::Evidence>(QStringLiteral("evidence")).value_or(domain::Evidence::Reported);
    agreement.performance = reader.word<domain::Performance>(QStringLiteral("performance"));
}

// `thing` ended by its status; a warning where `period`, its own or the one it has from its agreement,
// doesn't say when.
void warnOfOpenEnd(ReadContext &context, const std::optional<domain::Status> &status,
                   const std::optional<domain::Period> &period, const Value &value, const Path &path,
                   const Naming &thing)
{
    if (!status || !domain::hasEnded(*status) || (period && period->end()))
        return;
    context.warn(QStringLiteral("ended-without-end"), value.find(u"status")->position(),
                 Path(path, QStringLiteral("status")),
                 QStringLiteral("%1 is %2, but its period has no end")
                     .arg(thing.text(), domain::toReadable(domain::toWord(*status))),
                 QStringLiteral("give the end of its period, so that it is known until when it held"));
}

void warnOfOpenEnds(ObjectReader &reader, const domain::Agreement &agreement, const Value &value)
{
    warnOfOpenEnd(reader.context(), agreement.status, agreement.period, value, reader.path(),
                  {QStringLiteral("%1"), reader});
    const Value *clauses = value.find(u"clauses");
    const Path around = reader.pathOf(QStringLiteral("clauses"));
    for (const domain::Clause &clause : agreement.clauses) {
        const Path path(around, clause.id.text());
        warnOfOpenEnd(reader.context(), clause.status, clause.period ? clause.period : agreement.period,
                      *clauses->find(clause.id.text()), path,
                      {QStringLiteral("clause \"%1\""), clause.id.text()});
    }
}

void warnOfForeignStatus(ObjectReader &reader, const domain::Agreement &agreement, const Value &value)
{
    if (!agreement.status || !domain::isOfProceedings(*agreement.status) ||
        agreement.heading() == domain::Heading::Proceedings)
        return;
    reader.context().warn(
        QStringLiteral("status-of-proceedings"), value.find(u"status")->position(),
        reader.pathOf(QStringLiteral("status")),
        QStringLiteral("%1 is no proceeding, but its status is \"%2\"")
            .arg(reader.thing(), domain::toWord(*agreement.status)),
        QStringLiteral("considered, filed, pending, decided and settled are for proceedings"));
}

void readContents(ObjectReader &reader, domain::Agreement &agreement)
{
    ReadContext &context = reader.context();
    agreement.cites = reader.cites();
    const bool mustCite = context.rules().rowsCite ? context.rules().hasSources && agreement.cites.isEmpty()
                                                   : !context.isImagined();
    reader.each(QStringLiteral("amounts"), [&](const QString &id, const Value &value, const Path &path) {
        agreement.amounts.append(readAmount(context, id, value, path, mustCite));
    });
    reader.each(QStringLiteral("clauses"), [&](const QString &id, const Value &value, const Path &path) {
        agreement.clauses.append(readClause(context, id, value, path));
    });
    agreement.positions = readPositions(reader);
    agreement.stake = readStake(reader);
}

} // namespace

domain::Agreement readAgreement(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::Agreement agreement;
    agreement.id = domain::AgreementId(id);
    agreement.place = context.placeOf(value.position());
    ObjectReader reader(context, value, path, {QStringLiteral("agreement \"%1\""), id});
    if (!reader.isObject())
        return agreement;
    agreement.title = reader.requiredText(QStringLiteral("title"));
    agreement.kind = readKind(reader);
    agreement.partOf = domain::AgreementId(reader.reference(QStringLiteral("part_of"), Target::Agreement));
    agreement.parties = readParties(reader, agreement.kind);
    readStanding(reader, agreement);
    agreement.governingLaw = reader.text(QStringLiteral("governing_law"));
    agreement.forum = reader.text(QStringLiteral("forum"));
    for (const QString &amended : reader.references(QStringLiteral("amends"), Target::Agreement))
        agreement.amends.append(domain::AgreementId(amended));
    agreement.supersedes = reader.references(QStringLiteral("supersedes"), Target::AgreementOrClause);
    readContents(reader, agreement);
    agreement.note = reader.text(QStringLiteral("note"));
    agreement.extras = reader.extras();
    reader.finish();
    warnOfOpenEnds(reader, agreement, value);
    warnOfForeignStatus(reader, agreement, value);
    return agreement;
}

} // namespace entente::formats
