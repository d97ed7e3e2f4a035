#include "session/placecommand.h"

namespace entente::session {

PlaceCommand::PlaceCommand(const QString &text, Standing before, Standing after, Restore restore)
    : QUndoCommand(text)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_restore(std::move(restore))
{}

void PlaceCommand::undo()
{
    m_restore(m_before);
}

void PlaceCommand::redo()
{
    if (!std::exchange(m_isDone, false))
        m_restore(m_after);
}

} // namespace entente::session
