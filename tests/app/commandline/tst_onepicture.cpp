#include "app/commandline/programrunner.h"
#include "support/rasters.h"
#include "support/registration.h"

#include <QTemporaryDir>

namespace tst_onepicture {

using namespace entente::test;

// The bundled scenarios as the real program draws them: the SVG drawn by librsvg and by Qt, and the PDF drawn
// by poppler, look like the PNG.
class TestOnePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksTheSameEverywhere_data();
    void looksTheSameEverywhere();

private:
    QTemporaryDir m_folder;
};

void TestOnePicture::looksTheSameEverywhere_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("theme");
    const QString light = QStringLiteral("light");
    for (const char *name :
         {"cloud-dispute", "openais-reading", "microsofts-reading", "settlement", "after-april-2026"})
        QTest::newRow(name) << bundledFile(name) << light;
    QTest::newRow("dark") << bundledFile("cloud-dispute") << QStringLiteral("dark");
}

void TestOnePicture::looksTheSameEverywhere()
{
    QFETCH(QString, scenario);
    QFETCH(QString, theme);
    const QString stem = m_folder.filePath(QString::fromUtf8(QTest::currentDataTag()));
    const auto draw = [&](const QString &ending, const QStringList &more = {}) {
        const QStringList arguments{QStringLiteral("draw"),    scenario, QStringLiteral("-o"), stem + ending,
                                    QStringLiteral("--theme"), theme};
        return runProgram(arguments + more).code;
    };
    QCOMPARE(draw(QStringLiteral(".png")), 0);
    QCOMPARE(draw(QStringLiteral(".svg")), 0);
    QCOMPARE(draw(QStringLiteral(".pdf")), 0);
    QCOMPARE(draw(QStringLiteral("-outlines.svg"), {QStringLiteral("--text-as"), QStringLiteral("outlines")}),
             0);
    rasterise(stem);
    const QImage png(stem + QStringLiteral(".png"));
    for (const char *by : {"rsvg", "outlines", "qt", "poppler"})
        compareImages(png, QImage(stem + u'-' + QString::fromLatin1(by) + QStringLiteral(".png")));
}

ENTENTE_TEST(TestOnePicture, QApplication)

} // namespace tst_onepicture

#include "tst_onepicture.moc"
