#include "exports/webpage.h"

#include "exports/articlehtml.h"
#include "exports/datestops.h"
#include "exports/markup.h"
#include "exports/pagedata.h"
#include "exports/pageframes.h"
#include "exports/pageoutline.h"
#include "exports/pagestyle.h"
#include "exports/printable.h"
#include "resources/resources.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <limits>

namespace entente::exports {

namespace {

// Each stop draws the whole picture anew: of large ones there are fewer, so that the work stays the same.
constexpr qsizetype mostStops = 120;
constexpr qsizetype leastStops = 3;
constexpr qsizetype drawnThings = 50'000;

QByteArray partOfPage(const char *name)
{
    loadResources();
    QFile file(QStringLiteral(":/entente/web/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Of what stands between the tags, to the byte.
QByteArray hashOf(const QByteArray &content)
{
    return "'sha256-" + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64() + '\'';
}

// Fills "{{name}}" in one pass: what is put in is not looked at again.
QByteArray filled(const QByteArray &page, const QMap<QByteArray, QByteArray> &parts)
{
    QByteArray result;
    qsizetype from = 0;
    for (qsizetype open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", from)) {
        const qsizetype close = page.indexOf("}}", open);
        result += page.mid(from, open - from) + parts.value(page.mid(open + 2, close - open - 2));
        from = close + 2;
    }
    return result + page.mid(from);
}

QString legendsHtml(const PageFrames &frames, ColourTable &colours)
{
    QString html;
    for (qsizetype i = 0; i < frames.legends.size(); ++i) {
        QList<picture::Picture> legends = frames.legends.at(i);
        for (picture::Picture &legend : legends) {
            legend.title = QStringLiteral("Legend");
            legend.items.edit([i](picture::Item &item) { item.id = QStringLiteral("legend-%1").arg(i); });
        }
        html +=
            QStringLiteral("<div class=\"legend\"%1>").arg(i == 0 ? QString() : QStringLiteral(" hidden")) +
            QString::fromUtf8(inlineSvg(legends, colours)) + QStringLiteral("</div>\n");
    }
    return html;
}

QString marksHtml(const PageSubject &subject, bool mayConflict)
{
    QString html;
    if (subject.scenario.hypothetical)
        html += QStringLiteral("<p>Hypothetical: this is an assumption, not a report.</p>\n");
    html +=
        QStringLiteral("<p id=\"may\"%1>Marked ?: these clauses may conflict; it depends on what the parties "
                       "dispute.</p>\n")
            .arg(mayConflict ? QString() : QStringLiteral(" hidden"));
    if (!subject.comparedWith.isEmpty())
        html += QStringLiteral("<p class=\"calm\">Compared with “") + markup::name(subject.comparedWith) +
                QStringLiteral("”: what is new, changed or removed says so.</p>\n");
    return html;
}

// The articles of all things tell of the page's first date; whether they hold is told at each by its script.
article::Context contextOf(const PageSubject &subject, const PageFrames &frames, const analysis::AsOf &asOf)
{
    QList<analysis::Conflict> conflicts;
    for (const PageConflict &conflict : frames.conflicts)
        conflicts.append(atAllDates(conflict));
    return article::Context({subject.scenario, asOf, conflicts});
}

QString conflictHtml(const article::Context &context, const PageConflict &conflict)
{
    QList<article::Article> variants;
    for (const ConflictAtDates &variant : conflict.variants)
        variants.append(article::articleOn(context, variant.conflict, variant.asOf));
    return toHtml(variants, article::titleOf(context, atAllDates(conflict)));
}

QString detailsHtml(const article::Context &context, const PageFrames &frames)
{
    const domain::Scenario &scenario = context.scenario();
    QString html;
    for (const domain::Firm &firm : scenario.firms)
        html += toHtml(article::articleOn(context, firm));
    for (const domain::Agreement &agreement : scenario.agreements)
        html += toHtml(article::articleOn(context, agreement));
    for (const PageConflict &conflict : frames.conflicts)
        html += conflictHtml(context, conflict);
    for (const domain::DefinedTerm &term : scenario.terms)
        html += toHtml(article::articleOn(context, term));
    for (const domain::Source &source : scenario.sources)
        html += toHtml(article::articleOn(context, source));
    return html;
}

QString creditOf(const PageSubject &subject)
{
    QStringList lines;
    for (const QString &line : {subject.themes.first().creditLine, subject.scenario.license}) {
        if (!line.isEmpty())
            lines.append(QStringLiteral("<p dir=\"auto\">") + markup::escaped(line) + QStringLiteral("</p>"));
    }
    return lines.join(u'\n');
}

// Where the slider leaves dates out, the page says so.
QString stopsHint(qsizetype stops, qsizetype all)
{
    return stops == all ? QString()
                        : QStringLiteral("<li>Of the %1 dates of this scenario the slider has %2.</li>\n")
                              .arg(all - 1) // the first stop is no date
                              .arg(stops - 1);
}

QByteArray policyFor(const QByteArrayList &styles, const QByteArray &script)
{
    QByteArray policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src";
    for (const QByteArray &style : styles)
        policy += ' ' + hashOf(style);
    return policy + "; script-src " + hashOf(script);
}

Problem tooMany(qsizetype things)
{
    return {Severity::Error,
            Cause::Limit,
            QStringLiteral("page-too-large"),
            {},
            {},
            QStringLiteral("a web page of %1 firms and agreements is more than browsers show").arg(things),
            QStringLiteral("at most %1; choose a firm and what is near it, or write SVG or PDF")
                .arg(mostPageThings)};
}

QByteArray pageOf(const PageSubject &subject)
{
    const qsizetype things = subject.scenario.firms.size() + subject.scenario.agreements.size();
    const qsizetype most = std::clamp(drawnThings / std::max<qsizetype>(1, things), leastStops, mostStops);
    const QList<analysis::AsOf> stops = dateStops(subject.scenario, subject.asOf, most);
    const qsizetype allStops =
        dateStops(subject.scenario, subject.asOf, std::numeric_limits<qsizetype>::max()).size();
    const qsizetype first = std::max<qsizetype>(0, stops.indexOf(subject.asOf));
    const PageFrames frames = collectFrames(subject, stops, first);
    const article::Context context = contextOf(subject, frames, stops.at(first));
    ColourTable colours(subject.themes.size());
    const QByteArray picture = inlineSvg(frames.shown, colours);
    const QByteArray spare = inlineSvg(frames.spare, colours);
    const QByteArray legends = legendsHtml(frames, colours).toUtf8();
    const QByteArray palette = paletteSheet(subject.themes, colours);
    const QByteArray style = partOfPage("page.css");
    const QByteArray script = partOfPage("view.js") + partOfPage("page.js");
    return filled(partOfPage("page.html"),
                  {{"policy", policyFor({palette, style}, script)},
                   {"title", markup::escaped(printableLine(subject.scenario.title)).toUtf8()},
                   {"palette", palette},
                   {"style", style},
                   {"themes", QByteArray::number(subject.themes.size())},
                   {"asof", markup::escaped(domain::capitalised(inWords(stops.at(first)))).toUtf8()},
                   {"marks", marksHtml(subject, frames.mayConflictAt.at(first)).toUtf8()},
                   {"outline", outlineHtml(context).toUtf8()},
                   {"picture", picture},
                   {"legends", legends},
                   {"last", QByteArray::number(stops.size() - 1)},
                   {"first", QByteArray::number(first)},
                   {"introduction", toHtml(article::overview(context).sections).toUtf8()},
                   {"hint", stopsHint(stops.size(), allStops).toUtf8()},
                   {"details", detailsHtml(context, frames).toUtf8()},
                   {"sources", sourceListHtml(subject.scenario).toUtf8()},
                   {"credit", creditOf(subject).toUtf8()},
                   {"data", pageData(subject.scenario, frames, stops, first)},
                   {"spare", spare},
                   {"script", script}});
}

} // namespace

ProblemList checkPageSize(const domain::Scenario &scenario)
{
    ProblemList problems;
    const qsizetype things = scenario.firms.size() + scenario.agreements.size();
    if (things > mostPageThings)
        problems.add(tooMany(things));
    return problems;
}

Outcome<QByteArray> toWebPage(const PageSubject &subject)
{
    Outcome<QByteArray> outcome;
    outcome.problems = checkPageSize(subject.scenario);
    if (!outcome.problems.hasErrors())
        outcome.value = pageOf(subject);
    return outcome;
}

} // namespace entente::exports
