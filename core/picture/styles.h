#pragma once

#include "picture/picturebuilder.h"

namespace entente::picture {

// What the builder's parts share: the subject, how it looks and how wide text is.
struct Drawing
{
    const Subject &subject;
    const Theme &theme;
    const TextMeasure &measure;

    TextStyle style(double size, int weight = 400) const { return {size * theme.fontScale, weight, false}; }
    const Palette &palette() const { return theme.palette; }
};

// How a line says what the agreement's status is.
enum class LineLook { Solid, Dashed, Dotted };
LineLook lookOf(const domain::Agreement &agreement);

// How far a thing recedes: at the date asked for, and for what is only alleged or rumoured.
enum class Fading { None, Slight, Strong };
Fading fadingOf(const domain::Agreement &agreement, const analysis::AsOf &asOf);
Rgba receded(Rgba colour, Fading fading, const Palette &palette);

// Width by amount, in steps that the legend names.
struct WidthStep
{
    double least; // of the amount
    double width; // of the line, in pixels
    QString label;
};
QList<WidthStep> widthSteps(domain::NumberStyle numbers);
int widthStepOf(const domain::Agreement &agreement); // index of its step; -1 without an amount of money
double lineWidth(const domain::Agreement &agreement);

// The figure that stands on the pill: the first amount that is no part of another in this agreement; null
// where none.
const domain::Amount *mainAmount(const domain::Agreement &agreement);

// The shape at the end of a directed line says by what instrument is paid.
enum class Head { Filled, Hollow, Diamond, Circle };
Head headOf(const domain::Agreement &agreement);
QString toLabel(Head head);

Stroke strokeFor(const domain::Agreement &agreement, Rgba colour, double width);

QString dateInWords(const domain::EventDate &date, const Theme &theme);

} // namespace entente::picture
