#pragma once

#include "session/session.h"
#include "window/actions.h"
#include "window/formfields.h"

class QMenu;

namespace entente::window {

// Opens the forms that change what is open, and hands the edits to the session.
class EditActions : public QObject
{
    Q_OBJECT

public:
    EditActions(session::Session &session, const Actions &actions, QWidget *window);

    void edit(const domain::ThingRef &thing);
    void addAgreement(const QList<domain::FirmId> &parties);
    void extendMenu(QMenu *menu, const domain::ThingRef &thing); // by what can be done with the thing
    void refresh();                                              // what the selection allows

private:
    void addFirm();
    void add(domain::ThingKind kind, const document::Value &value);
    void editScenario();
    void remove(const domain::ThingRef &thing);
    void waive(const domain::ThingRef &clause);
    bool make(const session::Edit &edit);

    session::Session &m_session;
    const Actions &m_actions;
    QWidget *m_window;
};

} // namespace entente::window
