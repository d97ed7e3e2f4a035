#include "exports/inlinesvg.h"

#include "picture/colour.h"
#include "picture/svgwriter.h"

namespace entente::exports {

using picture::Picture;
using picture::Rgba;

int ColourTable::numberOf(const QList<Rgba> &inEachTheme)
{
    QList<quint32> values;
    values.reserve(inEachTheme.size());
    for (const Rgba &colour : inEachTheme)
        values.append(colour.value);
    const auto known = m_numbers.constFind(values);
    if (known != m_numbers.cend())
        return *known;
    const int number = int(m_colours.size());
    m_numbers.insert(values, number);
    m_colours.append(values);
    return number;
}

QByteArray ColourTable::declarations(qsizetype theme) const
{
    QByteArray css;
    for (qsizetype i = 0; i < m_colours.size(); ++i)
        css += "--p" + QByteArray::number(i) + ':' +
               picture::toHex(Rgba{m_colours.at(i).at(std::min(theme, m_themes - 1))}).toLatin1() + ';';
    return css;
}

namespace {

// Writes the number of a colour in its place: the writer of SVG then prints "#00000b" for the eleventh.
class ColourNumbers
{
public:
    ColourNumbers(const QList<Picture> &pictures, ColourTable &colours)
        : m_pictures(pictures)
        , m_colours(colours)
    {}

    Picture numbered()
    {
        Picture result = m_pictures.first();
        result.background = Rgba();
        qsizetype index = 0;
        result.items.edit([&](picture::Item &item) {
            m_inEachTheme.clear();
            for (const Picture &picture : m_pictures)
                m_inEachTheme.append(picture.items.at(index).elements);
            for (qsizetype i = 0; i < item.elements.size(); ++i)
                number(item.elements[i], i);
            ++index;
        });
        return result;
    }

private:
    void number(picture::Element &element, qsizetype index)
    {
        if (auto *shape = std::get_if<picture::Shape>(&element)) {
            number(shape->fill, index,
                   [](const picture::Element &other) { return std::get<picture::Shape>(other).fill; });
            number(shape->stroke.colour, index, [](const picture::Element &other) {
                return std::get<picture::Shape>(other).stroke.colour;
            });
        } else if (auto *text = std::get_if<picture::Text>(&element)) {
            number(text->colour, index,
                   [](const picture::Element &other) { return std::get<picture::Text>(other).colour; });
        }
    }

    template <typename ColourOf> void number(Rgba &colour, qsizetype index, ColourOf &&colourOf)
    {
        if (colour.isNone())
            return;
        QList<Rgba> inEachTheme;
        for (const QList<picture::Element> &elements : std::as_const(m_inEachTheme))
            inEachTheme.append(colourOf(elements.at(index)));
        colour = picture::rgb(quint32(m_colours.numberOf(inEachTheme)));
    }

    const QList<Picture> &m_pictures;
    ColourTable &m_colours;
    QList<QList<picture::Element>> m_inEachTheme; // of the item at hand
};

QByteArrayList textWidths(const Picture &picture)
{
    QByteArrayList widths;
    for (const picture::Item &item : picture.items) {
        for (const picture::Element &element : item.elements) {
            const auto *text = std::get_if<picture::Text>(&element);
            if (text && text->detail.shows(1) && !text->text.isEmpty())
                widths.append(QByteArray::number(text->width, 'f', 2));
        }
    }
    return widths;
}

// What stands between quotes in SVG that the picture's writer wrote is its own: texts have theirs escaped.
QByteArray withVariables(const QByteArray &svg, const QByteArrayList &widths)
{
    QByteArray result;
    result.reserve(svg.size() + svg.size() / 8);
    const auto next = [&svg](const char *what, qsizetype after) {
        const qsizetype found = svg.indexOf(what, after);
        return found < 0 ? svg.size() : found;
    };
    constexpr qsizetype colourLength = 6;
    qsizetype text = 0;
    qsizetype from = 0;
    qsizetype colour = next("=\"#", 0);
    qsizetype tag = next("<text ", 0);
    while (std::min(colour, tag) < svg.size()) {
        if (colour < tag) {
            const qsizetype digits = colour + 3;
            const int number = svg.mid(digits, colourLength).toInt(nullptr, 16);
            result += svg.mid(from, colour - from) + "=\"var(--p" + QByteArray::number(number) + ')';
            from = digits + colourLength;
            colour = next("=\"#", from);
        } else {
            result += svg.mid(from, tag - from) + "<text textLength=\"" + widths.value(text++) +
                      "\" lengthAdjust=\"spacingAndGlyphs\" ";
            from = tag + 6;
            tag = next("<text ", from);
        }
    }
    return result + svg.mid(from);
}

} // namespace

QByteArray inlineSvg(const QList<Picture> &inEachTheme, ColourTable &colours)
{
    const Picture picture = ColourNumbers(inEachTheme, colours).numbered();
    const QByteArray svg = picture::toSvg(picture);
    const qsizetype start = std::max<qsizetype>(0, svg.indexOf("<svg")); // after the XML declaration
    return withVariables(svg.mid(start), textWidths(picture));
}

} // namespace entente::exports
