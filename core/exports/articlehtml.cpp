#include "exports/articlehtml.h"

#include "exports/markup.h"

#include <algorithm>

namespace entente::exports::article {

namespace {

const QLatin1String holdsLater("<p class=\"holds\" hidden></p>\n"); // for the script to fill

QString marksHtml(const QList<Mark> &marks)
{
    QStringList links;
    for (const Mark &mark : marks)
        links.append(QStringLiteral("<a href=\"%1\" aria-label=\"Source %2\">%2</a>")
                         .arg(markup::hrefTo(domain::ThingRef::of(mark.source)))
                         .arg(mark.number));
    return links.isEmpty() ? QString()
                           : QStringLiteral("<sup>") + links.join(u' ') + QStringLiteral("</sup>");
}

QString wordsHtml(const Span &span)
{
    if (!span.address.isEmpty())
        return markup::address(span.address);
    if (!span.thing.isNone())
        return markup::link(span.thing, span.text);
    if (span.isName)
        return markup::name(span.text);
    return markup::escaped(span.text).replace(u'\n', QLatin1String("<br>"));
}

QString within(const char *tag, const QString &html)
{
    const QLatin1String name(tag);
    return u'<' + name + u'>' + html + QStringLiteral("</") + name + u'>';
}

QString inHtml(const Text &text)
{
    QString html;
    for (const Span &span : text) {
        const QString words = wordsHtml(span);
        html += span.style == Span::Style::Strong   ? within("b", words)
                : span.style == Span::Style::Quoted ? within("i", words)
                                                    : words;
        html += marksHtml(span.marks);
    }
    return html;
}

QString inHtml(const Rows &rows)
{
    QString html;
    for (const Row &row : rows.rows)
        html += QStringLiteral("<div><dt>") + markup::escaped(row.label) + QStringLiteral("</dt><dd>") +
                inHtml(row.text) + QStringLiteral("</dd></div>\n");
    return QStringLiteral("<dl>\n") + html + QStringLiteral("</dl>\n");
}

QString inHtml(const Paragraph &paragraph)
{
    const QString html = inHtml(paragraph.text);
    if (paragraph.tone == Paragraph::Tone::Wording)
        return QStringLiteral("<blockquote dir=\"auto\">") + html + QStringLiteral("</blockquote>\n");
    return markup::paragraph(html, paragraph.tone == Paragraph::Tone::Muted ? "muted" : nullptr);
}

// At most `deepestPoint` levels of lists within lists.
QString listHtml(const QList<Point> &points, const char *tag)
{
    QString items;
    for (const Point &point : points) {
        const QString below = point.points.isEmpty() ? QString() : listHtml(point.points, "ul");
        items += within("li", inHtml(point.text) + below) + u'\n';
    }
    return within(tag, u'\n' + items) + u'\n';
}

QString inHtml(const Points &points)
{
    return listHtml(points.points, points.isNumbered ? "ol" : "ul");
}

QString inHtml(const Sides &sides)
{
    QString html;
    for (const Side &side : sides.sides) {
        html += QStringLiteral("<div class=\"position %1\">").arg(domain::toWord(side.stance)) +
                within("h4", inHtml(side.heading));
        for (const Paragraph &paragraph : side.paragraphs)
            html += inHtml(paragraph);
        html += QStringLiteral("</div>\n");
    }
    return QStringLiteral("<div class=\"positions\">\n") + html + QStringLiteral("</div>\n");
}

QString inHtml(const Comparison &comparison)
{
    QString html;
    for (const Pair &pair : comparison.pairs) {
        if (!pair.label.isEmpty())
            html += QStringLiteral("<tr><th colspan=\"2\">") + markup::escaped(pair.label) +
                    QStringLiteral("</th></tr>\n");
        html += within("tr", within("td", inHtml(pair.left)) + within("td", inHtml(pair.right))) + u'\n';
    }
    return QStringLiteral("<table class=\"side-by-side\">\n") + html + QStringLiteral("</table>\n");
}

QString inHtml(const Citations &citations)
{
    QString html;
    for (const Citation &citation : citations.citations) {
        html += QStringLiteral("<li value=\"%1\">").arg(citation.number) + inHtml(citation.title);
        if (!citation.quote.isEmpty())
            html +=
                QStringLiteral("<q dir=\"auto\">") + markup::escaped(citation.quote) + QStringLiteral("</q>");
        for (const QString &line : {markup::escaped(citation.note), inHtml(citation.address)})
            html += line.isEmpty() ? line : QStringLiteral("<br>") + line;
        html += QStringLiteral("</li>\n");
    }
    return QStringLiteral("<ol class=\"cites\">\n") + html + QStringLiteral("</ol>\n");
}

// What it says is of the page's first date, for readers without scripts.
QString inHtml(const Holds &holds)
{
    return holds.words.isEmpty() ? QString(holdsLater)
                                 : QStringLiteral("<p class=\"holds\">") + markup::escaped(holds.words) +
                                       QStringLiteral("</p>\n");
}

QString anchor(const char *tag, const domain::ThingRef &thing)
{
    return QStringLiteral("<%1 id=\"").arg(QLatin1String(tag)) + markup::escaped(thing.toString()) +
           QStringLiteral("\" tabindex=\"-1\">\n");
}

QString inHtml(const Section &section)
{
    if (section.blocks.isEmpty())
        return {};
    QString html;
    if (!section.title.isEmpty())
        html = (section.isAlarming ? QStringLiteral("<h3 class=\"alarming\">") : QStringLiteral("<h3>")) +
               inHtml(section.title) + QStringLiteral("</h3>\n");
    for (const Block &block : section.blocks)
        html += std::visit([](const auto &content) { return inHtml(content); }, block);
    return section.thing.isNone() ? html
                                  : anchor("section", section.thing) + html + QStringLiteral("</section>\n");
}

QString tagsHtml(const QStringList &tags)
{
    QString html;
    for (const QString &tag : tags)
        html += within("li", markup::escaped(tag));
    return html.isEmpty() ? html : QStringLiteral("<ul class=\"badges\">") + html + QStringLiteral("</ul>\n");
}

QString headHtml(const Article &article, const QString &title)
{
    return anchor("article", article.thing) + within("h2", markup::name(title)) + u'\n' +
           markup::paragraph(inHtml(article.subtitle), "subtitle");
}

// Once where it is the same in all variants, else one after the other, each to be shown at its dates.
QString variantsHtml(const QStringList &html)
{
    if (std::all_of(html.begin(), html.end(), [&html](const QString &each) { return each == html.first(); }))
        return html.first();
    QString all;
    for (qsizetype i = 0; i < html.size(); ++i)
        all += QStringLiteral("<div class=\"variant\" data-variant=\"%1\">\n").arg(i) + html.at(i) +
               QStringLiteral("</div>\n");
    return all;
}

const QLatin1String articleEnd("</article>\n");

} // namespace

QString toHtml(const Article &article)
{
    return headHtml(article, article.title) + tagsHtml(article.tags) + toHtml(article.sections) + articleEnd;
}

QString toHtml(const QList<Article> &variants, const QString &title)
{
    const auto each = [&variants](const auto &part) {
        QStringList html;
        std::transform(variants.begin(), variants.end(), std::back_inserter(html), part);
        return variantsHtml(html);
    };
    QString html = headHtml(variants.first(), title) + holdsLater +
                   each([](const Article &variant) { return tagsHtml(variant.tags); });
    for (qsizetype i = 0; i < variants.first().sections.size(); ++i)
        html += each([i](const Article &variant) { return inHtml(variant.sections.at(i)); });
    return html + articleEnd;
}

QString toHtml(const QList<Section> &sections)
{
    QString html;
    for (const Section &section : sections)
        html += inHtml(section);
    return html;
}

} // namespace entente::exports::article
