#include "app/session/sessionfixture.h"
#include "session/capacity.h"
#include "support/bigscenario.h"
#include "support/registration.h"

#include <QCoreApplication>
#include <QThread>

#include <atomic>

namespace tst_large {

using namespace entente;
using test::OpenSession;

namespace {

// Counts what is measured in the thread of the window.
class WatchingMeasure : public test::FixedMeasure
{
public:
    double advance(const QString &text, const picture::TextStyle &style) const override
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            ++inWindow;
        return FixedMeasure::advance(text, style);
    }
    mutable std::atomic_int inWindow = 0;
};

QByteArray largeText()
{
    return tests::bigScenario({300, 600, 1});
}

bool openLarge(OpenSession &open)
{
    open.folder.write("large.entente.json", largeText());
    return open.open("large.entente.json");
}

analysis::AsOf at(const char *date)
{
    return {domain::EventDate::parse(QString::fromLatin1(date))};
}

// Drawn here and now from what the session says.
picture::Picture pictureOf(const session::Session &session, const session::Changes *since = nullptr)
{
    picture::PictureOptions options = session::canvasOptions();
    options.shown = session.shown();
    options.since = since ? &since->drawn : nullptr;
    const session::Composition &composition = session.composition();
    return picture::buildPicture(
        {session.scenario(), composition.graph, composition.conflicts, session.asOf()}, composition.placement,
        session.theme(), session.measure(), options);
}

// Calls it once, as soon as the session lays out.
template <typename Work> void whenLayingOut(session::Session &session, Work work)
{
    const auto isDone = std::make_shared<bool>(false);
    QObject::connect(&session, &session::Session::busyChanged, &session,
                     [work, isDone](bool busy, const QString &what) {
                         if (!busy || *isDone || !what.startsWith(QLatin1String("Laying out")))
                             return;
                         *isDone = true;
                         QMetaObject::invokeMethod(QCoreApplication::instance(), work, Qt::QueuedConnection);
                     });
}

} // namespace

