#include "window/htmlwriter.h"

#include <QColor>

#include <algorithm>

namespace entente::window {

using domain::ThingRef;

HtmlWriter::HtmlWriter(const session::Session &session)
    : m_session(session)
{}

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

} // namespace

QString HtmlWriter::escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString HtmlWriter::colour(picture::Rgba value) const
{
    return QColor::fromRgba(value.value).name();
}

QString HtmlWriter::link(const ThingRef &thing, const QString &text) const
{
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>")
        .arg(escaped(thing.toString()), escaped(isolated(text)));
}

QString HtmlWriter::firmLink(const domain::FirmId &id) const
{
    return id.isEmpty() ? QString() : link(ThingRef::of(id), scenario().nameOf(id));
}

QString HtmlWriter::agreementLink(const domain::AgreementId &id) const
{
    const domain::Agreement *agreement = scenario().agreement(id);
    return agreement ? link(ThingRef::of(id), agreement->title) : escaped(id.text());
}

QString HtmlWriter::clauseLink(const domain::ClauseRef &ref) const
{
    const domain::Clause *clause = scenario().clause(ref);
    if (!clause)
        return {};
    return link(ThingRef::of(ref),
                clause->title.isEmpty() ? domain::toReadable(clause->kind) : clause->title);
}

QString HtmlWriter::thingLink(const QString &id) const
{
    if (id.isEmpty())
        return {};
    const domain::TermId term(id);
    return scenario().term(term) ? link(ThingRef::of(term), scenario().nameOfThing(id))
                                 : firmLink(domain::FirmId(id));
}

QString HtmlWriter::citeMarks(const domain::Cites &cites) const
{
    QStringList marks;
    for (const domain::Cite &cite : cites) {
        const QString mark =
            link(ThingRef::of(cite.source), QString::number(domain::numberOf(scenario(), cite.source)));
        if (!marks.contains(mark))
            marks.append(mark);
    }
    return marks.isEmpty() ? QString()
                           : QStringLiteral(" <sup>%1</sup>").arg(marks.join(QStringLiteral(" ")));
}

void HtmlWriter::title(const QString &text, const QString &html)
{
    m_html +=
        QStringLiteral("<p style=\"font-size:17px; font-weight:600; margin:0\">%1</p>").arg(escaped(text));
    muted(html);
}

void HtmlWriter::heading(const QString &text, bool alarming)
{
    closeTable();
    const picture::Palette &palette = m_session.theme().palette;
    m_html +=
        QStringLiteral("<p style=\"font-size:11px; font-weight:600; color:%1; margin:14px 0 4px 0\">%2</p>")
            .arg(colour(alarming ? palette.conflict : palette.mutedText), escaped(text.toUpper()));
}

void HtmlWriter::paragraph(const QString &html)
{
    closeTable();
    if (!html.isEmpty())
        m_html += QStringLiteral("<p style=\"margin:3px 0\">%1</p>").arg(html);
}

void HtmlWriter::muted(const QString &html)
{
    closeTable();
    if (!html.isEmpty()) {
        m_html += QStringLiteral("<p style=\"margin:2px 0; color:%1\">%2</p>")
                      .arg(colour(m_session.theme().palette.mutedText), html);
    }
}

void HtmlWriter::row(const QString &label, const QString &html)
{
    if (html.isEmpty())
        return;
    if (!m_inTable)
        m_html += QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\" width=\"100%\">");
    m_inTable = true;
    m_html += QStringLiteral("<tr><td width=\"92\" style=\"color:%1\">%2</td><td>%3</td></tr>")
                  .arg(colour(m_session.theme().palette.mutedText), escaped(label), html);
}

void HtmlWriter::sideBySide(const QList<RowOfTwo> &rows)
{
    closeTable();
    const QString muted = colour(m_session.theme().palette.mutedText);
    const QString back = colour(m_session.theme().palette.group);
    m_html += QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"4\">");
    for (const RowOfTwo &row : rows) {
        if (!row.label.isEmpty())
            m_html +=
                QStringLiteral("<tr><td colspan=\"2\" style=\"color:%1; padding:2px 0 0 0\">%2</td></tr>")
                    .arg(muted, escaped(row.label));
        m_html += QStringLiteral("<tr>");
        for (const QString &html : {row.left, row.right})
            m_html += QStringLiteral("<td width=\"50%\" valign=\"top\" style=\"background-color:%1\">%2</td>")
                          .arg(back, html);
        m_html += QStringLiteral("</tr>");
    }
    m_html += QStringLiteral("</table>");
}

