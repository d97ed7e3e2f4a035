#pragma once

#include "exports/pageframes.h"

namespace entente::exports {

// What the page's script needs to know, as JSON that may stand inside a <script> element: what the items
// stand for, the dates, and what holds and how things look at each.
QByteArray pageData(const domain::Scenario &scenario, const PageFrames &frames,
                    const QList<analysis::AsOf> &stops, qsizetype firstStop);

} // namespace entente::exports
