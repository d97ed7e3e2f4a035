#include "formats/thingreaders.h"

namespace entente::formats {

using document::Value;

namespace {

// "total": an amount of the same agreement; "funding-round/total": one of another.
void readPartOf(ObjectReader &reader, domain::Amount &amount)
{
    const QString key = QStringLiteral("part_of");
    const QString whole = reader.text(key);
    const qsizetype slash = whole.indexOf(u'/');
    amount.partOf = domain::AmountId(whole.mid(slash + 1));
    if (slash < 0)
        return;
    amount.partOfAgreement = domain::AgreementId(whole.left(slash));
    const Value &value = *reader.get(key);
    reader.context().refer(Target::Agreement, amount.partOfAgreement.text(), value.position(), value);
}

void checkUnit(ObjectReader &reader, const domain::Amount &amount)
{
    ReadContext &context = reader.context();
    const QString currency = QStringLiteral("currency");
    if (!amount.currency.isEmpty() && !domain::isCurrency(amount.currency)) {
        context.error(QStringLiteral("unknown-currency"), reader.get(currency)->position(),
                      reader.pathOf(currency), QStringLiteral("\"%1\" is no currency").arg(amount.currency),
                      QStringLiteral("expected an ISO 4217 code such as USD"));
    }
    if (!amount.currency.isEmpty() && !amount.unit.isEmpty()) {
        context.error(QStringLiteral("currency-and-unit"), reader.position(), reader.path(),
                      QStringLiteral("%1 has both a currency and a unit").arg(reader.thing()),
                      QStringLiteral("keep one of them"));
    }
    if (amount.value && amount.currency.isEmpty() && amount.unit.isEmpty()) {
        context.error(QStringLiteral("missing"), reader.position(), reader.path(),
                      QStringLiteral("%1 has neither a currency nor a unit").arg(reader.thing()),
                      QStringLiteral("add \"currency\": \"USD\" or \"unit\": \"GW\""));
    }
}

void checkValue(ObjectReader &reader, const domain::Amount &amount, bool mustCite)
{
    ReadContext &context = reader.context();
    const bool stated = reader.get(QStringLiteral("value"));
    const bool undisclosed = amount.qualifier == domain::Qualifier::Undisclosed;
    if (!stated && !undisclosed) {
        context.error(QStringLiteral("missing"), reader.position(), reader.path(),
                      QStringLiteral("%1 has no \"value\"").arg(reader.thing()),
                      QStringLiteral("add it, or \"qualifier\": \"undisclosed\""));
    }
    if (amount.value && amount.value->toDouble() < 0) {
        const QString key = QStringLiteral("value");
        context.error(
            QStringLiteral("bad-number"), reader.get(key)->position(), reader.pathOf(key),
            QStringLiteral("%1 is less than nothing").arg(reader.thing()),
            QStringLiteral("expected a number from 0 on; \"from\" and \"to\" say which way it flows"));
    }
    if (stated && undisclosed) {
        context.error(QStringLiteral("undisclosed-value"), reader.position(), reader.path(),
                      QStringLiteral("%1 has a value, but is called undisclosed").arg(reader.thing()));
    }
    if (mustCite && amount.cites.isEmpty()) {
        context.warn(QStringLiteral("figure-without-source"), reader.position(), reader.path(),
                     QStringLiteral("%1 cites no source").arg(reader.thing()),
                     QStringLiteral("add \"cites\""));
    }
}

} // namespace

domain::Amount readAmount(ReadContext &context, const QString &id, const Value &value, const Path &path,
                          bool mustCite)
{
    domain::Amount amount;
    amount.id = domain::AmountId(id);
    ObjectReader reader(context, value, path, {QStringLiteral("amount \"%1\""), id});
    if (!reader.isObject())
        return amount;
    amount.value = reader.decimal(QStringLiteral("value"));
    amount.currency = reader.text(QStringLiteral("currency"));
    amount.unit = reader.text(QStringLiteral("unit"));
    amount.qualifier =
        reader.word<domain::Qualifier>(QStringLiteral("qualifier")).value_or(domain::Qualifier::Exact);
    amount.instrument =
        reader.word<domain::Instrument>(QStringLiteral("instrument")).value_or(domain::Instrument::Unstated);
    amount.over = reader.period(QStringLiteral("over"));
    amount.from = domain::FirmId(reader.reference(QStringLiteral("from"), Target::Firm));
    amount.to = domain::FirmId(reader.reference(QStringLiteral("to"), Target::Firm));
    amount.condition = readCondition(reader);
    readPartOf(reader, amount);
    amount.text = reader.text(QStringLiteral("text"));
    amount.cites = reader.cites();
    checkUnit(reader, amount);
    checkValue(reader, amount, mustCite);
    reader.finish();
    return amount;
}

} // namespace entente::formats
