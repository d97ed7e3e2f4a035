#include "window/conflicthtml.h"

#include "analysis/cures.h"
#include "window/clausehtml.h"

namespace entente::window {

QString conditionsHtml(const analysis::Conflict &conflict)
{
    QString conditions;
    for (const analysis::Dependency &dependency : conflict.dependsOn) {
        if (!conditions.isEmpty())
            conditions += dependency.isAlternative ? QStringLiteral(", or ") : QStringLiteral(", and ");
        const QString words = analysis::toCondition(dependency);
        const qsizetype blank = words.indexOf(u' ');
        conditions += QStringLiteral("<b>%1</b>%2")
                          .arg(HtmlWriter::escaped(words.left(blank)), HtmlWriter::escaped(words.mid(blank)));
    }
    return conditions;
}

namespace {

// The positions on the facts that the conflict depends on, found by their pointers.
void writeDisputedPositions(HtmlWriter &out, const analysis::Conflict &conflict)
{
    for (const domain::DefinedTerm &term : out.scenario().terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            const QString fact = QStringLiteral("/defined_terms/%1/narrower_than/%2/reading")
                                     .arg(term.id.text(), narrower.term.text());
            const bool named = std::any_of(conflict.dependsOn.begin(), conflict.dependsOn.end(),
                                           [&fact](const analysis::Dependency &d) { return d.fact == fact; });
            if (named)
                out.positions(narrower.positions);
        }
    }
}

// Each set of changes that would clear it, the words of its changes joined.
void writeCures(HtmlWriter &out, const analysis::Conflict &conflict)
{
    QStringList lines;
    for (const analysis::Amendments &cure : analysis::cures(out.scenario(), conflict, out.session().asOf())) {
        QStringList sentences;
        for (const analysis::Amendment &change : cure)
            sentences.append(HtmlWriter::escaped(change.sentence));
        lines.append(sentences.join(QStringLiteral(" <i>and</i> ")));
    }
    out.heading(QStringLiteral("What would clear it"));
    if (lines.isEmpty())
        out.muted(QStringLiteral("No set of up to three changes was found."));
    else
        out.list(lines);
}

} // namespace

void writeConflict(HtmlWriter &out, const analysis::Conflict &conflict)
{
    const bool certain = conflict.verdict == analysis::Verdict::Conflict;
    out.title(certain ? QStringLiteral("Clauses conflict") : QStringLiteral("Clauses may conflict"),
              QStringLiteral("%1 × %2").arg(out.agreementLink(conflict.prohibiting.agreement),
                                            out.agreementLink(conflict.other.agreement)));
    out.badges({certain ? QStringLiteral("conflict, as %1 the facts")
                              .arg(out.session().readings().isEmpty() ? QStringLiteral("this file reads")
                                                                      : QStringLiteral("you chose to read"))
                        : QStringLiteral("possible"),
                conflict.partial ? QStringLiteral("in part") : conflict.period});
    if (!conflict.dependsOn.isEmpty())
        out.paragraph(QStringLiteral("They conflict %1.").arg(conditionsHtml(conflict)));
    writeDisputedPositions(out, conflict);
    out.heading(QStringLiteral("Why"));
    QStringList reasons;
    for (const QString &reason : conflict.because)
        reasons.append(HtmlWriter::escaped(reason));
    out.list(reasons, true);
    writeCures(out, conflict);
    out.heading(QStringLiteral("The clauses side by side"));
    writeSideBySide(out, conflict.prohibiting, conflict.other);
    out.muted(QStringLiteral("Entente reasons on what the file says and gives no legal opinion."));
}

} // namespace entente::window
