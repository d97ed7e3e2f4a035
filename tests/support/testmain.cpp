#include "support/registration.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace entente::test {

namespace {

QMap<QString, Registration::Run> &tests()
{
    static QMap<QString, Registration::Run> tests;
    return tests;
}

// Settings, views and unsaved work of its own, so that tests that run beside each other don't meet; what a
// test starts shares them with it.
class OwnHome
{
public:
    OwnHome()
    {
        if (qEnvironmentVariableIsSet(name))
            return;
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv(name, m_folder->path().toUtf8());
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) { // HOME: of Qt's test mode
            const QString folder = m_folder->filePath(QString::fromLatin1(variable));
            QDir().mkpath(folder);
            qputenv(variable, folder.toUtf8());
        }
    }

private:
    static constexpr const char *name = "ENTENTE_TEST_HOME";
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

Registration::Registration(const char *file, Run run)
{
    tests().insert(QFileInfo(QString::fromUtf8(file)).baseName(), run);
}

} // namespace entente::test

int main(int argc, char **argv)
{
    const auto &tests = entente::test::tests();
    const auto run = argc > 1 ? tests.constFind(QString::fromLocal8Bit(argv[1])) : tests.cend();
    if (run == tests.cend()) {
        std::fprintf(stderr, "Name one of: %s\n", qPrintable(tests.keys().join(QStringLiteral(", "))));
        return 2;
    }
    const entente::test::OwnHome home;
    argv[1] = argv[0]; // what is left is Qt Test's
    return (*run)(argc - 1, argv + 1);
}
