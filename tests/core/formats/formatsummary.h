#pragma once

#include "formats/scenarioreader.h"

#include <QFileInfo>

// What a reader made of a file, as lines of text that a person can check against the file.
namespace entente::test {

inline QString summaryOf(const domain::Amount &amount)
{
    QString text = domain::toFullText(amount);
    if (!amount.from.isEmpty())
        text += QStringLiteral(" from %1 to %2").arg(amount.from.text(), amount.to.text());
    return amount.text.isEmpty() ? text : text + QStringLiteral(" “%1”").arg(amount.text);
}

inline QString extrasOf(const domain::Extras &extras)
{
    QString text;
    for (auto it = extras.begin(); it != extras.end(); ++it)
        text += QStringLiteral("; %1=%2").arg(it.key(), it.value());
    return text;
}

inline QString citesOf(const domain::Cites &cites)
{
    QString text;
    for (const domain::Cite &cite : cites)
        text += QStringLiteral("; cites %1 %2").arg(cite.source.text(), cite.locator);
    return text.trimmed();
}

inline QString summaryOf(const domain::Firm &firm)
{
    QString text =
        QStringLiteral("firm %1: %2 (%3)").arg(firm.id.text(), firm.name, domain::toWord(firm.kind));
    const auto add = [&text](const char *what, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("; %1 %2").arg(QString::fromLatin1(what), value);
    };
    add("part of", firm.partOf.text());
    add("in", firm.jurisdiction);
    add("form", firm.legalForm);
    add("also", firm.aliases.join(QStringLiteral(", ")));
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        text += QStringLiteral("; %1 %2").arg(it.key(), it.value());
    add("note", firm.note);
    return text + citesOf(firm.cites) + extrasOf(firm.extras);
}

inline QString summaryOf(const domain::Agreement &agreement)
{
    QString text =
        QStringLiteral("agreement %1: %2 (%3)").arg(agreement.id.text(), agreement.title, agreement.kind);
    for (const domain::Party &party : agreement.parties)
        text += QStringLiteral("; %1 %2").arg(party.firm.text(), party.role).trimmed();
    for (const domain::Amount &amount : agreement.amounts)
        text += QStringLiteral("; ") + summaryOf(amount);
    const auto add = [&text](const char *what, const auto &value) {
        if (value)
            text += QStringLiteral("; %1 %2").arg(QString::fromLatin1(what), value->text());
    };
    if (agreement.stake && agreement.stake->economic)
        text += QStringLiteral("; stake %1 %").arg(agreement.stake->economic->toString());
    if (agreement.stake && agreement.stake->voting)
        text += QStringLiteral("; votes %1 %").arg(agreement.stake->voting->toString());
    add("period", agreement.period);
    add("announced", agreement.announced);
    add("signed", agreement.signedOn);
    if (agreement.status)
        text += QStringLiteral("; ") + domain::toWord(*agreement.status);
    if (agreement.evidence != domain::Evidence::Reported)
        text += QStringLiteral("; ") + domain::toWord(agreement.evidence);
    for (const domain::Clause &clause : agreement.clauses)
        text += QStringLiteral("; clause ") + clause.id.text();
    if (!agreement.partOf.isEmpty())
        text += QStringLiteral("; part of ") + agreement.partOf.text();
    if (!agreement.note.isEmpty())
        text += QStringLiteral("; note ") + agreement.note;
    return text + citesOf(agreement.cites) + extrasOf(agreement.extras);
}

// Problems by severity, place and code; a problem's sentence is told for errors.
inline QString summaryOf(const Problem &problem)
{
    const bool error = problem.severity == Severity::Error;
    return QStringLiteral("%1 %2:%3:%4 %5%6")
        .arg(error ? QStringLiteral("error") : QStringLiteral("warning"),
             QFileInfo(problem.place.file).fileName())
        .arg(problem.place.line)
        .arg(problem.place.column)
        .arg(problem.code, error ? QStringLiteral(": ") + problem.message : QString());
}

inline QString summaryOf(const Outcome<formats::ScenarioFile> &outcome)
{
    QStringList lines;
    if (outcome) {
        const domain::Scenario &scenario = outcome.value->scenario;
        lines.append(QStringLiteral("%1: %2").arg(outcome.value->format, scenario.title) +
                     extrasOf(scenario.extras));
        if (!scenario.summary.isEmpty())
            lines.append(QStringLiteral("summary: ") + scenario.summary);
        for (const domain::Firm &firm : scenario.firms)
            lines.append(summaryOf(firm));
        for (const domain::Agreement &agreement : scenario.agreements)
            lines.append(summaryOf(agreement));
        for (const domain::Source &source : scenario.sources)
            lines.append(
                QStringLiteral("source %1: %2 %3").arg(source.id.text(), source.title, source.url).trimmed() +
                extrasOf(source.extras));
    }
    for (const Problem &problem : outcome.problems.all()) {
        if (problem.code != QLatin1String("figure-without-source"))
            lines.append(summaryOf(problem));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace entente::test
