#pragma once

#include "layout/geometry.h"

#include <QHash>
#include <QMap>
#include <QPointF>
#include <QSizeF>
#include <QString>

namespace entente::session {

// Where things stand, by firm or agreement id: centres in picture units. Survives what changes between two
// scenarios.
using Places = QMap<QString, QPointF>;

struct Spot
{
    QPointF centre;
    QSizeF size; // of what stands there
    bool operator==(const Spot &) const = default;
};

// How a drawing stood, told by ids and not by indices, so that it can be kept while the scenario, the date or
// the filter changes, and put back by undo.
struct Arrangement
{
    QHash<QString, Spot> spots;          // by the keys of Places
    QHash<QString, layout::Curve> lines; // by lineKey() and linkKey()

    // Takes over what the newer one knows; what only this one knows stays, for when it is shown again.
    void merge(const Arrangement &newer);
    // Takes over only what this one doesn't know: a line that goes around something added runs straight again
    // without it.
    void complete(const Arrangement &newer);
    bool isEmpty() const { return spots.isEmpty(); }
    bool operator==(const Arrangement &) const = default;
};

QString lineKey(const QString &agreement, const QString &firm);
QString linkKey(const QString &conflict);

} // namespace entente::session
