#include "core/formats/formatsummary.h"
#include "core/formats/withoutplaces.h"
#include "formats/formattable.h"
#include "formats/scenariowriter.h"
#include "formats/xlsxworkbook.h"
#include "support/registration.h"

#include <QDir>

namespace tst_xlsx {

using namespace entente;
using test::withoutPlaces;

namespace {

QByteArray workbookOf(const formats::ScenarioFile &file)
{
    return *formats::writeAs(*formats::formatNamed(u"xlsx"), file).value;
}

} // namespace

// A workbook that is written reads back the same scenario.
class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackTheSame_data()
    {
        QTest::addColumn<QString>("path");
        const QDir bundled(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios"));
        const QStringList names = bundled.entryList({QStringLiteral("*.entente.json")});
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << bundled.filePath(name);
        QTest::newRow("everything") << QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json");
    }

    void readsBackTheSame()
    {
        QFETCH(QString, path);
        const auto before = formats::readScenario(path);
        QVERIFY(before);
        const auto after = formats::readScenario(workbookOf(*before.value), QStringLiteral("a.xlsx"));
        QVERIFY2(after, after.problems.isEmpty() ? "" : qPrintable(toLine(after.problems.all().first())));
        QVERIFY(withoutPlaces(after.value->scenario) == withoutPlaces(before.value->scenario));
    }

    void longTextsAreHeldWhole()
    {
        const QString note = QStringLiteral("=1+1 ") + QString(70'000, u'ä') + QStringLiteral("😀");
        const QByteArray text = "{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"a\", "
                                "\"title\": \"A\", \"firms\": {\"a\": {\"name\": \"2025-10-28\", "
                                "\"kind\": \"company\", \"note\": \"" +
                                note.toUtf8() + "\"}}}";
        const auto before = formats::readScenario(text, QStringLiteral("a.json"));
        QVERIFY(before);
        const auto after = formats::readScenario(workbookOf(*before.value), QStringLiteral("a.xlsx"));
        QVERIFY(after);
        QCOMPARE(after.value->scenario.firms[0].note, note);
        QCOMPARE(after.value->scenario.firms[0].name, QStringLiteral("2025-10-28"));
    }

    void nothingIsAFormula()
    {
        const QByteArray text = "{\"format\": \"entente-scenario\", \"version\": \"1.0\", \"id\": \"a\", "
                                "\"title\": \"=1+1\", \"firms\": {\"a\": {\"name\": \"@SUM(A1)\", "
                                "\"kind\": \"company\"}}}";
        const auto before = formats::readScenario(text, QStringLiteral("a.json"));
        QVERIFY(before);
        const auto after = formats::readScenario(workbookOf(*before.value), QStringLiteral("a.xlsx"));
        QVERIFY(after);
        QCOMPARE(after.value->scenario.title, QStringLiteral("=1+1"));
        QCOMPARE(after.value->scenario.firms[0].name, QStringLiteral("@SUM(A1)"));
    }

    void limitsHold()
    {
        const QByteArray bytes = workbookOf(
            *formats::readScenario(QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json")).value);
        formats::ReadOptions small;
        small.limits.bytes = 3000; // less than it unpacks to
        formats::ReadOptions few;
        few.limits.values = 20;
        for (const formats::ReadOptions &options : {small, few}) {
            const auto outcome = formats::readScenario(bytes, QStringLiteral("a.xlsx"), options);
            QVERIFY(!outcome);
            QVERIFY(outcome.problems.hasErrors(Cause::Limit));
        }
    }

    void dateFormats_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("ISO") << "yyyy-mm-dd" << true;
        QTest::newRow("month") << "mmm" << true;
        QTest::newRow("locale") << "[$-409]d-mmm-yy;@" << true;
        QTest::newRow("general") << "General" << false;
        QTest::newRow("number") << "#,##0.00" << false;
        QTest::newRow("quoted") << "0.00 \"days\"" << false;
        QTest::newRow("coloured") << "[Red]0" << false;
        QTest::newRow("escaped") << "0\\d" << false;
    }

    void dateFormats()
    {
        QFETCH(QString, code);
        QFETCH(bool, isDate);
        QCOMPARE(formats::isDateFormat(code), isDate);
    }
};

ENTENTE_TEST(TestXlsx, QCoreApplication)

} // namespace tst_xlsx

#include "tst_xlsx.moc"
