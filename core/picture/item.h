#pragma once

#include "picture/bytebuffer.h"
#include "picture/textmeasure.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <limits>
#include <variant>

namespace entente::picture {

// 0xAARRGGBB; alpha 0 is "not painted", everything else opaque (nothing in a Picture is translucent).
struct Rgba
{
    quint32 value = 0;
    bool isNone() const { return (value >> 24) == 0; }
    bool operator==(const Rgba &) const = default;
};

struct PathStep
{
    enum class Verb { Move, Line, Cubic, Close };
    Verb verb = Verb::Move;
    QPointF to;       // the end point; unused by Close
    QPointF control1; // of a cubic only
    QPointF control2;
    bool operator==(const PathStep &) const = default;
};

struct Path
{
    QList<PathStep> steps;
    bool isEmpty() const { return steps.isEmpty(); }
    void moveTo(QPointF to);
    void lineTo(QPointF to);
    void cubicTo(QPointF control1, QPointF control2, QPointF to);
    void close();
    QRectF bounds() const; // of the curve itself, without strokes
    bool operator==(const Path &) const = default;
};
Path roundedRect(const QRectF &rect, double radius);
QString toSvgData(const Path &path); // "M10 20C…Z", at most 2 decimals
void appendSvgData(ByteBuffer &out, const Path &path);
void appendNumber(ByteBuffer &out, double value); // at most 2 decimals

enum class LineCap { Flat, Round };

struct Stroke
{
    Rgba colour;
    double width = 1;
    QList<double> dashes; // lengths in pixels, on and off by turns; empty: solid
    LineCap cap = LineCap::Flat;
    bool operator==(const Stroke &) const = default;
};

// Shown between two scales of the view (1 is one unit a pixel); exports show what is shown at scale 1.
struct Detail
{
    double least = 0;
    double most = std::numeric_limits<double>::infinity(); // exclusive
    bool shows(double scale) const { return scale >= least && scale < most; }
    bool operator==(const Detail &) const = default;
};

struct Shape
{
    Path path;
    Rgba fill;
    Stroke stroke;
    Detail detail;
    bool operator==(const Shape &) const = default;
};

// One line of text, already broken; `baseline` is the left end of its baseline, also of right-to-left text.
struct Text
{
    QPointF baseline;
    QString text;
    TextStyle style;
    Rgba colour;
    double width = 0;
    bool rightToLeft = false; // direction of the paragraph
    Detail detail;
    bool operator==(const Text &) const = default;
};

// A picture element: what has no outline, as emoji, where text is turned into outlines.
struct Image
{
    QRectF box;
    QByteArray png;
    Detail detail;
    bool operator==(const Image &) const = default;
};

using Element = std::variant<Shape, Text, Image>;

enum class Role { Firm, Group, Agreement, Line, Label, Conflict, Legend, Footer };
QString toWord(Role role); // "firm", … as in the SVG's classes and the JSON

// What stands for one thing. `of` names the ids in the scenario: of a line its agreement and firm, of a
// conflict the two agreements. `id` is unique in the picture and is a valid XML id: "firm-openai",
// "line-deal-openai-0".
struct Item
{
    QString id;
    Role role = Role::Firm;
    QStringList of;
    QString title; // one line for a tooltip and the accessible tree: "OpenAI, company"
    QString description;
    QRectF box;   // of the card, pill, area, or of the line's path
    Path outline; // what answers a click: a closed area, or for lines and conflicts the path itself
    QList<Element> elements;
    bool faded = false; // doesn't hold at the date
    bool ghost = false; // stands for what was there before and is gone
    int prominence = 0; // higher names stay longer when zoomed out
    bool operator==(const Item &) const = default;
};

// Moves a path, an element, an item's box, outline and elements.
void translate(Path &path, QPointF by);
void translate(Element &element, QPointF by);
void translate(Item &item, QPointF by);

} // namespace entente::picture
