#include "app/painting/paintedscenario.h"
#include "painting/exporting.h"
#include "picture/svgwriter.h"
#include "support/rasters.h"
#include "support/registration.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_sameeverywhere {

using namespace entente;
using namespace entente::test;

// The SVG drawn by librsvg and by Qt, and the PDF drawn by poppler, look like the PNG.
class TestSameEverywhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksLikeThePng_data();
    void looksLikeThePng();

private:
    void write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    void draw(const QString &stem, DrawnScenario drawn);

    QHash<QString, QImage> m_png; // by stem: "light", "dark", "emoji"
};

namespace {

DrawnScenario typical(bool dark)
{
    DrawnScenario drawn = purchase();
    drawn.scenario.firms.append(
        firmNamed(QStringLiteral("arab"), QStringLiteral("شركة الاتصالات AWS"), domain::FirmKind::Fund));
    domain::Agreement stake = agreementBetween(
        QStringLiteral("stake"), QStringLiteral("Überlandwerke, a stake"), QStringLiteral("investment"),
        {party(QStringLiteral("arab"), QStringLiteral("investor")),
         party(QStringLiteral("cloud"), QStringLiteral("investee"))});
    stake.status = domain::Status::Announced;
    drawn.scenario.agreements.append(stake);
    drawn.theme = dark ? picture::darkTheme() : picture::lightTheme();
    drawn.place();
    return drawn;
}

} // namespace

void TestSameEverywhere::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestSameEverywhere::draw(const QString &stem, DrawnScenario drawn)
{
    const picture::Picture picture = painted(drawn);
    m_png.insert(stem, QImage::fromData(*painting::toPng(picture).value));
    write(stem + QStringLiteral(".svg"), picture::toSvg(picture));
    write(stem + QStringLiteral("-outlines.svg"), picture::toSvg(painting::withOutlines(picture)));
    write(stem + QStringLiteral(".pdf"), *painting::toPdf(picture, QDateTime::fromSecsSinceEpoch(0)).value);
    rasterise(m_folder.filePath(stem));
}

void TestSameEverywhere::initTestCase()
{
    draw(QStringLiteral("light"), typical(false));
    draw(QStringLiteral("dark"), typical(true));
    DrawnScenario emoji = typical(false);
    emoji.scenario.firms.first().name = QStringLiteral("Rocket 🚀 Inc 🛰️");
    emoji.scenario.firms.last().name = QStringLiteral("شركة 🚀 الصواريخ");
    emoji.place();
    draw(QStringLiteral("emoji"), emoji);
}

void TestSameEverywhere::looksLikeThePng_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("by");
    for (const char *stem : {"light", "dark", "emoji"}) {
        for (const char *by : {"rsvg", "outlines", "qt", "poppler"}) {
            if (QByteArray(stem) != "emoji" || QByteArray(by) != "rsvg") // which has emoji of its own
                QTest::addRow("%s by %s", stem, by) << QString::fromLatin1(stem) << QString::fromLatin1(by);
        }
    }
}

void TestSameEverywhere::looksLikeThePng()
{
    QFETCH(QString, stem);
    QFETCH(QString, by);
    compareImages(m_png.value(stem), QImage(m_folder.filePath(stem + u'-' + by + QStringLiteral(".png"))));
}

ENTENTE_TEST(TestSameEverywhere, QApplication)

} // namespace tst_sameeverywhere

#include "tst_sameeverywhere.moc"
