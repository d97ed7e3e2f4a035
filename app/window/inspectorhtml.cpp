#include "window/inspectorhtml.h"

#include "exports/articles.h"

namespace entente::window {

using domain::ThingRef;
namespace article = exports::article;

namespace {

article::Section howToBegin()
{
    return {
        article::plain(QStringLiteral("How to begin")),
        false,
        {},
        {article::Paragraph{article::plain(QStringLiteral(
            "Click a firm, an agreement or the red mark to read what it says and who says so. "
            "Choose another scenario above the picture to see what would change. F1 opens the guide."))}}};
}

} // namespace

QString inspectorHtml(const session::Session &session, const ThingRef &thing, const article::AtHand &atHand,
                      Length length)
{
    if (!session.isOpen())
        return QStringLiteral("<p>Nothing is open. Ctrl+O opens a scenario.</p>");
    const session::Composition &composition = session.composition();
    const article::Context context(
        {session.scenario(), session.asOf(), composition.conflicts, !session.readings().isEmpty()}, atHand);
    article::Article shown = articleOn(context, thing);
    if (shown.thing.isNone()) // the overview
        shown.sections.append(howToBegin());
    QString html = toRichText(shown, session.theme().palette, length);
    const bool isEditable = !thing.isNone() && thing.kind != domain::ThingKind::Conflict;
    if (isEditable)
        html += QStringLiteral("<p style=\"margin:3px 0\"><a href=\"edit:%1\">Edit…</a></p>")
                    .arg(thing.toString().toHtmlEscaped());
    return html;
}

} // namespace entente::window
