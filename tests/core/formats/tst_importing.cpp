#include "core/formats/scenariotext.h"
#include "document/jsonwriter.h"
#include "formats/firmmerging.h"
#include "formats/formattable.h"
#include "formats/importing.h"
#include "formats/references.h"
#include "support/registration.h"

#include <QDir>

namespace tst_importing {

using namespace entente;
using document::Document;
using domain::FirmId;
using formats::Import;
using formats::ScenarioFile;

// Scenarios taken into others, firms merged and split: nothing is lost, nothing doubled, all of it undone.
class TestImporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsBundledScenarios_data();
    void importsBundledScenarios();
    void importsEveryFormat_data();
    void importsEveryFormat();
    void whatIsTheSameIsUnited();
    void aSecondImportUpdates();
    void whatStandsHereStands();
    void aFirmWithoutNameGetsOne();
    void nothingBecomesPartOfItself_data();
    void nothingBecomesPartOfItself();
    void idsThatAreTakenAreRenamed();
    void mergesAndTakesItBack_data();
    void mergesAndTakesItBack();
    void splitsAfterOtherEdits();
    void splitsOffSomeAgreements();
    void mergesIntoItsOwnPart();
};

namespace {

ScenarioFile read(const QByteArray &text, const QString &path)
{
    const auto file = formats::readScenario(text, path, {});
    if (!file)
        qWarning("%s", qPrintable(test::lines(file.problems)));
    return file ? *file.value : ScenarioFile();
}

ScenarioFile readBundled(const QString &name)
{
    const auto file =
        formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/") + name);
    return file ? *file.value : ScenarioFile();
}

// What it says after the changes; an unsound scenario is none.
ScenarioFile changed(const ScenarioFile &file, const QList<document::Change> &changes)
{
    Document document = file.document;
    if (!document::apply(document.root, changes))
        return {};
    const auto next = formats::readScenario(document, file.path, {});
    if (!next)
        qWarning("%s", qPrintable(test::lines(next.problems)));
    return next ? *next.value : ScenarioFile();
}

ScenarioFile imported(const ScenarioFile &present, const ScenarioFile &incoming,
                      Import::Result *told = nullptr, const QHash<FirmId, FirmId> &alsoSame = {})
{
    const Import import(present.document, present.scenario, incoming);
    QHash<FirmId, FirmId> same = alsoSame;
    same.insert(import.sureOnes());
    const Import::Result result = import.take({same, {}});
    if (told)
        *told = result;
    return changed(present, result.changes);
}

const QByteArray here = R"({"format": "entente-scenario", "version": "1.0", "id": "here", "title": "Here",
 "sources": {"report": {"title": "Report"}},
 "firms": {"acme": {"name": "Acme Ltd", "kind": "company", "identifiers": {"lei": "X1"}, "note": "ours",
                    "cites": {"report": {"locator": "p. 1"}}},
           "beta": {"name": "Beta", "kind": "company"}},
 "agreements": {"deal": {"title": "Deal", "kind": "purchase", "status": "signed", "cites": {"report": {}},
   "parties": [{"firm": "acme", "role": "customer"}, {"firm": "beta", "role": "supplier"}]}}})";

const QByteArray there = R"({"format": "entente-scenario", "version": "1.0", "id": "there", "title": "There",
 "sources": {"report": {"title": "Another report"}},
 "firms": {"acme-plc": {"name": "ACME plc", "kind": "company", "identifiers": {"lei": "X1", "wikidata": "Q1"},
                        "jurisdiction": "GB", "aliases": ["Acme Works"], "note": "theirs",
                        "cites": {"report": {"locator": "p. 9"}}},
           "beta": {"name": "Beta Oy", "kind": "company", "part_of": "acme-plc"},
           "gamma": {"name": "Gamma", "kind": "company"}},
 "agreements": {"deal": {"title": "Stake", "kind": "ownership", "stake": {"economic": 40},
   "amounts": {"price": {"value": 5, "currency": "EUR", "from": "acme-plc", "to": "gamma", "cites": {"report": {}}}},
   "parties": [{"firm": "acme-plc", "role": "owner"}, {"firm": "gamma", "role": "owned"}]}}})";

} // namespace

void TestImporting::importsBundledScenarios_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios"));
    const QStringList names = folder.entryList({QStringLiteral("*.entente.json")});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

