#include "picture/icons.h"

namespace entente::picture {

using domain::FirmKind;
using domain::Heading;

namespace {

// Draws in a square of 12 units, placed and scaled into the square asked for.
class IconPen
{
public:
    explicit IconPen(const QRectF &square)
        : m_square(square)
    {}

    IconPen &rect(double x, double y, double width, double height)
    {
        return polygon({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
    }

    IconPen &polygon(const QList<QPointF> &points)
    {
        m_path.moveTo(at(points.first()));
        for (qsizetype i = 1; i < points.size(); ++i)
            m_path.lineTo(at(points.at(i)));
        m_path.close();
        return *this;
    }

    IconPen &disc(double x, double y, double radius)
    {
        m_path.steps += circle(at({x, y}), radius * m_square.width() / 12).steps;
        return *this;
    }

    // Shoulders: the upper half of a rounded bar.
    IconPen &arch(double left, double top, double right, double bottom)
    {
        m_path.moveTo(at({left, bottom}));
        m_path.cubicTo(at({left, top}), at({right, top}), at({right, bottom}));
        m_path.close();
        return *this;
    }

    Path path() const { return m_path; }

private:
    QPointF at(QPointF p) const { return m_square.topLeft() + p * (m_square.width() / 12); }

    QRectF m_square;
    Path m_path;
};

} // namespace

Path iconOf(FirmKind kind, const QRectF &square)
{
    IconPen pen(square);
    switch (kind) {
    case FirmKind::Company: // an office tower beside a lower house
        return pen.rect(1, 1, 5, 11).rect(7, 5, 4, 7).path();
    case FirmKind::Subsidiary: // a house under a roof line
        return pen.rect(1, 1, 10, 1.6).rect(3, 4, 6, 8).path();
    case FirmKind::Division: // one half of a whole
        return pen.rect(1, 1, 4.4, 10)
            .rect(6.6, 1, 4.4, 1.6)
            .rect(6.6, 9.4, 4.4, 1.6)
            .rect(9.4, 1, 1.6, 10)
            .path();
    case FirmKind::Product: // a box seen from its corner
        return pen.polygon({{6, 0.5}, {11, 3.2}, {6, 5.9}, {1, 3.2}})
            .polygon({{1, 4.4}, {5.5, 6.9}, {5.5, 12}, {1, 9.4}})
            .polygon({{11, 4.4}, {6.5, 6.9}, {6.5, 12}, {11, 9.4}})
            .path();
    case FirmKind::Platform: // layers
        return pen.polygon({{6, 1}, {11.5, 4}, {6, 7}, {0.5, 4}})
            .polygon({{0.5, 6.2}, {6, 9.2}, {11.5, 6.2}, {11.5, 8}, {6, 11}, {0.5, 8}})
            .path();
    case FirmKind::Fund: // columns that grow
        return pen.rect(1, 8, 2.6, 4).rect(4.7, 4.5, 2.6, 7.5).rect(8.4, 1, 2.6, 11).path();
    case FirmKind::Person:
        return pen.disc(6, 3.4, 2.6).arch(0.8, 4.2, 11.2, 12).path();
    case FirmKind::Government: // a pediment on pillars
        return pen.polygon({{6, 0.5}, {11.5, 4}, {0.5, 4}})
            .rect(1.5, 5, 1.8, 4.6)
            .rect(5.1, 5, 1.8, 4.6)
            .rect(8.7, 5, 1.8, 4.6)
            .rect(0.5, 10.4, 11, 1.6)
            .path();
    case FirmKind::Court: // scales
        return pen.rect(5.3, 0.5, 1.4, 10.5)
            .rect(1.2, 2, 9.6, 1.3)
            .rect(3, 10.6, 6, 1.4)
            .polygon({{0, 7}, {4, 7}, {2, 3.3}})
            .polygon({{8, 7}, {12, 7}, {10, 3.3}})
            .path();
    case FirmKind::Other:
        return pen.disc(6, 6, 4).path();
    }
    return {};
}

Path iconOf(Heading heading, const QRectF &square)
{
    IconPen pen(square);
    switch (heading) {
    case Heading::Agreements: // two sides that meet
        return pen.polygon({{0.5, 3}, {3.5, 3}, {7, 6}, {3.5, 9}, {0.5, 9}, {4, 6}})
            .polygon({{11.5, 3}, {8.6, 3}, {6.6, 4.7}, {8.1, 6}, {6.6, 7.3}, {8.6, 9}, {11.5, 9}, {8, 6}})
            .path();
    case Heading::OwnershipAndControl: // one above two
        return pen.rect(4, 0.5, 4, 4)
            .rect(0.5, 7.5, 4, 4)
            .rect(7.5, 7.5, 4, 4)
            .rect(5.5, 4, 1, 2.5)
            .rect(2, 5.6, 8, 1)
            .path();
    case Heading::Proceedings: // a gavel on its block
        return pen.polygon({{4.2, 0.8}, {8.6, 5.2}, {6.2, 7.6}, {1.8, 3.2}})
            .polygon({{7.2, 6.3}, {8.2, 5.3}, {12, 9.1}, {11, 10.1}})
            .rect(0.5, 10, 6.5, 1.6)
            .path();
    case Heading::Policies: // a page of lines
        return pen.rect(1.5, 1, 9, 1.6)
            .rect(1.5, 4, 9, 1.6)
            .rect(1.5, 7, 9, 1.6)
            .rect(1.5, 10, 5.5, 1.6)
            .path();
    }
    return {};
}

} // namespace entente::picture
