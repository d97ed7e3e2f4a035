#include "picture/theme.h"

#include "picture/colour.h"

namespace entente::picture {

using domain::FirmKind;

namespace {

// Okabe and Ito's palette (2008), which colour-blind people tell apart; the pale ones darkened on white.
Theme makeLight()
{
    Theme theme;
    theme.name = QStringLiteral("Light");
    Palette &p = theme.palette;
    p.background = rgb(0xffffff);
    p.card = rgb(0xffffff);
    p.cardBorder = rgb(0xc9ccd2);
    p.text = rgb(0x16181d);
    p.mutedText = rgb(0x666b75);
    p.group = rgb(0xeef4fc);
    p.groupNested = rgb(0xe2ecf8);
    p.groupBorder = rgb(0xbfd2ea);
    p.groupTitle = rgb(0x40566f);
    p.line = rgb(0x30353d);
    p.fadedLine = rgb(0xb4b7bd);
    p.fadedText = rgb(0x70757e);
    p.pill = rgb(0xffffff);
    p.pillBorder = rgb(0x8a8f98);
    p.conflict = rgb(0xc0281f);
    p.accent = rgb(0x1a4fd6);
    p.footerRule = rgb(0xd8dadf);
    p.kinds = {{FirmKind::Company, rgb(0x0072b2)},  {FirmKind::Subsidiary, rgb(0x3a9bd9)},
               {FirmKind::Division, rgb(0x7fb2d9)}, {FirmKind::Product, rgb(0x009e73)},
               {FirmKind::Platform, rgb(0x56b4e9)}, {FirmKind::Fund, rgb(0xcc79a7)},
               {FirmKind::Person, rgb(0xe69f00)},   {FirmKind::Government, rgb(0xd55e00)},
               {FirmKind::Court, rgb(0x8c4a00)},    {FirmKind::Other, rgb(0x7a7f88)}};
    return theme;
}

Theme makeDark()
{
    Theme theme = makeLight();
    theme.name = QStringLiteral("Dark");
    theme.dark = true;
    Palette &p = theme.palette;
    p.background = rgb(0x16181d);
    p.card = rgb(0x23262d);
    p.cardBorder = rgb(0x474c57);
    p.text = rgb(0xf1f2f4);
    p.mutedText = rgb(0xa6abb5);
    p.group = rgb(0x1b2431);
    p.groupNested = rgb(0x202d3f);
    p.groupBorder = rgb(0x38506f);
    p.groupTitle = rgb(0xa9c1de);
    p.line = rgb(0xd3d7de);
    p.fadedLine = rgb(0x555a64);
    p.fadedText = rgb(0x8d929c);
    p.pill = rgb(0x23262d);
    p.pillBorder = rgb(0x7d828d);
    p.conflict = rgb(0xff6b5e);
    p.accent = rgb(0x7fa6ff);
    p.footerRule = rgb(0x3a3e47);
    p.kinds[FirmKind::Company] = rgb(0x3a9bd9);
    p.kinds[FirmKind::Subsidiary] = rgb(0x77bdec);
    p.kinds[FirmKind::Court] = rgb(0xc08040);
    return theme;
}

} // namespace

const Theme &lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

} // namespace entente::picture
