#include "picture/parts.h"
#include "picture/textlayout.h"

#include <QSet>

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double lineFactor = 1.42;

// Sets the lines of the footer one below the other.
class FooterWriter
{
public:
    FooterWriter(const Drawing &drawing, const Shown &shown, double width)
        : m_drawing(drawing)
        , m_shown(shown)
        , m_width(width)
    {
        m_item.id = QStringLiteral("footer");
        m_item.role = Role::Footer;
        m_item.title = QStringLiteral("Title, date and sources");
    }

    Item write(bool full)
    {
        if (full)
            writeTitle();
        writeStanding();
        if (full) {
            writeSources();
            if (!m_drawing.theme.creditLine.isEmpty())
                paragraph(m_drawing.theme.creditLine, m_drawing.style(10), m_drawing.palette().mutedText, 2);
        }
        m_item.box = QRectF(0, 0, m_width, m_y);
        m_item.outline = roundedRect(m_item.box, 0);
        return m_item;
    }

private:
    void writeTitle()
    {
        Path rule;
        rule.moveTo({0, 0.5});
        rule.lineTo({m_width, 0.5});
        m_item.elements.append(Shape{rule, {}, {m_drawing.palette().footerRule, 1, {}, LineCap::Flat}, {}});
        m_y = 12;
        paragraph(m_drawing.subject.scenario.title, m_drawing.style(15, 600), m_drawing.palette().text, 2);
        m_y += 2;
    }

    // The date, and the two words that no option removes.
    void writeStanding()
    {
        const analysis::AsOf &asOf = m_drawing.subject.asOf;
        QStringList parts{asOf.date ? QStringLiteral("As of %1").arg(dateInWords(*asOf.date, m_drawing.theme))
                                    : QStringLiteral("At any date")};
        if (m_drawing.subject.scenario.hypothetical)
            parts.append(QStringLiteral("Hypothetical: this is imagined, not reported"));
        const bool may = std::any_of(m_shown.conflicts.begin(), m_shown.conflicts.end(), [](const analysis::Conflict *c) {
            return c->verdict == analysis::Verdict::Possible;
        });
        if (may)
            parts.append(QStringLiteral("“?” marks clauses that may conflict: whether they do is disputed or not known"));
        const bool hypothetical = m_drawing.subject.scenario.hypothetical;
        paragraph(parts.join(QStringLiteral("  ·  ")), m_drawing.style(11.5, hypothetical ? 600 : 500), m_drawing.palette().text, 3);
    }

    void writeSources()
    {
        QSet<int> used;
        for (const domain::Agreement *agreement : m_shown.agreements) {
            for (int number : domain::sourceNumbers(m_drawing.subject.scenario, *agreement))
                used.insert(number);
        }
        if (used.isEmpty())
            return;
        m_y += 6;
        QList<int> numbers(used.begin(), used.end());
        std::sort(numbers.begin(), numbers.end());
        const TextStyle style = m_drawing.style(10);
        constexpr double columnGap = 24;
        const int columns = m_width > 720 ? 2 : 1;
        const double columnWidth = (m_width - (columns - 1) * columnGap) / columns;
        const double top = m_y;
        const qsizetype rows = (numbers.size() + columns - 1) / columns;
        double bottom = top;
        for (int column = 0; column < columns; ++column) {
            m_y = top;
            for (qsizetype row = 0; row < rows && column * rows + row < numbers.size(); ++row)
                writeSource(numbers[column * rows + row], style, column * (columnWidth + columnGap), columnWidth);
            bottom = std::max(bottom, m_y);
        }
        m_y = bottom;
    }

    void writeSource(int number, const TextStyle &style, double x, double width)
    {
        const domain::Source &source = m_drawing.subject.scenario.sources[number - 1];
        QStringList parts{cleaned(source.title)};
        if (!source.publisher.isEmpty())
            parts.append(cleaned(source.publisher));
        if (source.published)
            parts.append(dateInWords(*source.published, m_drawing.theme));
        if (!source.url.isEmpty())
            parts.append(cleaned(source.url).remove(QStringLiteral("https://")));
        constexpr double indent = 18;
        const QStringList lines = brokenLines(parts.join(QStringLiteral(", ")), style, width - indent, 2, m_drawing.measure);
        const Rgba colour = m_drawing.palette().mutedText;
        const double lineHeight = style.size * lineFactor;
        m_item.elements.append(textAt({x, m_y + style.size}, QString::number(number), m_drawing.style(10, 600), colour, m_drawing.measure));
        for (const QString &line : lines) {
            m_item.elements.append(textAt({x + indent, m_y + style.size}, line, style, colour, m_drawing.measure));
            m_y += lineHeight;
        }
    }

    void paragraph(const QString &text, const TextStyle &style, Rgba colour, int mostLines)
    {
        for (const QString &line : brokenLines(cleaned(text), style, m_width, mostLines, m_drawing.measure)) {
            m_item.elements.append(textAt({0, m_y + style.size}, line, style, colour, m_drawing.measure));
            m_y += style.size * lineFactor;
        }
    }

    const Drawing &m_drawing;
    const Shown &m_shown;
    double m_width;
    double m_y = 0;
    Item m_item;
};

} // namespace

Item drawFooter(const Drawing &drawing, const Shown &shown, double width, bool full)
{
    return FooterWriter(drawing, shown, width).write(full);
}

} // namespace entente::picture
