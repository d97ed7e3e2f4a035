#include "painting/exporting.h"
#include "painting/pdfrepair.h"
#include "painting/picturepainter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace entente::painting {

using picture::Picture;

namespace {

constexpr double pointsPerUnit = 0.75; // 72 points and 96 CSS pixels an inch
constexpr int resolution = 1200;       // dots an inch that coordinates are rounded to

// Qt asks viewers to snap strokes to whole pixels, which makes thin lines thicker or thinner than drawn. The
// replacement is as long as what it replaces, for the same reason.
void keepStrokesAsDrawn(QByteArray &pdf)
{
    pdf.replace(QByteArray("/SA true\n/"), QByteArray("/SA false/"));
}

} // namespace

Outcome<QByteArray> toPdf(const Picture &picture, const QDateTime &created)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Entente"));
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(picture.size * pointsPerUnit, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    painter.scale(resolution / 96.0, resolution / 96.0);
    paintPicture(painter, picture);
    painter.end();
    keepStrokesAsDrawn(bytes);
    settleDates(bytes, created);
    return {bytes, {}};
}

} // namespace entente::painting
