#include "picture/picture.h"

#include <algorithm>
#include <cmath>

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

namespace {

double cubicAt(double t, double a, double b, double c, double d)
{
    const double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

// The least and the most of what a path takes up along one axis.
struct Extent
{
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    void take(double value)
    {
        least = std::min(least, value);
        most = std::max(most, value);
    }

    // The turning points of a cubic lie where its derivative, a quadratic, is zero.
    void takeCubic(double a, double b, double c, double d)
    {
        const double square = -a + 3 * b - 3 * c + d;
        const double linear = 2 * (a - 2 * b + c);
        const double constant = b - a;
        const auto turn = [&](double t) {
            if (t > 0 && t < 1)
                take(cubicAt(t, a, b, c, d));
        };
        if (std::abs(square) < 1e-9) {
            if (std::abs(linear) > 1e-9)
                turn(-constant / linear);
        } else if (const double inRoot = linear * linear - 4 * square * constant; inRoot >= 0) {
            turn((-linear + std::sqrt(inRoot)) / (2 * square));
            turn((-linear - std::sqrt(inRoot)) / (2 * square));
        }
        take(d);
    }
};

} // namespace

QRectF Path::bounds() const
{
    Extent x;
    Extent y;
    QPointF at;
    for (const PathStep &step : steps) {
        if (step.verb == PathStep::Verb::Close)
            continue;
        if (step.verb == PathStep::Verb::Cubic) {
            x.takeCubic(at.x(), step.control1.x(), step.control2.x(), step.to.x());
            y.takeCubic(at.y(), step.control1.y(), step.control2.y(), step.to.y());
        } else {
            x.take(step.to.x());
            y.take(step.to.y());
        }
        at = step.to;
    }
    return x.least > x.most ? QRectF() : QRectF(QPointF(x.least, y.least), QPointF(x.most, y.most));
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
