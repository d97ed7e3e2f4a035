#include "window/canvaswalk.h"

#include <cmath>
#include <limits>

namespace entente::window {

using picture::Item;
using picture::Role;

namespace {

// How far `to` lies along the direction and how far off it.
struct Distance
{
    double along = 0;
    double aside = 0;
};

Distance distance(QPointF from, QPointF to, Direction direction)
{
    const QPointF by = to - from;
    switch (direction) {
    case Direction::Left:
        return {-by.x(), std::abs(by.y())};
    case Direction::Right:
        return {by.x(), std::abs(by.y())};
    case Direction::Up:
        return {-by.y(), std::abs(by.x())};
    case Direction::Down:
        return {by.y(), std::abs(by.x())};
    }
    return {};
}

// What lies off the direction counts double, and what lies outside its quarter only when nothing is within.
double cost(const Distance &way)
{
    constexpr double outside = 1e6;
    return way.along + 2 * way.aside + (way.aside > way.along ? outside : 0);
}

} // namespace

bool isWalked(const Item &item)
{
    return item.role == Role::Firm || item.role == Role::Agreement || item.role == Role::Conflict;
}

QStringList walkOrder(const picture::Picture &picture)
{
    QStringList order;
    for (const Role role : {Role::Firm, Role::Agreement, Role::Conflict}) {
        for (const Item &item : picture.items) {
            if (item.role == role)
                order.append(item.id);
        }
    }
    return order;
}

QString walkedBy(const picture::Picture &picture, const QString &from, bool forward)
{
    const QStringList order = walkOrder(picture);
    const qsizetype at = order.indexOf(from);
    if (at < 0)
        return order.isEmpty() ? QString() : forward ? order.first() : order.last();
    return order.value(forward ? at + 1 : at - 1);
}

QString nearestIn(const picture::Picture &picture, const QString &from, Direction direction)
{
    const Item *start = picture.item(from);
    if (!start)
        return {};
    QString best;
    double least = std::numeric_limits<double>::infinity();
    for (const Item &item : picture.items) {
        if (!isWalked(item) || item.id == from)
            continue;
        const Distance way = distance(start->box.center(), item.box.center(), direction);
        if (way.along <= 1 || cost(way) >= least)
            continue;
        least = cost(way);
        best = item.id;
    }
    return best;
}

} // namespace entente::window
