#include "picture/picture.h"

#include <algorithm>

namespace entente::picture {

void Path::moveTo(QPointF to)
{
    steps.append({PathStep::Verb::Move, to, {}, {}});
}

void Path::lineTo(QPointF to)
{
    steps.append({PathStep::Verb::Line, to, {}, {}});
}

void Path::cubicTo(QPointF control1, QPointF control2, QPointF to)
{
    steps.append({PathStep::Verb::Cubic, to, control1, control2});
}

void Path::close()
{
    steps.append({PathStep::Verb::Close, {}, {}, {}});
}

QRectF Path::bounds() const
{
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;
    const auto take = [&](QPointF p) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    };
    for (const PathStep &step : steps) {
        if (step.verb == PathStep::Verb::Close)
            continue;
        take(step.to);
        if (step.verb == PathStep::Verb::Cubic) {
            take(step.control1);
            take(step.control2);
        }
    }
    return left > right ? QRectF() : QRectF(QPointF(left, top), QPointF(right, bottom));
}

Path roundedRect(const QRectF &rect, double radius)
{
    const double r = std::min({radius, rect.width() / 2, rect.height() / 2});
    const double c = r * (1 - 0.5522847498); // a quarter circle as a cubic
    Path path;
    path.moveTo({rect.left() + r, rect.top()});
    path.lineTo({rect.right() - r, rect.top()});
    path.cubicTo({rect.right() - c, rect.top()}, {rect.right(), rect.top() + c},
                 {rect.right(), rect.top() + r});
    path.lineTo({rect.right(), rect.bottom() - r});
    path.cubicTo({rect.right(), rect.bottom() - c}, {rect.right() - c, rect.bottom()},
                 {rect.right() - r, rect.bottom()});
    path.lineTo({rect.left() + r, rect.bottom()});
    path.cubicTo({rect.left() + c, rect.bottom()}, {rect.left(), rect.bottom() - c},
                 {rect.left(), rect.bottom() - r});
    path.lineTo({rect.left(), rect.top() + r});
    path.cubicTo({rect.left(), rect.top() + c}, {rect.left() + c, rect.top()}, {rect.left() + r, rect.top()});
    path.close();
    return path;
}

namespace {

void append(QString &out, double value)
{
    QString digits = QString::number(value, 'f', 2);
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    if (digits == QLatin1String("-0"))
        digits = QStringLiteral("0");
    out += digits;
}

void append(QString &out, QPointF point)
{
    append(out, point.x());
    out += u' ';
    append(out, point.y());
}

} // namespace

QString toSvgData(const Path &path)
{
    QString out;
    for (const PathStep &step : path.steps) {
        switch (step.verb) {
        case PathStep::Verb::Move:
            out += u'M';
            append(out, step.to);
            break;
        case PathStep::Verb::Line:
            out += u'L';
            append(out, step.to);
            break;
        case PathStep::Verb::Cubic:
            out += u'C';
            append(out, step.control1);
            out += u' ';
            append(out, step.control2);
            out += u' ';
            append(out, step.to);
            break;
        case PathStep::Verb::Close:
            out += u'Z';
            break;
        }
    }
    return out;
}

const Item *Picture::item(const QString &id) const
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&id](const Item &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

QString toWord(Role role)
{
    switch (role) {
    case Role::Firm:
        return QStringLiteral("firm");
    case Role::Group:
        return QStringLiteral("group");
    case Role::Agreement:
        return QStringLiteral("agreement");
    case Role::Line:
        return QStringLiteral("line");
    case Role::Label:
        return QStringLiteral("label");
    case Role::Conflict:
        return QStringLiteral("conflict");
    case Role::Legend:
        return QStringLiteral("legend");
    case Role::Footer:
        return QStringLiteral("footer");
    }
    return {};
}

void translate(Path &path, QPointF by)
{
    for (PathStep &step : path.steps) {
        step.to += by;
        step.control1 += by;
        step.control2 += by;
    }
}

void translate(Element &element, QPointF by)
{
    if (auto *shape = std::get_if<Shape>(&element))
        translate(shape->path, by);
    else if (auto *text = std::get_if<Text>(&element))
        text->baseline += by;
    else
        std::get<Image>(element).box.translate(by);
}

void translate(Item &item, QPointF by)
{
    item.box.translate(by);
    translate(item.outline, by);
    for (Element &element : item.elements)
        translate(element, by);
}

} // namespace entente::picture
