#include "document/filewriter.h"
#include "document/jsonreader.h"
#include "support/registration.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace tst_filewriter {

using namespace entente;

class TestFileWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a"));
        for (const QByteArray &bytes : {QByteArray("one\0two", 7), QByteArray(), QByteArray(100'000, 'x')}) {
            QVERIFY(document::writeFile(path, bytes).isEmpty());
            QCOMPARE(*document::readFile(path, 1 << 20).value, bytes);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

#ifdef Q_OS_UNIX
    void writesToAPipeInsteadOfReplacingIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {path}), 0);
        QProcess reader;
        reader.start(QStringLiteral("cat"), {path});
        QVERIFY(reader.waitForStarted());
        QVERIFY(document::writeFile(path, "through the pipe").isEmpty());
        QVERIFY(reader.waitForFinished());
        QCOMPARE(reader.readAllStandardOutput(), QByteArray("through the pipe"));
        QVERIFY(QFileInfo::exists(path) && !QFileInfo(path).isFile());
    }
#endif

    void saysWhyItCantBeWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        QTest::newRow("no folder") << QStringLiteral("none/a") << QString();
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("directory");
    }

    void saysWhyItCantBeWritten()
    {
        QFETCH(QString, name);
        QFETCH(QString, why);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
        const QString path = folder.filePath(name);
        const ProblemList problems = document::writeFile(path, "text");
        QVERIFY(problems.hasErrors(Cause::File));
        QCOMPARE(problems.all().first().place.file, path);
        QVERIFY(problems.all().first().message.contains(why));
        QVERIFY(!problems.all().first().hint.isEmpty());
    }
};

ENTENTE_TEST(TestFileWriter, QCoreApplication)

} // namespace tst_filewriter

#include "tst_filewriter.moc"
