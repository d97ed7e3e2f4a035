#pragma once

#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QTest>

namespace entente::test {

// Runs a program of the system to its end.
inline void runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    QVERIFY2(process.waitForFinished(120'000) && process.exitCode() == 0,
             qPrintable(program + QStringLiteral(": ") + QString::fromUtf8(process.readAllStandardError())));
}

// `stem`-rsvg.png, -outlines.png, -qt.png and -poppler.png from stem.svg, stem-outlines.svg and stem.pdf: the
// same figure, each drawn by somebody else.
inline void rasterise(const QString &stem)
{
    runTool(QStringLiteral("rsvg-convert"),
            {stem + QStringLiteral(".svg"), QStringLiteral("-o"), stem + QStringLiteral("-rsvg.png")});
    const QString outlines = stem + QStringLiteral("-outlines.svg");
    runTool(QStringLiteral("rsvg-convert"),
            {outlines, QStringLiteral("-o"), stem + QStringLiteral("-outlines.png")});
    runTool(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-singlefile"),
             QStringLiteral("-png"), stem + QStringLiteral(".pdf"), stem + QStringLiteral("-poppler")});
    // Qt's SVG plug-in takes one font family, not a list: it draws the outlines.
    QImageReader reader(outlines);
    QVERIFY2(reader.canRead(), "Qt's SVG plug-in is missing (package libqt6svg6)");
    QVERIFY(reader.read().save(stem + QStringLiteral("-qt.png")));
}

// Fails where more than 0.3 % of the pixels are more than 96 of 255 apart, or more than 1.5 % more than 48.
inline void compareImages(const QImage &png, const QImage &other)
{
    constexpr int farOff = 96;
    constexpr int off = 48;
    constexpr double mostFarOff = 0.003;
    constexpr double mostOff = 0.015;
    QVERIFY(!png.isNull());
    QVERIFY(std::abs(other.width() - png.width()) <= 1 && std::abs(other.height() - png.height()) <= 1);
    const auto difference = [](QRgb a, QRgb b) {
        return std::max(
            {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
    };
    qint64 manyOff = 0;
    qint64 manyFarOff = 0;
    const int width = std::min(png.width(), other.width());
    const int height = std::min(png.height(), other.height());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int distance = difference(png.pixel(x, y), other.pixel(x, y));
            manyOff += distance > off;
            manyFarOff += distance > farOff;
        }
    }
    const double pixels = double(width) * height;
    QVERIFY2(double(manyFarOff) / pixels <= mostFarOff,
             qPrintable(QString::number(double(manyFarOff) / pixels)));
    QVERIFY2(double(manyOff) / pixels <= mostOff, qPrintable(QString::number(double(manyOff) / pixels)));
}

} // namespace entente::test
