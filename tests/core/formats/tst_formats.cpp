#include "core/formats/formatsummary.h"
#include "formats/formattable.h"
#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"
#include "session/readoptions.h"
#include "support/bigscenario.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <QDir>
#include <QFile>

namespace tst_formats {

using namespace entente;
using namespace entente::test;

// One battery for every row of the table of formats. Its data are files in tests/data/formats/NAME:
//   good/FILE      is read as FILE.txt says, problems included; a file called x.EXT is read by its content
//   broken/FILE    can't be read, and FILE.txt tells why, with places
//   losses.txt     what is lost when everything.entente.json is written in that format, one warning a line
// Files that end with ".txt" are what is expected; with ENTENTE_WRITE_EXPECTED set they are written anew, to
// be looked at. A file "FILE.map" beside FILE holds the mapping it is read with.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasItsData();
    void good_data() { addFiles(QStringLiteral("good")); }
    void good();
    void broken_data() { addFiles(QStringLiteral("broken")); }
    void broken();
    void losesWhatItSays_data() { addWriters(); }
    void losesWhatItSays();
    void readsBackWhatItWrote_data() { addWriters(); }
    void readsBackWhatItWrote();
    void packedItReadsTheSame_data() { addFiles(QStringLiteral("good")); }
    void packedItReadsTheSame();
    void cutShortItIsNoCrash_data() { addFiles(QStringLiteral("good")); }
    void cutShortItIsNoCrash();
    void largeFilesAreReadByTheirEnding_data();
    void largeFilesAreReadByTheirEnding();
    void ownScenariosAreReadUnderAnyEnding();
    void idsOfFtmNeverCollide();
    void anAuthorityByNameIsTheFirmOfThatName();
    void theGuidesExampleReads();

private:
    static void addFiles(const QString &folder);
    static void addWriters();
};

