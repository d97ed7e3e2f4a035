#include "painting/fontmeasure.h"
#include "painting/textfont.h"
#include "picture/textlayout.h"
#include "support/registration.h"

#include <QFontInfo>

namespace tst_fontmeasure {

using namespace entente;
using namespace entente::painting;

class TestFontMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheFontItBrings_data();
    void usesTheFontItBrings();
    void widthsGrowWithSize();
    void bolderIsWider();
    void knowsWhatItsFontsCover_data();
    void knowsWhatItsFontsCover();
    void outlinesAreAsWideAsTheText_data();
    void outlinesAreAsWideAsTheText();
    void emojiAreImages();
    void tellsOfFontsThatAreMissing();
};

namespace {

const QString inter = QStringLiteral("Inter");

} // namespace

void TestFontMeasure::usesTheFontItBrings_data()
{
    QTest::addColumn<int>("weight");
    for (int weight : {400, 500, 600, 700})
        QTest::addRow("%d", weight) << weight;
}

void TestFontMeasure::usesTheFontItBrings()
{
    QFETCH(int, weight);
    loadFonts();
    const QFontInfo info(fontFor({13, weight, false}, inter));
    QCOMPARE(info.family(), inter);
    QCOMPARE(info.weight(), weight);
}

void TestFontMeasure::widthsGrowWithSize()
{
    const auto measure = makeFontMeasure(inter);
    const QString text = QStringLiteral("AVATAR & Sons, kerned");
    const double one = measure->advance(text, {10, 400, false});
    QVERIFY(one > 50);
    QVERIFY(std::abs(measure->advance(text, {11.5, 400, false}) - one * 1.15) < 1e-6);
    QCOMPARE(measure->advance(text, {10, 400, false}), one);
    QVERIFY(measure->ascent({10, 400, false}) > measure->descent({10, 400, false}));
}

void TestFontMeasure::bolderIsWider()
{
    const auto measure = makeFontMeasure(inter);
    const QString text = QStringLiteral("Stateful Runtime Environment");
    QVERIFY(measure->advance(text, {13, 600, false}) > measure->advance(text, {13, 400, false}));
}

void TestFontMeasure::knowsWhatItsFontsCover_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCovered");
    QTest::newRow("Latin") << QStringLiteral("Überland – “€5”") << true;
    QTest::newRow("Arabic") << QStringLiteral("شركة الاتصالات") << true;
    QTest::newRow("Japanese") << QStringLiteral("株式会社") << false;
    QTest::newRow("emoji") << QStringLiteral("🚀") << false;
}

void TestFontMeasure::knowsWhatItsFontsCover()
{
    QFETCH(QString, text);
    QTEST(makeFontMeasure(inter)->covers(text), "isCovered");
}

void TestFontMeasure::outlinesAreAsWideAsTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Latin") << QStringLiteral("OpenAI and Amazon");
    QTest::newRow("Arabic") << QStringLiteral("شركة الاتصالات");
    QTest::newRow("both") << QStringLiteral("شركة AWS");
}

void TestFontMeasure::outlinesAreAsWideAsTheText()
{
    QFETCH(QString, text);
    const auto measure = makeFontMeasure(inter);
    const picture::Text run = picture::textAt({100, 50}, text, {20, 400, false}, {}, *measure);
    const QRectF bounds = outlineOf(run, inter).boundingRect();
    QVERIFY2(std::abs(bounds.width() - run.width) < 6, qPrintable(QString::number(bounds.width())));
    QVERIFY(std::abs(bounds.left() - 100) < 4);
    QVERIFY(bounds.top() > 50 - 24 && bounds.bottom() < 50 + 14);
}

// Emoji have no outline: each is an image inside the text's box, and the rest stays an outline.
void TestFontMeasure::emojiAreImages()
{
    const auto measure = makeFontMeasure(inter);
    const picture::Text run = picture::textAt({100, 50}, QStringLiteral("Rocket 🚀 and 🛰️🎌"),
                                              {20, 400, false}, {}, *measure);
    const QList<GlyphBitmap> bitmaps = bitmapsOf(run, inter);
    if (bitmaps.isEmpty())
        QSKIP("no colour emoji font is installed (package fonts-noto-color-emoji)");
    for (const GlyphBitmap &bitmap : bitmaps) {
        QVERIFY(bitmap.box.left() > 160 && bitmap.box.right() <= 100 + run.width + 2);
        QVERIFY(bitmap.box.height() > 10 && bitmap.box.height() < 32);
        QSet<QRgb> colours;
        for (int x = 0; x < bitmap.image.width(); ++x)
            colours.insert(bitmap.image.pixel(x, bitmap.image.height() / 2));
        QVERIFY2(colours.size() > 8, "the image is empty");
    }
    QVERIFY(!outlineOf(run, inter).isEmpty());
    QVERIFY(bitmapsOf(picture::textAt({}, QStringLiteral("Rocket"), {20, 400, false}, {}, *measure), inter)
                .isEmpty());
}

void TestFontMeasure::tellsOfFontsThatAreMissing()
{
    QCOMPARE(fontWarning(inter), QString());
    QVERIFY(fontWarning(QStringLiteral("No Such Font")).contains(QStringLiteral("No Such Font")));
}

ENTENTE_TEST(TestFontMeasure, QApplication)

} // namespace tst_fontmeasure

#include "tst_fontmeasure.moc"
