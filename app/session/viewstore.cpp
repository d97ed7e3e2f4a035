#include "session/viewstore.h"

#include <utility>

namespace entente::session {

ViewStore::ViewStore(int delayMilliseconds, QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &ViewStore::flush);
}

ViewStore::~ViewStore()
{
    blockSignals(true); // nobody is left to tell
    flush();
}

void ViewStore::begin(const QString &scenarioPath, const Places &dragged)
{
    flush();
    m_path = scenarioPath;
    m_dragged = dragged;
}

void ViewStore::change(const Places &dragged)
{
    if (dragged == m_dragged)
        return;
    m_dragged = dragged;
    m_isPending = true;
    m_delay.start();
}

void ViewStore::flush()
{
    m_delay.stop();
    if (!std::exchange(m_isPending, false) || m_path.isEmpty() || m_path == QLatin1String("-"))
        return;
    const ProblemList problems = writeView(m_path, m_dragged);
    if (!problems.isEmpty())
        Q_EMIT failed(problems);
}

} // namespace entente::session
