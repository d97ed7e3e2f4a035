#include "exports/articleparts.h"

namespace entente::exports::article {

using domain::Clause;
using domain::ThingRef;

namespace {

// What an exception is limited to: every field that it gives, and how it is read.
Text reachOf(const Context &context, const domain::Exception &exception)
{
    const auto after = [](const char *before, const Text &text) {
        return text.isEmpty() ? text : plain(QString::fromLatin1(before)) + text;
    };
    const Text fields = joined({context.linkToThing(exception.action), context.linkToThing(exception.object),
                                after("towards ", context.linkTo(exception.counterparty)),
                                after("under ", context.linkTo(exception.agreement)),
                                after("in ", plain(exception.territory)), inWords(exception.period)},
                               QStringLiteral(", "));
    Text reach;
    if (!fields.isEmpty())
        reach = plain(QStringLiteral(" For ")) + fields + plain(QStringLiteral("."));
    if (exception.reading)
        reach += plain(QStringLiteral(" Its reading is %1.").arg(domain::toWord(*exception.reading)));
    return reach;
}

// Nested as deep as the reader lets a document be.
void addExceptions(const Context &context, const QList<domain::Exception> &exceptions, QList<Row> &rows)
{
    for (const domain::Exception &exception : exceptions) {
        const bool isWaiver = exception.kind == domain::ExceptionKind::Waiver;
        const Text words = plain(exception.text.isEmpty() ? exception.id : exception.text);
        rows.append({isWaiver ? QStringLiteral("Waiver") : QStringLiteral("Exception"),
                     context.marked(words, exception.cites) + reachOf(context, exception)});
        addExceptions(context, exception.exceptions, rows);
    }
}

// "a call to a model, of the flagship model, only through Azure".
Text normOf(const Context &context, const Clause &clause)
{
    const auto after = [](const char *before, const Text &text) {
        return text.isEmpty() ? text : plain(QString::fromLatin1(before)) + text;
    };
    return joined({context.linkToThing(clause.action), after("of ", context.linkToThing(clause.object)),
                   after("only through ", context.linkTo(clause.onlyThrough)),
                   after("through ", context.linkTo(clause.through))},
                  QStringLiteral(", "));
}

// "Prohibition: a call to a model"; the modality alone where it isn't said of what.
Row normRow(const Context &context, const Clause &clause)
{
    const Text norm = normOf(context, clause);
    if (!clause.modality)
        return {QStringLiteral("About"), norm};
    const QString modality = domain::capitalised(domain::toWord(*clause.modality));
    return norm.isEmpty() ? Row{QStringLiteral("Modality"), plain(modality)} : Row{modality, norm};
}

Text conditionText(const Context &context, const domain::Condition &condition)
{
    const QString state = condition.state == domain::ConditionState::Unknown
                              ? QStringLiteral("not known whether met")
                              : domain::toWord(condition.state);
    return condition.isEmpty()
               ? Text()
               : context.marked(plain(QStringLiteral("%1 (%2)").arg(condition.text, state)), condition.cites);
}

// Its sources stand behind its wording; behind its note where the wording isn't known.
Text wordingOf(const Context &context, const Clause &clause)
{
    return context.marked(quoted(clause.text), clause.cites);
}

Text noteOf(const Context &context, const Clause &clause)
{
    return clause.text.isEmpty() ? context.marked(plain(clause.note), clause.cites) : plain(clause.note);
}

void addCites(const QList<domain::Exception> &exceptions, domain::Cites &all)
{
    for (const domain::Exception &exception : exceptions) {
        all += exception.cites;
        addCites(exception.exceptions, all);
    }
}

} // namespace

bool holdsApart(const Clause &clause)
{
    return clause.status || clause.period;
}

domain::Cites citesOf(const Clause &clause)
{
    domain::Cites all = clause.cites + clause.condition.cites;
    addCites(clause.exceptions, all);
    for (const domain::Position &position : clause.condition.positions + clause.positions)
        all += position.cites;
    return all;
}

QList<Row> fieldsOf(const Context &context, const Clause &clause)
{
    QList<Row> rows{{QStringLiteral("Kind"), plain(domain::clauseKindInWords(clause.kind))},
                    {QStringLiteral("Obligor"), context.linkTo(clause.bearer)},
                    {QStringLiteral("Obligee"), context.linkTo(clause.counterparty)},
                    normRow(context, clause),
                    {QStringLiteral("Period"), inWords(clause.period)},
                    {QStringLiteral("Status"), inWords(clause.status)},
                    {QStringLiteral("Territory"), plain(clause.territory)},
                    {QStringLiteral("Affiliates"),
                     plain(clause.bindsAffiliates ? QStringLiteral("bound too") : QString())},
                    {QStringLiteral("Evidence"), inWords(clause.evidence)},
                    {QStringLiteral("Condition"), conditionText(context, clause.condition)}};
    addExceptions(context, clause.exceptions, rows);
    return rows << Row{QStringLiteral("Supersedes"), supersededBy(context, clause.supersedes)}
                << Row{QStringLiteral("Section"), plain(clause.section)}
                << Row{QStringLiteral("Language"), plain(clause.language)};
}

QList<Block> bodyOf(const Context &context, const Clause &clause)
{
    QList<Block> blocks;
    add(blocks, fieldsOf(context, clause));
    add(blocks, sidesOf(context, clause.condition.positions));
    add(blocks, Paragraph{wordingOf(context, clause), Paragraph::Tone::Wording});
    add(blocks, Paragraph{noteOf(context, clause)});
    add(blocks, sidesOf(context, clause.positions));
    return blocks;
}

namespace {

// What a clause has under a label, one below the other; a dash where it has nothing.
Text under(const QString &label, const QList<Row> &rows)
{
    QList<Text> lines;
    for (const Row &row : rows) {
        if (row.label == label)
            lines.append(row.text);
    }
    const Text text = joined(lines, QStringLiteral("\n"));
    return text.isEmpty() ? plain(QStringLiteral("–")) : text;
}

QList<Row> fieldsAndWords(const Context &context, const Clause &clause)
{
    return fieldsOf(context, clause) << Row{QStringLiteral("Wording"), wordingOf(context, clause)}
                                     << Row{QStringLiteral("Note"), noteOf(context, clause)};
}

Text headingOf(const Context &context, const domain::ClauseRef &ref)
{
    Text clause = context.linkTo(ref);
    clause.first().style = Span::Style::Strong;
    return clause + plain(QStringLiteral("\n")) + context.linkTo(ref.agreement);
}

} // namespace

Comparison comparisonOf(const Context &context, const domain::ClauseRef &left, const domain::ClauseRef &right)
{
    const Clause *one = context.scenario().clause(left);
    const Clause *other = context.scenario().clause(right);
    if (!one || !other)
        return {};
    const QList<Row> ofOne = fieldsAndWords(context, *one);
    const QList<Row> ofOther = fieldsAndWords(context, *other);
    QStringList labels;
    for (const Row &row : ofOne + ofOther) {
        if (!row.text.isEmpty() && !labels.contains(row.label))
            labels.append(row.label);
    }
    Comparison comparison{{{{}, headingOf(context, left), headingOf(context, right)}}};
    for (const QString &label : std::as_const(labels))
        comparison.pairs.append({label, under(label, ofOne), under(label, ofOther)});
    return comparison;
}

Article articleOn(const Context &context, const domain::ClauseRef &ref)
{
    const Clause *clause = context.scenario().clause(ref);
    if (!clause)
        return {};
    const analysis::AsOf &asOf = context.subject().asOf;
    const analysis::Holding holding =
        analysis::holding(*clause, *context.scenario().agreement(ref.agreement), asOf);
    QList<analysis::Conflict> conflicts = context.subject().conflicts;
    conflicts.removeIf([&ref](const analysis::Conflict &conflict) {
        return conflict.prohibiting != ref && conflict.other != ref;
    });
    return {ThingRef::of(ref),
            domain::titleOf(*clause),
            plain(QStringLiteral("Clause of ")) + context.linkTo(ref.agreement),
            {},
            {sectionOf({}, QList<Block>{Holds{inWords(holding, asOf)}} + bodyOf(context, *clause)),
             conflictsOf(context, conflicts), otherAttributes(clause->extras),
             sourcesOf(context, citesOf(*clause))}};
}

} // namespace entente::exports::article