// Twice is once, for everything that a scenario can say.
void TestImporting::importsBundledScenarios()
{
    QFETCH(QString, name);
    const ScenarioFile incoming = readBundled(name);
    const ScenarioFile present = read(here, QStringLiteral("here.json"));
    QVERIFY(!incoming.scenario.firms.isEmpty());
    Import::Result told;
    const ScenarioFile once = imported(present, incoming, &told);
    QCOMPARE(once.scenario.firms.size(), present.scenario.firms.size() + incoming.scenario.firms.size());
    QCOMPARE(once.scenario.agreements.size(),
             present.scenario.agreements.size() + incoming.scenario.agreements.size());
    QCOMPARE(told.firmsAdded, int(incoming.scenario.firms.size()));
    const ScenarioFile twice = imported(once, incoming, &told);
    QVERIFY(told.changes.isEmpty());
    QVERIFY(twice.document.root.sameJson(once.document.root));
}

void TestImporting::importsEveryFormat_data()
{
    QTest::addColumn<QString>("path");
    for (const formats::Format &format : formats::formats()) {
        const QDir folder(QStringLiteral(ENTENTE_TEST_DATA "/%1/good").arg(format.name));
        const QStringList names = folder.entryList(QDir::Files);
        for (const QString &name : names) {
            if (!name.endsWith(QLatin1String(".txt")) && !name.endsWith(QLatin1String(".map")))
                QTest::newRow(qPrintable(format.name + u'/' + name)) << folder.filePath(name);
        }
    }
}

// The register that was imported yesterday, imported again today.
void TestImporting::importsEveryFormat()
{
    QFETCH(QString, path);
    const auto incoming = formats::readScenario(path);
    if (!incoming)
        return; // it is read with a mapping of its own
    const ScenarioFile present = read(here, QStringLiteral("here.json"));
    const ScenarioFile once = imported(present, *incoming.value);
    QVERIFY(once.scenario.firms.size() >= incoming.value->scenario.firms.size());
    Import::Result told;
    const ScenarioFile twice = imported(once, *incoming.value, &told);
    QVERIFY(told.changes.isEmpty());
    QCOMPARE(twice.scenario.agreements.size(), once.scenario.agreements.size());
}

void TestImporting::whatIsTheSameIsUnited()
{
    const ScenarioFile present = read(here, QStringLiteral("here.json"));
    const ScenarioFile incoming = read(there, QStringLiteral("there.json"));
    Import::Result told;
    const ScenarioFile both = imported(present, incoming, &told);
    QCOMPARE(both.scenario.firms.size(), 4); // Beta and Beta Oy were not decided
    QCOMPARE(told.firmsMatched, 1);
    QCOMPARE(told.agreementsAdded, 1);
    const domain::Firm &acme = *both.scenario.firm(FirmId(QStringLiteral("acme")));
    QCOMPARE(acme.name, QStringLiteral("Acme Ltd"));
    QCOMPARE(acme.aliases, (QStringList{QStringLiteral("ACME plc"), QStringLiteral("Acme Works")}));
    QCOMPARE(acme.jurisdiction, QStringLiteral("GB"));
    QCOMPARE(acme.note, QStringLiteral("ours"));
    QVERIFY(acme.extras.value(QStringLiteral("x-other-note")).contains(QLatin1String("theirs")));
    QCOMPARE(acme.identifiers.size(), 2);
    QCOMPARE(acme.cites.size(), 2);
    const domain::Agreement &stake = both.scenario.agreements.last();
    QCOMPARE(stake.id.text(), QStringLiteral("deal-2"));
    QCOMPARE(stake.parties[0].firm, acme.id);
    QCOMPARE(stake.amounts[0].from, acme.id);
    QCOMPARE(both.scenario.source(stake.amounts[0].cites[0].source)->title, QStringLiteral("Another report"));
    QCOMPARE(both.scenario.firm(FirmId(QStringLiteral("beta-2")))->partOf, acme.id);
    // A person says that the Betas are one.
    const FirmId beta(QStringLiteral("beta"));
    QCOMPARE(imported(present, incoming, &told, {{beta, beta}}).scenario.firms.size(), 3);
    QCOMPARE(told.firmsMatched, 2);
}

void TestImporting::aSecondImportUpdates()
{
    const ScenarioFile present = read(here, QStringLiteral("here.json"));
    const ScenarioFile once = imported(present, read(there, QStringLiteral("there.json")));
    QByteArray later = there;
    later.replace("\"economic\": 40", "\"economic\": 55").replace("\"Gamma\"", "\"Gamma Works\"");
    Import::Result told;
    const ScenarioFile twice = imported(once, read(later, QStringLiteral("/elsewhere/there.json")), &told);
    QCOMPARE(twice.scenario.firms.size(), once.scenario.firms.size());
    QCOMPARE(twice.scenario.agreements.size(), once.scenario.agreements.size());
    QCOMPARE(told.firmsAdded, 0);
    QCOMPARE(told.agreementsUpdated, 1);
    QCOMPARE(told.firmsUpdated, 1);
    QCOMPARE(twice.scenario.agreements.last().stake->economic->toString(), QStringLiteral("55"));
    QCOMPARE(twice.scenario.firm(FirmId(QStringLiteral("gamma")))->name, QStringLiteral("Gamma Works"));
}

