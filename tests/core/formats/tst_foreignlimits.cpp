#include "core/formats/formatsummary.h"
#include "document/readprogress.h"
#include "formats/formattable.h"
#include "formats/scenariowriter.h"
#include "formats/xmlscanner.h"
#include "support/registration.h"

namespace tst_foreignlimits {

using namespace entente;

namespace {

QByteArray nested(const QByteArray &element, int depth)
{
    return ('<' + element + '>').repeated(depth) + ("</" + element + '>').repeated(depth);
}

constexpr int farTooDeep = 300'000; // a call for each would overflow any stack

// An example of a format that can be read: one that Entente writes, else a file of its test data.
QByteArray exampleOf(const formats::Format &format)
{
    static const QHash<QString, QString> unwritten{
        {QStringLiteral("gleif"), QStringLiteral("names.xml")},
        {QStringLiteral("cytoscape"), QStringLiteral("flat.cyjs")}};
    const auto everything =
        formats::readScenario(QStringLiteral(ENTENTE_TEST_DATA "/everything.entente.json"));
    if (format.writes)
        return *formats::writeAs(format, *everything.value).value;
    QFile file(
        QStringLiteral(ENTENTE_TEST_DATA "/%1/good/%2").arg(format.name, unwritten.value(format.name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome<formats::ScenarioFile> readExample(const QString &name, formats::ReadOptions options)
{
    const formats::Format &format = *formats::formatNamed(name);
    options.format = name;
    return formats::readScenario(exampleOf(format), QStringLiteral("a") + format.endings.first(), options);
}

// The code of the first error; warnings of what was read before it may come first.
QString errorOf(const ProblemList &problems)
{
    const auto error = std::find_if(problems.all().begin(), problems.all().end(), [](const Problem &problem) {
        return problem.severity == Severity::Error;
    });
    return error == problems.all().end() ? QString() : error->code;
}

// Nodes that each have so many attributes that no other has.
QByteArray graphOfOwnAttributes(int nodes, int each)
{
    QByteArray text = "<graphml>";
    for (int i = 0; i < nodes * each; ++i)
        text += "<key id=\"k" + QByteArray::number(i) + "\"/>";
    text += "<graph>";
    for (int node = 0; node < nodes; ++node) {
        text += "<node id=\"n" + QByteArray::number(node) + "\">";
        for (int i = 0; i < each; ++i)
            text += "<data key=\"k" + QByteArray::number(node * each + i) + "\">v</data>";
        text += "</node>";
    }
    return text + "</graph></graphml>";
}

} // namespace

// The limits that hold for readers of foreign formats as they do for scenarios.
class TestForeignLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nestingIsLimited_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *path, const QByteArray &text) {
            QTest::newRow(name) << QString::fromLatin1(path) << text;
        };
        row("GraphML, text", "a.graphml",
            "<graphml><graph><node id=\"a\"><data key=\"k\">" + nested("x", farTooDeep) +
                "</data></node></graph></graphml>");
        row("GraphML, what isn't read", "a.graphml", "<graphml>" + nested("x", farTooDeep) + "</graphml>");
        row("GraphML, graphs", "a.graphml", "<graphml>" + QByteArray("<graph><node>").repeated(farTooDeep));
        row("GEXF, text", "a.gexf",
            "<gexf><meta><creator>" + nested("x", farTooDeep) + "</creator></meta></gexf>");
        row("GEXF, nodes", "a.gexf",
            "<gexf><graph>" + QByteArray("<nodes><node id=\"a\">").repeated(farTooDeep));
        row("GLEIF", "a.gleif.xml", "<LEIRecord>" + nested("x", farTooDeep) + "</LEIRecord>");
    }

    void nestingIsLimited()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        const auto outcome = formats::readScenario(text, path);
        QVERIFY(!outcome);
        QCOMPARE(errorOf(outcome.problems), QStringLiteral("too-deep"));
        QVERIFY(outcome.problems.hasErrors(Cause::Limit));
    }

    void declaredEntitiesAreRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("root");
        QTest::newRow("GraphML") << "a.graphml" << QByteArray("graphml");
        QTest::newRow("GEXF") << "a.gexf" << QByteArray("gexf");
        QTest::newRow("GLEIF") << "a.gleif.xml" << QByteArray("LEIRecord");
    }

    void declaredEntitiesAreRefused()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, root);
        const auto outcome = formats::readScenario(
            "<!DOCTYPE " + root + " [<!ENTITY a \"b\">]><" + root + ">&a;</" + root + ">", path);
        QVERIFY(!outcome);
        QCOMPARE(errorOf(outcome.problems), QStringLiteral("entities"));
    }

    void attributesAreLimited()
    {
        const auto many = formats::readScenario(graphOfOwnAttributes(50, 400), QStringLiteral("a.graphml"));
        QVERIFY(!many);
        QCOMPARE(errorOf(many.problems), QStringLiteral("too-many-columns"));
        QVERIFY(many.problems.hasErrors(Cause::Limit));
    }

    void everyNodeKeepsItsOwnAttributes()
    {
        constexpr int nodes = 400;
        constexpr int each = 30;
        const auto few =
            formats::readScenario(graphOfOwnAttributes(nodes, each), QStringLiteral("a.graphml"));
        QVERIFY(few);
        QCOMPARE(few.value->scenario.firms.size(), nodes);
        for (const domain::Firm &firm : few.value->scenario.firms)
            QCOMPARE(firm.extras.size(), each);
    }

    void memoryIsLimited_data() { addReaders(); }

    void memoryIsLimited()
    {
        QFETCH(QString, name);
        formats::ReadOptions options;
        options.limits.memory = exampleOf(*formats::formatNamed(name)).size() * 4;
        const auto outcome = readExample(name, options);
        QVERIFY(!outcome);
        QCOMPARE(errorOf(outcome.problems), QStringLiteral("too-little-memory"));
        QVERIFY(outcome.problems.hasErrors(Cause::Limit));
    }

    void whatIsCancelledGivesNothing_data() { addReaders(QStringLiteral("dot")); } // the worker's to cancel

    void whatIsCancelledGivesNothing()
    {
        QFETCH(QString, name);
        QVERIFY(readExample(name, {}));
        document::ReadProgress progress;
        progress.isCancelled = true;
        formats::ReadOptions options;
        options.progress = &progress;
        const auto outcome = readExample(name, options);
        QVERIFY(!outcome);
        QCOMPARE(outcome.problems.all().size(), 1);
        QCOMPARE(errorOf(outcome.problems), QStringLiteral("cancelled"));
    }

    void xmlEndsWhereItIsCancelled()
    {
        document::ReadProgress progress;
        formats::ReadOptions options;
        options.progress = &progress;
        formats::XmlScanner xml("<a><b/><c/></a>", options);
        QVERIFY(xml.nextStart());
        QVERIFY(xml.nextWithin());
        progress.isCancelled = true;
        QVERIFY(!xml.nextStart());
        QVERIFY(!xml.fault({}));
    }

private:
    static void addReaders(const QString &except = {})
    {
        QTest::addColumn<QString>("name");
        for (const formats::Format &format : formats::formats()) {
            if (format.read && format.name != except && !exampleOf(format).isEmpty())
                QTest::newRow(qPrintable(format.name)) << format.name;
        }
    }
};

ENTENTE_TEST(TestForeignLimits, QCoreApplication)

} // namespace tst_foreignlimits

#include "tst_foreignlimits.moc"
