#include "painting/exporting.h"
#include "painting/picturepainter.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace entente::painting {

using picture::Picture;

namespace {

constexpr double pointsPerUnit = 0.75; // 72 points and 96 CSS pixels an inch
constexpr int resolution = 1200;       // dots an inch that coordinates are rounded to

// Qt dates a document by the clock; the same input is to give the same bytes. The date is replaced by one of
// the same length, so that the file's table of offsets stays right.
void setDate(QByteArray &pdf, const QDateTime &created)
{
    static const QByteArray key("/CreationDate (D:");
    const QByteArray date = created.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    const qsizetype start = pdf.indexOf(key) + key.size();
    if (start >= key.size() && pdf.indexOf(')', start) - start >= date.size())
        pdf.replace(start, date.size(), date);
}

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
    setDate(bytes, created);
    keepStrokesAsDrawn(bytes);
    return {bytes, {}};
}

} // namespace entente::painting
