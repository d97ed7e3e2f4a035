#pragma once

#include "session/arrangement.h"

#include <QUndoCommand>

#include <functional>

namespace entente::session {

// How everything stands and what of it was dragged there.
struct Standing
{
    Arrangement arrangement;
    Places dragged;
};

// One step that changes where things stand: a move, or an arrangement of everything anew. It is pushed when
// it is done, names things by id, and so can be undone after the scenario was reloaded or another one was
// switched to.
class PlaceCommand : public QUndoCommand
{
public:
    using Restore = std::function<void(const Standing &)>;

    PlaceCommand(const QString &text, Standing before, Standing after, Restore restore);

    void undo() override;
    void redo() override;

private:
    Standing m_before;
    Standing m_after;
    Restore m_restore;
    bool m_isDone = true; // by whoever pushes it
};

} // namespace entente::session
