#include "session/editcommand.h"

#include <utility>

namespace entente::session {

EditCommand::EditCommand(const QString &text, Step forward, Step back, Make make)
    : QUndoCommand(text)
    , m_forward(std::move(forward))
    , m_back(std::move(back))
    , m_make(std::move(make))
{}

void EditCommand::undo()
{
    m_make(m_back);
}

void EditCommand::redo()
{
    if (!std::exchange(m_isMade, false))
        m_make(m_forward);
}

} // namespace entente::session
