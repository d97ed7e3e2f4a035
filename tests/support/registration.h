#pragma once

#include <QTest>

// The tests of a room are one executable, compiled together: each file's in a namespace named like the file,
// run as `test_<room> tst_x`.
namespace entente::test {

struct Registration
{
    using Run = int (*)(int argc, char **argv);
    Registration(const char *file, Run run);
};

template <typename Application, typename Test> int runTest(int argc, char **argv)
{
    const Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace entente::test

// Where others write QTEST_MAIN, inside the file's namespace. The application is of Qt's class that the test
// needs: QCoreApplication or QApplication.
#define ENTENTE_TEST(Test, Application)                                                                      \
    static const entente::test::Registration registered(__FILE__, &entente::test::runTest<Application, Test>);
// The same for a test that is more than Qt Test's: of a function like main().
#define ENTENTE_TEST_RUN(run) static const entente::test::Registration registered(__FILE__, &(run));
