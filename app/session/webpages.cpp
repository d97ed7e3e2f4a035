#include "session/webpages.h"

#include "exports/webpage.h"
#include "graph/restriction.h"

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

} // namespace

Outcome<QByteArray> webPageOf(Composition composition, const picture::TextMeasure &measure,
                              const WebPageChoice &choice)
{
    WebPageChoice drawn = choice;
    if (choice.since)
        drawn.themes = {choice.themes.first()};
    domain::Scenario scenario = composition.file.scenario;
    if (choice.shown) {
        scenario = graph::restrictedTo(scenario, composition.graph, *choice.shown);
        composition.file.scenario.sources =
            scenario.sources; // the picture counts them as the page lists them
        composition.file.scenario.index();
    }
    const exports::PageSubject subject{scenario, composition.asOf, drawn.themes,
                                       choice.since ? choice.since->title : QString(),
                                       [&](const analysis::AsOf &asOf) {
                                           redate(composition, asOf);
                                           return frameOf(composition, measure, drawn);
                                       }};
    return exports::toWebPage(subject);
}

} // namespace entente::session