// What was merged with something written here doesn't follow the register.
void TestImporting::whatStandsHereStands()
{
    const ScenarioFile present = read(here, QStringLiteral("here.json"));
    const ScenarioFile once = imported(present, read(there, QStringLiteral("there.json")));
    QByteArray later = there;
    later.replace("\"ACME plc\"", "\"Acme Renamed plc\"");
    const ScenarioFile twice = imported(once, read(later, QStringLiteral("there.json")));
    const domain::Firm &acme = *twice.scenario.firm(FirmId(QStringLiteral("acme")));
    QCOMPARE(acme.name, QStringLiteral("Acme Ltd"));
    QVERIFY(acme.aliases.contains(QStringLiteral("Acme Renamed plc")));
}

// Relationship records know LEIs alone; the records of who is who bring the names.
void TestImporting::aFirmWithoutNameGetsOne()
{
    const QString folder = QStringLiteral(ENTENTE_TEST_DATA "/gleif/good/");
    const auto relations = formats::readScenario(folder + QStringLiteral("rr.csv"));
    const auto names = formats::readScenario(folder + QStringLiteral("names.xml"));
    QVERIFY(relations && names);
    const ScenarioFile named = imported(*relations.value, *names.value);
    QCOMPARE(named.scenario.firms.size(), relations.value->scenario.firms.size());
    const domain::Firm &parent = named.scenario.firms[1];
    QCOMPARE(parent.name, QStringLiteral("Beispiel Aktiengesellschaft"));
    QCOMPARE(parent.jurisdiction, QStringLiteral("DE"));
}

void TestImporting::nothingBecomesPartOfItself_data()
{
    QTest::addColumn<QByteArray>("incoming");
    QTest::newRow("the two the other way round")
        << QByteArray(R"("x": {"name": "X", "kind": "company", "part_of": "y"},
        "y": {"name": "Y", "kind": "company"})");
    QTest::newRow("over one that is new")
        << QByteArray(R"("x": {"name": "X", "kind": "company", "part_of": "n"},
        "n": {"name": "N", "kind": "company", "part_of": "y"}, "y": {"name": "Y", "kind": "company"})");
}

void TestImporting::nothingBecomesPartOfItself()
{
    QFETCH(QByteArray, incoming);
    const auto scenario = [](const QByteArray &firms) {
        return R"({"format": "entente-scenario", "version": "1.0", "id": "s", "title": "S", "firms": {)" +
               firms + "}}";
    };
    const ScenarioFile present = read(scenario(R"("x": {"name": "X", "kind": "company"},
        "y": {"name": "Y", "kind": "company", "part_of": "x"})"),
                                      QStringLiteral("a.json"));
    const FirmId x(QStringLiteral("x"));
    const FirmId y(QStringLiteral("y"));
    const ScenarioFile both =
        imported(present, read(scenario(incoming), QStringLiteral("b.json")), nullptr, {{x, x}, {y, y}});
    QVERIFY(both.scenario.firms.size() >= 2);
    QCOMPARE(both.scenario.firm(y)->partOf, x);
    const auto kept =
        std::count_if(both.scenario.firms.begin(), both.scenario.firms.end(), [](const domain::Firm &firm) {
            return firm.extras.contains(QStringLiteral("x-other-part_of"));
        });
    QCOMPARE(kept, 1);
}

void TestImporting::idsThatAreTakenAreRenamed()
{
    const ScenarioFile bundled = readBundled(QStringLiteral("cloud-dispute.entente.json"));
    ScenarioFile incoming = bundled;
    incoming.path = QStringLiteral("another.json");
    const Import import(bundled.document, bundled.scenario, incoming);
    QCOMPARE(import.candidates().isEmpty(), false);
    const ScenarioFile doubled = changed(bundled, import.take({}).changes);
    QCOMPARE(doubled.scenario.firms.size(), 2 * bundled.scenario.firms.size());
    // The second copy holds among itself what the first does.
    for (const domain::Firm &firm : doubled.scenario.firms) {
        if (firm.id.text().endsWith(QLatin1String("-2")) && !firm.partOf.isEmpty())
            QVERIFY(firm.partOf.text().endsWith(QLatin1String("-2")));
    }
}

