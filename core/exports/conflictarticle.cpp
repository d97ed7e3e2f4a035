#include "analysis/cures.h"
#include "analysis/facts.h"
#include "analysis/minimalset.h"
#include "analysis/verdictwords.h"
#include "exports/articleparts.h"

#include <algorithm>

namespace entente::exports::article {

using analysis::Conflict;
using analysis::Dependency;

namespace {

bool isCertain(const Conflict &conflict)
{
    return conflict.verdict == analysis::Verdict::Conflict;
}

// "if it rains (affirmed by Host; denied by nobody named)".
Text conditionOf(const Context &context, const Dependency &dependency)
{
    const QString words = analysis::toCondition(dependency);
    const qsizetype blank = words.indexOf(u' ');
    Text text = strong(words.left(blank)) + plain(words.mid(blank));
    if (!dependency.affirmedBy.isEmpty() || !dependency.deniedBy.isEmpty())
        text += plain(QStringLiteral(" (affirmed by ")) + context.linksTo(dependency.affirmedBy) +
                plain(QStringLiteral("; denied by ")) + context.linksTo(dependency.deniedBy) +
                plain(QStringLiteral(")"));
    return text;
}

QStringList conflictTags(const Context &context, const Conflict &conflict)
{
    const QString readAs = context.subject().areReadingsChosen
                               ? QStringLiteral("conflict, as you chose to read the facts")
                               : QStringLiteral("conflict, as this scenario reads the facts");
    QStringList tags{isCertain(conflict) ? readAs : QStringLiteral("possible")};
    if (conflict.partial)
        tags.append(QStringLiteral("in part"));
    if (!conflict.period.isEmpty())
        tags.append(conflict.period);
    return tags;
}

Section conditionsSection(const Context &context, const Conflict &conflict)
{
    const Text conditions = conditionsOf(context, conflict);
    QList<Block> blocks;
    if (!conditions.isEmpty())
        blocks.append(
            Paragraph{plain(QStringLiteral("They conflict ")) + conditions + plain(QStringLiteral("."))});
    return sectionOf({}, blocks);
}

// Who says what of the readings that the conflict rests on, whether they are open or settled, and of the
// clauses and their conditions.
Section whoSaysWhat(const Context &context, const Conflict &conflict, const QStringList &facts)
{
    Section section = sectionOf(QStringLiteral("Who says what"), {});
    const auto addSides = [&](const Text &on, const domain::Positions &positions) {
        if (positions.isEmpty())
            return;
        section.blocks.append(Paragraph{on, Paragraph::Tone::Muted});
        section.blocks.append(sidesOf(context, positions));
    };
    for (const domain::DefinedTerm &term : context.scenario().terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            const QString fact = analysis::pointerOf(analysis::NarrowerFact{term.id, narrower.term});
            if (facts.contains(fact))
                addSides(factInWords(context, fact) + plain(QStringLiteral(": ") + readingInWords(narrower)),
                         narrower.positions);
        }
    }
    for (const domain::ClauseRef &ref : {conflict.prohibiting, conflict.other}) {
        const domain::Clause *clause = context.scenario().clause(ref);
        if (!clause)
            continue;
        addSides(factInWords(context, analysis::pointerOf(analysis::ConditionFact{ref})),
                 clause->condition.positions);
        addSides(context.linkTo(ref), clause->positions);
    }
    return section;
}

Section reasonsSection(const Conflict &conflict)
{
    Points reasons{{}, true};
    for (const QString &reason : conflict.because)
        reasons.points.append({plain(reason), {}});
    QList<Block> blocks;
    add(blocks, reasons);
    return sectionOf(QStringLiteral("Why"), blocks);
}

Text cureInWords(const analysis::Amendments &cure)
{
    Text words;
    for (const analysis::Amendment &change : cure) {
        if (!words.isEmpty())
            words.append({QStringLiteral(" and "), {}, {}, Span::Style::Quoted, false, {}});
        words += plain(change.sentence);
    }
    return words;
}

// Each set of changes that would clear it.
Section curesSection(const Context &context, const Conflict &conflict, const analysis::AsOf &asOf)
{
    Points lines;
    for (const analysis::Amendments &cure : analysis::cures(context.index(), conflict, asOf))
        lines.points.append({cureInWords(cure), {}});
    QList<Block> blocks;
    add(blocks, lines);
    if (blocks.isEmpty())
        blocks.append(Paragraph{plain(QStringLiteral("No set of up to three changes was found.")),
                                Paragraph::Tone::Muted});
    return sectionOf(QStringLiteral("What would clear it"), blocks);
}

Section basisSection(const Context &context, const QStringList &facts)
{
    Points lines;
    for (const QString &fact : facts)
        lines.points.append({factInWords(context, fact), {}});
    QList<Block> blocks;
    add(blocks, lines);
    return sectionOf(QStringLiteral("What it rests on"), blocks);
}

Section sideBySide(const Context &context, const Conflict &conflict)
{
    Section section = sectionOf(QStringLiteral("The clauses side by side"), {});
    if (const Comparison both = comparisonOf(context, conflict.prohibiting, conflict.other);
        !both.pairs.isEmpty())
        section.blocks.append(both);
    return section;
}

// Of both clauses and of the readings of terms between them.
domain::Cites citesOfConflict(const Context &context, const Conflict &conflict, const QStringList &facts)
{
    domain::Cites all;
    for (const domain::ClauseRef &ref : {conflict.prohibiting, conflict.other}) {
        if (const domain::Clause *clause = context.scenario().clause(ref))
            all += citesOf(*clause);
    }
    for (const domain::DefinedTerm &term : context.scenario().terms) {
        for (const domain::NarrowerThan &narrower : term.narrowerThan) {
            if (!facts.contains(analysis::pointerOf(analysis::NarrowerFact{term.id, narrower.term})))
                continue;
            all += narrower.cites;
            for (const domain::Position &position : narrower.positions)
                all += position.cites;
        }
    }
    return all;
}

} // namespace

