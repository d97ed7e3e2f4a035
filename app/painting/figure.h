#pragma once

#include "painting/exporting.h"

namespace entente::painting {

enum class FigureFormat { Png, Svg, Pdf };
QString endingOf(FigureFormat format); // "png"
std::optional<FigureFormat> figureFormatFrom(QStringView ending);

// A format of paper or screen to fit a figure in. Lengths in millimetres; a width of 0 keeps the picture's
// own size, a height of 0 makes the page as high as the picture needs.
struct FigurePreset
{
    QString id; // stable, for settings: "a4-landscape"
    QString title;
    QSizeF page;
    double margin = 0;
    double leastType = 0; // in points; 0: not checked
};
const QList<FigurePreset> &figurePresets();
const FigurePreset &figurePreset(const QString &id); // the first, the picture's own size, where unknown

struct FigureOptions
{
    FigureFormat format = FigureFormat::Png;
    QString preset;
    bool outlines = false; // text as paths
    ImageOptions image;    // the background counts for every format
};

// The picture as it will be written: fitted to its preset, with the background asked for.
picture::Picture figureOf(const picture::Picture &picture, const FigureOptions &options);

// A sentence where the figure's smallest type is below what the preset asks for; empty where all is well.
QString typeWarning(const picture::Picture &figure, const FigurePreset &preset);

// The bytes of the file; `created` dates a PDF.
Outcome<QByteArray> writeFigure(const picture::Picture &picture, const FigureOptions &options,
                                const QDateTime &created);

} // namespace entente::painting