void TestImporting::mergesAndTakesItBack_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("gone");
    const ScenarioFile file = readBundled(QStringLiteral("cloud-dispute.entente.json"));
    for (const domain::Firm &kept : file.scenario.firms) {
        for (const domain::Firm &gone : file.scenario.firms) {
            if (kept.id != gone.id)
                QTest::addRow("%s+%s", qPrintable(kept.id.text()), qPrintable(gone.id.text()))
                    << kept.id.text() << gone.id.text();
        }
    }
}

void TestImporting::mergesAndTakesItBack()
{
    QFETCH(QString, kept);
    QFETCH(QString, gone);
    const ScenarioFile file = readBundled(QStringLiteral("cloud-dispute.entente.json"));
    const auto changes = formats::mergingFirms(file.document, FirmId(kept), FirmId(gone));
    Document merged = file.document;
    const auto back = document::apply(merged.root, changes);
    QVERIFY(back);
    Document undone = merged;
    QVERIFY(document::apply(undone.root, *back));
    QCOMPARE(document::toJson(undone.root), document::toJson(file.document.root));
    QVERIFY(formats::mentionsOf(merged, domain::ThingRef::of(FirmId(gone))).isEmpty());
    QCOMPARE(formats::mergedInto(merged, FirmId(kept)), QStringList{gone});
    QVERIFY(document::apply(merged.root, formats::unmerging(merged, FirmId(kept), gone)));
    const auto keys = [](const Document &document) {
        Document plain = document;
        document::apply(plain.root, document::Change::remove(QStringLiteral("/views")));
        return plain;
    };
    QVERIFY(keys(merged).root.sameJson(keys(file.document).root));
}

void TestImporting::splitsAfterOtherEdits()
{
    const ScenarioFile file = read(there, QStringLiteral("there.json"));
    const FirmId acme(QStringLiteral("acme-plc"));
    ScenarioFile merged =
        changed(file, formats::mergingFirms(file.document, acme, FirmId(QStringLiteral("gamma"))));
    QCOMPARE(merged.scenario.firms.size(), 2);
    QVERIFY(merged.scenario.firm(acme)->aliases.contains(QStringLiteral("Gamma")));
    merged = changed(merged, {document::Change::set(QStringLiteral("/firms/acme-plc/note"),
                                                    document::Value::string(QStringLiteral("edited")))});
    const ScenarioFile split =
        changed(merged, formats::unmerging(merged.document, acme, QStringLiteral("gamma")));
    QCOMPARE(split.scenario.firms.size(), 3);
    QCOMPARE(split.scenario.firm(acme)->note, QStringLiteral("edited"));
    QCOMPARE(split.scenario.firm(acme)->aliases, QStringList{QStringLiteral("Acme Works")});
    QCOMPARE(split.scenario.agreements[0].parties[1].firm.text(), QStringLiteral("gamma"));
    QCOMPARE(split.scenario.agreements[0].amounts[0].to.text(), QStringLiteral("gamma"));
}

void TestImporting::splitsOffSomeAgreements()
{
    const ScenarioFile file = read(here, QStringLiteral("here.json"));
    const auto changes =
        formats::splittingOff(file.document, FirmId(QStringLiteral("acme")), QStringLiteral("acme-north"),
                              QStringLiteral("Acme North"), {QStringLiteral("deal")});
    const ScenarioFile split = changed(file, changes);
    QCOMPARE(split.scenario.firms.size(), 3);
    QCOMPARE(split.scenario.agreements[0].parties[0].firm.text(), QStringLiteral("acme-north"));
    QVERIFY(
        formats::splittingOff(file.document, FirmId(QStringLiteral("acme")), QStringLiteral("beta"), {}, {})
            .isEmpty());
}

void TestImporting::mergesIntoItsOwnPart()
{
    const ScenarioFile file = read(there, QStringLiteral("there.json"));
    const FirmId acme(QStringLiteral("acme-plc"));
    const FirmId beta(QStringLiteral("beta"));
    for (const auto &[kept, gone] : {std::pair{acme, beta}, std::pair{beta, acme}}) {
        const ScenarioFile merged = changed(file, formats::mergingFirms(file.document, kept, gone));
        QCOMPARE(merged.scenario.firms.size(), 2);
        QVERIFY(merged.scenario.firm(kept)->partOf.isEmpty());
    }
    QVERIFY(formats::mergingFirms(file.document, acme, acme).isEmpty());
    QVERIFY(formats::mergingFirms(file.document, acme, FirmId(QStringLiteral("nobody"))).isEmpty());
}

ENTENTE_TEST(TestImporting, QCoreApplication)

} // namespace tst_importing

#include "tst_importing.moc"
