#include "support/registration.h"

#include <QFileInfo>

#include <cstdio>

namespace entente::test {

namespace {

QMap<QString, Registration::Run> &tests()
{
    static QMap<QString, Registration::Run> tests;
    return tests;
}

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
    argv[1] = argv[0]; // what is left is Qt Test's
    return (*run)(argc - 1, argv + 1);
}
