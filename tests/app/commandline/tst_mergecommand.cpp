#include "app/commandline/programrunner.h"
#include "support/registration.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_mergecommand {

using entente::document::Value;
using namespace entente::test;

// `merge`: what it lists, what it writes, and its exit codes.
class TestMergeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWithoutWriting();
    void onlyIdentifiersMergeUnasked();
    void mergesWhatItIsTold();
    void aSecondTimeChangesNothing();
    void readsATableAsItIsTold();
    void endsWithItsDocumentedCode_data();
    void endsWithItsDocumentedCode();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &text) const;
    Run merge(const QStringList &more) const;
    QStringList firmsOf(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray into =
    R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T", "firms": {
 "acme": {"name": "Acme Ltd", "kind": "company", "identifiers": {"lei": "X1"}},
 "beta": {"name": "Beta", "kind": "company"}}})";

const QByteArray records =
    R"({"id": "1", "schema": "Company", "properties": {"name": ["ACME Limited"], "leiCode": ["X1"]}}
{"id": "2", "schema": "Company", "properties": {"name": ["Beta Oy"]}}
{"id": "3", "schema": "Ownership", "properties": {"owner": ["1"], "asset": ["2"]}}
)";

} // namespace

void TestMergeCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("into.json", into);
    write("register.ftm.json", records);
}

void TestMergeCommand::write(const char *name, const QByteArray &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Run TestMergeCommand::merge(const QStringList &more) const
{
    return runProgram(QStringList{QStringLiteral("merge"), path("into.json"), path("register.ftm.json")} +
                      more);
}

QStringList TestMergeCommand::firmsOf(const char *name) const
{
    QFile file(path(name));
    QStringList ids;
    if (!file.open(QIODevice::ReadOnly))
        return ids;
    const Value json = parsedJson(file.readAll());
    for (const entente::document::Member &firm : json.find(u"firms")->members())
        ids.append(firm.key);
    return ids;
}

void TestMergeCommand::listsWithoutWriting()
{
    const Run run = merge({QStringLiteral("--json")});
    QCOMPARE(run.code, 0);
    const Value json = parsedJson(run.out);
    QCOMPARE(json.find(u"format")->text(), QStringLiteral("entente-merge"));
    const auto &candidates = json.find(u"candidates")->items();
    QCOMPARE(candidates.size(), 2);
    QCOMPARE(candidates[0].value.find(u"decision")->text(), QStringLiteral("same"));
    QCOMPARE(candidates[0].value.find(u"ours")->text(), QStringLiteral("acme"));
    QCOMPARE(candidates[1].value.find(u"decision")->text(), QStringLiteral("open"));
    QVERIFY(merge({}).out.contains("open: Beta Oy (beta-oy) = Beta (beta): the same name"));
}

void TestMergeCommand::onlyIdentifiersMergeUnasked()
{
    const Run run = merge({QStringLiteral("-o"), path("out.json")});
    QCOMPARE(run.code, 0);
    QCOMPARE(firmsOf("out.json"),
             (QStringList{QStringLiteral("acme"), QStringLiteral("beta"), QStringLiteral("beta-oy")}));
    QVERIFY(run.error.contains("1 firm added, 1 matched"));
}

void TestMergeCommand::mergesWhatItIsTold()
{
    const QStringList both{QStringLiteral("acme"), QStringLiteral("beta")};
    QCOMPARE(merge({QStringLiteral("-o"), path("a.json"), QStringLiteral("--same"),
                    QStringLiteral("beta-oy=beta")})
                 .code,
             0);
    QCOMPARE(firmsOf("a.json"), both);
    QCOMPARE(merge({QStringLiteral("-o"), path("b.json"), QStringLiteral("--same-names")}).code, 0);
    QCOMPARE(firmsOf("b.json"), both);
}

void TestMergeCommand::aSecondTimeChangesNothing()
{
    merge({QStringLiteral("-o"), path("once.json")});
    const Run run = runProgram({QStringLiteral("merge"), path("once.json"), path("register.ftm.json"),
                                QStringLiteral("-o"), path("twice.json")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.error.contains("Nothing new"));
    QFile once(path("once.json"));
    QFile twice(path("twice.json"));
    QVERIFY(once.open(QIODevice::ReadOnly) && twice.open(QIODevice::ReadOnly));
    QCOMPARE(twice.readAll(), once.readAll());
}

void TestMergeCommand::readsATableAsItIsTold()
{
    write("deals.csv", "Kupec,Dodavatel\nBeta,Delta\n");
    const QStringList files{QStringLiteral("merge"), path("into.json"), path("deals.csv"),
                            QStringLiteral("-o"), path("out.json")};
    const Run run = runProgram(
        files + QStringList{QStringLiteral("--map"), QStringLiteral("source=Kupec,target=Dodavatel")});
    QVERIFY2(run.code == 0, run.error.constData());
    QVERIFY(firmsOf("out.json").contains(QStringLiteral("delta")));
    QCOMPARE(runProgram(files + QStringList{QStringLiteral("--map"), QStringLiteral("x=nonsense")}).code, 2);
}

void TestMergeCommand::endsWithItsDocumentedCode_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QStringList &arguments, int code) {
        QTest::newRow(name) << arguments << code;
    };
    row("one file", {QStringLiteral("into.json")}, 2);
    row("a stranger",
        {QStringLiteral("into.json"), QStringLiteral("register.ftm.json"), QStringLiteral("--same"),
         QStringLiteral("beta-oy=nobody")},
        2);
    row("both to standard output",
        {QStringLiteral("into.json"), QStringLiteral("register.ftm.json"), QStringLiteral("--json"),
         QStringLiteral("-o"), QStringLiteral("-")},
        2);
    row("no such file", {QStringLiteral("into.json"), QStringLiteral("missing.json")}, 5);
    row("broken", {QStringLiteral("into.json"), QStringLiteral("broken.json")}, 1);
    row("a folder that isn't there",
        {QStringLiteral("into.json"), QStringLiteral("register.ftm.json"), QStringLiteral("-o"),
         QStringLiteral("none/out.json")},
        5);
}

void TestMergeCommand::endsWithItsDocumentedCode()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    write("broken.json", "{\"format\": ");
    for (QString &argument : arguments) {
        if (argument.endsWith(QLatin1String(".json")))
            argument = m_folder->filePath(argument);
    }
    const Run run = runProgram(QStringList{QStringLiteral("merge")} + arguments);
    QCOMPARE(run.code, code);
    QVERIFY(!run.error.isEmpty());
}

ENTENTE_TEST(TestMergeCommand, QCoreApplication)

} // namespace tst_mergecommand

#include "tst_mergecommand.moc"
