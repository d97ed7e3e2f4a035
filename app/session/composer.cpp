#include "session/composer.h"

namespace entente::session {

Composer::Composer(const picture::TextMeasure &measure, layout::LayoutLimits limits, QObject *parent)
    : QObject(parent)
    , m_measure(measure)
    , m_layouter(limits)
{
    connect(&m_layouter, &layout::Layouter::finished, this, &Composer::onFinished);
    connect(&m_layouter, &layout::Layouter::progressed, this, [this](quint64 number, int done, int total) {
        if (number == m_number)
            Q_EMIT progressed(done, total);
    });
}

void Composer::compose(QList<formats::ScenarioFile> chain, const analysis::AsOf &asOf,
                       const picture::Theme &theme, const Arrangement &kept, const Places &dragged)
{
    cancel();
    if (!kept.isEmpty()) {
        Composition last = session::compose(chain.last(), asOf, theme, m_measure);
        if (isKnown(last, kept)) {
            settle(last, kept, dragged);
            answer({std::move(last), {}});
            return;
        }
    }
    Composition root = session::compose(chain.first(), asOf, theme, m_measure);
    if (root.request.nodes.isEmpty()) {
        answer({composeChain(std::move(chain), std::move(root), {theme, m_measure}, dragged), {}});
        return;
    }
    m_pending = {std::move(chain), std::move(root), theme, dragged};
    m_number = m_layouter.request(m_pending.root.request);
}

void Composer::arrange(const Composition &composition)
{
    cancel();
    layout::LayoutRequest request = composition.request;
    for (layout::Node &node : request.nodes)
        node.fixed.reset();
    m_number = m_layouter.request(request);
}

void Composer::cancel()
{
    if (m_number != 0)
        m_layouter.cancel();
    m_number = 0;
    m_pending = {};
}

void Composer::onFinished(quint64 number, const Outcome<layout::Placement> &outcome)
{
    if (number != m_number)
        return;
    m_number = 0;
    Pending pending = std::exchange(m_pending, {});
    if (pending.chain.isEmpty()) {
        Q_EMIT arranged(outcome);
        return;
    }
    if (!outcome) {
        answer({std::nullopt, outcome.problems});
        return;
    }
    pending.root.placement = *outcome.value;
    answer({composeChain(std::move(pending.chain), std::move(pending.root), {pending.theme, m_measure},
                         pending.dragged),
            outcome.problems});
}

void Composer::answer(Outcome<Composition> outcome)
{
    Q_EMIT composed(std::make_shared<Outcome<Composition>>(std::move(outcome)));
}

} // namespace entente::session
