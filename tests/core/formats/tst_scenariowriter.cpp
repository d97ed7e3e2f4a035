#include "core/formats/scenariotext.h"
#include "core/formats/withoutplaces.h"
#include "document/jsonreader.h"
#include "document/merge.h"
#include "formats/formattable.h"
#include "formats/scenariowriter.h"
#include "support/registration.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace tst_scenariowriter {

using namespace entente;
using namespace entente::test;

namespace {

formats::ScenarioFile readGood(const QByteArray &text, const QString &path = QStringLiteral("a.json"))
{
    const auto outcome = formats::readScenario(text, path);
    if (!outcome)
        qFatal("%s", qPrintable(lines(outcome.problems)));
    return *outcome.value;
}

const QByteArray lenient = "\xef\xbb\xbf// a comment\n" + agreementWith(R"("period": "2025~/..", /* why */
   "amounts": {"b": {"value": 138.0e9, "currency": "USD",}, "a": {"value": 2, "unit": "GW", "part_of": "b"}},
   "x-mine": [1, {"k": null}], "note": "漢 \ud83d\ude00 \u0001 \\ \t")");

} // namespace

class TestScenarioWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsEqual()
    {
        const formats::ScenarioFile file = readGood(lenient);
        const QByteArray written = formats::writeScenario(file.document);
        QVERIFY(withoutPlaces(readGood(written).scenario) == withoutPlaces(file.scenario));
        QCOMPARE(formats::writeScenario(readGood(written).document), written);
    }

    void isStrictInTheAuthorsOrderAndDigits()
    {
        const QByteArray written = formats::writeScenario(readGood(lenient).document);
        QJsonParseError error;
        QJsonDocument::fromJson(written, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QVERIFY(written.contains("138.0e9"));
        QVERIFY(written.indexOf("\"b\": {") < written.indexOf("\"a\": {"));
        QVERIFY(written.endsWith("}\n"));
    }

    void anOverlayIsFlattened()
    {
        QTemporaryDir folder;
        QFile base(folder.filePath(QStringLiteral("base.json")));
        QVERIFY(base.open(QIODevice::WriteOnly));
        base.write(agreementWith("\"note\": \"n\""));
        base.close();
        const QByteArray overlay =
            R"({"format": "entente-scenario", "version": "1.0", "id": "o", "title": "O",
  "extends": {"file": "base.json", "id": "test"}, "agreements": {"deal": {"note": null}}})";
        const formats::ScenarioFile file = readGood(overlay, folder.filePath(QStringLiteral("o.json")));
        const QByteArray written = formats::writeScenario(file.document);
        QVERIFY(!written.contains("extends"));
        QVERIFY(withoutPlaces(readGood(written).scenario) == withoutPlaces(file.scenario));
    }

    void anOverlayOfADifferenceReadsAsItsTarget()
    {
        QTemporaryDir folder;
        const formats::ScenarioFile base = readGood(agreementWith(R"("note": "n", "forum": "F")"));
        const formats::ScenarioFile target =
            readGood(agreementWith(R"("note": "m", "clauses": {"c": {"kind": "other"}})")
                         .replace("\"Test\"", "\"New\""));
        QFile file(folder.filePath(QStringLiteral("base.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(formats::writeScenario(base.document));
        file.close();
        const QByteArray overlay = formats::writeOverlay(base.document, target.document,
                                                         QStringLiteral("base.json"), QStringLiteral("test"));
        QVERIFY(!overlay.contains("alpha")); // what is the same is not repeated
        const formats::ScenarioFile again = readGood(overlay, folder.filePath(QStringLiteral("o.json")));
        QVERIFY(withoutPlaces(again.scenario) == withoutPlaces(target.scenario));
    }

    void theTableOfFormatsKnowsTheirEndings()
    {
        QVERIFY(formats::formatNamed(u"scenario"));
        QVERIFY(!formats::formatNamed(u"nonsense"));
        QCOMPARE(formats::formatForFile(QStringLiteral("A.Entente.JSON"))->name, QStringLiteral("scenario"));
        QVERIFY(!formats::formatForFile(QStringLiteral("a.txt")));
        for (const formats::Format &format : formats::formats()) {
            QCOMPARE(formats::formatNamed(format.name), &format);
            QVERIFY(!format.endings.isEmpty() && format.endings.first().startsWith(u'.'));
        }
    }
};

ENTENTE_TEST(TestScenarioWriter, QCoreApplication)

} // namespace tst_scenariowriter

#include "tst_scenariowriter.moc"
