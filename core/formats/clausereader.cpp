#include "formats/thingreaders.h"

#include <algorithm>

namespace entente::formats {

using document::Value;

domain::Positions readPositions(ObjectReader &holder)
{
    domain::Positions positions;
    ReadContext &context = holder.context();
    holder.each(QStringLiteral("positions"), [&](const QString &id, const Value &value, const Path &path) {
        ObjectReader reader(context, value, path, {QStringLiteral("position \"%1\""), id});
        if (!reader.isObject())
            return;
        domain::Position position;
        position.id = id;
        reader.require(QStringLiteral("by"));
        position.by = domain::FirmId(reader.reference(QStringLiteral("by"), Target::Firm));
        position.stance =
            reader.word<domain::StanceKind>(QStringLiteral("stance")).value_or(domain::StanceKind::Open);
        position.text = reader.text(QStringLiteral("text"));
        position.attribution = reader.text(QStringLiteral("attribution"));
        position.cites = reader.cites();
        reader.finish();
        positions.append(position);
    });
    return positions;
}

namespace {

// The state decides; positions that all say otherwise, or only one side of a dispute, are a slip of either.
void warnOfStances(ObjectReader &reader, const domain::Condition &condition)
{
    using domain::ConditionState;
    const auto says = [&condition](domain::StanceKind stance) {
        return std::any_of(condition.positions.begin(), condition.positions.end(),
                           [stance](const domain::Position &position) { return position.stance == stance; });
    };
    const bool affirmed = says(domain::StanceKind::Affirms);
    const bool denied = says(domain::StanceKind::Denies);
    const bool mismatch =
        (condition.state == ConditionState::Met && denied) ||
        (condition.state == ConditionState::Unmet && affirmed) ||
        (condition.state == ConditionState::Disputed && !condition.positions.isEmpty() && affirmed != denied);
    if (!mismatch)
        return;
    reader.context().warn(QStringLiteral("condition-and-positions"), reader.position(), reader.path(),
                          QStringLiteral("the condition is \"%1\", but the positions say otherwise")
                              .arg(domain::toWord(condition.state)),
                          QStringLiteral("the state decides; the positions only say who holds what"));
}

} // namespace

domain::Condition readCondition(ObjectReader &holder)
{
    const QString key = QStringLiteral("condition");
    domain::Condition condition;
    const Value *value = holder.get(key);
    if (!value || value->isString()) {
        condition.text = value ? value->text() : QString();
        return condition;
    }
    if (!value->isObject()) {
        holder.wrongType(*value, key, QStringLiteral("a string or an object"));
        return condition;
    }
    ObjectReader reader(holder.context(), *value, holder.pathOf(key),
                        {QStringLiteral("condition of %1"), holder});
    condition.text = reader.requiredText(QStringLiteral("text"));
    condition.state = reader.word<domain::ConditionState>(QStringLiteral("state"))
                          .value_or(domain::ConditionState::Unknown);
    condition.positions = readPositions(reader);
    condition.cites = reader.cites();
    reader.finish();
    warnOfStances(reader, condition);
    return condition;
}

namespace {

constexpr int deepestException = 8;

QList<domain::Exception> readExceptions(ObjectReader &holder, int depth);

domain::Exception readException(ReadContext &context, const QString &id, const Value &value, const Path &path,
                                int depth)
{
    domain::Exception exception;
    exception.id = id;
    ObjectReader reader(context, value, path, {QStringLiteral("exception \"%1\""), id});
    if (!reader.isObject())
        return exception;
    exception.kind =
        reader.word<domain::ExceptionKind>(QStringLiteral("kind")).value_or(domain::ExceptionKind::Exception);
    exception.text = reader.text(QStringLiteral("text"));
    exception.action = reader.reference(QStringLiteral("action"), Target::FirmOrTerm);
    exception.object = reader.reference(QStringLiteral("object"), Target::FirmOrTerm);
    exception.counterparty = domain::FirmId(reader.reference(QStringLiteral("counterparty"), Target::Firm));
    exception.territory = reader.text(QStringLiteral("territory"));
    exception.period = reader.period(QStringLiteral("period"));
    exception.agreement =
        domain::AgreementId(reader.reference(QStringLiteral("agreement"), Target::Agreement));
    exception.reading = reader.word<domain::Reading>(QStringLiteral("reading"));
    exception.exceptions = readExceptions(reader, depth + 1);
    exception.cites = reader.cites();
    reader.finish();
    return exception;
}

QList<domain::Exception> readExceptions(ObjectReader &holder, int depth)
{
    QList<domain::Exception> exceptions;
    holder.each(QStringLiteral("exceptions"), [&](const QString &id, const Value &value, const Path &path) {
        if (depth > deepestException) {
            holder.context().error(
                QStringLiteral("too-deep-exceptions"), value.position(), path,
                QStringLiteral("exceptions are nested more than %1 deep").arg(deepestException));
            return;
        }
        exceptions.append(readException(holder.context(), id, value, path, depth));
    });
    return exceptions;
}

void checkClause(ReadContext &context, const domain::Clause &clause, const Value &value, const Path &path)
{
    if (!clause.kind.isEmpty() && !domain::clauseKinds().contains(clause.kind)) {
        context.error(
            QStringLiteral("unknown-word"), value.find(u"kind")->position(),
            Path(path, QStringLiteral("kind")),
            QStringLiteral("\"kind\" of clause \"%1\" can't be \"%2\"").arg(clause.id.text(), clause.kind),
            suggestion(clause.kind, domain::clauseKinds()));
    }
    if ((clause.modality || !clause.onlyThrough.isEmpty()) &&
        (clause.bearer.isEmpty() || clause.action.isEmpty())) {
        context.warn(QStringLiteral("clause-not-compared"), value.position(), path,
                     QStringLiteral("clause \"%1\" names no %2, so it is not compared with others")
                         .arg(clause.id.text(),
                              clause.bearer.isEmpty() ? QStringLiteral("bearer") : QStringLiteral("action")));
    }
}

// What the clause obliges, forbids or permits, and whom.
void readNorm(ObjectReader &reader, domain::Clause &clause)
{
    const auto firm = [&reader](const QString &key) {
        return domain::FirmId(reader.reference(key, Target::Firm));
    };
    clause.modality = reader.word<domain::Modality>(QStringLiteral("modality"));
    clause.bearer = firm(QStringLiteral("bearer"));
    clause.counterparty = firm(QStringLiteral("counterparty"));
    clause.action = reader.reference(QStringLiteral("action"), Target::FirmOrTerm);
    clause.object = reader.reference(QStringLiteral("object"), Target::FirmOrTerm);
    clause.onlyThrough = firm(QStringLiteral("only_through"));
    clause.through = firm(QStringLiteral("through"));
    clause.territory = reader.text(QStringLiteral("territory"));
    clause.bindsAffiliates = reader.flag(QStringLiteral("binds_affiliates"));
    clause.period = reader.period(QStringLiteral("period"));
    clause.status = reader.word<domain::Status>(QStringLiteral("status"));
    clause.evidence = reader.word<domain::Evidence>(QStringLiteral("evidence"));
    clause.condition = readCondition(reader);
    clause.exceptions = readExceptions(reader, 1);
    clause.supersedes = reader.references(QStringLiteral("supersedes"), Target::AgreementOrClause);
}

} // namespace

domain::Clause readClause(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::Clause clause;
    clause.id = domain::ClauseId(id);
    clause.place = context.placeOf(value.position());
    ObjectReader reader(context, value, path, {QStringLiteral("clause \"%1\""), id});
    if (!reader.isObject())
        return clause;
    clause.title = reader.text(QStringLiteral("title"));
    clause.kind = reader.requiredText(QStringLiteral("kind"));
    readNorm(reader, clause);
    clause.text = reader.text(QStringLiteral("text"));
    clause.language = reader.text(QStringLiteral("language"));
    clause.section = reader.text(QStringLiteral("section"));
    clause.positions = readPositions(reader);
    clause.note = reader.text(QStringLiteral("note"));
    clause.cites = reader.cites();
    clause.extras = reader.extras();
    reader.finish();
    checkClause(context, clause, value, path);
    return clause;
}

} // namespace entente::formats
