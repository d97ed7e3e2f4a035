#include "core/formats/scenariotext.h"
#include "formats/scenariowriter.h"
#include "support/registration.h"

#include <QDir>

namespace tst_bundled {

using namespace entente;
using namespace entente::test;

// The scenarios that the program carries.
class TestBundled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!files().isEmpty()); }

    void readWithoutProblems_data() { addFiles(); }
    void readWithoutProblems()
    {
        QFETCH(QString, path);
        const auto outcome = formats::readScenario(path);
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        QVERIFY2(outcome.problems.isEmpty(), qPrintable(lines(outcome.problems)));
    }

    void everyAgreementCitesASource_data() { addFiles(); }
    void everyAgreementCitesASource()
    {
        QFETCH(QString, path);
        const auto outcome = formats::readScenario(path);
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        const domain::Scenario &scenario = outcome.value->scenario;
        QVERIFY(!scenario.agreements.isEmpty());
        for (const domain::Agreement &agreement : scenario.agreements) {
            if (!scenario.hypothetical) // what is imagined has no source
                QVERIFY2(!sourceNumbers(scenario, agreement).isEmpty(), qPrintable(agreement.id.text()));
        }
    }

    void flattenedTheySayTheSame_data() { addFiles(); }
    void flattenedTheySayTheSame()
    {
        QFETCH(QString, path);
        const auto outcome = formats::readScenario(path);
        QVERIFY2(bool(outcome), qPrintable(lines(outcome.problems)));
        const QByteArray flat = formats::writeScenario(outcome.value->document);
        const auto again = formats::readScenario(flat, path);
        QVERIFY2(bool(again), qPrintable(lines(again.problems)));
        QCOMPARE(formats::writeScenario(again.value->document), flat);
        QCOMPARE(again.value->scenario.hypothetical, outcome.value->scenario.hypothetical);
    }

private:
    static QFileInfoList files()
    {
        const QDir folder(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios"));
        return folder.entryInfoList({QStringLiteral("*.entente.json")}, QDir::Files, QDir::Name);
    }

    static void addFiles()
    {
        QTest::addColumn<QString>("path");
        for (const QFileInfo &file : files())
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
};

ENTENTE_TEST(TestBundled, QCoreApplication)

} // namespace tst_bundled

#include "tst_bundled.moc"
