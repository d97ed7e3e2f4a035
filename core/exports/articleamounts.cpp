#include "exports/articleparts.h"

namespace entente::exports::article {

using domain::Agreement;
using domain::Amount;

namespace {

Text amountWay(const Context &context, const Amount &amount)
{
    if (!amount.from.isEmpty() && !amount.to.isEmpty())
        return context.linkTo(amount.from) + plain(QStringLiteral(" → ")) + context.linkTo(amount.to);
    if (!amount.from.isEmpty())
        return plain(QStringLiteral("from ")) + context.linkTo(amount.from);
    return amount.to.isEmpty() ? Text() : plain(QStringLiteral("to ")) + context.linkTo(amount.to);
}

QString fullTextOf(const Amount &amount)
{
    const QString full = domain::toFullText(amount);
    return amount.value && full != domain::toShortText(amount) ? full : QString();
}

// "$138B: 138,000,000,000 USD; as written: “138 billion dollars”; OpenAI → AWS; if …".
Text amountInWords(const Context &context, const Amount &amount)
{
    const auto after = [](const QString &before, const QString &text) {
        return text.isEmpty() ? Text() : plain(before + text);
    };
    const bool hasInstrument = amount.instrument != domain::Instrument::Unstated;
    Text facts =
        joined({plain(fullTextOf(amount)),
                amount.text.isEmpty() ? Text() : plain(QStringLiteral("as written: “%1”").arg(amount.text)),
                hasInstrument ? plain(domain::toReadable(domain::toWord(amount.instrument))) : Text(),
                amountWay(context, amount), inWords(amount.over),
                after(QStringLiteral("if "), domain::toWords(amount.condition)),
                amount.partOfAgreement.isEmpty()
                    ? Text()
                    : plain(QStringLiteral("part of ")) + context.linkTo(amount.partOfAgreement)},
               QStringLiteral("; "));
    if (!facts.isEmpty())
        facts.prepend(plain(QStringLiteral(": ")).first());
    return context.marked(strong(domain::toShortText(amount)) + facts, amount.cites);
}

// The amounts of an agreement, each with its tranches below it. The reader refuses tranches that contain each
// other, but not long chains of them: what lies deeper than a list is shown is told at its last level.
class AmountTree
{
public:
    AmountTree(const Context &context, const Agreement &agreement)
        : m_context(context)
    {
        for (const Amount &amount : agreement.amounts) {
            const bool isPart = !amount.partOf.isEmpty() && amount.partOfAgreement.isEmpty();
            m_parts[isPart ? amount.partOf : domain::AmountId()].append(&amount);
        }
    }

    QList<Point> wholes() const
    {
        QList<Point> points;
        for (const Amount *whole : m_parts.value({}))
            points.append({amountInWords(m_context, *whole), below(*whole, 2)});
        return points;
    }

private:
    QList<Point> below(const Amount &whole, int level) const
    {
        QList<const Amount *> parts = m_parts.value(whole.id);
        if (level == deepestPoint) {
            for (qsizetype i = 0; i < parts.size(); ++i) // which grow by what is below them
                parts += m_parts.value(parts[i]->id);
        }
        QList<Point> points;
        for (const Amount *part : std::as_const(parts)) {
            const QList<Point> deeper = level == deepestPoint ? QList<Point>() : below(*part, level + 1);
            points.append({plain(QStringLiteral("of which ")) + amountInWords(m_context, *part), deeper});
        }
        return points;
    }

    const Context &m_context;
    QHash<domain::AmountId, QList<const Amount *>> m_parts; // by what they are part of; wholes under no id
};

} // namespace

Points amountsOf(const Context &context, const Agreement &agreement)
{
    return {AmountTree(context, agreement).wholes(), false};
}

} // namespace entente::exports::article
