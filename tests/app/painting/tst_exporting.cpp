#include "app/painting/paintedscenario.h"
#include "painting/figure.h"
#include "picture/colour.h"
#include "picture/svgwriter.h"
#include "support/registration.h"

#include <QProcess>
#include <QTemporaryDir>

namespace tst_exporting {

using namespace entente;
using namespace entente::painting;
using namespace entente::test;

class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameBytesTwice_data();
    void givesTheSameBytesTwice();
    void scalesAndDates();
    void leavesTheBackgroundOut();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void writesSelectableText();
    void keepsEverySignSelectable();
    void outlinesHoldNoText();
    void fitsPresets_data();
    void fitsPresets();
    void warnsOfSmallType();
};

namespace {

const QDateTime aDay(QDate(2026, 3, 31), QTime(0, 0), Qt::UTC);

picture::Picture aPicture()
{
    DrawnScenario drawn = purchase();
    return painted(drawn);
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

void TestExporting::givesTheSameBytesTwice_data()
{
    QTest::addColumn<FigureFormat>("format");
    QTest::addColumn<bool>("outlines");
    for (FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        QTest::addRow("%s", qPrintable(endingOf(format))) << format << false;
        QTest::addRow("%s as outlines", qPrintable(endingOf(format))) << format << true;
    }
}

void TestExporting::givesTheSameBytesTwice()
{
    QFETCH(FigureFormat, format);
    QFETCH(bool, outlines);
    DrawnScenario drawn = generated(3, 12);
    const picture::Picture picture = painted(drawn);
    const FigureOptions options{format, QStringLiteral("own"), outlines, {}};
    const Outcome<QByteArray> first = writeFigure(picture, options, aDay);
    const Outcome<QByteArray> second = writeFigure(picture, options, aDay);
    QVERIFY(first && second && first.value->size() > 1000);
    QCOMPARE(*first.value == *second.value, true);
}

void TestExporting::scalesAndDates()
{
    const picture::Picture picture = aPicture();
    ImageOptions options;
    options.scale = 300 / 96.0;
    const QImage image = QImage::fromData(*toPng(picture, options).value);
    QCOMPARE(image.width(), qRound(picture.size.width() * options.scale));
    QCOMPARE(image.dotsPerMeterX(), 11811); // 300 dots an inch
    options.width = 777;
    QCOMPARE(toImage(picture, options).value->width(), 777);
    QVERIFY(toPdf(picture, aDay).value->contains("/CreationDate (D:20260331000000"));
}

void TestExporting::leavesTheBackgroundOut()
{
    const picture::Picture picture = aPicture();
    FigureOptions options;
    const QImage opaque = QImage::fromData(*writeFigure(picture, options, aDay).value);
    QCOMPARE(qAlpha(opaque.pixel(1, 1)), 255);
    options.image.background = picture::Rgba{};
    const QImage clear = QImage::fromData(*writeFigure(picture, options, aDay).value);
    QCOMPARE(qAlpha(clear.pixel(1, 1)), 0);
    options.format = FigureFormat::Svg;
    const QByteArray whole = QStringLiteral("<rect width=\"%1\" height=\"%2\"")
                                 .arg(picture.size.width())
                                 .arg(picture.size.height())
                                 .toUtf8();
    QVERIFY(!writeFigure(picture, options, aDay).value->contains(whole));
    options.image.background.reset();
    QVERIFY(writeFigure(picture, options, aDay).value->contains(whole));
}

void TestExporting::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("too many pixels") << 25.0;
    QTest::newRow("too wide") << 1e4;
    QTest::newRow("no number") << std::numeric_limits<double>::infinity();
}

void TestExporting::refusesWhatIsTooLarge()
{
    QFETCH(double, scale);
    ImageOptions options;
    options.scale = scale;
    const Outcome<QByteArray> png = toPng(aPicture(), options);
    QVERIFY(!png);
    QVERIFY(png.problems.hasErrors(Cause::Limit));
}

void TestExporting::writesSelectableText()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(aPicture(), aDay).value);
    file.close();
    const QByteArray text = outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
    for (const char *word : {"Buyer", "Cloud purchase", "$138B", "Seller", "A purchase"})
        QVERIFY2(text.contains(word), text.constData());
    QVERIFY(outputOf(QStringLiteral("pdfinfo"), {path}).contains("A purchase")); // its title
}

// Also where a font has other forms of a sign beside capitals and digits.
void TestExporting::keepsEverySignSelectable()
{
    const QString name = QStringLiteral("ABC-DEF (USA): 3×4 + 1–3 @ X 2x2 <A> [B] {C} -> D");
    picture::Picture picture = aPicture();
    picture::Text text;
    text.baseline = {20, 20};
    text.text = name;
    text.style = {13, 600, false};
    text.colour = picture::rgb(0);
    picture::Item label = picture.items.first();
    label.id = QStringLiteral("label-signs");
    label.elements = {text};
    picture.items.append(label);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(picture, aDay).value);
    file.close();
    const QByteArray read = outputOf(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
    QVERIFY2(QString::fromUtf8(read).contains(name), read.constData());
}

void TestExporting::outlinesHoldNoText()
{
    const picture::Picture picture = aPicture();
    QVERIFY(picture::toSvg(picture).contains("<text"));
    QVERIFY(!picture::toSvg(withOutlines(picture)).contains("<text"));
}

void TestExporting::fitsPresets_data()
{
    QTest::addColumn<QString>("preset");
    for (const FigurePreset &preset : figurePresets())
        QTest::addRow("%s", qPrintable(preset.id)) << preset.id;
}

void TestExporting::fitsPresets()
{
    QFETCH(QString, preset);
    const picture::Picture picture = aPicture();
    const picture::Picture figure = figureOf(picture, {FigureFormat::Pdf, preset, false, {}});
    const QSizeF page = figurePreset(preset).page;
    QVERIFY(std::abs(figure.size.width() -
                     (page.width() > 0 ? page.width() / 25.4 * 96 : picture.size.width())) < 0.01);
    if (page.height() > 0)
        QVERIFY(std::abs(figure.size.height() - page.height() / 25.4 * 96) < 0.01);
}

void TestExporting::warnsOfSmallType()
{
    DrawnScenario drawn = generated(5, 20);
    const picture::Picture wide = painted(drawn);
    const FigurePreset &columns = figurePreset(QStringLiteral("columns-2"));
    const picture::Picture figure = figureOf(wide, {FigureFormat::Pdf, columns.id, false, {}});
    QVERIFY(typeWarning(figure, columns).contains(QStringLiteral("at least 6")));
    QCOMPARE(typeWarning(aPicture(), columns), QString());
    QCOMPARE(typeWarning(figure, figurePreset(QStringLiteral("own"))), QString());
}

ENTENTE_TEST(TestExporting, QApplication)

} // namespace tst_exporting

#include "tst_exporting.moc"
