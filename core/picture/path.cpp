#include "picture/picture.h"

#include <algorithm>
#include <array>
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

// By hand: a large picture has millions of numbers, and printing is most of the time that writing it takes.
void appendNumber(ByteBuffer &out, double value)
{
    constexpr double most = 1e15;
    if (!(std::abs(value) < most)) {
        out += QByteArray::number(value, 'f', 2);
        return;
    }
    auto hundredths = std::llround(value * 100);
    if (hundredths < 0)
        out += '-';
    hundredths = std::abs(hundredths);
    std::array<char, 24> digits;
    char *at = digits.data() + digits.size();
    const auto prepend = [&at](long long digit) { *--at = char('0' + digit); };
    if (hundredths % 100 != 0) {
        if (hundredths % 10 != 0)
            prepend(hundredths % 10);
        prepend(hundredths / 10 % 10);
        *--at = '.';
    }
    long long whole = hundredths / 100;
    do {
        prepend(whole % 10);
        whole /= 10;
    } while (whole > 0);
    out.append(at, digits.data() + digits.size() - at);
}

namespace {

void append(ByteBuffer &out, QPointF point)
{
    appendNumber(out, point.x());
    out += ' ';
    appendNumber(out, point.y());
}

} // namespace

void appendSvgData(ByteBuffer &out, const Path &path)
{
    for (const PathStep &step : path.steps) {
        switch (step.verb) {
        case PathStep::Verb::Move:
            out += 'M';
            append(out, step.to);
            break;
        case PathStep::Verb::Line:
            out += 'L';
            append(out, step.to);
            break;
        case PathStep::Verb::Cubic:
            out += 'C';
            append(out, step.control1);
            out += ' ';
            append(out, step.control2);
            out += ' ';
            append(out, step.to);
            break;
        case PathStep::Verb::Close:
            out += 'Z';
            break;
        }
    }
}

QString toSvgData(const Path &path)
{
    ByteBuffer out;
    appendSvgData(out, path);
    return QString::fromLatin1(out.view());
}

std::optional<Item> Picture::item(const QString &id) const
{
    const qsizetype index = items.indexOf(id);
    return index < 0 ? std::nullopt : std::optional(items.at(index));
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
        if (step.verb == PathStep::Verb::Close)
            continue;
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
