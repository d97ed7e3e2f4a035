#include "picture/footer.h"

#include "picture/conflictmarks.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

constexpr double leastColumn = 250;
constexpr double sourcesGap = 28;
constexpr double sectionGap = 8;
constexpr double numberGap = 6;

QString sourceText(const domain::Source &source, const Theme &theme)
{
    QStringList parts{cleaned(source.title)};
    parts.append(source.publisher.isEmpty() ? QStringLiteral("publisher not named")
                                            : cleaned(source.publisher));
    if (source.published)
        parts.append(theme.dateStyle == QLatin1String("iso") ? source.published->text()
                                                             : domain::toWords(*source.published));
    return parts.join(QStringLiteral(", "));
}

QList<int> numbersShown(const Drawing &drawing)
{
    QList<int> numbers;
    for (int i = 0; i < drawing.subject.graph.agreements.size(); ++i) {
        if (drawing.showsAgreement(i))
            numbers += domain::sourceNumbers(drawing.subject.scenario, drawing.agreement(i));
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

QString hypotheticalSentence()
{
    return QStringLiteral("Hypothetical: this is an assumption, not a report.");
}

QString maySentence()
{
    return QStringLiteral("Marked ?: these clauses may conflict; it depends on what the parties dispute.");
}

bool mayConflict(const Drawing &drawing)
{
    for (int i = 0; i < drawing.subject.conflicts.size(); ++i) {
        if (showsConflict(i, drawing) &&
            drawing.subject.conflicts.at(i).verdict == analysis::Verdict::Possible)
            return true;
    }
    return false;
}

class FooterPen
{
public:
    FooterPen(const Drawing &drawing, double width)
        : m_drawing(drawing)
        , m_type(typographyOf(drawing.theme))
        , m_palette(drawing.theme.palette)
        , m_width(width)
    {}

    void title()
    {
        const QString text = cleaned(m_drawing.subject.scenario.title);
        for (const QString &line : brokenLines(text, m_type.footerTitle, m_width, 3, m_drawing.measure))
            addLine(0, line, m_type.footerTitle, m_palette.text);
    }

    void date()
    {
        const auto &date = m_drawing.subject.asOf.date;
        QString words = QStringLiteral("At any date");
        if (date)
            words = QStringLiteral("As of %1")
                        .arg(m_drawing.theme.dateStyle == QLatin1String("iso") ? date->text()
                                                                               : domain::toWords(*date));
        addLine(0, words, m_type.footer, m_palette.mutedText);
    }

    void marks()
    {
        TextStyle strong = m_type.footer;
        strong.weight = 600;
        if (m_drawing.subject.scenario.hypothetical)
            paragraph(hypotheticalSentence(), strong, m_palette.conflict);
        if (mayConflict(m_drawing))
            paragraph(maySentence(), strong, m_palette.conflict);
        if (!m_drawing.comparedWith.isEmpty())
            paragraph(QStringLiteral("Compared with “%1”: what is new, changed or removed says so.")
                          .arg(cleaned(m_drawing.comparedWith)),
                      m_type.footer, m_palette.text);
    }

    void sources()
    {
        const QList<int> numbers = numbersShown(m_drawing);
        if (numbers.isEmpty())
            return;
        m_y += sectionGap;
        rule();
        const int columns =
            std::clamp(int((m_width + sourcesGap) / (leastColumn * m_drawing.theme.fontScale + sourcesGap)),
                       1, std::max(1, std::min(3, int(numbers.size()))));
        const double width = (m_width - (columns - 1) * sourcesGap) / columns;
        const double top = m_y;
        double bottom = top;
        const qsizetype perColumn = (numbers.size() + columns - 1) / columns;
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            if (i % perColumn == 0)
                m_y = top;
            const qsizetype column = i / perColumn;
            source(double(column) * (width + sourcesGap), width, numbers.at(i));
            bottom = std::max(bottom, m_y);
        }
        m_y = bottom;
    }

    void credit()
    {
        if (m_drawing.theme.creditLine.isEmpty())
            return;
        m_y += sectionGap / 2;
        paragraph(cleaned(m_drawing.theme.creditLine), m_type.footer, m_palette.mutedText);
    }

    Item item() const
    {
        Item item;
        item.id = QStringLiteral("footer");
        item.role = Role::Footer;
        item.title = cleaned(m_drawing.subject.scenario.title);
        item.box = {0, 0, m_width, m_y};
        item.outline = roundedRect(item.box, 0);
        item.elements = m_elements;
        return item;
    }

private:
    void rule()
    {
        Path line;
        line.moveTo({0, m_y});
        line.lineTo({m_width, m_y});
        m_elements.append(stroked(line, m_palette.footerRule, 1));
        m_y += sectionGap;
    }

    void source(double x, double width, int number)
    {
        const QString label = QString::number(number);
        const double indent = m_drawing.measure.advance(QStringLiteral("00"), m_type.footer) + numberGap;
        const double labelY = m_y;
        const domain::Source &source = m_drawing.subject.scenario.sources.at(number - 1);
        for (const QString &line : brokenLines(sourceText(source, m_drawing.theme), m_type.footer,
                                               width - indent, 4, m_drawing.measure))
            addLine(x + indent, line, m_type.footer, m_palette.mutedText);
        const double below = m_y;
        m_y = labelY;
        TextStyle strong = m_type.footer;
        strong.weight = 600;
        addLine(x, label, strong, m_palette.text);
        m_y = below;
    }

    void paragraph(const QString &text, const TextStyle &style, Rgba colour)
    {
        for (const QString &line : brokenLines(text, style, m_width, 6, m_drawing.measure))
            addLine(0, line, style, colour);
    }

    void addLine(double x, const QString &text, const TextStyle &style, Rgba colour)
    {
        const double ascent = m_drawing.measure.ascent(style);
        const double height = lineHeight(style);
        const double baseline = m_y + (height + ascent - m_drawing.measure.descent(style)) / 2;
        m_elements.append(textAt({x, baseline}, text, style, colour, m_drawing.measure));
        m_y += height;
    }

    const Drawing &m_drawing;
    const Typography m_type;
    const Palette &m_palette;
    const double m_width;
    double m_y = 0;
    QList<Element> m_elements;
};

} // namespace

Item drawFooter(const Drawing &drawing, double width)
{
    FooterPen pen(drawing, width);
    pen.title();
    pen.date();
    pen.marks();
    pen.sources();
    pen.credit();
    return pen.item();
}

Item drawMarks(const Drawing &drawing, double width)
{
    FooterPen pen(drawing, width);
    pen.date();
    pen.marks();
    return pen.item();
}

} // namespace entente::picture
