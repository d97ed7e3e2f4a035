#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"

#include <variant>

// What is said of a thing, as values: written once (articles.h), shown by the inspector as rich text and by
// the web page as HTML (articlehtml.h). All texts are plain; whoever shows them escapes them.
namespace entente::exports::article {

// The number of a source, as figures print it.
struct Mark
{
    int number = 0;
    domain::SourceId source;
    bool operator==(const Mark &) const = default;
};

struct Span
{
    enum class Style { Plain, Strong, Quoted };

    QString text;
    domain::ThingRef thing; // what it leads to; none for words that lead nowhere
    QString address;        // likewise, of the web; shown as a link only where that is safe
    Style style = Style::Plain;
    bool isName = false; // kept apart from the direction of the sentence around it
    QList<Mark> marks;   // after the text
    bool operator==(const Span &) const = default;
};
using Text = QList<Span>;

struct Row
{
    QString label;
    Text text;
    bool operator==(const Row &) const = default;
};

struct Rows
{
    QList<Row> rows;
    bool operator==(const Rows &) const = default;
};

struct Paragraph
{
    enum class Tone { Plain, Muted, Wording };

    Text text;
    Tone tone = Tone::Plain;
    bool operator==(const Paragraph &) const = default;
};

// Of a list, with what belongs below it; at most `deepestPoint` levels.
struct Point
{
    Text text;
    QList<Point> points;
    bool operator==(const Point &other) const // recursive, so not defaulted
    {
        return text == other.text && points == other.points;
    }
};
constexpr int deepestPoint = 8;

struct Points
{
    QList<Point> points;
    bool isNumbered = false;
    bool operator==(const Points &) const = default;
};

// What one firm says, to stand beside what others say of the same.
struct Side
{
    Text heading;
    domain::StanceKind stance = domain::StanceKind::Open;
    QList<Paragraph> paragraphs;
    bool operator==(const Side &) const = default;
};

struct Sides
{
    QList<Side> sides;
    bool operator==(const Sides &) const = default;
};

// Two things against each other: under each label what the one and what the other has.
struct Pair
{
    QString label; // empty above the headings
    Text left;
    Text right;
    bool operator==(const Pair &) const = default;
};

struct Comparison
{
    QList<Pair> pairs;
    bool operator==(const Comparison &) const = default;
};

struct Citation
{
    int number = 0;
    Text title; // with the locator
    QString quote;
    QString note;
    Text address;
    bool operator==(const Citation &) const = default;
};

struct Citations
{
    QList<Citation> citations;
    bool operator==(const Citations &) const = default;
};

// Whether the thing holds at the date, and why; no words where it plainly does.
struct Holds
{
    QString words;
    bool operator==(const Holds &) const = default;
};

using Block = std::variant<Rows, Paragraph, Points, Sides, Comparison, Citations, Holds>;

struct Section
{
    Text title; // none for what an article begins with
    bool isAlarming = false;
    domain::ThingRef thing; // what the section alone is of: a clause within its agreement
    QList<Block> blocks;    // a section without any is not shown
    bool operator==(const Section &) const = default;
};

struct Article
{
    domain::ThingRef thing;
    QString title;
    Text subtitle;
    QStringList tags;
    QList<Section> sections;
    bool operator==(const Article &) const = default;
};

// ---- making texts
Text plain(const QString &text); // none of an empty one, like the next ones
Text strong(const QString &text);
Text quoted(const QString &text); // between quotation marks
Text named(const QString &name);  // leads nowhere
Text link(const domain::ThingRef &thing, const QString &name);
Text address(const QString &url);
Text joined(const QList<Text> &parts, const QString &separator); // without the empty ones

// ---- adding what isn't empty
void add(QList<Block> &blocks, const Paragraph &paragraph);
void add(QList<Block> &blocks, Points points);
void add(QList<Block> &blocks, const Sides &sides);
void add(QList<Block> &blocks, const Citations &citations);
void add(QList<Block> &blocks, const QList<Row> &rows); // those with a text
QString toPlainText(const Text &text);                  // without marks

} // namespace entente::exports::article
