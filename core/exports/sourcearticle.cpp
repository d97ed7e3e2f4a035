#include "exports/articleparts.h"

namespace entente::exports::article {

using domain::DefinedTerm;
using domain::ThingKind;
using domain::ThingRef;

namespace {

Text dateInWords(const std::optional<domain::EventDate> &date)
{
    return date ? plain(domain::toWords(*date)) : Text();
}

QList<Block> factsOfSource(const domain::Source &source)
{
    QList<Block> blocks;
    const QString publisher = source.publisher.isEmpty() ? QStringLiteral("not known") : source.publisher;
    add(blocks, {{QStringLiteral("Publisher"), plain(publisher)},
                 {QStringLiteral("Author"), plain(source.author)},
                 {QStringLiteral("Kind"), plain(source.kind)},
                 {QStringLiteral("Language"), plain(source.language)},
                 {QStringLiteral("Published"), dateInWords(source.published)},
                 {QStringLiteral("Read on"), dateInWords(source.accessed)},
                 {QStringLiteral("Address"), address(source.url)},
                 {QStringLiteral("Archived at"), address(source.archivedUrl)},
                 {QStringLiteral("Grade"), plain(source.grade)}});
    add(blocks, Paragraph{plain(source.note)});
    return blocks;
}

domain::Cites citesOfTerm(const DefinedTerm &term)
{
    domain::Cites all = term.cites;
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        all += narrower.cites;
        for (const domain::Position &position : narrower.positions)
            all += position.cites;
    }
    return all;
}

// "Is it a kind of “call”? disputed", and who says what of it.
Section readingOf(const Context &context, const domain::NarrowerThan &narrower)
{
    Section section;
    section.title = plain(QStringLiteral("Is it a kind of “")) + context.linkTo(narrower.term) +
                    context.marked(plain(QStringLiteral("”? ") + readingInWords(narrower)), narrower.cites);
    section.isAlarming = narrower.reading == domain::Reading::Disputed;
    if (narrower.positions.isEmpty())
        section.blocks.append(
            Paragraph{plain(QStringLiteral("No position is known.")), Paragraph::Tone::Muted});
    add(section.blocks, sidesOf(context, narrower.positions));
    return section;
}

} // namespace

Article articleOn(const Context &context, const DefinedTerm &term)
{
    Article article{
        ThingRef::of(term.id), domain::capitalised(term.name), plain(QStringLiteral("Defined term")), {}, {}};
    QList<Block> definition;
    add(definition, Paragraph{context.marked(plain(term.definition), term.cites)});
    article.sections.append(sectionOf({}, definition));
    for (const domain::NarrowerThan &narrower : term.narrowerThan)
        article.sections.append(readingOf(context, narrower));
    article.sections += {otherAttributes(term.extras), sourcesOf(context, citesOfTerm(term))};
    return article;
}

Article articleOn(const Context &context, const domain::Source &source)
{
    const int number = domain::numberOf(context.scenario(), source.id);
    Points supported;
    for (const domain::Agreement *agreement : context.roster().supported.value(number))
        supported.points.append({context.linkTo(agreement->id), {}});
    QList<Block> blocks;
    add(blocks, supported);
    return {ThingRef::of(source.id),
            source.title,
            plain(QStringLiteral("Source %1").arg(number)),
            {},
            {sectionOf({}, factsOfSource(source)), otherAttributes(source.extras),
             sectionOf(QStringLiteral("Supports · %1").arg(supported.points.size()), blocks)}};
}

Article overview(const Context &context)
{
    const domain::Scenario &scenario = context.scenario();
    const auto &date = context.subject().asOf.date;
    Article article{{}, scenario.title, {}, {}, {}};
    article.subtitle =
        plain(date ? QStringLiteral("As of %1").arg(domain::toWords(*date)) : QStringLiteral("At any date"));
    if (scenario.hypothetical)
        article.tags.append(QStringLiteral("hypothetical: imagined, not reported"));
    QList<Block> summary;
    add(summary, Paragraph{plain(scenario.summary)});
    Points conflicts;
    for (const analysis::Conflict &conflict : context.subject().conflicts)
        conflicts.points.append({link(conflict.ref(), titleOf(context, conflict)), {}});
    Section disputes = sectionOf(QStringLiteral("In dispute"), {});
    disputes.isAlarming = true;
    add(disputes.blocks, conflicts);
    article.sections = {sectionOf({}, summary), disputes};
    return article;
}

namespace {

template <typename T> Article orOverview(const Context &context, const T *thing)
{
    return thing ? articleOn(context, *thing) : overview(context);
}

Article onConflict(const Context &context, const ThingRef &thing)
{
    for (const analysis::Conflict &conflict : context.subject().conflicts) {
        if (conflict.ref() == thing)
            return articleOn(context, conflict, context.subject().asOf);
    }
    return overview(context);
}

} // namespace

Article articleOn(const Context &context, const ThingRef &thing)
{
    const domain::Scenario &scenario = context.scenario();
    switch (thing.kind) {
    case ThingKind::Firm:
        return orOverview(context, scenario.firm(domain::FirmId(thing.id)));
    case ThingKind::Agreement:
        return orOverview(context, scenario.agreement(domain::AgreementId(thing.id)));
    case ThingKind::Clause:
        return scenario.clause(thing.clauseRef()) ? articleOn(context, thing.clauseRef()) : overview(context);
    case ThingKind::Term:
        return orOverview(context, scenario.term(domain::TermId(thing.id)));
    case ThingKind::Source:
        return orOverview(context, scenario.source(domain::SourceId(thing.id)));
    case ThingKind::Conflict:
        return onConflict(context, thing);
    case ThingKind::None:
        break;
    }
    return overview(context);
}

} // namespace entente::exports::article
