#include "support/bigpicture.h"

#include "layout/multilevellayout.h"
#include "session/composition.h"
#include "support/bigscenario.h"

namespace entente::tests {

picture::Picture bigPicture(int firms, const picture::TextMeasure &measure, bool isFigure)
{
    auto file = formats::readScenario(bigScenario({firms, 2 * firms, 1}), QStringLiteral("big"));
    if (!file)
        qFatal("the generated scenario can't be read");
    const picture::Theme theme = picture::lightTheme();
    session::Composition composition = session::compose(std::move(*file.value), {}, theme, measure);
    layout::LayoutControl control;
    composition.placement = layout::layOutMultilevel(composition.request, control);
    picture::PictureOptions options;
    options.crop = options.legend = options.footer = isFigure;
    return picture::buildPicture(composition.subject(), composition.placement, theme, measure, options);
}

} // namespace entente::tests
