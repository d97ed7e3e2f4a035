#pragma once

#include "domain/scenario.h"
#include "domain/thingref.h"
#include "domain/words.h"

namespace entente::exports {

// Writes the pieces that a page's details are made of. Texts given are plain and are escaped here; `html`
// arguments are ready.
class Markup
{
public:
    explicit Markup(const domain::Scenario &scenario)
        : m_scenario(scenario)
    {}

    const domain::Scenario &scenario() const { return m_scenario; }

    static QString escaped(const QString &text); // fit for text and for attributes in double quotes
    static QString name(const QString &text);    // escaped, and apart from the direction of what is around it
    static QString hrefTo(const domain::ThingRef &thing);
    static QString link(const domain::ThingRef &thing, const QString &text);
    static QString address(const QString &url); // a link where that is safe, else text
    QString firmLink(const domain::FirmId &id) const;
    QString agreementLink(const domain::AgreementId &id) const;
    QString clauseLink(const domain::ClauseRef &ref) const;
    QString thingLink(const QString &id) const; // of a firm's or a defined term's id
    QString citeMarks(const domain::Cites &cites) const;

    // An article is what is shown for one thing; sections stand within it.
    void openArticle(const domain::ThingRef &thing, const QString &title, const QString &subtitleHtml);
    void closeArticle();
    void openSection(const domain::ThingRef &thing, const QString &title);
    void closeSection();
    void heading(const QString &text, bool isAlarming = false);
    void paragraph(const QString &html, const char *className = nullptr); // nothing where html is empty
    void row(const QString &label, const QString &html);                  // likewise
    void badges(const QStringList &badges);
    void list(const QStringList &html, bool isNumbered = false);
    void quote(const QString &text); // a clause's wording
    void positions(const domain::Positions &positions);
    void cites(const domain::Cites &cites); // with locator, quote and address
    void raw(const QString &html);

    QString take();

private:
    void closeRows();
    void cite(const domain::Cite &cite);

    const domain::Scenario &m_scenario;
    QString m_html;
    bool m_isInRows = false;
};

QString titleOf(const domain::Clause &clause);
QString toStanceWords(domain::StanceKind stance); // "affirms", "takes no side"

} // namespace entente::exports
