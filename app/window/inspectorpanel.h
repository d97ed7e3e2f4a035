#pragma once

#include "exports/articlecontext.h"
#include "session/session.h"
#include "window/articlerichtext.h"
#include "window/prepared.h"

#include <QTextBrowser>

#include <memory>

namespace entente::window {

// What is selected, to be read: its facts, clauses, positions and sources. Names are links that select; the
// way back is kept.
class InspectorPanel : public QTextBrowser
{
    Q_OBJECT

public:
    explicit InspectorPanel(session::Session &session, QWidget *parent = nullptr);

public Q_SLOTS:
    void back();
    void forward() override;

Q_SIGNALS:
    void editRequested(const entente::domain::ThingRef &thing); // by a link "edit:firm:openai"
    void historyChanged(bool canGoBack, bool canGoForward);

protected:
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {
    }                                                        // links are the session's, no pages
    QMimeData *createMimeDataFromSelection() const override; // with its citation

private:
    void refresh();
    exports::article::AtHand atHand();
    std::shared_ptr<const domain::AgreementNames> names();
    void remember();
    void go(int by);
    void follow(const QUrl &link);

    session::Session &m_session;
    std::shared_ptr<const domain::AgreementNames> m_names; // of these:
    QList<domain::Agreement> m_namedAgreements;
    QList<domain::Firm> m_namedFirms;
    Prepared<exports::article::Roster> m_roster;
    QList<domain::ThingRef> m_history;
    qsizetype m_at = -1;
    Length m_length = Length::Short; // until the rest is asked for
    bool m_going = false;            // the selection changes by going back or forward
};

} // namespace entente::window
