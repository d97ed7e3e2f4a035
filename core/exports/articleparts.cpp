#include "exports/articleparts.h"

#include <algorithm>

namespace entente::exports::article {

using domain::ThingRef;

Text inWords(const std::optional<domain::Period> &period)
{
    return period ? plain(domain::toWords(*period)) : Text();
}

QString inWords(const analysis::Holding &holding, const analysis::AsOf &asOf)
{
    if (holding.truth == analysis::Truth::Yes)
        return {};
    return QStringLiteral("%1 %2: %3.")
        .arg(holding.truth == analysis::Truth::No ? QStringLiteral("Doesn’t hold")
                                                  : QStringLiteral("May hold"),
             asOf.date ? QStringLiteral("as of %1").arg(domain::toWords(*asOf.date))
                       : QStringLiteral("at any date"),
             holding.because);
}

QString readingInWords(const domain::NarrowerThan &narrower)
{
    const auto isSaid = [&narrower](domain::StanceKind stance) {
        return std::any_of(narrower.positions.begin(), narrower.positions.end(),
                           [stance](const domain::Position &position) { return position.stance == stance; });
    };
    if (narrower.reading == domain::Reading::Agreed && isSaid(domain::StanceKind::Denies))
        return QStringLiteral("read so here");
    if (narrower.reading == domain::Reading::Rejected && isSaid(domain::StanceKind::Affirms))
        return QStringLiteral("not read so here");
    return domain::toWord(narrower.reading);
}

Sides sidesOf(const Context &context, const domain::Positions &positions)
{
    Sides sides;
    for (const domain::Position &position : positions) {
        Text heading = context.linkTo(position.by) + strong(u' ' + domain::toStanceWords(position.stance));
        heading.first().style = Span::Style::Strong;
        Side side{context.marked(heading, position.cites), position.stance, {{plain(position.text)}}};
        if (!position.attribution.isEmpty())
            side.paragraphs.append(
                {plain(QStringLiteral("by %1").arg(position.attribution)), Paragraph::Tone::Muted});
        for (const domain::Cite &cite : position.cites)
            side.paragraphs.append({quoted(cite.quote)});
        side.paragraphs.removeIf([](const Paragraph &paragraph) { return paragraph.text.isEmpty(); });
        sides.sides.append(side);
    }
    return sides;
}

namespace {

Citation citationOf(const Context &context, const domain::Cite &cite, const domain::Source &source)
{
    Text title = link(ThingRef::of(cite.source), source.title);
    if (!cite.locator.isEmpty())
        title += plain(QStringLiteral(", ") + cite.locator);
    return {domain::numberOf(context.scenario(), cite.source), title, cite.quote, cite.note,
            address(source.url)};
}

} // namespace

Citations citationsOf(const Context &context, const domain::Cites &cites)
{
    Citations result;
    for (const domain::Cite &cite : cites) {
        const domain::Source *source = context.scenario().source(cite.source);
        if (!source)
            continue;
        const Citation citation = citationOf(context, cite, *source);
        if (!result.citations.contains(citation))
            result.citations.append(citation);
    }
    return result;
}

Text supersededBy(const Context &context, const QStringList &ids)
{
    QList<Text> links;
    for (const QString &id : ids)
        links.append(context.linkToSuperseded(id));
    return joined(links, QStringLiteral(", "));
}

Section sectionOf(const QString &title, const QList<Block> &blocks)
{
    return {plain(title), false, {}, blocks};
}

Section sourcesOf(const Context &context, const domain::Cites &cites)
{
    QList<Block> blocks;
    add(blocks, citationsOf(context, cites));
    return sectionOf(QStringLiteral("Sources"), blocks);
}

Section otherAttributes(const domain::Extras &extras)
{
    QList<Row> rows;
    for (auto it = extras.begin(); it != extras.end(); ++it) {
        rows.append({domain::extraName(it.key()), plain(domain::extraInWords(*it))});
    }
    QList<Block> blocks;
    add(blocks, rows);
    return sectionOf(QStringLiteral("Other attributes"), blocks);
}

} // namespace entente::exports::article
