#include "app/commandline/programrunner.h"
#include "support/registration.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>

namespace tst_dot {

using namespace entente;
using namespace entente::test;

// DOT by the real program, which has the worker parse it.
class TestDot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatDotReads();
    void readsBackWhatItWrote();
    void readsStandardInput();
    void tellsWhereItFails();
    void deathOfTheWorkerIsSaid_data();
    void deathOfTheWorkerIsSaid();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};

namespace {

document::Value described(const QString &file)
{
    return parsedJson(runProgram({QStringLiteral("describe"), file, QStringLiteral("--as-of"),
                                  QStringLiteral("any"), QStringLiteral("--json")})
                          .out);
}

// "SRE development OpenAI Amazon …" of each agreement, in the order of the file; ids are made of names anew.
QStringList partiesIn(const document::Value &description)
{
    QHash<QString, QString> nameOf;
    for (const document::Member &firm : description.find(u"firms")->items())
        nameOf.insert(firm.value.find(u"id")->text(), firm.value.find(u"name")->text());
    QStringList parties;
    for (const document::Member &agreement : description.find(u"agreements")->items()) {
        QStringList names{agreement.value.find(u"title")->text()};
        for (const document::Member &party : agreement.value.find(u"parties")->items())
            names.append(nameOf.value(party.value.find(u"firm")->text()));
        parties.append(names.join(u' '));
    }
    return parties;
}

QByteArray withoutSpaces(const QByteArray &name)
{
    return QByteArray(name).replace(' ', "");
}

} // namespace

void TestDot::writesWhatDotReads()
{
    const Run run = runProgram({QStringLiteral("convert"), bundledFile("cloud-dispute"), path("out.dot")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.error.contains("DOT can't hold 7 clauses"));
    QProcess dot;
    dot.start(QStringLiteral("dot"), {QStringLiteral("-Tcanon"), path("out.dot")});
    QVERIFY(dot.waitForFinished());
    QCOMPARE(dot.exitCode(), 0);
    QCOMPARE(dot.readAllStandardError(), QByteArray());
    const QByteArray canonical = withoutSpaces(dot.readAllStandardOutput());
    QVERIFY(canonical.contains("label=OpenAI"));
    QVERIFY(canonical.contains("firm=amazon"));
}

void TestDot::readsBackWhatItWrote()
{
    QCOMPARE(runProgram({QStringLiteral("convert"), bundledFile("cloud-dispute"), path("there.gv")}).code, 0);
    const document::Value before = described(bundledFile("cloud-dispute"));
    const document::Value after = described(path("there.gv"));
    QVERIFY(before.isObject() && after.isObject());
    QCOMPARE(partiesIn(after), partiesIn(before));
    const auto &firms = after.find(u"firms")->items();
    QCOMPARE(firms.size(), before.find(u"firms")->items().size());
    for (const document::Member &firm : before.find(u"firms")->items()) {
        const auto same = std::find_if(firms.begin(), firms.end(), [&firm](const document::Member &other) {
            return other.value.find(u"name")->text() == firm.value.find(u"name")->text() &&
                   other.value.find(u"part_of")->isNull() == firm.value.find(u"part_of")->isNull();
        });
        QVERIFY2(same != firms.end(), qPrintable(firm.value.find(u"name")->text()));
    }
}

void TestDot::readsStandardInput()
{
    const Run run = runProgram({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("-"),
                                QStringLiteral("--to"), QStringLiteral("dot")},
                               "graph { acme -- \"a\\\"b\" [label=\"say \\\"\\\\\\\"\"] }");
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains("label=\"say \\\"\\\\\\\"\""), run.out.constData());
    QVERIFY(run.out.contains("dir=none"));
}

void TestDot::tellsWhereItFails()
{
    QFile file(path("broken.dot"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("digraph {\n  a -> b;\n  ü -> -> c\n}\n");
    file.close();
    const Run run = runProgram({QStringLiteral("check"), file.fileName()});
    QCOMPARE(run.code, 1);
    const QByteArray expected =
        file.fileName().toUtf8() + ":3:8: error: Graphviz can't read this: syntax error near '->'";
    QVERIFY2((run.out + run.error).contains(expected), (run.out + run.error).constData());
    QCOMPARE(runProgram({QStringLiteral("convert"), file.fileName(), path("not.csv")}).code, 1);
    QVERIFY(!QFile::exists(path("not.csv")));
}

void TestDot::deathOfTheWorkerIsSaid_data()
{
    QTest::addColumn<QByteArray>("worker");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("isn't there") << QByteArray("/nowhere/worker") << 5 << QByteArray("can't be started");
    QTest::newRow("ends at once") << QByteArray("/bin/false") << 1 << QByteArray("ended with code 1");
}

void TestDot::deathOfTheWorkerIsSaid()
{
    QFETCH(QByteArray, worker);
    QFETCH(int, code);
    QFETCH(QByteArray, sentence);
    const QByteArray usual = qgetenv("ENTENTE_LAYOUTWORKER");
    qputenv("ENTENTE_LAYOUTWORKER", worker);
    const Run run = runProgram({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("-"),
                                QStringLiteral("--to"), QStringLiteral("csv")},
                               "graph { a -- b }");
    usual.isNull() ? qunsetenv("ENTENTE_LAYOUTWORKER") : qputenv("ENTENTE_LAYOUTWORKER", usual);
    QCOMPARE(run.code, code);
    QVERIFY2(run.error.contains("Graphviz, which reads DOT, gave no answer") && run.error.contains(sentence),
             run.error.constData());
}

ENTENTE_TEST(TestDot, QCoreApplication)

} // namespace tst_dot

#include "tst_dot.moc"
