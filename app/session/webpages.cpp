#include "session/webpages.h"

#include "exports/webpage.h"

#include <QSet>

namespace entente::session {

namespace {

constexpr double legendWidth = 340;

exports::Frame frameOf(const Composition &composition, const picture::TextMeasure &measure,
                       const WebPageChoice &choice)
{
    picture::PictureOptions options;
    options.since = choice.since;
    options.shown = choice.shown;
    options.legend = false;
    options.footer = false;
    options.crop = false;
    exports::Frame frame;
    frame.conflicts = composition.conflicts;
    for (const picture::Theme &theme : choice.themes) {
        frame.graphs.append(
            picture::buildPicture(composition.subject(), composition.placement, theme, measure, options));
        frame.legends.append(picture::buildLegend(composition.subject(), theme, measure, legendWidth));
    }
    return frame;
}

// The scenario without what is hidden: what isn't to be shown isn't to be read in the page's source either. A
// part is not shown without its whole, which gives its group a name.
domain::Scenario shownOf(const Composition &composition, const std::optional<graph::Subset> &shown)
{
    domain::Scenario scenario = composition.file.scenario;
    if (!shown)
        return scenario;
    QSet<domain::FirmId> firms;
    for (int i = 0; i < composition.graph.firms.size(); ++i) {
        for (domain::FirmId id = composition.graph.firms[i].id; shown->firms.testBit(i) && !id.isEmpty();
             id = scenario.firm(id)->partOf)
            firms.insert(id);
    }
    QSet<domain::AgreementId> agreements;
    for (int i = 0; i < composition.graph.agreements.size(); ++i) {
        if (shown->agreements.testBit(i))
            agreements.insert(composition.graph.agreements[i].id);
    }
    scenario.firms.removeIf([&](const domain::Firm &firm) { return !firms.contains(firm.id); });
    scenario.agreements.removeIf([&](const domain::Agreement &a) { return !agreements.contains(a.id); });
    scenario.index();
    return scenario;
}

} // namespace

Outcome<QByteArray> webPageOf(Composition composition, const picture::TextMeasure &measure,
                              const WebPageChoice &choice)
{
    WebPageChoice drawn = choice;
    if (choice.since)
        drawn.themes = {choice.themes.first()};
    const domain::Scenario scenario = shownOf(composition, choice.shown);
    const exports::PageSubject subject{scenario, composition.asOf, drawn.themes,
                                       choice.since ? choice.since->title : QString(),
                                       [&](const analysis::AsOf &asOf) {
                                           redate(composition, asOf);
                                           return frameOf(composition, measure, drawn);
                                       }};
    return exports::toWebPage(subject);
}

} // namespace entente::session