void HtmlWriter::closeTable()
{
    if (m_inTable)
        m_html += QStringLiteral("</table>");
    m_inTable = false;
}

void HtmlWriter::badges(const QStringList &badges)
{
    closeTable();
    const QString back = colour(m_session.theme().palette.groupNested);
    QStringList spans;
    for (const QString &badge : badges)
        spans.append(QStringLiteral("<span style=\"background-color:%1\">&nbsp;%2&nbsp;</span>")
                         .arg(back, escaped(badge)));
    if (!spans.isEmpty())
        m_html +=
            QStringLiteral("<p style=\"margin:6px 0\">%1</p>").arg(spans.join(QStringLiteral("&nbsp; ")));
}

void HtmlWriter::list(const QStringList &html, bool numbered)
{
    closeTable();
    if (html.isEmpty())
        return;
    const QString tag = numbered ? QStringLiteral("ol") : QStringLiteral("ul");
    m_html +=
        QStringLiteral("<%1 style=\"margin:2px 0 2px 0; -qt-list-indent:0; margin-left:18px\">").arg(tag);
    for (const QString &item : html)
        m_html += QStringLiteral("<li style=\"margin:2px 0\">%1</li>").arg(item);
    m_html += QStringLiteral("</%1>").arg(tag);
}

namespace {

QString stanceInWords(domain::StanceKind stance)
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

} // namespace

void HtmlWriter::positions(const domain::Positions &positions)
{
    closeTable();
    if (positions.isEmpty())
        return;
    const picture::Palette &palette = m_session.theme().palette;
    constexpr qsizetype inARow = 2;
    m_html += QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"6\">");
    for (qsizetype i = 0; i < positions.size(); ++i) {
        const domain::Position &position = positions[i];
        if (i % inARow == 0)
            m_html += QStringLiteral("<tr>");
        QString cell =
            QStringLiteral("<b>%1 %2</b>%3")
                .arg(firmLink(position.by), stanceInWords(position.stance), citeMarks(position.cites));
        if (!position.text.isEmpty())
            cell += QStringLiteral("<br/>") + escaped(position.text);
        if (!position.attribution.isEmpty())
            cell += QStringLiteral("<br/><span style=\"color:%1\">by %2</span>")
                        .arg(colour(palette.mutedText), escaped(position.attribution));
        for (const domain::Cite &cite : position.cites) {
            if (!cite.quote.isEmpty())
                cell += QStringLiteral("<br/><i>“%1”</i>").arg(escaped(cite.quote));
        }
        m_html += QStringLiteral("<td width=\"50%\" valign=\"top\" style=\"background-color:%1\">%2</td>")
                      .arg(colour(palette.group), cell);
        if (i % inARow == inARow - 1 || i + 1 == positions.size())
            m_html += QStringLiteral("</tr>");
    }
    m_html += QStringLiteral("</table>");
}

void HtmlWriter::cites(const domain::Cites &cites)
{
    closeTable();
    for (const domain::Cite &cite : cites) {
        const domain::Source *source = scenario().source(cite.source);
        if (!source)
            continue;
        QString html = QStringLiteral("%1 %2")
                           .arg(domain::numberOf(scenario(), cite.source))
                           .arg(link(ThingRef::of(cite.source), source->title));
        if (!cite.locator.isEmpty())
            html += QStringLiteral(", ") + escaped(cite.locator);
        paragraph(html);
        if (!cite.quote.isEmpty())
            muted(QStringLiteral("<i>“%1”</i>").arg(escaped(cite.quote)));
        if (!cite.note.isEmpty())
            muted(escaped(cite.note));
        if (!source->url.isEmpty())
            muted(QStringLiteral("<a href=\"%1\">%1</a>").arg(escaped(source->url)));
    }
}

void HtmlWriter::otherAttributes(const domain::Extras &extras)
{
    if (extras.isEmpty())
        return;
    heading(QStringLiteral("Other attributes"));
    const QString prefix = QStringLiteral("x-");
    for (auto it = extras.begin(); it != extras.end(); ++it) {
        // Strict JSON; a text is shown without its quotes.
        const bool isText = it->size() >= 2 && it->startsWith(u'"') && !it->contains(u'\\');
        row(it.key().mid(prefix.size()), escaped(isText ? it->mid(1, it->size() - 2) : *it));
    }
}

QString HtmlWriter::take()
{
    closeTable();
    return std::move(m_html);
}

} // namespace entente::window
