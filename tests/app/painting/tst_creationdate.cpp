#include "painting/creationdate.h"
#include "support/registration.h"

namespace tst_creationdate {

using entente::painting::creationDate;

class TestCreationDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void isTheDayOfTheFigure()
    {
        const QDate day(2026, 3, 31);
        QCOMPARE(creationDate(day), QDateTime(day, QTime(0, 0), Qt::UTC));
        QCOMPARE(creationDate({}), QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC));
    }

    void isWhatTheBuildSays()
    {
        qputenv("SOURCE_DATE_EPOCH", "86400");
        QCOMPARE(creationDate(QDate(2026, 3, 31)), QDateTime(QDate(1970, 1, 2), QTime(0, 0), Qt::UTC));
        qputenv("SOURCE_DATE_EPOCH", "soon");
        QCOMPARE(creationDate({}).date(), QDate(1970, 1, 1));
    }

    void cleanupTestCase() { init(); }
};

ENTENTE_TEST(TestCreationDate, QCoreApplication)

} // namespace tst_creationdate

#include "tst_creationdate.moc"
