#include "exports/pagestyle.h"

#include "picture/colour.h"

namespace entente::exports {

namespace {

using picture::Rgba;

QByteArray roles(const picture::Theme &theme)
{
    const picture::Palette &p = theme.palette;
    const std::pair<const char *, Rgba> colours[] = {
        {"background", p.background},
        {"panel", mixed(p.background, p.text, theme.dark ? 0.03 : 0.018)},
        {"raised", theme.dark ? p.card : p.background},
        {"hover", mixed(p.background, p.accent, 0.09)},
        {"text", p.text},
        {"muted", p.mutedText},
        {"faded", p.fadedText},
        {"rule", p.footerRule},
        {"control", p.pillBorder},
        {"accent", p.accent},
        {"conflict", p.conflict},
        {"affirms", mixed(p.accent, p.text, 0.1)},
        {"badge", p.groupNested},
    };
    QByteArray css = theme.dark ? "color-scheme:dark;" : "color-scheme:light;";
    for (const auto &[name, colour] : colours)
        css += QByteArray("--") + name + ':' + picture::toHex(colour).toLatin1() + ';';
    return css;
}

} // namespace

QByteArray paletteSheet(const QList<picture::Theme> &themes, const ColourTable &colours)
{
    const auto properties = [&](qsizetype theme) {
        return '{' + roles(themes.at(theme)) + colours.declarations(theme) + '}';
    };
    QByteArray css = "\n:root" + properties(0) + '\n';
    if (themes.size() < 2)
        return css;
    const QByteArray dark = properties(1);
    css += "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light])" + dark + "}\n";
    return css + "@media screen{:root[data-theme=dark]" + dark + "}\n";
}

} // namespace entente::exports
