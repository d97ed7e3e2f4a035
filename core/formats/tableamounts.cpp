#include "formats/tablebuilder.h"

namespace entente::formats {

using document::Value;

std::optional<LooseAmount> TableBuilder::amountIn(const FilledRow &row, const Cell &found)
{
    QString why;
    const DecimalMark mark = found.isNumber ? DecimalMark::Point : m_mapping.decimals;
    const QString currency = text(row, Meaning::Currency).toUpper();
    auto amount = readLooseAmount(found.text, mark, &why, currency.isEmpty() ? m_mapping.currency : currency);
    const QString qualified = snakeCase(text(row, Meaning::Qualifier));
    if (amount && !qualified.isEmpty()) {
        if (const auto qualifier = domain::fromWord<domain::Qualifier>(qualified))
            amount->qualifier = *qualifier;
    }
    if (!amount)
        m_draft.warn(QStringLiteral("unclear-amount"), found.at, why + QStringLiteral("; it is kept as text"),
                     QStringLiteral("1200000 with a column for the currency is always understood"));
    return amount;
}

// False, with a warning, where neither the cell nor its row nor the mapping tells what it counts.
bool TableBuilder::setCurrency(const FilledRow &row, const Cell &found, const LooseAmount &loose,
                               Value &amount)
{
    const Cell *unit = cell(row, Meaning::Unit);
    const QString stated = text(row, Meaning::Currency).toUpper();
    const bool fits = stated.isEmpty() || loose.currency.isEmpty() || loose.currency == stated ||
                      (loose.dollars && stated.endsWith(u'D'));
    QString currency = stated.isEmpty() ? loose.currency : stated;
    if (currency.isEmpty() && !unit)
        currency = m_mapping.currency;
    if (fits && !currency.isEmpty() && domain::isCurrency(currency)) {
        amount.set(QStringLiteral("currency"), ScenarioDraft::text(currency, found.at));
        return true;
    }
    if (fits && unit && currency.isEmpty()) {
        amount.set(QStringLiteral("unit"), ScenarioDraft::text(unit->text.trimmed(), unit->at));
        return true;
    }
    if (currency.isEmpty() && !loose.value)
        return true; // undisclosed, in whatever currency
    m_draft.warn(QStringLiteral("unclear-amount"), found.at,
                 currency.isEmpty()
                     ? QStringLiteral("\"%1\" has no currency; it is kept as text").arg(found.text)
                 : fits ? QStringLiteral("\"%1\" is no currency; the amount is kept as text").arg(currency)
                        : QStringLiteral("\"%1\" isn't in %2; it is kept as text").arg(found.text, stated),
                 QStringLiteral("a column “currency” tells it, or --map currency=USD for all"));
    return false;
}

// As the cell says, numbered where the agreement has one of that id already.
QString TableBuilder::amountId(const FilledRow &row, int agreement, const Value &amounts)
{
    const QString wanted = text(row, Meaning::AmountId);
    const QString stem = wanted.isEmpty() ? QStringLiteral("amount") : idStem(wanted);
    if (amounts.members().empty())
        return stem;
    if (amounts.members().size() == 1)
        m_amountIds[agreement].take(amounts.members().front().key);
    return m_amountIds[agreement].next(stem);
}

void TableBuilder::addAmount(const FilledRow &row, int at, const QString &from, const QString &to)
{
    Value &agreement = m_draft.agreementAt(at);
    const Cell *found = cell(row, Meaning::Amount);
    Cell undisclosed;
    if (!found && snakeCase(text(row, Meaning::Qualifier)) == QLatin1String("undisclosed")) {
        undisclosed = *cell(row, Meaning::Qualifier);
        found = &undisclosed;
    }
    if (!found || saysNothing(found->text))
        return;
    const auto loose = amountIn(row, *found);
    Value amount = ScenarioDraft::object(found->at);
    constexpr size_t usualMembers = 5;
    amount.members().reserve(usualMembers);
    const QString digits = loose && loose->value ? loose->value->toString() : QString();
    if (!digits.isEmpty()) {
        Value value = Value::number(digits);
        value.setPosition(found->at);
        amount.set(QStringLiteral("value"), std::move(value));
    }
    if (!loose || !setCurrency(row, *found, *loose, amount)) {
        keepCell(agreement, Meaning::Amount, *found);
        return;
    }
    if (loose->qualifier != domain::Qualifier::Exact)
        amount.set(QStringLiteral("qualifier"),
                   ScenarioDraft::text(domain::toWord(loose->qualifier), found->at));
    setWord<domain::Instrument>(row, amount, Meaning::Instrument, "instrument");
    if (!from.isEmpty() && !to.isEmpty()) {
        amount.set(QStringLiteral("from"), ScenarioDraft::text(from, found->at));
        amount.set(QStringLiteral("to"), ScenarioDraft::text(to, found->at));
    }
    const QString words = cell(row, Meaning::AmountText) ? text(row, Meaning::AmountText)
                          : found == &undisclosed        ? QString()
                                                         : found->text.trimmed();
    if (!words.isEmpty() && words != digits)
        amount.set(QStringLiteral("text"), ScenarioDraft::text(words, found->at));
    if (!agreement.find(u"amounts"))
        agreement.set(QStringLiteral("amounts"), ScenarioDraft::object(found->at));
    Value &amounts = *agreement.find(u"amounts");
    amounts.members().push_back({amountId(row, at, amounts), std::move(amount), found->at});
}

} // namespace entente::formats
