#include "analysis/facts.h"

namespace entente::analysis {

QString pointerTo(const domain::AgreementId &agreement)
{
    return QStringLiteral("/agreements/") + agreement.text();
}

QString pointerTo(const domain::ClauseRef &clause)
{
    return pointerTo(clause.agreement) + QStringLiteral("/clauses/") + clause.clause.text();
}

QString pointerTo(const ExceptionFact &exception)
{
    QString pointer = pointerTo(exception.clause);
    for (const QString &id : exception.path)
        pointer += QStringLiteral("/exceptions/") + id;
    return pointer;
}

QString pointerOf(const Fact &fact)
{
    return std::visit(
        Overloaded{
            [](const NarrowerFact &f) {
                return QStringLiteral("/defined_terms/%1/narrower_than/%2/reading")
                    .arg(f.term.text(), f.wider.text());
            },
            [](const PartOfFact &f) { return QStringLiteral("/firms/%1/part_of").arg(f.firm.text()); },
            [](const ExceptionFact &f) { return pointerTo(f) + QStringLiteral("/reading"); },
            [](const ConditionFact &f) { return pointerTo(f.clause) + QStringLiteral("/condition"); },
            [](const AmountConditionFact &f) {
                return QStringLiteral("%1/amounts/%2/condition").arg(pointerTo(f.agreement), f.amount.text());
            }},
        fact);
}

} // namespace entente::analysis
