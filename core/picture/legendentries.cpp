#include "picture/legendentries.h"

#include "picture/cards.h"
#include "picture/conflictmarks.h"
#include "picture/icons.h"
#include "picture/lines.h"
#include "picture/textlayout.h"

#include <set>

namespace entente::picture {

using domain::Evidence;
using domain::Instrument;
using domain::RoleSide;

namespace {

constexpr double sampleWidth = 30;
constexpr double middle = legendLineHeight / 2;

// All that the lines and cards of the picture show, each once and in the order of the legend.
struct Contents
{
    std::set<domain::FirmKind> kinds;
    std::set<domain::Heading> headings;
    std::set<LinePattern> patterns;
    std::set<int> steps;
    std::set<Evidence> evidence;
    std::set<Instrument> instruments;
    std::set<analysis::Verdict> verdicts;
    bool hasArrows = false;
    bool hasThinLines = false;
    bool hasAmounts = false;
    bool hasDoubts = false;
};

void take(Contents &contents, const graph::AgreementNode &node, const Appearance &look,
          const Drawing &drawing)
{
    for (int index : node.ties) {
        const graph::Tie &tie = drawing.subject.graph.ties.at(index);
        contents.hasArrows = contents.hasArrows || tie.side == RoleSide::Target;
        contents.hasThinLines =
            contents.hasThinLines || tie.side == RoleSide::Channel || tie.side == RoleSide::Subject;
    }
    contents.headings.insert(drawing.subject.scenario.agreement(node.id)->heading());
    contents.patterns.insert(look.pattern);
    contents.steps.insert(look.step);
    contents.hasAmounts = contents.hasAmounts || look.step > 0;
    contents.instruments.insert(look.instrument);
    contents.hasDoubts = contents.hasDoubts || look.depends;
    if (!look.faded)
        contents.evidence.insert(look.evidence);
}

Contents contentsOf(const Drawing &drawing, const AmountScale &scale)
{
    Contents contents;
    const graph::RelationGraph &graph = drawing.subject.graph;
    for (int firm = 0; firm < graph.firms.size(); ++firm) {
        if (drawing.showsFirm(firm))
            contents.kinds.insert(drawing.firm(firm).kind);
    }
    for (int agreement = 0; agreement < graph.agreements.size(); ++agreement) {
        if (drawing.showsAgreement(agreement))
            take(contents, graph.agreements.at(agreement),
                 appearanceOf(drawing.agreement(agreement), drawing, scale), drawing);
    }
    for (int conflict = 0; conflict < drawing.subject.conflicts.size(); ++conflict) {
        if (showsConflict(conflict, drawing))
            contents.verdicts.insert(drawing.subject.conflicts.at(conflict).verdict);
    }
    return contents;
}

Path sampleLine(double right = sampleWidth)
{
    Path path;
    path.moveTo({0, middle});
    path.lineTo({right, middle});
    return path;
}

LegendEntry iconEntry(Path icon, Rgba colour, const QString &text)
{
    return {iconSize, {filled(std::move(icon), colour)}, text};
}

QRectF iconSquare()
{
    return {0, middle - iconSize / 2, iconSize, iconSize};
}

LegendRow kindsRow(const Contents &contents, const Palette &palette)
{
    LegendRow row{QStringLiteral("Who"), {}};
    for (domain::FirmKind kind : contents.kinds)
        row.entries.append(iconEntry(iconOf(kind, iconSquare()), palette.kinds.value(kind, palette.mutedText),
                                     domain::toWord(kind)));
    return row;
}

LegendRow headingsRow(const Contents &contents, const Palette &palette)
{
    LegendRow row{QStringLiteral("What"), {}};
    for (domain::Heading heading : contents.headings)
        row.entries.append(
            iconEntry(iconOf(heading, iconSquare()), palette.mutedText, domain::toLabel(heading).toLower()));
    return row;
}

LegendEntry patternEntry(LinePattern pattern, const Palette &palette)
{
    const double width = 1.8;
    switch (pattern) {
    case LinePattern::Solid:
        return {sampleWidth,
                {lineShape(sampleLine(), pattern, palette.line, width)},
                QStringLiteral("in force or completed")};
    case LinePattern::Dashed:
        return {sampleWidth,
                {lineShape(sampleLine(), pattern, palette.line, width)},
                QStringLiteral("announced or planned")};
    case LinePattern::Dotted:
        break;
    }
    return {sampleWidth,
            {lineShape(sampleLine(), pattern, palette.fadedLine, width)},
            QStringLiteral("ended, waived or not in force then")};
}

LegendEntry evidenceEntry(Evidence evidence, const Palette &palette)
{
    return {sampleWidth,
            {lineShape(sampleLine(), LinePattern::Solid, lineColour(evidence, false, palette), 2.4)},
            domain::toReadable(domain::toWord(evidence))};
}

LegendRow linesRow(const Contents &contents, const Theme &theme)
{
    const Palette &palette = theme.palette;
    LegendRow row{QStringLiteral("Lines"), {}};
    for (LinePattern pattern : contents.patterns)
        row.entries.append(patternEntry(pattern, palette));
    if (contents.hasArrows) {
        row.entries.append({sampleWidth,
                            {lineShape(sampleLine(sampleWidth - 8), LinePattern::Solid, palette.line, 1.4),
                             arrowhead({sampleWidth, middle}, {1, 0}, palette.line, 1.4)},
                            QStringLiteral("towards who receives or is acted on")});
    }
    if (contents.hasThinLines)
        row.entries.append({sampleWidth,
                            {lineShape(sampleLine(), LinePattern::Solid, palette.line, 0.9)},
                            QStringLiteral("channel or subject")});
    return row;
}

LegendRow evidenceRow(const Contents &contents, const Palette &palette)
{
    LegendRow row{QStringLiteral("Evidence"), {}};
    for (Evidence evidence : contents.evidence)
        row.entries.append(evidenceEntry(evidence, palette));
    return row;
}

LegendRow amountsRow(const Contents &contents, const AmountScale &scale, const Theme &theme)
{
    LegendRow row{QStringLiteral("Amount"), {}};
    if (!contents.hasAmounts)
        return row;
    for (int step : contents.steps) {
        const QString text =
            scale.toText(step, theme.numbers) + (step == 0 ? QStringLiteral(" or none stated") : QString());
        row.entries.append(
            {sampleWidth,
             {lineShape(sampleLine(), LinePattern::Solid, theme.palette.line, AmountScale::widthOf(step))},
             text});
    }
    return row;
}

LegendRow instrumentsRow(const Contents &contents, const Palette &palette)
{
    LegendRow row{QStringLiteral("Paid in"), {}};
    for (Instrument instrument : contents.instruments) {
        const auto mark = instrumentMark(instrument, {6, middle}, palette.line, palette.background);
        if (mark)
            row.entries.append(
                {sampleWidth * 0.8,
                 {lineShape(sampleLine(sampleWidth * 0.8), LinePattern::Solid, palette.line, 1.4), *mark},
                 domain::toReadable(domain::toWord(instrument))});
    }
    return row;
}

LegendRow conflictsRow(const Contents &contents, const Drawing &drawing)
{
    LegendRow row{QStringLiteral("Clauses"), {}};
    for (analysis::Verdict verdict : contents.verdicts) {
        LegendEntry entry;
        entry.sampleWidth = 42;
        entry.sample = {stroked(doubleLine(layout::straight({0, middle}, {42, middle})),
                                drawing.theme.palette.conflict, 1.3)};
        entry.sample += conflictDiamond({21, middle}, 9.6, verdict, drawing.theme, drawing.measure);
        entry.text = verdict == analysis::Verdict::Conflict
                         ? QStringLiteral("conflict")
                         : QStringLiteral("may conflict: depends on what is disputed");
        row.entries.append(entry);
    }
    return row;
}

LegendRow doubtsRow(const Contents &contents, const Drawing &drawing)
{
    LegendRow row{QStringLiteral("Then"), {}};
    if (contents.hasDoubts) {
        const TextStyle style = typographyOf(drawing.theme).amount;
        const Text mark = textAt({0, middle + style.size * 0.36}, doubtMark, style,
                                 drawing.theme.palette.text, drawing.measure);
        row.entries.append(
            {iconSize, {mark}, QStringLiteral("may hold: its dates, status or evidence leave it open")});
    }
    return row;
}

} // namespace

QList<LegendRow> legendRows(const Drawing &drawing)
{
    const AmountScale scale(drawing.subject.scenario);
    const Contents contents = contentsOf(drawing, scale);
    const Palette &palette = drawing.theme.palette;
    QList<LegendRow> rows{kindsRow(contents, palette),       headingsRow(contents, palette),
                          linesRow(contents, drawing.theme), amountsRow(contents, scale, drawing.theme),
                          instrumentsRow(contents, palette), evidenceRow(contents, palette),
                          doubtsRow(contents, drawing),      conflictsRow(contents, drawing)};
    rows.removeIf([](const LegendRow &row) { return row.entries.isEmpty(); });
    return rows;
}

} // namespace entente::picture
