#include "exports/markup.h"

#include "exports/printable.h"

#include <QUrl>

namespace entente::exports {

using domain::ThingRef;

QString Markup::escaped(const QString &text)
{
    QString result = printable(text).toHtmlEscaped();
    return result.replace(u'\'', QLatin1String("&#39;"));
}

QString Markup::name(const QString &text)
{
    return QStringLiteral("<bdi>%1</bdi>").arg(escaped(printableLine(text)));
}

QString Markup::hrefTo(const ThingRef &thing)
{
    return u'#' + QString::fromLatin1(QUrl::toPercentEncoding(thing.toString(), ":/~"));
}

QString Markup::link(const ThingRef &thing, const QString &text)
{
    return QStringLiteral("<a href=\"%1\">").arg(hrefTo(thing)) + name(text) + QStringLiteral("</a>");
}

QString Markup::address(const QString &url)
{
    const QString text = escaped(printableLine(url));
    if (!isSafeAddress(url))
        return text;
    return QStringLiteral("<a class=\"outside\" href=\"") + text +
           QStringLiteral("\" rel=\"noopener noreferrer\" target=\"_blank\">") + text +
           QStringLiteral("</a>");
}

QString Markup::firmLink(const domain::FirmId &id) const
{
    if (id.isEmpty())
        return {};
    return m_scenario.firm(id) ? link(ThingRef::of(id), m_scenario.nameOf(id)) : name(id.text());
}

QString Markup::agreementLink(const domain::AgreementId &id) const
{
    const domain::Agreement *agreement = m_scenario.agreement(id);
    return agreement ? link(ThingRef::of(id), agreement->title) : name(id.text());
}

QString Markup::clauseLink(const domain::ClauseRef &ref) const
{
    const domain::Clause *clause = m_scenario.clause(ref);
    return clause ? link(ThingRef::of(ref), titleOf(*clause)) : name(ThingRef::toText(ref));
}

QString Markup::thingLink(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const domain::TermId term(id);
    return m_scenario.term(term) ? link(ThingRef::of(term), m_scenario.nameOfThing(id))
                                 : firmLink(domain::FirmId(id));
}

QString Markup::citeMarks(const domain::Cites &cites) const
{
    QStringList marks;
    for (const domain::Cite &cite : cites) {
        const QString number = QString::number(domain::numberOf(m_scenario, cite.source));
        const QString mark = QStringLiteral("<a href=\"%1\" aria-label=\"Source %2\">%2</a>")
                                 .arg(hrefTo(ThingRef::of(cite.source)), number);
        if (!marks.contains(mark))
            marks.append(mark);
    }
    return marks.isEmpty() ? QString() : QStringLiteral("<sup>%1</sup>").arg(marks.join(QStringLiteral(" ")));
}

void Markup::raw(const QString &html)
{
    closeRows();
    m_html += html;
}

void Markup::openArticle(const ThingRef &thing, const QString &title, const QString &subtitleHtml)
{
    raw(QStringLiteral("<article id=\"") + escaped(thing.toString()) +
        QStringLiteral("\" tabindex=\"-1\">\n<h2>") + name(title) + QStringLiteral("</h2>\n"));
    paragraph(subtitleHtml, "subtitle");
}

void Markup::closeArticle()
{
    raw(QStringLiteral("</article>\n"));
}

void Markup::openSection(const ThingRef &thing, const QString &title)
{
    raw(QStringLiteral("<section id=\"") + escaped(thing.toString()) +
        QStringLiteral("\" tabindex=\"-1\">\n"));
    heading(title);
}

void Markup::closeSection()
{
    raw(QStringLiteral("</section>\n"));
}

void Markup::heading(const QString &text, bool isAlarming)
{
    raw(QStringLiteral("<h3%1>").arg(isAlarming ? QStringLiteral(" class=\"alarming\"") : QString()) +
        name(text) + QStringLiteral("</h3>\n"));
}

void Markup::paragraph(const QString &html, const char *className)
{
    if (html.isEmpty())
        return;
    const QString attribute =
        className ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(className)) : QString();
    raw(QStringLiteral("<p dir=\"auto\"%1>").arg(attribute) + html + QStringLiteral("</p>\n"));
}

