#include "window/articlerichtext.h"

#include "exports/printable.h"

#include <QColor>

#include <algorithm>

namespace entente::window {

namespace article = exports::article;

namespace {

// A right-to-left name leaves the English sentence around it in order (UAX #9).
QString isolated(const QString &name)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    const bool hasRightToLeft = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return hasRightToLeft ? firstStrongIsolate + name + popIsolate : name;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"));
}

QString linkTo(const QString &target, const QString &text)
{
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
        .arg(target.toHtmlEscaped(), escaped(text));
}

QString wordsOf(const article::Span &span)
{
    const QString text = span.isName ? isolated(span.text) : span.text;
    if (!span.thing.isNone())
        return linkTo(span.thing.toString(), text);
    return exports::isSafeAddress(span.address) ? linkTo(span.address, text) : escaped(text);
}

// Small numbers that lead to the sources.
QString marksOf(const QList<article::Mark> &marks)
{
    QStringList links;
    for (const article::Mark &mark : marks)
        links.append(linkTo(domain::ThingRef::of(mark.source).toString(), QString::number(mark.number)));
    return links.isEmpty() ? QString() : QStringLiteral(" <sup>%1</sup>").arg(links.join(u' '));
}

QString richText(const article::Text &text, bool isUpper = false)
{
    QString html;
    for (article::Span span : text) {
        if (isUpper)
            span.text = span.text.toUpper();
        const QString words = wordsOf(span);
        html += span.style == article::Span::Style::Strong
                    ? QStringLiteral("<b>") + words + QStringLiteral("</b>")
                : span.style == article::Span::Style::Quoted
                    ? QStringLiteral("<i>") + words + QStringLiteral("</i>")
                    : words;
        html += marksOf(span.marks);
    }
    return html;
}

// At most `deepestPoint` levels of lists within lists.
QString itemsOf(const QList<article::Point> &points)
{
    QString html;
    for (const article::Point &point : points) {
        html += QStringLiteral("<li style=\"margin:2px 0\">") + richText(point.text);
        if (!point.points.isEmpty())
            html += QStringLiteral("<ul>") + itemsOf(point.points) + QStringLiteral("</ul>");
        html += QStringLiteral("</li>");
    }
    return html;
}

// Writes the blocks of articles, each in the theme's colours.
class RichTextWriter
{
public:
    RichTextWriter(const picture::Palette &palette, Length length)
        : m_palette(palette)
        , m_length(length)
    {}

    QString write(const article::Article &article)
    {
        m_html = QStringLiteral("<p style=\"font-size:17px; font-weight:600; margin:0\">") +
                 escaped(article.title) + QStringLiteral("</p>");
        muted(richText(article.subtitle));
        tags(article.tags);
        for (const article::Section &section : article.sections)
            write(section);
        return std::move(m_html);
    }

    void operator()(const article::Rows &rows)
    {
        m_html += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">");
        for (const article::Row &row : rows.rows)
            m_html += QStringLiteral("<tr><td width=\"92\" style=\"color:") + colour(m_palette.mutedText) +
                      QStringLiteral("\">") + escaped(row.label) + QStringLiteral("</td><td>") +
                      richText(row.text) + QStringLiteral("</td></tr>");
        m_html += QStringLiteral("</table>");
    }

    void operator()(const article::Paragraph &paragraph)
    {
        if (paragraph.tone == article::Paragraph::Tone::Muted)
            muted(richText(paragraph.text));
        else
            m_html += QStringLiteral("<p style=\"margin:3px 0\">") + richText(paragraph.text) +
                      QStringLiteral("</p>");
    }

    void operator()(const article::Points &points)
    {
        const bool isCut = m_length == Length::Short && points.points.size() > mostPoints;
        const QString tag = points.isNumbered ? QStringLiteral("ol") : QStringLiteral("ul");
        m_html += u'<' + tag +
                  QStringLiteral(" style=\"margin:2px 0 2px 0; -qt-list-indent:0; margin-left:18px\">") +
                  itemsOf(isCut ? points.points.first(mostPoints) : points.points) + QStringLiteral("</") +
                  tag + u'>';
        if (isCut)
            muted(QStringLiteral("<a href=\"%1\">Show all %2</a>")
                      .arg(showAllLink, QString::number(points.points.size())));
    }

