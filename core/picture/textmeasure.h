#pragma once

#include <QString>

namespace entente::picture {

struct TextStyle
{
    double size = 13; // of the font, in pixels
    int weight = 400; // 400 regular, 500 medium, 600 semi-bold, 700 bold
    bool italic = false;
    bool operator==(const TextStyle &) const = default;
};

// How wide text is. The program's implementation asks the fonts, tests use a fixed advance. Lengths in
// pixels.
class TextMeasure
{
public:
    virtual ~TextMeasure() = default;
    virtual double advance(const QString &text, const TextStyle &style) const = 0;
    virtual double ascent(const TextStyle &style) const = 0;
    virtual double descent(const TextStyle &style) const = 0;
    // Whether the fonts that Entente brings along can draw it; other text looks as the system's fonts have
    // it.
    virtual bool covers(const QString &text) const = 0;
};

} // namespace entente::picture
