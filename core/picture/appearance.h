#pragma once

#include "picture/drawing.h"

namespace entente::picture {

enum class LinePattern { Solid, Dashed, Dotted };

// Widths by amount, in tenfold steps below the scenario's largest: up to three thresholds that the legend
// names.
class AmountScale
{
public:
    static constexpr int steps = 4; // 0: no amount, or the smallest

    explicit AmountScale(const domain::Scenario &scenario);

    int stepOf(const domain::Agreement &agreement) const;
    static double widthOf(int step);
    QString toText(int step, domain::NumberStyle style) const; // "≤ $10B", "> $100B"

private:
    double m_top = 0;   // amounts beyond it are drawn widest; a power of ten
    QString m_currency; // the one that all amounts are in; empty where they are in several
};

// How an agreement and its lines look at the date.
struct Appearance
{
    LinePattern pattern = LinePattern::Solid;
    bool faded = false;   // doesn't hold at the date
    bool depends = false; // may hold at the date
    int step = 0;         // of the AmountScale
    domain::Evidence evidence = domain::Evidence::Reported;
    domain::Instrument instrument = domain::Instrument::Unstated;
    Rgba line;
    Rgba text;
    QString note; // "ended", "planned", "alleged" …: what the pill says after the title
    bool operator==(const Appearance &) const = default;
};
Appearance appearanceOf(const domain::Agreement &agreement, const Drawing &drawing, const AmountScale &scale);

// Whether it neither holds at the date nor has been completed by then.
bool isFaded(const domain::Agreement &agreement, const analysis::AsOf &asOf);

// The widest note that the pill may ever need, so that its size is the same at every date.
QString reservedNote(const domain::Agreement &agreement);

// What the pill names: the main amount where it is money, else a stake, else another quantity.
QString mainAmountText(const domain::Agreement &agreement, domain::NumberStyle style);

Rgba lineColour(domain::Evidence evidence, bool faded, const Palette &palette);
// Stands on the pill of what may hold at the date.
inline const QString doubtMark = QStringLiteral("?");

QList<double> dashesOf(LinePattern pattern, double width);

} // namespace entente::picture
