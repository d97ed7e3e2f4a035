#pragma once

#include "session/session.h"

#include <QString>

namespace entente::window {

// Writes the pieces that the inspector's pages are made of, in the theme's colours. Texts given are plain and
// are escaped here; `html` arguments are ready.
class HtmlWriter
{
public:
    explicit HtmlWriter(const session::Session &session);

    const domain::Scenario &scenario() const { return m_session.scenario(); }
    const session::Session &session() const { return m_session; }

    static QString escaped(const QString &text);
    QString link(const domain::ThingRef &thing, const QString &text) const;
    QString firmLink(const domain::FirmId &id) const;
    QString agreementLink(const domain::AgreementId &id) const;
    QString clauseLink(const domain::ClauseRef &ref) const;
    QString thingLink(const QString &id) const;          // of a firm's or a defined term's id
    QString citeMarks(const domain::Cites &cites) const; // small numbers that link to the sources

    void title(const QString &text, const QString &html);
    void heading(const QString &text, bool alarming = false);
    void paragraph(const QString &html);
    void muted(const QString &html);
    void row(const QString &label, const QString &html); // nothing where html is empty
    // Two things against each other: under each label what the one and what the other has.
    struct RowOfTwo
    {
        QString label;
        QString left; // html, as the next
        QString right;
    };
    void sideBySide(const QList<RowOfTwo> &rows);
    void badges(const QStringList &badges);
    void list(const QStringList &html, bool numbered = false);
    void positions(const domain::Positions &positions); // side by side
    void cites(const domain::Cites &cites);             // with locator and quote
    void otherAttributes(const domain::Extras &extras); // what a scenario has no word for

    QString take();

private:
    void closeTable();
    QString colour(picture::Rgba value) const;

    const session::Session &m_session;
    QString m_html;
    bool m_inTable = false;
};

} // namespace entente::window
