#include "app/commandline/programrunner.h"
#include "support/registration.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_convert {

using namespace entente;
using namespace entente::test;

// Files of other formats, by the real program.
class TestConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsLost();
    void commentsAreMissedOnlyWhereTheyAre();
    void aWorkbookHoldsEverything();
    void mapsColumns();
    void refusesAWrongMapping_data();
    void refusesAWrongMapping();
    void readsStandardInput();
    void whatOnlyReadsOrWritesIsSaid();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }

    QTemporaryDir m_folder;
};

void TestConvert::tellsWhatIsLost()
{
    const Run run = runProgram({QStringLiteral("convert"), bundledFile("cloud-dispute"), path("out.csv")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.error.contains("CSV can't hold 7 clauses"));
    QVERIFY(run.error.contains("without what is listed above"));
    QVERIFY(QFile::exists(path("out.csv")));
}

void TestConvert::commentsAreMissedOnlyWhereTheyAre()
{
    const QByteArray plain = R"({"format": "entente-scenario", "version": "1.0", "id": "a", "title": "A"})";
    const auto told = [&](const QByteArray &text) {
        return runProgram({QStringLiteral("convert"), write("in.json", text), path("out.json")})
            .error.contains("comments");
    };
    QVERIFY(!told(plain));
    QVERIFY(told("// who\n" + plain));
    QVERIFY(told(plain + "/* end */"));
}

void TestConvert::aWorkbookHoldsEverything()
{
    const QString book = path("out.xlsx");
    const Run there = runProgram({QStringLiteral("convert"), bundledFile("cloud-dispute"), book});
    QCOMPARE(there.code, 0);
    QVERIFY(!there.error.contains("can't hold"));
    const auto described = [](const QString &file) {
        return runProgram({QStringLiteral("describe"), file, QStringLiteral("--json")}).out;
    };
    QCOMPARE(described(book), described(bundledFile("cloud-dispute")));
}

void TestConvert::mapsColumns()
{
    const QString table = write("deals.csv", "Wer,Mit wem,Wann\nAcme,Globex,3/4/2025\n");
    QCOMPARE(runProgram({QStringLiteral("check"), table}).code, 1);
    const QByteArray pairs = "customer=Wer,supplier=Mit wem,announced=Wann,days=day-first";
    const QString file = write("deals.map", "# who and when\n" + QByteArray(pairs).replace(',', '\n') + "\n");
    for (const QString &map : {QString::fromLatin1(pairs), file}) {
        const Run run =
            runProgram({QStringLiteral("convert"), table, QStringLiteral("-"), QStringLiteral("--map"), map});
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains("\"role\": \"customer\""));
        QVERIFY(run.out.contains("\"announced\": \"2025-04-03\""));
    }
}

void TestConvert::refusesAWrongMapping_data()
{
    QTest::addColumn<QString>("map");
    QTest::newRow("no meaning") << QStringLiteral("colour=Wer");
    QTest::newRow("no value") << QStringLiteral("source=");
    QTest::newRow("no such order") << QStringLiteral("days=first");
    QTest::newRow("no such file") << path("nowhere.map");
}

void TestConvert::refusesAWrongMapping()
{
    QFETCH(QString, map);
    const QString table = write("deals.csv", "from,to\nAcme,Globex\n");
    const Run run = runProgram({QStringLiteral("check"), table, QStringLiteral("--map"), map});
    QCOMPARE(run.code, 2);
    QVERIFY(run.error.contains("--map can't be"));
}

void TestConvert::readsStandardInput()
{
    const Run run = runProgram({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("-"),
                                QStringLiteral("--to"), QStringLiteral("tsv")},
                               "from,to\nAcme,=1+1\n");
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains("\t'=1+1\t")); // never a formula
}

void TestConvert::whatOnlyReadsOrWritesIsSaid()
{
    const QString table = write("deals.csv", "from,to\nAcme,Globex\n");
    QCOMPARE(runProgram({QStringLiteral("convert"), table, path("x.unknown")}).code, 2);
    QCOMPARE(runProgram({QStringLiteral("convert"), table, QStringLiteral("-"), QStringLiteral("--from"),
                         QStringLiteral("unknown")})
                 .code,
             2);
}

ENTENTE_TEST(TestConvert, QCoreApplication)

} // namespace tst_convert

#include "tst_convert.moc"