namespace {

QString dataFolder(const QString &format)
{
    return QStringLiteral(ENTENTE_TEST_DATA "/") + format;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Compares with the file, or writes it.
void compareWith(const QString &path, const QString &actual)
{
    if (qEnvironmentVariableIsSet("ENTENTE_WRITE_EXPECTED")) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
        file.write(actual.toUtf8());
        return;
    }
    const QString expected = QString::fromUtf8(contentOf(path));
    if (actual != expected)
        qWarning("%s\nexpected:\n%s\nactual:\n%s", qPrintable(path), qPrintable(expected),
                 qPrintable(actual));
    QVERIFY(actual == expected);
}

bool isForeign(const formats::Format &format)
{
    return format.name != QLatin1String("scenario") && format.name != QLatin1String("overlay");
}

formats::ReadOptions optionsFor(const QString &path)
{
    formats::ReadOptions options = session::readOptions();
    const QByteArray mapping = contentOf(path + QStringLiteral(".map"));
    if (!mapping.isEmpty())
        options.mapping = *formats::parseMapping(QString::fromUtf8(mapping)).value;
    return options;
}

// Statements of beneficial ownership say nothing of other agreements.
bool isHeldBy(const QString &format, const domain::Agreement &agreement)
{
    return format != QLatin1String("bods") || agreement.kind == QLatin1String("ownership") ||
           agreement.kind == QLatin1String("appointment");
}

formats::ScenarioFile everything()
{
    return *formats::readScenario(QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json")).value;
}

// CRC-32 as gzip has it, bit by bit.
quint32 checksumOf(const QByteArray &bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~sum;
}

// What gzip makes of it (RFC 1952): qCompress() puts zlib's header and checksum around the same deflated
// bytes.
QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int before = 4 + 2; // the size that Qt adds, zlib's header
    constexpr int after = 4;      // zlib's checksum
    QByteArray packed("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    packed += qCompress(bytes).mid(before).chopped(after);
    for (const quint32 number : {checksumOf(bytes), quint32(bytes.size())}) {
        for (int shift = 0; shift < 32; shift += 8)
            packed += char(number >> shift);
    }
    return packed;
}

// More than what is looked at to tell a format.
constexpr int firmsOfALargeFile = 12'000;

// Elements of a format that is only read; empty where there is no such example.
QByteArray largeUnwritten(const QString &format)
{
    QByteArray text;
    for (int i = 0; i < firmsOfALargeFile; ++i) {
        const QByteArray id = QByteArray::number(i);
        if (format == QLatin1String("cytoscape"))
            text += "{\"data\": {\"id\": \"" + id + "\", \"name\": \"A firm of many, number " + id +
                    "\", \"note\": \"beside others\"}},\n";
        else if (format == QLatin1String("gleif"))
            text += id.rightJustified(20, '0') + ",A firm of many number " + id + ",US\n";
    }
    if (format == QLatin1String("cytoscape"))
        return "{\"elements\": {\"nodes\": [\n" + text.chopped(2) + "],\n\"edges\": []}}";
    return text.isEmpty() ? text : "LEI,Entity.LegalName,Entity.LegalJurisdiction\n" + text;
}

QByteArray large(const formats::Format &format)
{
    static const auto scenario =
        formats::readScenario(tests::bigScenario({firmsOfALargeFile, 1'000, 1}), QStringLiteral("large"));
    return format.writes ? *formats::writeAs(format, *scenario.value).value : largeUnwritten(format.name);
}

Outcome<formats::ScenarioFile> readAs(const QString &format, const QByteArray &bytes)
{
    formats::ReadOptions options = session::readOptions();
    options.format = format;
    return formats::readScenario(
        bytes, QStringLiteral("written") + formats::formatNamed(format)->endings.first(), options);
}

} // namespace

void TestFormats::addFiles(const QString &folder)
{
    QTest::addColumn<QString>("path");
    for (const formats::Format &format : formats::formats()) {
        const QDir files(dataFolder(format.name) + u'/' + folder);
        const QStringList names = files.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (!name.endsWith(QLatin1String(".txt")) && !name.endsWith(QLatin1String(".map")) &&
                format.reads)
                QTest::newRow(qPrintable(format.name + u'/' + name)) << files.filePath(name);
        }
    }
}

void TestFormats::addWriters()
{
    QTest::addColumn<QString>("name");
    for (const formats::Format &format : formats::formats()) {
        if (format.writes && isForeign(format))
            QTest::newRow(qPrintable(format.name)) << format.name;
    }
    if (!std::any_of(formats::formats().begin(), formats::formats().end(),
                     [](const formats::Format &f) { return f.writes && isForeign(f); }))
        QTest::newRow("none") << QString();
}

void TestFormats::everyRowHasItsData()
{
    QStringList names;
    for (const formats::Format &format : formats::formats()) {
        QVERIFY(!names.contains(format.name));
        names.append(format.name);
        QVERIFY2(!format.title.isEmpty() && !format.endings.isEmpty() && !format.note.isEmpty(),
                 qPrintable(format.name));
        if (!isForeign(format))
            continue;
        QCOMPARE(format.reads, format.read != nullptr);
        QCOMPARE(format.writes, format.write != nullptr || format.writeDocument != nullptr);
        for (const char *folder : {"good", "broken"}) {
            const QDir files(dataFolder(format.name) + u'/' + QLatin1String(folder));
            QVERIFY2(!format.reads || !files.entryList(QDir::Files).isEmpty(), qPrintable(files.path()));
        }
    }
}

void TestFormats::good()
{
    QFETCH(QString, path);
    const auto outcome = formats::readScenario(path, optionsFor(path));
    compareWith(path + QStringLiteral(".txt"), summaryOf(outcome));
    QVERIFY(outcome);
}

void TestFormats::broken()
{
    QFETCH(QString, path);
    const auto outcome = formats::readScenario(path, optionsFor(path));
    QVERIFY(!outcome);
    QVERIFY(outcome.problems.hasErrors());
    compareWith(path + QStringLiteral(".txt"), summaryOf(outcome));
}

void TestFormats::losesWhatItSays()
{
    QFETCH(QString, name);
    if (name.isEmpty())
        return;
    const auto written = formats::writeAs(*formats::formatNamed(name), everything());
    QVERIFY(written);
    QString losses;
    for (const Problem &problem : written.problems.all()) {
        QVERIFY(problem.severity == Severity::Warning);
        losses += problem.message + u'\n';
    }
    compareWith(dataFolder(name) + QStringLiteral("/losses.txt"), losses);
}

// What a format could hold it holds for good: written, read and written again it is the same.
void TestFormats::readsBackWhatItWrote()
{
    QFETCH(QString, name);
    if (name.isEmpty() || !formats::formatNamed(name)->reads)
        return;
    const formats::Format &format = *formats::formatNamed(name);
    const formats::ScenarioFile before = everything();
    const auto written = formats::writeAs(format, before);
    QVERIFY(written);
    const auto read = readAs(name, *written.value);
    for (const Problem &problem : read.problems.all())
        QVERIFY2(problem.severity == Severity::Warning, qPrintable(toLine(problem)));
    QVERIFY(read);
    QStringList names;
    for (const domain::Firm &firm : read.value->scenario.firms)
        names.append(firm.name);
    qsizetype held = 0; // agreements that the format has room for
    for (const domain::Agreement &agreement : before.scenario.agreements) {
        held += isHeldBy(name, agreement) ? 1 : 0;
        for (const domain::Party &party : agreement.parties)
            QVERIFY2(names.contains(before.scenario.nameOf(party.firm)), qPrintable(party.firm.text()));
    }
    QCOMPARE(read.value->scenario.agreements.size(), held);
    const auto again = formats::writeAs(format, *read.value);
    QVERIFY(again);
    const auto readAgain = readAs(name, *again.value);
    QVERIFY(readAgain);
    QCOMPARE(summaryOf(readAgain), summaryOf(read));
}

void TestFormats::packedItReadsTheSame()
{
    QFETCH(QString, path);
    if (path.endsWith(QLatin1String(".gz")))
        return; // it is packed already
    const QByteArray bytes = contentOf(path);
    const QString name = QFileInfo(path).fileName();
    const auto plain = formats::readScenario(bytes, name, optionsFor(path));
    const auto packed = formats::readScenario(gzipped(bytes), name + QStringLiteral(".gz"), optionsFor(path));
    QCOMPARE(bool(packed), bool(plain));
    QCOMPARE(summaryOf(packed).replace(name + QStringLiteral(".gz"), name), summaryOf(plain));
}

// Every beginning of a file is read or refused with a sentence.
void TestFormats::cutShortItIsNoCrash()
{
    QFETCH(QString, path);
    const QByteArray bytes = contentOf(path);
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / (150 / everyNth));
    for (qsizetype length = 0; length < bytes.size(); length += step) {
        const auto outcome =
            formats::readScenario(bytes.first(length), QFileInfo(path).fileName(), optionsFor(path));
        QVERIFY(outcome || outcome.problems.hasErrors());
    }
}

void TestFormats::largeFilesAreReadByTheirEnding_data()
{
    QTest::addColumn<QString>("name");
    for (const formats::Format &format : formats::formats()) {
        const bool hasExample = format.writes || !largeUnwritten(format.name).isEmpty();
        if (isForeign(format) && format.reads && hasExample)
            QTest::newRow(qPrintable(format.name)) << format.name;
    }
}

void TestFormats::largeFilesAreReadByTheirEnding()
{
    QFETCH(QString, name);
    const formats::Format &format = *formats::formatNamed(name);
    const auto outcome = formats::readScenario(
        large(format), QStringLiteral("large") + format.endings.first(), session::readOptions());
    QVERIFY2(outcome, outcome ? "" : qPrintable(toLine(outcome.problems.all().first())));
    QVERIFY(formats::formatNamed(outcome.value->format)->read == format.read); // one reader for CSV and TSV
}

void TestFormats::ownScenariosAreReadUnderAnyEnding()
{
    const QByteArray bytes = contentOf(QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json"));
    for (const char *path : {"a.node-link.json", "a.ftm.json", "a.bods.json", "a.cyjs", "a.graphml"})
        QVERIFY2(formats::readScenario(bytes, QString::fromLatin1(path)), path);
}

// What the writer makes up beside the author's ids: contracts of awards, parties of cases.
void TestFormats::idsOfFtmNeverCollide()
{
    const QByteArray text = R"({"format": "entente-scenario", "version": "1.0", "id": "a", "title": "A",
        "firms": {"alpha": {"name": "Alpha", "kind": "company", "x-id": "50%1"},
                  "beta": {"name": "Beta", "kind": "company", "x-id": "50%1"},
                  "deal-contract": {"name": "Gamma", "kind": "company"},
                  "suit-party-1": {"name": "Delta", "kind": "company"}},
        "agreements": {
            "deal": {"title": "Deal", "kind": "purchase",
                "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "beta", "role": "supplier"}]},
            "more": {"title": "Deal", "kind": "purchase", "x-contract": "alpha",
                "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "beta", "role": "supplier"}]},
            "again": {"title": "Deal", "kind": "purchase", "x-contract": "alpha",
                "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "beta", "role": "supplier"}]},
            "suit": {"title": "Suit", "kind": "litigation",
                "parties": [{"firm": "alpha", "role": "plaintiff"}, {"firm": "beta", "role": "defendant"}]},
            "loan": {"title": "Loan", "kind": "loan",
                "parties": [{"firm": "alpha", "role": "lender"}, {"firm": "beta", "role": "borrower"}]}}})";
    const auto before = formats::readScenario(text, QStringLiteral("a.json"));
    QVERIFY2(before, before ? "" : qPrintable(toLine(before.problems.all().first())));
    const auto written = formats::writeAs(*formats::formatNamed(u"followthemoney"), *before.value);
    QVERIFY(written);
    QVERIFY(written.value->contains("\"50%1-2\""));
    const auto after = readAs(QStringLiteral("followthemoney"), *written.value);
    QVERIFY(after);
    QVERIFY2(after.problems.isEmpty(), qPrintable(summaryOf(after)));
    QCOMPARE(after.value->scenario.firms.size(), before.value->scenario.firms.size());
    QCOMPARE(after.value->scenario.agreements.size(), before.value->scenario.agreements.size());
}

void TestFormats::anAuthorityByNameIsTheFirmOfThatName()
{
    const auto read =
        readAs(QStringLiteral("followthemoney"),
               R"({"id":"s1","schema":"Sanction","properties":{"entity":["c1"],"authority":["Bureau"]}}
{"id":"c1","schema":"Company","properties":{"name":["Acme"]}}
{"id":"b1","schema":"PublicBody","properties":{"name":["Bureau"]}}
)");
    QVERIFY(read);
    QCOMPARE(read.value->scenario.firms.size(), 2);
}

void TestFormats::theGuidesExampleReads()
{
    for (const char *name : {"deals.csv", "firms.csv"}) {
        const auto file = formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/examples/") +
                                                QLatin1String(name));
        QVERIFY(file);
        QCOMPARE(file.problems.warningCount(), 0);
        QCOMPARE(file.value->scenario.firms.size(), 4);
        QCOMPARE(file.value->scenario.agreements.size(), 2);
    }
}

ENTENTE_TEST(TestFormats, QCoreApplication)

} // namespace tst_formats

#include "tst_formats.moc"
