#pragma once

#include "picture/picturebuilder.h"

namespace entente::picture {

// What every part of the builder draws from.
struct Drawing
{
    const Subject &subject;
    const layout::Placement &placement;
    const Theme &theme;
    const TextMeasure &measure;
    graph::Subset shown;
    QBitArray faded;           // firms, see fadedFirms()
    QString comparedWith = {}; // the title of what its changes are told of; empty for none

    bool showsFirm(int firm) const { return shown.firms.testBit(firm); }
    bool showsAgreement(int agreement) const { return shown.agreements.testBit(agreement); }
    bool showsTie(const graph::Tie &tie) const
    {
        return showsFirm(tie.firm) && showsAgreement(tie.agreement);
    }
    QPointF centreOfFirm(int firm) const { return placement.centres.at(firm); }
    QPointF centreOfAgreement(int agreement) const
    {
        return placement.centres.at(subject.graph.firms.size() + agreement);
    }
    const domain::Firm &firm(int index) const;
    const domain::Agreement &agreement(int index) const;
};

// Firms that are party to something, themselves or through their parts, of which nothing holds at the date.
QBitArray fadedFirms(const Subject &subject);

QRectF boundsOf(const Picture &picture); // of all its items

// The sizes of all type, in pixels, at the theme's scale.
struct Typography
{
    TextStyle name, kind, pill, amount, superscript, groupTitle, legend, legendHeading, footerTitle, footer;
};
Typography typographyOf(const Theme &theme);
double lineHeight(const TextStyle &style);

// Baselines on whole pixels: type is sharp at scale 1, and renderers that round them agree with those that
// don't.
void alignBaselines(Item &item);

// Both as drawn now and as laid out: a shape without a stroke, one without a fill.
Shape filled(Path path, Rgba fill);
Shape stroked(Path path, Rgba colour, double width);
Path circle(QPointF centre, double radius);
Path diamond(QPointF centre, double half);

} // namespace entente::picture
