#include "app/painting/paintedscenario.h"
#include "painting/exporting.h"
#include "picture/svgwriter.h"

#include <QFile>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

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
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    void draw(const QString &stem, DrawnScenario drawn);

    QHash<QString, QImage> m_png; // by stem: "light", "dark", "emoji"
};

namespace {

constexpr int farOff = 96; // of 255
constexpr int off = 48;
constexpr double mostFarOff = 0.003; // shares of the pixels
constexpr double mostOff = 0.015;

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

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0,
             process.readAllStandardError().constData());
}

int difference(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

QString TestSameEverywhere::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestSameEverywhere::draw(const QString &stem, DrawnScenario drawn)
{
    const picture::Picture picture = painted(drawn);
    m_png.insert(stem, QImage::fromData(*painting::toPng(picture).value));
    const QString svg = write(stem + QStringLiteral(".svg"), picture::toSvg(picture));
    const QString outlines =
        write(stem + QStringLiteral("-outlines.svg"), picture::toSvg(painting::withOutlines(picture)));
    const QString pdf = write(stem + QStringLiteral(".pdf"),
                              *painting::toPdf(picture, QDateTime::fromSecsSinceEpoch(0)).value);
    const auto to = [&](const char *name) { return m_folder.filePath(stem + QLatin1String(name)); };
    run(QStringLiteral("rsvg-convert"), {svg, QStringLiteral("-o"), to("-rsvg.png")});
    run(QStringLiteral("rsvg-convert"), {outlines, QStringLiteral("-o"), to("-outlines.png")});
    run(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-singlefile"), QStringLiteral("-png"),
         pdf, to("-poppler")});
    QImageReader reader(
        outlines); // Qt's SVG plug-in takes one font family, not a list: it draws the outlines
    QVERIFY2(reader.canRead(), "Qt's SVG plug-in is missing (package libqt6svg6)");
    QVERIFY(reader.read().save(to("-qt.png")));
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
    const QImage png = m_png.value(stem);
    const QImage other(m_folder.filePath(stem + u'-' + by + QStringLiteral(".png")));
    QVERIFY(std::abs(other.width() - png.width()) <= 1 && std::abs(other.height() - png.height()) <= 1);
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

QTEST_MAIN(TestSameEverywhere)
#include "tst_sameeverywhere.moc"
