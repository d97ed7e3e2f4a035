#include "problems/problem.h"
#include "support/registration.h"

namespace tst_problem {

using namespace entente;

namespace {

Problem at(const char *file, int line, int column, Severity severity = Severity::Error,
           Cause cause = Cause::Input)
{
    return {severity, cause, {}, {QString::fromLatin1(file), line, column}, {}, QStringLiteral("it is wrong"),
            {}};
}

} // namespace

class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsOneLine()
    {
        Problem problem = at("a.json", 3, 7);
        QCOMPARE(toLine(problem), QStringLiteral("a.json:3:7: error: it is wrong"));
        problem.hint = QStringLiteral("fix it");
        problem.severity = Severity::Warning;
        QCOMPARE(toLine(problem), QStringLiteral("a.json:3:7: warning: it is wrong (fix it)"));
        QCOMPARE(toLine(at("a.json", 0, 0)), QStringLiteral("a.json: error: it is wrong"));
        QCOMPARE(toLine(at("", 0, 0)), QStringLiteral("error: it is wrong"));
    }

    void beyondTheCapacityProblemsAreCounted()
    {
        ProblemList few(2);
        few.add(at("a", 1, 1, Severity::Warning));
        few.add(at("a", 2, 1));
        few.add(at("a", 3, 1, Severity::Error, Cause::Limit));
        QCOMPARE(few.all().size(), 2);
        QCOMPARE(few.all().first().place.line, 2); // errors take the place of warnings
        QCOMPARE(few.all().last().place.line, 3);
        QCOMPARE(few.errorCount(), 2);
        QCOMPARE(few.warningCount(), 1);
        QCOMPARE(few.omittedCount(), 1);
        ProblemList all;
        all.append(few);
        QCOMPARE(all.errorCount(), 2);
        QCOMPARE(all.warningCount(), 1);
        QVERIFY(all.hasErrors(Cause::Limit)); // although the problem itself was left out
        QVERIFY(!all.hasErrors(Cause::File));
    }

    void areSortedByPlaceWithinTheirFiles()
    {
        ProblemList list;
        list.add(at("over", 5, 1));
        list.add(at("base", 1, 1));
        list.add(at("over", 2, 9));
        list.add(at("over", 2, 3));
        list.sortByPlace();
        QList<Place> places;
        for (const Problem &problem : list.all())
            places.append(problem.place);
        const QString over = QStringLiteral("over");
        QCOMPARE(places,
                 (QList<Place>{{over, 2, 3}, {over, 2, 9}, {over, 5, 1}, {QStringLiteral("base"), 1, 1}}));
    }

    void warningsAreNoErrors()
    {
        ProblemList list;
        list.add(at("a", 1, 1, Severity::Warning, Cause::Limit));
        QVERIFY(!list.hasErrors());
        QVERIFY(!list.hasErrors(Cause::Limit));
        QVERIFY(!list.isEmpty());
    }
};

ENTENTE_TEST(TestProblem, QCoreApplication)

} // namespace tst_problem

#include "tst_problem.moc"
