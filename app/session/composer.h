#pragma once

#include "session/composition.h"

#include <QObject>

namespace entente::session {

// Composes in the background what has to be laid out, and at once what only has to be settled among kept
// places. A newer request overtakes the older, which then never answers.
class Composer : public QObject
{
    Q_OBJECT

public:
    Composer(const picture::TextMeasure &measure, layout::LayoutLimits limits, QObject *parent = nullptr);

    void warmUp() { m_layouter.warmUp(); }
    // The last of a chain (farthest base first, not empty). Where `kept` knows nothing of it, its root is
    // laid out.
    void compose(QList<formats::ScenarioFile> chain, const analysis::AsOf &asOf, const picture::Theme &theme,
                 const Arrangement &kept, const Places &dragged);
    // Lays the whole composition out anew, whatever was kept.
    void arrange(const Composition &composition);
    void cancel();
    bool isBusy() const { return m_number != 0; }

Q_SIGNALS:
    void progressed(int done, int total);
    void composed(const std::shared_ptr<entente::Outcome<entente::session::Composition>> &outcome);
    void arranged(const entente::Outcome<entente::layout::Placement> &outcome);

private:
    struct Pending
    {
        QList<formats::ScenarioFile> chain; // empty while arranging
        Composition root;
        picture::Theme theme;
        Places dragged;
    };
    void onFinished(quint64 number, const Outcome<layout::Placement> &outcome);
    void answer(Outcome<Composition> outcome);

    const picture::TextMeasure &m_measure;
    layout::Layouter m_layouter;
    Pending m_pending;
    quint64 m_number = 0; // of the layout that is awaited; 0 for none
};

} // namespace entente::session
