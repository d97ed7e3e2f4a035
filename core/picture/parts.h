#pragma once

#include "picture/styles.h"

namespace entente::picture {

// The builder's parts, each in a file of its own: how large a thing is, and what it looks like in its place.

// ---- cards.cpp
QSizeF cardSize(const Drawing &drawing, const domain::Firm &firm);
Item drawCard(const Drawing &drawing, const domain::Firm &firm, const QRectF &box, int ties);

// ---- pills.cpp
QSizeF pillSize(const Drawing &drawing, const domain::Agreement &agreement);
Item drawPill(const Drawing &drawing, const domain::Agreement &agreement, const QRectF &box);

// ---- groups.cpp
QSizeF groupTitleSize(const Drawing &drawing, const domain::Firm &firm);
Item drawGroup(const Drawing &drawing, const domain::Firm &firm, const QRectF &box, bool nested);

// ---- ties.cpp
Item drawTie(const Drawing &drawing, const graph::Tie &tie, const layout::Curve &curve, int number);

// ---- conflictmarks.cpp
constexpr double conflictMarkSize = 24;
// `mark` is where the mark stands; the curve is empty for two clauses of one agreement.
Item drawConflict(const Drawing &drawing, const analysis::Conflict &conflict, const layout::Curve &curve,
                  QPointF mark);
Shape conflictDiamond(const Drawing &drawing, QPointF centre, double size, bool certain);

// ---- legend.cpp, footer.cpp: drawn below the rest, from (0, 0) on; the item's box is their extent
struct Shown // what of the subject is in the picture
{
    QList<const domain::Firm *> firms;
    QList<const domain::Agreement *> agreements;
    QList<const graph::Tie *> ties;
    QList<const analysis::Conflict *> conflicts;
};
Item drawLegend(const Drawing &drawing, const Shown &shown, double width);
// Without `full` only what can't be turned off: the date, "hypothetical" and "may".
Item drawFooter(const Drawing &drawing, const Shown &shown, double width, bool full);

void translate(Item &item, QPointF by);
Path toPath(const layout::Curve &curve);
QString xmlId(const QString &prefix, const QString &id); // "firm-openai"

} // namespace entente::picture