QString titleOf(const Context &context, const Conflict &conflict)
{
    const bool isWithinOne = conflict.prohibiting.agreement == conflict.other.agreement;
    const auto name = [&](const domain::ClauseRef &ref) {
        return isWithinOne ? domain::nameOf(context.scenario(), domain::ThingRef::of(ref))
                           : context.nameOf(ref.agreement);
    };
    return QStringLiteral("%1 %2 %3")
        .arg(name(conflict.prohibiting), analysis::toVerb(conflict.verdict), name(conflict.other));
}

Text conditionsOf(const Context &context, const Conflict &conflict)
{
    QList<Text> conditions;
    for (const Dependency &dependency : conflict.dependsOn)
        conditions.append(conditionOf(context, dependency));
    return joined(conditions, QStringLiteral(", and "));
}

Section conflictsOf(const Context &context, const QList<Conflict> &conflicts)
{
    Section section = sectionOf(QStringLiteral("In dispute"), {});
    section.isAlarming = true;
    Points lines;
    for (const Conflict &conflict : conflicts) {
        Text line = link(conflict.ref(), titleOf(context, conflict));
        if (const Text conditions = conditionsOf(context, conflict); !conditions.isEmpty())
            line += plain(QStringLiteral(": ")) + conditions;
        lines.points.append({line, {}});
    }
    add(section.blocks, lines);
    return section;
}

Article articleOn(const Context &context, const Conflict &conflict, const analysis::AsOf &asOf)
{
    const QStringList smallest = analysis::minimalSet(context.index(), conflict, asOf);
    QStringList facts = smallest;
    for (const Dependency &dependency : conflict.dependsOn)
        facts.append(dependency.fact);
    Section opinion;
    opinion.blocks.append(
        Paragraph{plain(QStringLiteral("Entente reasons on what the file says and gives no legal opinion.")),
                  Paragraph::Tone::Muted});
    return {
        conflict.ref(),
        titleOf(context, conflict),
        joined({context.linkTo(conflict.prohibiting), context.linkTo(conflict.other)}, QStringLiteral(" × ")),
        conflictTags(context, conflict),
        {conditionsSection(context, conflict), sideBySide(context, conflict),
         whoSaysWhat(context, conflict, facts), reasonsSection(conflict),
         curesSection(context, conflict, asOf), basisSection(context, smallest),
         sourcesOf(context, citesOfConflict(context, conflict, facts)), opinion}};
}

} // namespace entente::exports::article
