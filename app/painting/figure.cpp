#include "painting/figure.h"

#include "picture/fitting.h"
#include "picture/svgwriter.h"

#include <algorithm>

namespace entente::painting {

using picture::Picture;

namespace {

constexpr double newspaperLeastType = 6; // points: what newsprint still holds

} // namespace

QString endingOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Png:
        return QStringLiteral("png");
    case FigureFormat::Svg:
        return QStringLiteral("svg");
    case FigureFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

std::optional<FigureFormat> figureFormatFrom(QStringView ending)
{
    for (FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        if (ending.compare(endingOf(format), Qt::CaseInsensitive) == 0)
            return format;
    }
    return std::nullopt;
}

const QList<FigurePreset> &figurePresets()
{
    static const QList<FigurePreset> presets{
        {QStringLiteral("own"), QStringLiteral("The picture's own size"), {0, 0}, 0, 0},
        {QStringLiteral("slide"), QStringLiteral("Slide, 16:9"), {338.667, 190.5}, 8, 9},
        {QStringLiteral("a4-landscape"), QStringLiteral("A4, landscape"), {297, 210}, 12, newspaperLeastType},
        {QStringLiteral("a4-portrait"), QStringLiteral("A4, portrait"), {210, 297}, 12, newspaperLeastType},
        {QStringLiteral("letter-landscape"),
         QStringLiteral("Letter, landscape"),
         {279.4, 215.9},
         12,
         newspaperLeastType},
        {QStringLiteral("letter-portrait"),
         QStringLiteral("Letter, portrait"),
         {215.9, 279.4},
         12,
         newspaperLeastType},
        {QStringLiteral("columns-1"),
         QStringLiteral("Newspaper, 1 column (46 mm)"),
         {46, 0},
         0,
         newspaperLeastType},
        {QStringLiteral("columns-2"),
         QStringLiteral("Newspaper, 2 columns (98 mm)"),
         {98, 0},
         0,
         newspaperLeastType},
        {QStringLiteral("columns-3"),
         QStringLiteral("Newspaper, 3 columns (150 mm)"),
         {150, 0},
         0,
         newspaperLeastType},
        {QStringLiteral("columns-4"),
         QStringLiteral("Newspaper, 4 columns (202 mm)"),
         {202, 0},
         0,
         newspaperLeastType},
        {QStringLiteral("columns-6"),
         QStringLiteral("Newspaper, 6 columns (306 mm)"),
         {306, 0},
         0,
         newspaperLeastType},
    };
    return presets;
}

const FigurePreset &figurePreset(const QString &id)
{
    const QList<FigurePreset> &presets = figurePresets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&id](const FigurePreset &preset) { return preset.id == id; });
    return found == presets.end() ? presets.first() : *found;
}

Picture figureOf(const Picture &picture, const FigureOptions &options)
{
    const FigurePreset &preset = figurePreset(options.preset);
    Picture figure = picture;
    if (preset.page.width() > 0)
        figure = picture::fitted(picture, preset.page * picture::unitsPerMillimetre,
                                 preset.margin * picture::unitsPerMillimetre);
    if (options.image.background)
        figure.background = *options.image.background;
    return figure;
}

QString typeWarning(const Picture &figure, const FigurePreset &preset)
{
    if (preset.leastType <= 0)
        return {};
    const double least = picture::leastTypeSize(figure) * picture::pointsPerUnit;
    if (least <= 0 || least >= preset.leastType)
        return {};
    return QStringLiteral("The smallest type is %1 points; this format needs at least %2. Choose a larger "
                          "format, or show less.")
        .arg(least, 0, 'f', 1)
        .arg(preset.leastType, 0, 'f', 0);
}

Outcome<QByteArray> writeFigure(const Picture &picture, const FigureOptions &options,
                                const QDateTime &created)
{
    Picture figure = figureOf(picture, options);
    if (options.outlines)
        figure = withOutlines(figure);
    switch (options.format) {
    case FigureFormat::Png:
        return toPng(figure, options.image);
    case FigureFormat::Svg:
        return {picture::toSvg(figure), {}};
    case FigureFormat::Pdf:
        return toPdf(figure, created);
    }
    return {};
}

} // namespace entente::painting
