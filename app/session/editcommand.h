#pragma once

#include "document/edit.h"

#include <QUndoCommand>

#include <functional>

namespace entente::session {

// One edit of the document that is open. It holds for that document only: another that is opened clears it.
class EditCommand : public QUndoCommand
{
public:
    // A way from one revision to another.
    struct Step
    {
        QList<document::Change> changes;
        int revision = 0; // that it leads to
    };
    using Make = std::function<void(const Step &)>;

    // It was made already: what the stack calls first does nothing.
    EditCommand(const QString &text, Step forward, Step back, Make make);

    void undo() override;
    void redo() override;

private:
    Step m_forward;
    Step m_back;
    Make m_make;
    bool m_isMade = true;
};

} // namespace entente::session
