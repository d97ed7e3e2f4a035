#include "picture/legend.h"

#include "picture/legendentries.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double sampleGap = 6;
constexpr double entryGap = 18;
constexpr double headingGap = 16;
constexpr double columnGap = 40;
constexpr double leastForColumns = 900;

class LegendPen
{
public:
    LegendPen(const Drawing &drawing, double width)
        : m_drawing(drawing)
        , m_type(typographyOf(drawing.theme))
        , m_line(legendLineHeight * std::max(1.0, drawing.theme.fontScale))
        , m_width(width)
    {}

    // Two short rows share a line where there is room for two columns.
    void draw(const QList<LegendRow> &rows)
    {
        for (const LegendRow &row : rows)
            m_indent =
                std::max(m_indent, m_drawing.measure.advance(row.heading, m_type.legendHeading) + headingGap);
        double widest = 0; // of those that fit in half
        for (const LegendRow &row : rows) {
            if (const double width = widthOf(row); width <= (m_width - columnGap) / 2)
                widest = std::max(widest, width);
        }
        const double second = widest + columnGap;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const bool isPair = m_width >= leastForColumns && i + 1 < rows.size() &&
                                widthOf(rows[i]) <= widest && second + widthOf(rows[i + 1]) <= m_width;
            draw(rows[i], 0);
            if (isPair)
                draw(rows[++i], second);
            m_y += m_line;
        }
    }

    QList<Element> elements() const { return m_elements; }
    QRectF box() const { return {0, 0, m_right, m_y}; }

private:
    double widthOf(const LegendRow &row) const
    {
        double width = m_indent - entryGap;
        for (const LegendEntry &entry : row.entries)
            width += entryGap + widthOf(entry);
        return width;
    }

    double widthOf(const LegendEntry &entry) const
    {
        return entry.sampleWidth + sampleGap + m_drawing.measure.advance(entry.text, m_type.legend);
    }

    void draw(const LegendRow &row, double x)
    {
        addText(x, row.heading, m_type.legendHeading, m_drawing.theme.palette.mutedText);
        m_left = x + m_indent;
        m_x = m_left;
        for (const LegendEntry &entry : row.entries)
            draw(entry);
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
    double m_indent = 0; // of entries behind their headings
    double m_left = 0;   // of the entries of the row at hand
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
