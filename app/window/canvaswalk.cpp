#include "window/canvaswalk.h"

#include "picture/itemreader.h"

#include <cmath>
#include <limits>

namespace entente::window {

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

bool isWalked(Role role)
{
    return role == Role::Firm || role == Role::Agreement || role == Role::Conflict;
}

QStringList walkOrder(const picture::Picture &picture)
{
    QStringList order;
    picture::ItemReader item(picture.items);
    for (const Role role : {Role::Firm, Role::Agreement, Role::Conflict}) {
        for (qsizetype i = 0; i < picture.items.size(); ++i) {
            if (picture.items.roleAt(i) != role)
                continue;
            item.seek(i);
            order.append(item.id());
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
    const qsizetype start = picture.items.indexOf(from);
    if (start < 0)
        return {};
    qsizetype best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < picture.items.size(); ++i) {
        if (!isWalked(picture.items.roleAt(i)) || i == start)
            continue;
        const Distance way =
            distance(picture.items.boxAt(start).center(), picture.items.boxAt(i).center(), direction);
        if (way.along <= 1 || cost(way) >= least)
            continue;
        least = cost(way);
        best = i;
    }
    return best < 0 ? QString() : picture.items.at(best).id;
}

} // namespace entente::window
