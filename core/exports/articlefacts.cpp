#include "exports/articleparts.h"

// Facts are JSON Pointers into the scenario, such as "/firms/aws/part_of" and
// "/agreements/a/clauses/c/condition".
namespace entente::exports::article {

using domain::AgreementId;
using domain::FirmId;

namespace {

// "/defined_terms/<term>/narrower_than/<wider>".
Text readingFactInWords(const Context &context, const QStringList &steps)
{
    const Text term = context.linkTo(domain::TermId(steps.value(1)));
    if (steps.size() < 4)
        return term;
    return term + plain(QStringLiteral(" is a kind of ")) + context.linkTo(domain::TermId(steps.at(3)));
}

// "/firms/<firm>/part_of".
Text groupInWords(const Context &context, const QStringList &steps)
{
    const FirmId id(steps.value(1));
    const domain::Firm *firm = context.scenario().firm(id);
    if (!firm || firm->partOf.isEmpty())
        return context.linkTo(id);
    return context.linkTo(id) + plain(QStringLiteral(" is part of ")) + context.linkTo(firm->partOf);
}

// "exception “e”", "condition", "signed": which fact of the thing, its own ids between quotation marks.
QString factOf(const QStringList &steps)
{
    QString words;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i] == QLatin1String("exceptions") && i + 1 < steps.size())
            words = QStringLiteral("exception “%1”").arg(steps[++i]);
        else if (steps[i] != QLatin1String("reading"))
            words = domain::toReadable(steps[i]);
    }
    return words;
}

// "condition of <clause>", "<clause> of <agreement>", "signed of <agreement>".
Text termInWords(const Context &context, const QStringList &steps)
{
    const AgreementId agreement(steps.value(1));
    const bool isClause = steps.size() >= 4 && steps.at(2) == QLatin1String("clauses");
    const QString fact = factOf(steps.mid(isClause ? 4 : 2));
    Text words = fact.isEmpty() ? Text() : plain(domain::capitalised(fact) + QStringLiteral(" of "));
    if (isClause)
        words += context.linkTo(domain::ClauseRef{agreement, domain::ClauseId(steps.at(3))}) +
                 plain(QStringLiteral(" of "));
    return words + context.linkTo(agreement);
}

} // namespace

Text factInWords(const Context &context, const QString &pointer)
{
    const QStringList steps = pointer.split(u'/').mid(1);
    const QString map = steps.value(0);
    if (map == QLatin1String("defined_terms"))
        return readingFactInWords(context, steps);
    if (map == QLatin1String("firms"))
        return groupInWords(context, steps);
    return map == QLatin1String("agreements") ? termInWords(context, steps) : plain(pointer);
}

} // namespace entente::exports::article