void Markup::row(const QString &label, const QString &html)
{
    if (html.isEmpty())
        return;
    if (!m_isInRows)
        m_html += QStringLiteral("<dl>\n");
    m_isInRows = true;
    m_html += QStringLiteral("<div><dt>") + escaped(label) + QStringLiteral("</dt><dd>") + html +
              QStringLiteral("</dd></div>\n");
}

void Markup::closeRows()
{
    if (m_isInRows)
        m_html += QStringLiteral("</dl>\n");
    m_isInRows = false;
}

void Markup::badges(const QStringList &badges)
{
    QString html;
    for (const QString &badge : badges)
        html += QStringLiteral("<li>") + escaped(badge) + QStringLiteral("</li>");
    if (!html.isEmpty())
        raw(QStringLiteral("<ul class=\"badges\">") + html + QStringLiteral("</ul>\n"));
}

void Markup::list(const QStringList &html, bool isNumbered)
{
    if (html.isEmpty())
        return;
    const QString tag = isNumbered ? QStringLiteral("ol") : QStringLiteral("ul");
    QString items;
    for (const QString &item : html)
        items += QStringLiteral("<li>") + item + QStringLiteral("</li>\n");
    raw(u'<' + tag + QStringLiteral(">\n") + items + QStringLiteral("</") + tag + QStringLiteral(">\n"));
}

void Markup::quote(const QString &text)
{
    if (!text.isEmpty())
        raw(QStringLiteral("<blockquote dir=\"auto\">“") + escaped(text) +
            QStringLiteral("”</blockquote>\n"));
}

void Markup::positions(const domain::Positions &positions)
{
    if (positions.isEmpty())
        return;
    QString html;
    for (const domain::Position &position : positions) {
        html += QStringLiteral("<div class=\"position %1\"><h4>").arg(domain::toWord(position.stance)) +
                firmLink(position.by) + u' ' + toStanceWords(position.stance) + citeMarks(position.cites) +
                QStringLiteral("</h4>");
        if (!position.text.isEmpty())
            html += QStringLiteral("<p dir=\"auto\">") + escaped(position.text) + QStringLiteral("</p>");
        if (!position.attribution.isEmpty())
            html += QStringLiteral("<p class=\"muted\">by ") + escaped(position.attribution) +
                    QStringLiteral("</p>");
        html += QStringLiteral("</div>\n");
    }
    raw(QStringLiteral("<div class=\"positions\">\n") + html + QStringLiteral("</div>\n"));
}

void Markup::cite(const domain::Cite &cite)
{
    const domain::Source *source = m_scenario.source(cite.source);
    if (!source)
        return;
    QString html = QStringLiteral("<li value=\"%1\">").arg(domain::numberOf(m_scenario, cite.source)) +
                   link(ThingRef::of(cite.source), source->title);
    if (!cite.locator.isEmpty())
        html += QStringLiteral(", ") + escaped(cite.locator);
    if (!cite.quote.isEmpty())
        html += QStringLiteral("<q dir=\"auto\">") + escaped(cite.quote) + QStringLiteral("</q>");
    if (!cite.note.isEmpty())
        html += QStringLiteral("<br>") + escaped(cite.note);
    if (!source->url.isEmpty())
        html += QStringLiteral("<br>") + address(source->url);
    m_html += html + QStringLiteral("</li>\n");
}

void Markup::cites(const domain::Cites &cites)
{
    if (cites.isEmpty())
        return;
    raw(QStringLiteral("<ol class=\"cites\">\n"));
    for (const domain::Cite &each : cites)
        cite(each);
    m_html += QStringLiteral("</ol>\n");
}

QString Markup::take()
{
    closeRows();
    return std::move(m_html);
}

QString titleOf(const domain::Clause &clause)
{
    return clause.title.isEmpty() ? domain::toReadable(clause.kind) : clause.title;
}

QString toStanceWords(domain::StanceKind stance)
{
    switch (stance) {
    case domain::StanceKind::Affirms:
        return QStringLiteral("affirms");
    case domain::StanceKind::Denies:
        return QStringLiteral("denies");
    case domain::StanceKind::Open:
        break;
    }
    return QStringLiteral("takes no side");
}

} // namespace entente::exports