// A scenario that takes long to compose is composed while the window goes on.
class TestLarge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isComposedBehindTheWindow()
    {
        const test::ScenarioFolder folder;
        folder.write("large.entente.json", largeText());
        const WatchingMeasure measure;
        session::Session session(measure, test::quickOptions());
        QSignalSpy opened(&session, &session::Session::opened);
        session.open(folder.path("large.entente.json"));
        QVERIFY(opened.wait(20'000));
        QVERIFY(session::isLarge(session.scenario()));
        QVERIFY(session.picture().items.size() > 900);
        QCOMPARE(measure.inWindow.load(), 0);
    }

    void showsWhatFiguresShow()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const auto file = formats::readScenario(open.folder.path("large.entente.json"));
        layout::Layouter layouter;
        const picture::Theme theme = picture::lightTheme();
        const auto figure =
            session::composeAndLayOut(*file.value, open.session.asOf(), theme, open.measure, {}, layouter);
        QVERIFY(figure);
        QVERIFY(open.session.composition().placement == figure.value->placement);
        QVERIFY(open.session.picture() == picture::buildPicture(figure.value->subject(),
                                                                figure.value->placement, theme, open.measure,
                                                                session::canvasOptions()));
    }

    // In the background, as if it had been compared at once; another date meanwhile loses neither.
    void comparesInTheBackground()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        session::Session &session = open.session;
        const QSignalSpy compared(&session, &session::Session::comparisonChanged);
        const QSignalSpy drawn(&session, &session::Session::pictureChanged);
        session.compareWithDate(at("2018"));
        session.setAsOf(at("2024"));
        QVERIFY(!session.comparedAsOf());
        QCOMPARE(drawn.size(), 0);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(compared.size() > 0);
        QCOMPARE(session.comparedAsOf(), std::optional(at("2018")));
        QCOMPARE(session.asOf(), at("2024"));
        const session::Composition &composition = session.composition();
        const session::Changes changes =
            session::changesSince(composition.file.scenario, at("2018"), composition,
                                  session::arrangementOf(composition), {session.theme(), open.measure});
        QVERIFY(!changes.holding.isEmpty());
        QCOMPARE(session.changes()->holding, changes.holding);
        QCOMPARE(composition.events, analysis::datedEvents(session.scenario()));
        QVERIFY(!composition.events.isEmpty());
        QVERIFY(session.picture() == pictureOf(session, &changes));
        QVERIFY(session.compareWith({}).isEmpty());
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(!session.changes() && !session.comparedAsOf());
        QVERIFY(session.picture() == pictureOf(session));
    }

    void aComparisonCanBeCancelled()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const picture::Picture before = open.session.picture();
        const QSignalSpy compared(&open.session, &session::Session::comparisonChanged);
        open.session.compareWithDate(at("2018"));
        open.session.cancel();
        QVERIFY(!open.session.isBusy());
        QCOMPARE(compared.size(), 1); // whoever asked shows again what stands
        QVERIFY(!open.session.comparedAsOf());
        QVERIFY(open.session.picture() == before);
    }

    void showsTheFilterThatIsKept()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        graph::Filter filter;
        filter.focus = domain::FirmId(QStringLiteral("f1"));
        open.session.setFilter(filter);
        QTRY_VERIFY(!open.session.isBusy());
        const picture::Picture filtered = open.session.picture();
        QVERIFY(open.switchTo("large.entente.json"));
        QVERIFY(open.session.picture() == filtered);
    }

    void nothingMovesWhenItIsReadAgain()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const layout::Placement before = open.session.composition().placement;
        QVERIFY(open.switchTo("large.entente.json"));
        QVERIFY(open.session.composition().placement == before);
    }

    void keepsTheOpenOneWhenItIsCancelled()
    {
        OpenSession open;
        open.folder.write("large.entente.json", largeText());
        QVERIFY(open.open("base.entente.json"));
        const picture::Picture before = open.session.picture();
        QSignalSpy opened(&open.session, &session::Session::opened);
        QSignalSpy idle(&open.session, &session::Session::busyChanged);
        whenLayingOut(open.session, [&open] { open.session.cancel(); });
        open.session.open(open.folder.path("large.entente.json"));
        QTRY_VERIFY_WITH_TIMEOUT(!idle.isEmpty() && !idle.last().first().toBool(), 20'000);
        QVERIFY(open.session.picture() == before);
        QVERIFY(open.open("more.entente.json")); // what was cancelled would have come before it
        QCOMPARE(opened.size(), 1);
        QCOMPARE(open.session.scenario().title, QStringLiteral("More"));
    }

    void isOvertakenByANewerOne()
    {
        OpenSession open;
        open.folder.write("large.entente.json", largeText());
        QSignalSpy opened(&open.session, &session::Session::opened);
        whenLayingOut(open.session, [&open] { open.session.open(open.folder.path("base.entente.json")); });
        open.session.open(open.folder.path("large.entente.json"));
        QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), 20'000);
        QCOMPARE(open.session.scenario().title, QStringLiteral("Base"));
    }

    void takesAnotherDateBehindTheWindow()
    {
        const test::ScenarioFolder folder;
        folder.write("large.entente.json", largeText());
        const WatchingMeasure measure;
        session::Session session(measure, test::quickOptions());
        QSignalSpy opened(&session, &session::Session::opened);
        session.open(folder.path("large.entente.json"));
        QVERIFY(opened.wait(20'000));
        QSignalSpy dated(&session, &session::Session::asOfChanged);
        session.setAsOf(at("2015"));
        QVERIFY(session.isBusy());
        QVERIFY(dated.wait(20'000));
        QVERIFY(!session.isBusy());
        QCOMPARE(measure.inWindow.load(), 0);
        QVERIFY(session.asOf() == at("2015") && session.composition().asOf == at("2015"));
        QVERIFY(session.picture() == pictureOf(session));
    }

    void takesTheDateThatWasAskedForLast()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        QSignalSpy dated(&open.session, &session::Session::asOfChanged);
        for (const char *date : {"2015", "2018", "2020", "2023"})
            open.session.setAsOf(at(date));
        QTRY_VERIFY_WITH_TIMEOUT(!open.session.isBusy(), 20'000);
        QVERIFY(open.session.asOf() == at("2023"));
        QVERIFY2(dated.size() <= 2, "what was asked for in between is drawn as well");
    }

    void takesAFilterBehindTheWindow()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        graph::Filter filter;
        filter.focus = domain::FirmId(QStringLiteral("f1"));
        QSignalSpy filtered(&open.session, &session::Session::filterChanged);
        open.session.setFilter(filter);
        open.session.setAsOf(at("2015"));
        QTRY_VERIFY_WITH_TIMEOUT(!open.session.isBusy(), 20'000);
        QCOMPARE(filtered.size(), 1);
        QVERIFY(open.session.filter() == filter && open.session.asOf() == at("2015"));
        QVERIFY(open.session.shown() ==
                graph::select(open.session.scenario(), open.session.composition().graph, filter));
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // What was being drawn with things where they stood before comes to nothing.
    void drawsTheDateWithWhatIsMovedMeanwhile()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const QPointF before = open.places().value(QStringLiteral("f1"));
        open.session.setAsOf(at("2015"));
        open.session.moveTo(QStringLiteral("f1"), {-500, -500});
        QCOMPARE(open.places().value(QStringLiteral("f1")), QPointF(-500, -500));
        QTRY_VERIFY(!open.session.isBusy());
        QVERIFY(open.session.asOf() == at("2015"));
        QCOMPARE(open.places().value(QStringLiteral("f1")), QPointF(-500, -500));
        QVERIFY(open.session.picture() == pictureOf(open.session));
        open.session.undoStack().undo();
        QTRY_VERIFY(!open.session.isBusy());
        QCOMPARE(open.places().value(QStringLiteral("f1")), before);
        QVERIFY(open.session.asOf() == at("2015"));
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // Nothing is taken over from the picture in which it stands elsewhere.
    void drawsWhatWasMovedAtTheDateAskedForNext()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        open.session.moveTo(QStringLiteral("f1"), {-500, -500});
        open.session.setAsOf(at("2015"));
        QTRY_VERIFY(!open.session.isBusy());
        QVERIFY(open.session.asOf() == at("2015"));
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // A move is done when the thing is dropped: only what is asked for beside it can be cancelled.
    void drawsWhatWasMovedThoughItIsCancelled()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const analysis::AsOf before = open.session.asOf();
        open.session.moveTo(QStringLiteral("f1"), {-500, -500});
        open.session.setAsOf(at("2015"));
        open.session.cancel();
        QTRY_VERIFY(!open.session.isBusy());
        QVERIFY(open.session.asOf() == before);
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // What is being drawn behind the window, and what is asked for while something else keeps it busy: in
    // either order it is drawn from what stands.
    void whatIsPendingIsTakenWithWhatComesNext()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        session::Session &session = open.session;
        graph::Filter near;
        near.focus = domain::FirmId(QStringLiteral("f1"));
        session.setFilter(near);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy(), 20'000);
        session.setFilter({});
        session.arrange();
        session.setAsOf(at("2015"));
        QVERIFY(session.composition().asOf == at("2015"));
        QVERIFY(session.picture() == pictureOf(session));
        session.cancel();
        session.setAsOf(at("2018"));
        session.arrange();
        QVERIFY(session.asOf() == at("2015") && session.wantedAsOf() == at("2018"));
        session.setFilter(near);
        QVERIFY(session.asOf() == at("2018") && session.composition().asOf == at("2018"));
        QVERIFY(session.picture() == pictureOf(session));
        session.cancel();
    }

    void anEditKeepsTheDateThatIsBeingDrawn()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        open.session.setAsOf(at("2015"));
        const session::Edit rename{QStringLiteral("Rename"),
                                   {document::Change::set(QStringLiteral("/title"),
                                                          document::Value::string(QStringLiteral("Other")))},
                                   {}};
        QVERIFY(open.session.apply(rename).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!open.session.isBusy(), 20'000);
        QVERIFY(open.session.asOf() == at("2015") && open.session.composition().asOf == at("2015"));
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // The picture of the other date comes while a card is held; then the hand lets go of it where it was.
    void anotherDateComesDuringADrag()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        open.session.setAsOf(at("2015"));
        open.session.previewMove(QStringLiteral("f1"), {-700, -700});
        QTRY_VERIFY_WITH_TIMEOUT(!open.session.isBusy(), 20'000);
        open.session.cancelMove();
        const session::Composition &composition = open.session.composition();
        QVERIFY(composition.asOf == at("2015"));
        QCOMPARE(composition.placement.links.size(), composition.conflicts.size());
        QVERIFY(open.session.picture() == pictureOf(open.session));
    }

    // A hand holds a card of the picture that goes.
    void whatIsDraggedGoesWithItsPicture()
    {
        OpenSession open;
        open.folder.write("large.entente.json", largeText());
        QVERIFY(open.open("base.entente.json"));
        session::Session &session = open.session;
        const QString card = session.scenario().firms.first().id.text();
        QSignalSpy opened(&session, &session::Session::opened);
        whenLayingOut(session, [&session, card] { session.previewMove(card, {-900, -900}); });
        session.open(open.folder.path("large.entente.json"));
        QVERIFY(opened.wait(20'000));
        session.cancelMove();
        QCOMPARE(session.composition().placement.centres.size(), session.composition().request.nodes.size());
        QVERIFY(session.picture() == pictureOf(session));
    }

    void keepsTheDateWhenAnotherIsCancelled()
    {
        OpenSession open;
        QVERIFY(openLarge(open));
        const analysis::AsOf before = open.session.asOf();
        const picture::Picture picture = open.session.picture();
        QSignalSpy dated(&open.session, &session::Session::asOfChanged);
        open.session.setAsOf(at("2015"));
        open.session.cancel();
        QCOMPARE(dated.size(), 1); // whoever shows the date looks again
        QVERIFY(!open.session.isBusy());
        QVERIFY(open.switchTo("large.entente.json"));
        QVERIFY(open.session.composition().asOf == open.session.asOf());
        open.session.resetAsOf();
        QTRY_VERIFY_WITH_TIMEOUT(!open.session.isBusy(), 20'000);
        QVERIFY(open.session.asOf() == before && open.session.picture() == picture);
    }

    void isRefusedWhereMemoryIsTooSmall()
    {
        const auto file = formats::readScenario(largeText(), QStringLiteral("large"));
        const auto problem = session::refuseToDraw(file.value->scenario, 1'000'000);
        QVERIFY(problem);
        QCOMPARE(problem->cause, Cause::Limit);
        QVERIFY2(problem->message.contains(QStringLiteral("300 firms and 600 agreements")),
                 qPrintable(problem->message));
        QVERIFY(!session::refuseToDraw(file.value->scenario, 1'000'000'000));
        QVERIFY(!session::refuseToDraw(file.value->scenario)); // so few are never refused
    }
};

ENTENTE_TEST(TestLarge, QCoreApplication)

} // namespace tst_large

#include "tst_large.moc"
