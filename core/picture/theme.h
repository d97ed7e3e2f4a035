#pragma once

#include "domain/agreement.h"
#include "picture/picture.h"
#include "problems/problem.h"

#include <QHash>

namespace entente::picture {

// Colours by role; both built-in themes keep text at a contrast of 4.5:1 or more.
struct Palette
{
    Rgba background, card, cardBorder, text, mutedText, group, groupNested, groupBorder, groupTitle, line,
        fadedLine, fadedText, pill, pillBorder, conflict, accent, footerRule;
    QHash<domain::FirmKind, Rgba> kinds; // the bar and icon of a card
    bool operator==(const Palette &) const = default;
};

// How pictures look: a graphics desk can bring its own as a file (see the guide).
struct Theme
{
    QString name;
    bool dark = false;
    QString fontFamily = QStringLiteral("Inter");
    double fontScale = 1;
    Palette palette;
    domain::NumberStyle numbers = domain::NumberStyle::CapitalLetter;
    QString dateStyle;  // "month-year" …, see theme.cpp
    QString creditLine; // printed in the footer
    bool operator==(const Theme &) const = default;
};

const Theme &lightTheme();
const Theme &darkTheme();
// From JSON: {"extends": "light", "name", "fonts": {...}, "palette": {...}, "numbers": "bn", "credit": "…"}.
Outcome<Theme> readTheme(const QByteArray &json, const QString &fileName);

} // namespace entente::picture