    void operator()(const article::Sides &sides)
    {
        constexpr qsizetype inARow = 2;
        m_html += QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"6\">");
        for (qsizetype i = 0; i < sides.sides.size(); i += inARow) {
            m_html += QStringLiteral("<tr>");
            for (const article::Side &side : sides.sides.mid(i, inARow))
                cell(htmlOf(side));
            m_html += QStringLiteral("</tr>");
        }
        m_html += QStringLiteral("</table>");
    }

    void operator()(const article::Comparison &comparison)
    {
        m_html += QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"4\">");
        for (const article::Pair &pair : comparison.pairs) {
            if (!pair.label.isEmpty())
                m_html += QStringLiteral("<tr><td colspan=\"2\" style=\"color:") +
                          colour(m_palette.mutedText) + QStringLiteral("; padding:2px 0 0 0\">") +
                          escaped(pair.label) + QStringLiteral("</td></tr>");
            m_html += QStringLiteral("<tr>");
            cell(richText(pair.left));
            cell(richText(pair.right));
            m_html += QStringLiteral("</tr>");
        }
        m_html += QStringLiteral("</table>");
    }

    void operator()(const article::Citations &citations)
    {
        for (const article::Citation &citation : citations.citations) {
            m_html += QStringLiteral("<p style=\"margin:3px 0\">") + QString::number(citation.number) + u' ' +
                      richText(citation.title) + QStringLiteral("</p>");
            if (!citation.quote.isEmpty())
                muted(richText(article::quoted(citation.quote)));
            muted(escaped(citation.note));
            muted(richText(citation.address));
        }
    }

    void operator()(const article::Holds &holds) { muted(escaped(holds.words)); }

private:
    static QString colour(picture::Rgba value) { return QColor::fromRgba(value.value).name(); }

    void write(const article::Section &section)
    {
        if (section.blocks.isEmpty())
            return;
        if (!section.title.isEmpty())
            m_html += QStringLiteral("<p style=\"font-size:11px; font-weight:600; color:") +
                      colour(section.isAlarming ? m_palette.conflict : m_palette.mutedText) +
                      QStringLiteral("; margin:14px 0 4px 0\">") + richText(section.title, true) +
                      QStringLiteral("</p>");
        for (const article::Block &block : section.blocks)
            std::visit(*this, block);
    }

    void muted(const QString &html)
    {
        if (!html.isEmpty())
            m_html += QStringLiteral("<p style=\"margin:2px 0; color:") + colour(m_palette.mutedText) +
                      QStringLiteral("\">") + html + QStringLiteral("</p>");
    }

    void tags(const QStringList &tags)
    {
        QStringList spans;
        for (const QString &tag : tags)
            spans.append(QStringLiteral("<span style=\"background-color:") + colour(m_palette.groupNested) +
                         QStringLiteral("\">&nbsp;") + escaped(tag) + QStringLiteral("&nbsp;</span>"));
        if (!spans.isEmpty())
            m_html += QStringLiteral("<p style=\"margin:6px 0\">") + spans.join(QStringLiteral("&nbsp; ")) +
                      QStringLiteral("</p>");
    }

    void cell(const QString &html)
    {
        m_html += QStringLiteral("<td width=\"50%\" valign=\"top\" style=\"background-color:") +
                  colour(m_palette.group) + QStringLiteral("\">") + html + QStringLiteral("</td>");
    }

    QString htmlOf(const article::Side &side) const
    {
        QStringList lines{richText(side.heading)};
        for (const article::Paragraph &paragraph : side.paragraphs) {
            const QString html = richText(paragraph.text);
            lines.append(paragraph.tone == article::Paragraph::Tone::Muted
                             ? QStringLiteral("<span style=\"color:") + colour(m_palette.mutedText) +
                                   QStringLiteral("\">") + html + QStringLiteral("</span>")
                             : html);
        }
        return lines.join(QStringLiteral("<br/>"));
    }

    const picture::Palette &m_palette;
    Length m_length;
    QString m_html;
};

} // namespace

QString toRichText(const article::Article &article, const picture::Palette &palette, Length length)
{
    return RichTextWriter(palette, length).write(article);
}

} // namespace entente::window
