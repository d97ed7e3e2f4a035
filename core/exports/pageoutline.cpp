#include "exports/pageoutline.h"

#include "exports/markup.h"
#include "exports/printable.h"

namespace entente::exports {

using domain::ThingRef;

namespace {

QString entry(const ThingRef &thing, const QString &title, const QString &remark = {})
{
    QString html = QStringLiteral("<li>") + markup::link(thing, title);
    if (!remark.isEmpty())
        html += QStringLiteral(" <small>") + markup::escaped(remark) + QStringLiteral("</small>");
    return html + QStringLiteral("</li>\n");
}

QString block(const QString &title, const QString &entries, qsizetype count)
{
    if (count == 0)
        return {};
    return QStringLiteral("<details open><summary>%1 <small>%2</small></summary>\n<ul>\n")
               .arg(markup::escaped(title))
               .arg(count) +
           entries + QStringLiteral("</ul>\n</details>\n");
}

// Firms below what they are part of.
class FirmTree
{
public:
    explicit FirmTree(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {
        for (const domain::Firm &firm : scenario.firms)
            m_parts[scenario.firm(firm.partOf) ? firm.partOf : domain::FirmId()].append(&firm);
    }

    QString entries() const { return partsOf(domain::FirmId()); }

private:
    QString partsOf(const domain::FirmId &whole) const
    {
        QString html;
        for (const domain::Firm *firm : m_parts.value(whole)) {
            html += entry(ThingRef::of(firm->id), firm->name, domain::toReadable(domain::toWord(firm->kind)));
            const QString parts = partsOf(firm->id);
            if (!parts.isEmpty())
                html += QStringLiteral("<li class=\"parts\"><ul>\n") + parts + QStringLiteral("</ul></li>\n");
        }
        return html;
    }

    const domain::Scenario &m_scenario;
    QHash<domain::FirmId, QList<const domain::Firm *>> m_parts;
};

QString amountRemark(const domain::Agreement &agreement)
{
    const domain::Amount *amount = domain::mainAmount(agreement);
    return amount ? domain::toShortText(*amount) : QString();
}

QString agreementBlocks(const article::Context &context)
{
    const domain::Scenario &scenario = context.scenario();
    QMap<domain::Heading, QString> entries;
    QMap<domain::Heading, int> counts;
    for (const domain::Agreement &agreement : scenario.agreements) {
        entries[agreement.heading()] +=
            entry(ThingRef::of(agreement.id), context.nameOf(agreement.id), amountRemark(agreement));
        ++counts[agreement.heading()];
    }
    QString html;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it)
        html += block(domain::toLabel(it.key()), it.value(), counts.value(it.key()));
    return html;
}

} // namespace

QString outlineHtml(const article::Context &context)
{
    const domain::Scenario &scenario = context.scenario();
    const QList<analysis::Conflict> &disputes = context.subject().conflicts;
    QString conflicts;
    for (const analysis::Conflict &conflict : disputes)
        conflicts += entry(conflict.ref(), article::titleOf(context, conflict));
    QString terms;
    for (const domain::DefinedTerm &term : scenario.terms)
        terms += entry(ThingRef::of(term.id), domain::capitalised(term.name));
    QString sources;
    int number = 0;
    for (const domain::Source &source : scenario.sources)
        sources += entry(ThingRef::of(source.id), QStringLiteral("%1 ").arg(++number) + source.title);
    return block(QStringLiteral("Conflicts"), conflicts, disputes.size()) +
           block(QStringLiteral("Firms"), FirmTree(scenario).entries(), scenario.firms.size()) +
           agreementBlocks(context) + block(QStringLiteral("Defined terms"), terms, scenario.terms.size()) +
           block(QStringLiteral("Sources"), sources, scenario.sources.size());
}

QString sourceLine(const domain::Source &source)
{
    QStringList parts{printableLine(source.title)};
    parts.append(source.publisher.isEmpty() ? QStringLiteral("publisher not named")
                                            : printableLine(source.publisher));
    if (source.published)
        parts.append(domain::toWords(*source.published));
    return parts.join(QStringLiteral(", "));
}

QString sourceListHtml(const domain::Scenario &scenario)
{
    QString html;
    for (const domain::Source &source : scenario.sources) {
        html += QStringLiteral("<li>") + markup::escaped(sourceLine(source));
        if (!source.url.isEmpty())
            html += QStringLiteral(", ") + markup::escaped(source.url);
        html += QStringLiteral("</li>\n");
    }
    return html;
}

} // namespace entente::exports
