#include "painting/rasterpen.h"

#include <algorithm>
#include <cmath>

namespace entente::painting {

namespace {

constexpr int whole = 256; // of a weight

int weightOf(double share)
{
    return int(std::clamp(share, 0.0, 1.0) * whole + 0.5);
}

} // namespace

RasterPen::RasterPen(QImage &image)
    : m_bits(image.bits())
    , m_bytesPerLine(image.bytesPerLine())
    , m_width(image.width())
    , m_height(image.height())
{
    Q_ASSERT(image.format() == QImage::Format_RGB32);
}

// Both colours' red and blue at once, then green.
void RasterPen::blend(int x, int y, int weight, quint32 colour)
{
    if (x < 0 || y < 0 || x >= m_width || y >= m_height)
        return;
    auto &pixel = reinterpret_cast<quint32 *>(m_bits + y * m_bytesPerLine)[x];
    const auto over = quint32(weight);
    const quint32 under = whole - over;
    const quint32 redBlue = (colour & 0xff00ff) * over + (pixel & 0xff00ff) * under + 0x800080;
    const quint32 green = (colour & 0xff00) * over + (pixel & 0xff00) * under + 0x8000;
    pixel = 0xff000000 | ((redBlue >> 8) & 0xff00ff) | ((green >> 8) & 0xff00);
}

void RasterPen::fillRow(int y, double left, double right, double weight, quint32 colour)
{
    const int last = std::min(m_width - 1, int(std::ceil(right)) - 1);
    for (int x = std::max(0, int(std::floor(left))); x <= last; ++x) {
        const double covered = std::min(right, x + 1.0) - std::max(left, double(x));
        blend(x, y, weightOf(covered * weight), colour);
    }
}

void RasterPen::fillRect(const QRectF &rect, picture::Rgba colour)
{
    const int last = std::min(m_height - 1, int(std::ceil(rect.bottom())) - 1);
    for (int y = std::max(0, int(std::floor(rect.top()))); y <= last; ++y) {
        const double covered = std::min(rect.bottom(), y + 1.0) - std::max(rect.top(), double(y));
        fillRow(y, rect.left(), rect.right(), covered, colour.value);
    }
}

// A pixel is covered by how far its middle is inside the edge; of a disc smaller than a pixel by its area.
void RasterPen::fillDisc(QPointF centre, double radius, picture::Rgba colour)
{
    constexpr double smallest = 0.75;
    if (radius < smallest) {
        const double half = radius * 0.886; // of the square of the same area: √π/2
        fillRect({centre.x() - half, centre.y() - half, 2 * half, 2 * half}, colour);
        return;
    }
    const int bottom = std::min(m_height - 1, int(centre.y() + radius + 1));
    const int right = std::min(m_width - 1, int(centre.x() + radius + 1));
    for (int y = std::max(0, int(centre.y() - radius - 1)); y <= bottom; ++y) {
        for (int x = std::max(0, int(centre.x() - radius - 1)); x <= right; ++x) {
            const double inside = radius + 0.5 - std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y());
            if (inside > 0)
                blend(x, y, weightOf(inside), colour.value);
        }
    }
}

void RasterPen::drawLine(QPointF from, QPointF to, double width, picture::Rgba colour)
{
    const QPointF by = to - from;
    const double length = std::hypot(by.x(), by.y());
    const bool isFlat = std::abs(by.x()) >= std::abs(by.y());
    const double along = isFlat ? std::abs(by.x()) : std::abs(by.y());
    if (along < 1e-6)
        return;
    const double thickness = width * length / along;
    if (isFlat)
        drawAlong(true, from, to, thickness, colour.value);
    else
        drawAlong(false, from.transposed(), to.transposed(), thickness, colour.value);
}

// Wu's way: at each step along the longer axis two pixels share the line by nearness. The first and the last
// pixel get as much as the line has of them, so that lines join without knots. Places are in 1/65536 of a
// pixel.
void RasterPen::drawAlong(bool isFlat, QPointF from, QPointF to, double thickness, quint32 colour)
{
    if (from.x() > to.x())
        std::swap(from, to);
    const int extent = isFlat ? m_width : m_height;
    const int side = isFlat ? m_height : m_width;
    const double slope = (to.y() - from.y()) / (to.x() - from.x());
    const int first = std::max(0, int(std::floor(from.x())));
    const int last = std::min(extent - 1, int(std::ceil(to.x())) - 1);
    const double atFirst = from.y() + (first + 0.5 - from.x()) * slope - 0.5;
    if (std::abs(atFirst) > 32'000 || std::abs(atFirst + (last - first) * slope) > 32'000)
        return; // a long line's part that is clipped better by its pieces
    const auto full = weightOf(thickness);
    auto place = qint64(atFirst * 65536);
    const auto step = qint64(slope * 65536);
    for (int at = first; at <= last; ++at, place += step) {
        const auto row = int(place >> 16);
        const int reach = int(thickness) + 1;
        if (row < -reach || row >= side + reach)
            continue;
        const double covered = std::min(to.x(), at + 1.0) - std::max(from.x(), double(at));
        if (thickness > 1) {
            drawBand(isFlat, at, double(place) / 65536 + 0.5, thickness, covered, colour);
            continue;
        }
        const int weight = covered < 1 ? int(full * covered) : full;
        const int second = int((weight * (place & 0xffff)) >> 16);
        if (isFlat) {
            blend(at, row, weight - second, colour);
            blend(at, row + 1, second, colour);
        } else {
            blend(row, at, weight - second, colour);
            blend(row + 1, at, second, colour);
        }
    }
}

// Across a line of more than a pixel: both its edges cover a part of theirs.
void RasterPen::drawBand(bool isFlat, int at, double middle, double thickness, double share, quint32 colour)
{
    const double start = middle - thickness / 2;
    const double end = middle + thickness / 2;
    for (int row = int(std::floor(start)); row < end; ++row) {
        const double covered = std::min(end, row + 1.0) - std::max(start, double(row));
        const int weight = weightOf(covered * share);
        isFlat ? blend(at, row, weight, colour) : blend(row, at, weight, colour);
    }
}

} // namespace entente::painting
