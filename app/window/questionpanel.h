#pragma once

#include "session/session.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace entente::window {

struct ResultRow;
class ResultView;

// A panel that asks something of the scenario at its date. It asks only while it is seen: what is hidden
// costs nothing, and is asked when it is shown.
class QuestionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionPanel(session::Session &session, QWidget *parent = nullptr);

    QSize sizeHint() const override; // low: the picture keeps most of the window

public Q_SLOTS:
    void setSeen(bool seen); // for whoever may cover it, as a tab does: shown and hidden it knows itself

protected:
    virtual void answer() = 0; // called only while it is seen and something is open
    void ask();                // now, or when it is shown

    void setContent(QWidget *content);
    void showContent();
    void showMessage(const QString &sentence); // instead of the content: what is missing and what to do
    void follow(ResultView *view);             // what is chosen there is shown on the canvas
    void showOnCanvas(const ResultRow &row);

    QString atDate() const; // "as of March 2026", "at any date"
    session::Session &session() const { return m_session; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void endHighlight();

    session::Session &m_session;
    QStackedLayout *m_pages;
    QLabel *m_message;
    bool m_isSeen = false;
    bool m_isStale = true;
    bool m_highlights = false; // what is highlighted is this panel's
};

} // namespace entente::window
