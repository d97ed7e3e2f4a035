#include "analysis/cures.h"
#include "exports/articles.h"
#include "exports/reportsections.h"

#include <algorithm>

namespace entente::exports {

using analysis::Conflict;

namespace {

QString firmList(const Markup &out, const QList<domain::FirmId> &firms)
{
    QStringList links;
    for (const domain::FirmId &firm : firms)
        links.append(out.firmLink(firm));
    return links.isEmpty() ? QStringLiteral("nobody named") : links.join(QStringLiteral(", "));
}

void writeConditions(Markup &out, const Conflict &conflict)
{
    if (conflict.dependsOn.isEmpty())
        return;
    out.heading(QStringLiteral("They conflict"));
    QStringList lines;
    for (const analysis::Dependency &dependency : conflict.dependsOn) {
        QString line = Markup::escaped(analysis::toCondition(dependency));
        if (!dependency.affirmedBy.isEmpty() || !dependency.deniedBy.isEmpty())
            line += QStringLiteral("<br>affirmed by %1; denied by %2")
                        .arg(firmList(out, dependency.affirmedBy), firmList(out, dependency.deniedBy));
        lines.append(line);
    }
    out.list(lines);
}

// The positions on the facts that the conflict depends on, found by their pointers.
void writeDisputedPositions(Markup &out, const Conflict &conflict)
{
    for (const domain::DefinedTerm &term : out.scenario().terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            const QString fact = QStringLiteral("/defined_terms/%1/narrower_than/%2/reading")
                                     .arg(term.id.text(), narrower.term.text());
            if (std::any_of(conflict.dependsOn.begin(), conflict.dependsOn.end(),
                            [&fact](const analysis::Dependency &d) { return d.fact == fact; }))
                out.positions(narrower.positions);
        }
    }
}

void writeReasons(Markup &out, const Conflict &conflict)
{
    QStringList reasons;
    for (const QString &reason : conflict.because)
        reasons.append(Markup::escaped(reason));
    out.heading(QStringLiteral("Why"));
    out.list(reasons, true);
}

void writeCures(Markup &out, const ConflictAtDates &variant)
{
    QStringList lines;
    for (const analysis::Amendments &cure : analysis::cures(out.scenario(), variant.conflict, variant.asOf)) {
        QStringList sentences;
        for (const analysis::Amendment &change : cure)
            sentences.append(Markup::escaped(change.sentence));
        lines.append(sentences.join(QStringLiteral(" <i>and</i> ")));
    }
    out.heading(QStringLiteral("What would clear it"));
    if (lines.isEmpty())
        out.paragraph(QStringLiteral("No set of up to three changes was found."), "muted");
    else
        out.list(lines);
}

void writeVariant(Markup &out, const ConflictAtDates &variant)
{
    const Conflict &conflict = variant.conflict;
    const bool isCertain = conflict.verdict == analysis::Verdict::Conflict;
    QStringList badges{isCertain ? QStringLiteral("conflict, as the facts are read here")
                                 : QStringLiteral("possible")};
    if (conflict.partial)
        badges.append(QStringLiteral("in part"));
    badges.append(conflict.period);
    out.badges(badges);
    writeConditions(out, conflict);
    writeDisputedPositions(out, conflict);
    writeReasons(out, conflict);
    writeCures(out, variant);
}

void writeClauseOf(Markup &out, const domain::ClauseRef &ref)
{
    const domain::Clause *clause = out.scenario().clause(ref);
    if (!clause)
        return;
    out.heading(agreementTitle(out.scenario(), ref.agreement) + QStringLiteral(": ") + titleOf(*clause));
    writeClauseBody(out, *clause);
}

} // namespace

QString titleOf(const PageConflict &conflict, const domain::Scenario &scenario)
{
    const bool isCertain =
        std::all_of(conflict.variants.begin(), conflict.variants.end(), [](const ConflictAtDates &variant) {
            return variant.conflict.verdict == analysis::Verdict::Conflict;
        });
    const Conflict &first = conflict.variants.first().conflict;
    return QStringLiteral("%1 %2 %3")
        .arg(agreementTitle(scenario, first.prohibiting.agreement),
             isCertain ? QStringLiteral("conflicts with") : QStringLiteral("may conflict with"),
             agreementTitle(scenario, first.other.agreement));
}

void writeConflict(Markup &out, const PageConflict &conflict)
{
    const Conflict &first = conflict.variants.first().conflict;
    out.openArticle(conflict.ref, titleOf(conflict, out.scenario()),
                    out.clauseLink(first.prohibiting) + QStringLiteral(" × ") + out.clauseLink(first.other));
    out.raw(QStringLiteral("<p class=\"holds\" hidden></p>\n"));
    for (qsizetype i = 0; i < conflict.variants.size(); ++i) {
        out.raw(QStringLiteral("<div class=\"variant\" data-variant=\"%1\">\n").arg(i));
        writeVariant(out, conflict.variants.at(i));
        out.raw(QStringLiteral("</div>\n"));
    }
    out.raw(QStringLiteral("<div class=\"side-by-side\">\n<div>"));
    writeClauseOf(out, first.prohibiting);
    out.raw(QStringLiteral("</div>\n<div>"));
    writeClauseOf(out, first.other);
    out.raw(QStringLiteral("</div>\n</div>\n"));
    out.paragraph(QStringLiteral("Entente reasons on what the file says and gives no legal opinion."),
                  "muted");
    out.closeArticle();
}

} // namespace entente::exports
