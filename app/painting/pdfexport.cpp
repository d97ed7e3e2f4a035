#include "painting/exporting.h"

#include "painting/picturepainter.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

namespace entente::painting {

namespace {

// Qt dates a document by the clock; the same input is to give the same bytes. The date is replaced by one of the same length, so
// that the file's table of offsets stays right.
void setDate(QByteArray &pdf, const QDateTime &created)
{
    static const QByteArray key("/CreationDate (D:");
    const QByteArray date = created.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + key.size())) {
        const qsizetype start = at + key.size();
        const qsizetype end = pdf.indexOf(')', start);
        const QByteArray zone = QByteArray("+00'00'").left(std::max<qsizetype>(0, end - start - date.size()));
        if (end > start)
            pdf.replace(start, end - start, (date + zone).leftJustified(end - start, '0', true));
    }
}

} // namespace

Outcome<QByteArray> toPdf(const picture::Picture &picture, const QDateTime &created)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr double pointsPerPixel = 0.75;
        constexpr int resolution = 1200;
        writer.setPageSize(QPageSize(picture.size * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(resolution);
        writer.setTitle(picture.title);
        writer.setCreator(QStringLiteral("Entente"));
        QPainter painter;
        if (!painter.begin(&writer)) {
            Outcome<QByteArray> outcome;
            outcome.problems.add({Severity::Error, Cause::Limit, QStringLiteral("pdf"), {}, {},
                                  QStringLiteral("the PDF could not be begun"), {}});
            return outcome;
        }
        painter.scale(resolution / 96.0, resolution / 96.0);
        paintPicture(painter, picture);
    }
    setDate(bytes, created);
    return {bytes, {}};
}

} // namespace entente::painting
