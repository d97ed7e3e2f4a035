#include "commandline/conflictreport.h"

#include "analysis/cures.h"
#include "analysis/minimalset.h"
#include "analysis/verdictwords.h"
#include "commandline/resultobject.h"
#include "document/jsonreader.h"
#include "domain/naming.h"

namespace entente::commandline {

using analysis::Amendment;
using analysis::Amendments;
using analysis::Conflict;
using analysis::Dependency;
using document::Value;
using domain::Scenario;

ConflictReport reportOn(const Scenario &scenario, const analysis::AsOf &asOf)
{
    ConflictReport report{asOf, analysis::findConflicts(scenario, asOf), {}, {}};
    const analysis::ScenarioIndex index(scenario);
    for (const Conflict &conflict : std::as_const(report.conflicts)) {
        report.minimalSets.append(analysis::minimalSet(index, conflict, asOf));
        report.cures.append(analysis::cures(index, conflict, asOf));
    }
    report.defeated = analysis::findDefeated(scenario, asOf);
    return report;
}

namespace {

Value clauseJson(const domain::ClauseRef &ref)
{
    return ObjectWriter().set("agreement", ref.agreement.text()).set("clause", ref.clause.text()).take();
}

Value firmsJson(const QList<domain::FirmId> &firms)
{
    return listOf(firms, [](const domain::FirmId &firm) { return json(firm.text()); });
}

Value amendmentJson(const Amendment &amendment)
{
    const auto value = document::readJson(amendment.value.toUtf8(), {}, 0);
    const Value change =
        ObjectWriter().set("path", amendment.path).set("value", value.value.value_or(Value())).take();
    return ObjectWriter().set("change", change).set("sentence", amendment.sentence).take();
}

Value betweenJson(const domain::ClauseRef &prohibiting, const domain::ClauseRef &other)
{
    Value between = Value::array();
    between.append(clauseJson(prohibiting));
    between.append(clauseJson(other));
    return between;
}

Value defeatedJson(const analysis::Defeated &defeated)
{
    return ObjectWriter()
        .set("between", betweenJson(defeated.prohibiting, defeated.other))
        .set("by", analysis::toWord(defeated.by))
        .set("because", defeated.because)
        .set("fact", defeated.fact)
        .take();
}

Value conflictJson(const Conflict &conflict, const QStringList &minimalSet, const QList<Amendments> &cures)
{
    return ObjectWriter()
        .set("verdict", analysis::toWord(conflict.verdict))
        .set("partial", Value::boolean(conflict.partial))
        .set("between", betweenJson(conflict.prohibiting, conflict.other))
        .set("period", conflict.dates)
        .set("depends_on", listOf(conflict.dependsOn, dependencyJson))
        .set("because", json(conflict.because))
        .set("minimal_set", json(minimalSet))
        .set("cures", listOf(cures, [](const Amendments &cure) { return listOf(cure, amendmentJson); }))
        .take();
}

} // namespace

Value dependencyJson(const Dependency &dependency)
{
    return ObjectWriter()
        .set("fact", dependency.fact)
        .set("affirmed_by", firmsJson(dependency.affirmedBy))
        .set("denied_by", firmsJson(dependency.deniedBy))
        .set("sentence", dependency.sentence)
        .take();
}

Value toJson(const ConflictReport &report, const Scenario &scenario)
{
    Value conflicts = Value::array();
    for (qsizetype i = 0; i < report.conflicts.size(); ++i)
        conflicts.append(conflictJson(report.conflicts[i], report.minimalSets[i], report.cures[i]));
    Value result = jsonResult(QStringLiteral("conflicts"));
    result.set(QStringLiteral("conflicts"), conflicts);
    result.set(QStringLiteral("title"), json(scenario.title));
    result.set(QStringLiteral("as_of"), json(report.asOf.toText()));
    result.set(QStringLiteral("hypothetical"), Value::boolean(scenario.hypothetical));
    result.set(QStringLiteral("defeated"), listOf(report.defeated, defeatedJson));
    return result;
}

namespace {

QString clauseName(const Scenario &scenario, const domain::ClauseRef &ref)
{
    const domain::Clause *clause = scenario.clause(ref);
    return QStringLiteral("“%1” of %2 [%3/%4]")
        .arg(domain::titleOf(*clause), scenario.agreement(ref.agreement)->title, ref.agreement.text(),
             ref.clause.text());
}

// What would conflict but for a waiver, a newer agreement or the like, with the reason.
QString defeatedText(const Scenario &scenario, const QList<analysis::Defeated> &defeated)
{
    if (defeated.isEmpty())
        return {};
    QString text =
        defeated.size() == 1
            ? QStringLiteral("\n1 pair would conflict, or might, but for this:\n")
            : QStringLiteral("\n%1 pairs would conflict, or might, but for this:\n").arg(defeated.size());
    for (const analysis::Defeated &pair : defeated)
        text += QStringLiteral("   %1\n   and %2\n      %3: %4\n")
                    .arg(clauseName(scenario, pair.prohibiting), clauseName(scenario, pair.other),
                         analysis::toWord(pair.by), pair.because);
    return text;
}

// "It conflicts if …" with who says what of each fact.
QString conditionsText(const Scenario &scenario, const Conflict &conflict)
{
    QString text;
    for (const Dependency &dependency : conflict.dependsOn) {
        text += (text.isEmpty()             ? QStringLiteral("   conflicts ")
                 : dependency.isAlternative ? QStringLiteral("   or ")
                                            : QStringLiteral("   and ")) +
                analysis::toCondition(dependency) + u'\n';
        if (!dependency.affirmedBy.isEmpty() || !dependency.deniedBy.isEmpty())
            text += QStringLiteral("      affirmed by %1; denied by %2\n")
                        .arg(domain::namesOf(scenario, dependency.affirmedBy),
                             domain::namesOf(scenario, dependency.deniedBy));
    }
    return text;
}

QString listText(const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    return QStringLiteral("   %1\n      %2\n").arg(heading, lines.join(QStringLiteral("\n      ")));
}

QStringList cureLines(const QList<Amendments> &cures)
{
    QStringList lines;
    for (const Amendments &cure : cures) {
        QStringList sentences;
        for (const Amendment &amendment : cure)
            sentences.append(amendment.sentence);
        lines.append(QStringLiteral("– ") + sentences.join(QStringLiteral(" And: ")));
    }
    return lines;
}

QString conflictText(const Scenario &scenario, const ConflictReport &report, qsizetype i)
{
    const Conflict &conflict = report.conflicts[i];
    QString text = QStringLiteral("%1. %2\n   %3%4\n   %5\n")
                       .arg(QString::number(i + 1), clauseName(scenario, conflict.prohibiting),
                            analysis::toVerb(conflict.verdict),
                            conflict.partial ? QStringLiteral(" a part of") : QString(),
                            clauseName(scenario, conflict.other));
    text += conditionsText(scenario, conflict);
    text += QStringLiteral("   %1\n").arg(conflict.period);
    text += listText(QStringLiteral("because"), conflict.because);
    text += listText(QStringLiteral("it would be cleared, by any one of these"), cureLines(report.cures[i]));
    return text + listText(QStringLiteral("it rests on"), report.minimalSets[i]);
}

} // namespace

QString toText(const ConflictReport &report, const Scenario &scenario)
{
    QString text = scenario.title + u'\n';
    text += report.asOf.date ? QStringLiteral("as of %1\n").arg(domain::toWords(*report.asOf.date))
                             : QStringLiteral("at any date\n");
    if (scenario.hypothetical)
        text += QStringLiteral("hypothetical: this is imagined, not reported\n");
    if (report.conflicts.isEmpty())
        text += QStringLiteral("\nNo clauses conflict.\n");
    for (qsizetype i = 0; i < report.conflicts.size(); ++i)
        text += u'\n' + conflictText(scenario, report, i);
    text += defeatedText(scenario, report.defeated);
    return text + QStringLiteral("\nEntente reasons on what the file says and gives no legal opinion.\n");
}

} // namespace entente::commandline
