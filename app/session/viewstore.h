#pragma once

#include "session/viewfile.h"

#include <QObject>
#include <QTimer>

namespace entente::session {

// The places that the user dragged things to, written to the view file of the open scenario a while after the
// last change and when the scenario or the program is closed.
class ViewStore : public QObject
{
    Q_OBJECT

public:
    explicit ViewStore(int delayMilliseconds, QObject *parent = nullptr);
    ~ViewStore() override;

    // What is pending is written first. Nothing is written for "-" or an empty path.
    void begin(const QString &scenarioPath, const Places &dragged);
    const Places &dragged() const { return m_dragged; }
    void change(const Places &dragged);
    void flush();

Q_SIGNALS:
    void failed(const entente::ProblemList &problems);

private:
    QTimer m_delay;
    QString m_path;
    Places m_dragged;
    bool m_isPending = false;
};

} // namespace entente::session
