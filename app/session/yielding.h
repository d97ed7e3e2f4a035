#pragma once

#include "layout/layoutrequest.h"
#include "session/arrangement.h"

#include <QStringList>

namespace entente::session {

// Nodes that must leave the place where they are fixed, since another stands there with better right: what
// was dragged outranks what stayed as it was, that outranks what has grown, and a card outranks a pill. What
// has grown into a group that isn't its own leaves as well. `keys` runs parallel to the nodes.
QList<int> yieldingNodes(const layout::LayoutRequest &request, const QStringList &keys,
                         const Arrangement &kept, const Places &dragged);

} // namespace entente::session
