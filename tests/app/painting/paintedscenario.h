#pragma once

#include "core/picture/drawnscenario.h"
#include "painting/fontmeasure.h"

namespace entente::test {

// The same pictures as the builder's tests, measured by the real fonts.
inline picture::Picture painted(DrawnScenario &drawn)
{
    const auto measure = painting::makeFontMeasure(drawn.theme.fontFamily);
    drawn.scenario.index();
    drawn.graph = graph::buildGraph(drawn.scenario);
    drawn.request = picture::layoutRequest(drawn.subject(), drawn.theme, *measure);
    drawn.placement = layout::route(drawn.request, drawn.placement.centres);
    return picture::buildPicture(drawn.subject(), drawn.placement, drawn.theme, *measure);
}

} // namespace entente::test
