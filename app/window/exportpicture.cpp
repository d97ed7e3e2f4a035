#include "window/exportpicture.h"

#include "painting/fontmeasure.h"
#include "session/webpages.h"

namespace entente::window {

namespace {

bool hasSameSizes(const layout::LayoutRequest &a, const layout::LayoutRequest &b)
{
    for (qsizetype node = 0; node < a.nodes.size(); ++node) {
        if (a.nodes.at(node).size != b.nodes.at(node).size)
            return false;
    }
    return true;
}

} // namespace

picture::Picture exportPicture(const session::Session &session, const ExportChoice &choice)
{
    const session::Composition &composition = session.composition();
    const picture::Subject subject = composition.subject();
    const bool hasSameFont = choice.theme.fontFamily == session.theme().fontFamily;
    const auto ownMeasure = hasSameFont ? nullptr : painting::makeFontMeasure(choice.theme.fontFamily);
    const picture::TextMeasure &measure = hasSameFont ? session.measure() : *ownMeasure;
    picture::PictureOptions options;
    options.legend = choice.legend;
    options.footer = choice.footer;
    options.since = session.changes() ? &session.changes()->drawn : nullptr;
    if (choice.onlyShown)
        options.shown = session.shown();
    const layout::LayoutRequest request = picture::layoutRequest(subject, choice.theme, measure);
    if (composition.placement.isEmpty() || hasSameSizes(request, composition.request))
        return picture::buildPicture(subject, composition.placement, choice.theme, measure, options);
    const layout::Placement routed = layout::route(request, composition.placement.centres);
    return picture::buildPicture(subject, routed, choice.theme, measure, options);
}

Outcome<QByteArray> exportWebPage(const session::Session &session, const QList<picture::Theme> &themes,
                                  bool onlyShown)
{
    const auto measure = painting::makeFontMeasure(themes.first().fontFamily);
    session::Composition composition = session.composition();
    layout::LayoutRequest request = picture::layoutRequest(composition.subject(), themes.first(), *measure);
    if (!composition.placement.isEmpty() && !hasSameSizes(request, composition.request))
        composition.placement = layout::route(request, composition.placement.centres);
    composition.request = std::move(request);
    session::WebPageChoice choice{themes, session.changes() ? &session.changes()->drawn : nullptr, {}};
    if (onlyShown)
        choice.shown = session.shown();
    return session::webPageOf(std::move(composition), *measure, choice);
}

QString figureName(const session::Session &session)
{
    const QString &id = session.scenario().id;
    return id.isEmpty() ? QStringLiteral("figure") : id;
}

} // namespace entente::window
