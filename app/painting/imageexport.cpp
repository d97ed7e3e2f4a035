#include "painting/conversion.h"
#include "painting/exporting.h"
#include "painting/fontmeasure.h"
#include "painting/picturepainter.h"

#include <QBuffer>
#include <QPainter>

#include <cmath>

namespace entente::painting {

namespace {

template <typename T> Outcome<T> refusal(const QString &code, const QString &message, Cause cause)
{
    Outcome<T> outcome;
    outcome.problems.add({Severity::Error, cause, code, {}, {}, message, {}});
    return outcome;
}

} // namespace

Outcome<QImage> toImage(const picture::Picture &picture, const ImageOptions &options)
{
    const double scale = options.width ? *options.width / picture.size.width() : options.scale;
    const double width = std::ceil(picture.size.width() * scale - 1e-6);
    const double height = std::ceil(picture.size.height() * scale - 1e-6);
    if (width < 1 || height < 1 || width * height > double(maxImagePixels)) {
        return refusal<QImage>(
            QStringLiteral("image-size"),
            QStringLiteral("an image of %1 × %2 pixels can't be made; the limit is %3 million pixels")
                .arg(width, 0, 'f', 0)
                .arg(height, 0, 'f', 0)
                .arg(maxImagePixels / 1'000'000),
            Cause::Limit);
    }
    QImage image(int(width), int(height), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return refusal<QImage>(QStringLiteral("out-of-memory"),
                               QStringLiteral("there is not enough memory for the image"), Cause::Limit);
    }
    constexpr double inchesInMetre = 1 / 0.0254;
    const int dotsPerMetre = int(std::lround(96 * scale * inchesInMetre));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    const picture::Rgba background = options.background.value_or(picture.background);
    image.fill(background.isNone() ? QColor(Qt::transparent) : toColour(background));
    QPainter painter(&image);
    painter.scale(scale, scale);
    PaintOptions paint;
    paint.background = false;
    paintPicture(painter, picture, paint);
    return {image, {}};
}

Outcome<QByteArray> toPng(const picture::Picture &picture, const ImageOptions &options)
{
    const Outcome<QImage> image = toImage(picture, options);
    if (!image)
        return {std::nullopt, image.problems};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    constexpr int quality =
        80; // Qt's compression level 1–2: a third faster than the default at the same size
    if (!image.value->save(&buffer, "PNG", quality))
        return refusal<QByteArray>(QStringLiteral("png"), QStringLiteral("the PNG could not be encoded"),
                                   Cause::Limit);
    return {bytes, {}};
}

picture::Picture withOutlines(const picture::Picture &picture)
{
    picture::Picture result = picture;
    for (picture::Item &item : result.items) {
        for (picture::Element &element : item.elements) {
            const picture::Text *text = std::get_if<picture::Text>(&element);
            if (!text)
                continue;
            QPainterPath letters;
            letters.addText(QPointF(0, 0), referenceFont(text->style, picture.fontFamily), text->text);
            if (letters.isEmpty())
                continue; // colour glyphs have no outlines: they stay text
            QTransform place;
            place.translate(text->baseline.x(), text->baseline.y());
            place.scale(referenceScale(text->style), referenceScale(text->style));
            element = picture::Shape{fromPainterPath(place.map(letters)), text->colour, {}, text->detail};
        }
    }
    return result;
}

} // namespace entente::painting
