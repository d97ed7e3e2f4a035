#include "picture/legend.h"

#include "picture/legendentries.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double sampleGap = 6;
constexpr double entryGap = 18;
constexpr double headingGap = 16;

class LegendPen
{
public:
    LegendPen(const Drawing &drawing, double width)
        : m_drawing(drawing)
        , m_type(typographyOf(drawing.theme))
        , m_line(legendLineHeight * std::max(1.0, drawing.theme.fontScale))
        , m_width(width)
    {}

    void draw(const QList<LegendRow> &rows)
    {
        for (const LegendRow &row : rows)
            m_left =
                std::max(m_left, m_drawing.measure.advance(row.heading, m_type.legendHeading) + headingGap);
        for (const LegendRow &row : rows)
            draw(row);
    }

    QList<Element> elements() const { return m_elements; }
    QRectF box() const { return {0, 0, m_right, m_y}; }

private:
    void draw(const LegendRow &row)
    {
        addText(0, row.heading, m_type.legendHeading, m_drawing.theme.palette.mutedText);
        m_x = m_left;
        for (const LegendEntry &entry : row.entries)
            draw(entry);
        m_y += m_line;
    }

    void draw(const LegendEntry &entry)
    {
        const double room = m_width - m_left - entry.sampleWidth - sampleGap;
        const QString text = elided(entry.text, m_type.legend, std::max(40.0, room), m_drawing.measure);
        const double width = entry.sampleWidth + sampleGap + m_drawing.measure.advance(text, m_type.legend);
        if (m_x > m_left && m_x + width > m_width) {
            m_x = m_left;
            m_y += m_line;
        }
        Item sample;
        sample.elements = entry.sample;
        translate(sample, {m_x, m_y + (m_line - legendLineHeight) / 2});
        m_elements += sample.elements;
        addText(m_x + entry.sampleWidth + sampleGap, text, m_type.legend, m_drawing.theme.palette.text);
        m_right = std::max(m_right, m_x + width);
        m_x += width + entryGap;
    }

    void addText(double x, const QString &text, const TextStyle &style, Rgba colour)
    {
        const double ascent = m_drawing.measure.ascent(style);
        const double baseline = m_y + (m_line + ascent - m_drawing.measure.descent(style)) / 2;
        m_elements.append(textAt({x, baseline}, text, style, colour, m_drawing.measure));
    }

    const Drawing &m_drawing;
    const Typography m_type;
    const double m_line;
    const double m_width;
    double m_left = 0;
    double m_right = 0;
    double m_x = 0;
    double m_y = 0;
    QList<Element> m_elements;
};

} // namespace

Item drawLegend(const Drawing &drawing, double width)
{
    LegendPen pen(drawing, width);
    pen.draw(legendRows(drawing));
    Item item;
    item.id = QStringLiteral("legend");
    item.role = Role::Legend;
    item.title = QStringLiteral("Legend");
    item.box = pen.box();
    item.outline = roundedRect(item.box, 0);
    item.elements = pen.elements();
    return item;
}

} // namespace entente::picture
