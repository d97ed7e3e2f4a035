#include "exports/report.h"

#include "domain/naming.h"
#include "exports/datestops.h"
#include "exports/reportsections.h"

#include <algorithm>

namespace entente::exports {

Cell Cell::number(const domain::Decimal &number)
{
    Cell cell(number.toString());
    cell.value = number;
    return cell;
}

Cell Cell::number(qsizetype number)
{
    const QString digits = QString::number(number);
    return Cell::number(domain::Decimal::parse(digits).value_or(domain::Decimal()));
}

Cell Cell::date(const std::optional<domain::EventDate> &date)
{
    if (!date)
        return {};
    Cell cell(domain::toWords(*date));
    if (date->precision() == domain::EventDate::Precision::Day && date->earliest() == date->latest())
        cell.value = date->first();
    return cell;
}

Cell Cell::address(const QString &url)
{
    Cell cell(url);
    cell.isAddress = !url.isEmpty();
    return cell;
}

QString agreementTitle(const domain::Scenario &scenario, const domain::AgreementId &id)
{
    const domain::Agreement *agreement = scenario.agreement(id);
    return agreement ? agreement->title : id.text();
}

QString inWords(const QList<int> &numbers)
{
    QStringList words;
    for (int number : numbers)
        words.append(QString::number(number));
    return words.join(QStringLiteral(", "));
}

QString numbersOf(const domain::Scenario &scenario, const domain::Cites &cites)
{
    QList<int> numbers;
    for (const domain::Cite &cite : cites) {
        const int number = domain::numberOf(scenario, cite.source);
        if (number > 0 && !numbers.contains(number))
            numbers.append(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return inWords(numbers);
}

QString inWords(const std::optional<domain::Period> &period)
{
    return period ? domain::toWords(*period) : QString();
}

QString holdsInWords(const analysis::Holding &holding)
{
    const QString word = analysis::toWord(holding.truth);
    return holding.because.isEmpty() ? word : word + QStringLiteral(": ") + holding.because;
}

namespace {

QStringList introductionOf(const domain::Scenario &scenario, const analysis::AsOf &asOf)
{
    QStringList paragraphs{domain::capitalised(inWords(asOf)) + u'.'};
    if (scenario.hypothetical)
        paragraphs.append(QStringLiteral("Hypothetical: this is an assumption, not a report."));
    if (!scenario.summary.isEmpty())
        paragraphs.append(scenario.summary);
    paragraphs.append(QStringLiteral("Numbers under “Sources” are those of the last section and of figures. "
                                     "Entente reasons on what the file says and gives no legal opinion."));
    if (!scenario.license.isEmpty())
        paragraphs.append(scenario.license);
    return paragraphs;
}

} // namespace

namespace {

// Several agreements may have one title: they are then told apart wherever the report speaks of them.
domain::Scenario withDistinctTitles(domain::Scenario scenario)
{
    const domain::AgreementNames names(scenario);
    QStringList titles;
    for (const domain::Agreement &agreement : std::as_const(scenario.agreements))
        titles.append(names.of(agreement.id));
    for (qsizetype i = 0; i < titles.size(); ++i)
        scenario.agreements[i].title = titles[i];
    return scenario;
}

} // namespace

Report buildReport(const domain::Scenario &original, const analysis::AsOf &asOf)
{
    const domain::Scenario scenario = withDistinctTitles(original);
    Report report{
        scenario.title.isEmpty() ? scenario.id : scenario.title, introductionOf(scenario, asOf), {}};
    report.sections = {firmsSection(scenario),        agreementsSection(scenario, asOf),
                       partiesSection(scenario),      amountsSection(scenario),
                       matrixSection(scenario, asOf), clausesSection(scenario, asOf),
                       positionsSection(scenario),    conflictsSection(scenario, asOf)};
    report.sections += moneySections(scenario, asOf);
    report.sections.append(attributesSection(scenario));
    report.sections.append(sourcesSection(scenario));
    report.sections.removeIf(
        [](const Section &section) { return section.table.rows.isEmpty() && section.paragraphs.isEmpty(); });
    return report;
}

} // namespace entente::exports
