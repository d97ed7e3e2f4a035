#include "session/readingsgrid.h"

#include "analysis/readings.h"
#include "domain/naming.h"
#include "picture/grid.h"

namespace entente::session {

namespace {

// Bit i of the number says how fact i is read.
analysis::Readings combination(const QList<analysis::DisputedFact> &facts, int number)
{
    analysis::Readings readings;
    for (qsizetype i = 0; i < facts.size(); ++i)
        readings.insert(facts.at(i).fact.fact,
                        (number >> i) & 1 ? domain::Reading::Rejected : domain::Reading::Agreed);
    return readings;
}

// "If a call is …: yes (Microsoft)"
QString assumption(const analysis::Dependency &fact, bool agreed, const domain::Scenario &scenario)
{
    const QList<domain::FirmId> &whose = agreed ? fact.affirmedBy : fact.deniedBy;
    return QStringLiteral("If %1: %2%3")
        .arg(fact.sentence, agreed ? QStringLiteral("yes") : QStringLiteral("no"),
             whose.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(domain::namesOf(scenario, whose)));
}

QStringList captionOf(const QList<analysis::DisputedFact> &facts, const analysis::Readings &readings,
                      const Composition &read)
{
    QStringList lines;
    for (const analysis::DisputedFact &fact : facts)
        lines.append(assumption(fact.fact, readings.value(fact.fact.fact) == domain::Reading::Agreed,
                                read.file.scenario));
    const qsizetype conflicts = read.conflicts.size();
    lines.append(conflicts == 0   ? QStringLiteral("→ no conflict")
                 : conflicts == 1 ? QStringLiteral("→ 1 conflict")
                                  : QStringLiteral("→ %1 conflicts").arg(conflicts));
    return lines;
}

QString headingOf(const domain::Scenario &scenario, qsizetype shown, qsizetype all)
{
    const QString heading = QStringLiteral("%1: every reading").arg(scenario.title);
    return shown == all ? heading
                        : heading + QStringLiteral(" of %1 of %2 disputed facts; the others stay as they are")
                                        .arg(shown)
                                        .arg(all);
}

// Under the grid what explains it: the legend and the footer of one of its pictures.
void addCaptions(picture::Picture &grid, const Composition &composition, const Look &look,
                 picture::PictureOptions options)
{
    options.since = nullptr;
    options.leastWidth = grid.size.width();
    const picture::Picture whole = picture::buildPicture(composition.subject(), composition.placement,
                                                         look.theme, look.measure, options);
    const auto legend = whole.item(QStringLiteral("legend"));
    const auto footer = whole.item(QStringLiteral("footer"));
    if (!footer)
        return;
    const double top = legend ? legend->box.top() : footer->box.top();
    const double by = grid.size.height() - top;
    const double inset = (grid.size.width() - whole.size.width()) / 2;
    for (picture::Item item : {legend.value_or(picture::Item()), *footer}) {
        if (item.elements.isEmpty())
            continue;
        picture::translate(item, {inset, by});
        grid.items.append(item);
    }
    grid.size.setHeight(footer->box.bottom() + by + options.margin);
    grid.size.setWidth(std::max(grid.size.width(), whole.size.width()));
}

} // namespace

picture::Picture allReadings(const Composition &composition, const domain::Scenario &asWritten,
                             const Look &look, const picture::PictureOptions &captions)
{
    const QList<analysis::DisputedFact> all = analysis::disputedFacts(asWritten);
    const QList<analysis::DisputedFact> facts = all.mid(0, mostReadingsShown);
    picture::PictureOptions bare;
    bare.legend = false;
    bare.footer = false; // the marks that can't be turned off remain
    QList<picture::GridCell> cells;
    Composition telling = composition; // the one whose marks the legend explains: that with most conflicts
    telling.conflicts.clear();
    for (int number = 0; number < 1 << facts.size(); ++number) {
        const analysis::Readings readings = combination(facts, number);
        Composition read = composition;
        read.file.scenario = analysis::withReadings(asWritten, readings);
        read.file.scenario.hypothetical = true;
        redate(read, composition.asOf);
        if (number == 0 || read.conflicts.size() > telling.conflicts.size())
            telling = read;
        cells.append({captionOf(facts, readings, read),
                      picture::buildPicture(read.subject(), read.placement, look.theme, look.measure, bare)});
    }
    picture::Picture grid =
        picture::inGrid(cells, headingOf(asWritten, facts.size(), all.size()), look.measure);
    addCaptions(grid, telling, look, captions);
    return grid;
}

} // namespace entente::session
