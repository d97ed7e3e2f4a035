#include "support/bigpicture.h"

#include "layout/multilevellayout.h"
#include "support/bigscenario.h"

namespace entente::tests {

session::Composition bigComposition(int firms, const picture::TextMeasure &measure)
{
    auto file = formats::readScenario(bigScenario({firms, 2 * firms, 1}), QStringLiteral("big"));
    if (!file)
        qFatal("the generated scenario can't be read");
    session::Composition composition =
        session::compose(std::move(*file.value), {}, picture::lightTheme(), measure);
    layout::LayoutControl control;
    composition.placement = layout::layOutMultilevel(composition.request, control);
    return composition;
}

picture::Picture bigPicture(const session::Composition &composition, const picture::TextMeasure &measure,
                            bool isFigure)
{
    picture::PictureOptions options;
    options.crop = options.legend = options.footer = isFigure;
    return picture::buildPicture(composition.subject(), composition.placement, picture::lightTheme(), measure,
                                 options);
}

} // namespace entente::tests
