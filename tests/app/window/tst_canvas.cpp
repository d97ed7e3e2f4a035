#include "app/session/sessionfixture.h"
#include "document/filewriter.h"
#include "painting/fontmeasure.h"
#include "support/bigscenario.h"
#include "support/registration.h"
#include "window/canvas.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QWheelEvent>

namespace tst_canvas {

using namespace entente;
using picture::Role;
using window::Canvas;

namespace {

// A canvas that shows the base scenario, without motion.
struct ShownCanvas
{
    ShownCanvas()
    {
        painting::loadFonts();
        QVERIFY(open.open("base.entente.json"));
        canvas.setMotionEnabled(false);
        canvas.resize(1000, 700);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.setFocus();
    }

    QPoint middleOf(Role role, const QString &of) const
    {
        const auto item = open.item(role, of);
        return item ? canvas.screenRectOf(item->id).center().toPoint() : QPoint(-1, -1);
    }
    QPoint middleOfFirm(const char *id) const { return middleOf(Role::Firm, QLatin1String(id)); }

    // A place with nothing on it, near the window's lower right.
    QPoint emptyPlace() const { return {canvas.width() - 4, canvas.height() - 4}; }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, bool releases = true)
    {
        QTest::mousePress(&canvas, button, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, button, {});
            QApplication::sendEvent(&canvas, &move);
        }
        if (releases)
            QTest::mouseRelease(&canvas, button, {}, to);
    }

    void wheel(QPoint at, QPoint angle, QPoint pixels = {}, Qt::ScrollPhase phase = Qt::NoScrollPhase,
               Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, canvas.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, phase, false);
        QApplication::sendEvent(&canvas, &event);
    }

    QString selected() const { return open.session.selection().toString(); }

    test::OpenSession open;
    Canvas canvas{open.session};
};

const QString alpha = QStringLiteral("alpha");

} // namespace

// The canvas as a hand uses it: real clicks, wheels and keys.
class TestCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void showsThatAKeyHasBroughtTheFocus()
    {
        ShownCanvas shown;
        const QColor accent = QColor::fromRgba(shown.open.session.theme().palette.accent.value);
        const auto edge = [&shown] {
            const QImage image = shown.canvas.grab().toImage();
            return image.pixelColor(1, image.height() / 2);
        };
        QVERIFY(edge() != accent); // a click has, or the window's opening
        shown.canvas.clearFocus();
        shown.canvas.setFocus(Qt::TabFocusReason);
        QCOMPARE(edge(), accent);
        shown.canvas.clearFocus();
        QVERIFY(edge() != accent);
    }

    void fitsWhatIsOpened()
    {
        ShownCanvas shown;
        for (const QString &id : shown.canvas.walkableItems())
            QVERIFY(QRectF(shown.canvas.rect()).contains(shown.canvas.screenRectOf(id)));
        shown.canvas.resize(600, 500);
        for (const QString &id : shown.canvas.walkableItems())
            QVERIFY(QRectF(shown.canvas.rect()).contains(shown.canvas.screenRectOf(id)));
    }

    void paintsCardsOverTheBackground()
    {
        ShownCanvas shown;
        const QImage image = shown.canvas.grab().toImage();
        const QRgb background = shown.open.session.picture().background.value;
        QCOMPARE(image.pixel(shown.emptyPlace()), background);
        const QRect card = shown.canvas.screenRectOf(shown.open.item(Role::Firm, alpha)->id).toRect();
        QSet<QRgb> colours;
        for (int x = card.left(); x < card.right(); ++x)
            colours.insert(image.pixel(x, card.center().y()));
        QVERIFY(colours.size() > 3);
    }

    void panningPaintsWhatAWholePaintWould()
    {
        ShownCanvas shown;
        shown.drag(shown.emptyPlace(), shown.emptyPlace() - QPoint(130, 77), Qt::MiddleButton);
        const QImage panned = shown.canvas.grab().toImage();
        QEvent repaint(QEvent::PaletteChange); // throws away what was painted before
        QApplication::sendEvent(&shown.canvas, &repaint);
        QCOMPARE(panned, shown.canvas.grab().toImage());
    }

    void aClickSelects_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        QTest::newRow("firm") << Role::Firm << alpha << QStringLiteral("firm:alpha");
        QTest::newRow("agreement") << Role::Agreement << QStringLiteral("loan")
                                   << QStringLiteral("agreement:loan");
    }

    void aClickSelects()
    {
        QFETCH(Role, role);
        QFETCH(QString, id);
        ShownCanvas shown;
        QTest::mouseClick(&shown.canvas, Qt::LeftButton, {}, shown.middleOf(role, id));
        QTEST(shown.selected(), "expected");
        QTest::mouseClick(&shown.canvas, Qt::LeftButton, {}, shown.emptyPlace());
        QCOMPARE(shown.selected(), QString());
    }

    void escapeClears()
    {
        ShownCanvas shown;
        QTest::mouseClick(&shown.canvas, Qt::LeftButton, {}, shown.middleOfFirm("beta"));
        QCOMPARE(shown.selected(), QStringLiteral("firm:beta"));
        QTest::keyClick(&shown.canvas, Qt::Key_Escape);
        QCOMPARE(shown.selected(), QString());
    }

    void aDragMovesAFirmAndUndoPutsItBack()
    {
        ShownCanvas shown;
        const session::Places before = shown.open.places();
        const window::CanvasView view = shown.canvas.view();
        shown.drag(shown.middleOfFirm("alpha"), shown.middleOfFirm("alpha") + QPoint(90, 120));
        const QPointF moved = (shown.open.places().value(alpha) - before.value(alpha)) * view.scale();
        QVERIFY2((moved - QPointF(90, 120)).manhattanLength() < 2, qPrintable(QString::number(moved.x())));
        QCOMPARE(shown.canvas.view(), view);
        QCOMPARE(shown.open.session.undoStack().count(), 1);
        shown.open.session.undoStack().undo();
        QCOMPARE(shown.open.places(), before);
    }

    void linesFollowWhileDragging()
    {
        ShownCanvas shown;
        const QString line = shown.open.item(Role::Line, QStringLiteral("loan"))->id;
        const QRectF before = shown.canvas.screenRectOf(line);
        shown.drag(shown.middleOfFirm("alpha"), shown.middleOfFirm("alpha") + QPoint(60, 160), Qt::LeftButton,
                   false);
        QVERIFY(shown.canvas.screenRectOf(line) != before);
        QCOMPARE(shown.open.session.undoStack().count(), 0);
    }

    // To draw all of a large picture anew takes longer than a frame.
    void aLargePictureIsDrawnWhenTheDragEnds()
    {
        ShownCanvas shown;
        session::Session &session = shown.open.session;
        const QString path = shown.open.folder.path("large.entente.json");
        QVERIFY(document::writeFile(path, tests::bigScenario({500, 600, 1})).isEmpty());
        session.open(path);
        QTRY_VERIFY_WITH_TIMEOUT(session.path() == path && !session.isBusy(), 30'000);
        QVERIFY(session::isLarge(session.scenario()));
        const domain::FirmId firm = session.scenario().firms.first().id;
        session.select(domain::ThingRef::of(firm));
        shown.canvas.zoomToSelection();
        const auto place = [&] { return session::placesOf(session.composition()).value(firm.text()); };
        const QPointF before = place();
        const QPoint from = shown.middleOf(Role::Firm, firm.text());
        const QPoint to = from + QPoint(60, 90);
        const QImage still = shown.canvas.grab().toImage();
        const QSignalSpy drawn(&session, &session::Session::pictureChanged);
        shown.drag(from, to, Qt::LeftButton, false);
        QCOMPARE(drawn.size(), 0);
        const QRect around(to - QPoint(30, 12), QSize(60, 24));
        const QImage held = shown.canvas.grab(around).toImage();
        QVERIFY(held != still.copy(around)); // it is seen where it is held
        QTest::mouseRelease(&shown.canvas, Qt::LeftButton, {}, to);
        QCOMPARE(drawn.size(), 0);
        QCOMPARE(shown.canvas.grab(around).toImage(), held); // nor does it go back until it is drawn there
        QTRY_VERIFY_WITH_TIMEOUT(drawn.size() > 0 && !session.isBusy(), 30'000);
        QVERIFY(place().x() > before.x() && place().y() > before.y());
    }

    void escapeCancelsADrag()
    {
        ShownCanvas shown;
        const session::Places before = shown.open.places();
        const QPoint from = shown.middleOfFirm("alpha");
        shown.drag(from, from + QPoint(60, 160), Qt::LeftButton, false);
        QTest::keyClick(&shown.canvas, Qt::Key_Escape);
        QTest::mouseRelease(&shown.canvas, Qt::LeftButton, {}, from + QPoint(60, 160));
        QCOMPARE(shown.open.places(), before);
        QCOMPARE(shown.open.session.undoStack().count(), 0);
    }

    void draggingPans_data()
    {
        QTest::addColumn<bool>("onFirm");
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::addColumn<bool>("space");
        QTest::newRow("on nothing") << false << Qt::LeftButton << false;
        QTest::newRow("middle button on a firm") << true << Qt::MiddleButton << false;
        QTest::newRow("space on a firm") << true << Qt::LeftButton << true;
    }

    void draggingPans()
    {
        QFETCH(bool, onFirm);
        QFETCH(Qt::MouseButton, button);
        QFETCH(bool, space);
        ShownCanvas shown;
        const session::Places places = shown.open.places();
        const window::CanvasView before = shown.canvas.view();
        if (space)
            QTest::keyPress(&shown.canvas, Qt::Key_Space);
        const QPoint from = onFirm ? shown.middleOfFirm("gamma") : shown.emptyPlace();
        shown.drag(from, from - QPoint(80, 40), button);
        QCOMPARE(shown.canvas.view().offset() - before.offset(), QPointF(-80, -40));
        QCOMPARE(shown.canvas.zoom(), before.scale());
        QCOMPARE(shown.open.places(), places);
    }

    void theWheelZoomsToThePointer()
    {
        ShownCanvas shown;
        const QPoint pointer = shown.middleOfFirm("gamma");
        const QPointF under = shown.canvas.view().toPicture(pointer);
        const double before = shown.canvas.zoom();
        QSignalSpy zoomed(&shown.canvas, &Canvas::zoomChanged);
        shown.wheel(pointer, {0, 120});
        QVERIFY(shown.canvas.zoom() > before);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY((shown.canvas.view().toScreen(under) - pointer).manhattanLength() <= 2);
        shown.wheel(pointer, {0, -120});
        QVERIFY(qFuzzyCompare(shown.canvas.zoom(), before));
    }

    void theTrackpadPansAndZoomsWithControl()
    {
        ShownCanvas shown;
        const window::CanvasView before = shown.canvas.view();
        shown.wheel({300, 300}, {0, -40}, {12, -30}, Qt::ScrollUpdate);
        QCOMPARE(shown.canvas.view(), before.panned({12, -30}));
        shown.wheel({300, 300}, {0, 60}, {0, 30}, Qt::ScrollUpdate, Qt::ControlModifier);
        QVERIFY(shown.canvas.zoom() > before.scale());
    }

    void keysZoomAndFit()
    {
        ShownCanvas shown;
        const window::CanvasView fitted = shown.canvas.view();
        QTest::keyClick(&shown.canvas, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(shown.canvas.zoom() > fitted.scale());
        QTest::keyClick(&shown.canvas, Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(&shown.canvas, Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(shown.canvas.zoom() < fitted.scale());
        QTest::keyClick(&shown.canvas, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(shown.canvas.view(), fitted);
    }

    void arrowsPanUntilSomethingIsSelected()
    {
        ShownCanvas shown;
        const window::CanvasView before = shown.canvas.view();
        QTest::keyClick(&shown.canvas, Qt::Key_Right);
        QVERIFY(shown.canvas.view().offset().x() < before.offset().x());
        QCOMPARE(shown.selected(), QString());
        QTest::keyClick(&shown.canvas, Qt::Key_Tab);
        QVERIFY(!shown.selected().isEmpty());
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Up})
            QTest::keyClick(&shown.canvas, key);
        QVERIFY(!shown.selected().isEmpty());
    }

    void tabWalksAllAndLeaves()
    {
        ShownCanvas shown;
        QWidget *const alone = &shown.canvas;
        QStringList walked;
        const QStringList order = shown.canvas.walkableItems();
        for (qsizetype i = 0; i < order.size(); ++i) {
            QTest::keyClick(alone, Qt::Key_Tab);
            walked.append(shown.canvas.currentItem());
        }
        QCOMPARE(walked, order);
        QTest::keyClick(alone, Qt::Key_Backtab);
        QCOMPARE(shown.canvas.currentItem(), order.at(order.size() - 2));
    }

    void hoverLightsUpNeighbours()
    {
        ShownCanvas shown;
        const QPoint far = shown.middleOfFirm("gamma");
        const QImage before = shown.canvas.grab().toImage();
        QMouseEvent move(QEvent::MouseMove, shown.middleOfFirm("alpha"),
                         shown.canvas.mapToGlobal(shown.middleOfFirm("alpha")), Qt::NoButton, Qt::NoButton,
                         {});
        QApplication::sendEvent(&shown.canvas, &move);
        const QImage lit = shown.canvas.grab().toImage();
        const auto around = [](QPoint at) { return QRect(at - QPoint(20, 10), QSize(40, 20)); };
        QVERIFY(before.copy(around(far)) != lit.copy(around(far)));
        QCOMPARE(before.copy(around(shown.middleOfFirm("alpha"))),
                 lit.copy(around(shown.middleOfFirm("alpha"))));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&shown.canvas, &leave);
        QCOMPARE(shown.canvas.grab().toImage(), before);
    }

    void aDoubleClickZoomsToIt()
    {
        ShownCanvas shown;
        shown.wheel({500, 300}, {0, -360});
        const double before = shown.canvas.zoom();
        QTest::mouseDClick(&shown.canvas, Qt::LeftButton, {}, shown.middleOfFirm("gamma"));
        QCOMPARE(shown.selected(), QStringLiteral("firm:gamma"));
        QVERIFY(shown.canvas.zoom() > before);
        QVERIFY((shown.middleOfFirm("gamma") - shown.canvas.rect().center()).manhattanLength() <= 4);
    }

    void switchingKeepsTheView()
    {
        ShownCanvas shown;
        shown.wheel({500, 300}, {0, 240});
        const window::CanvasView before = shown.canvas.view();
        QVERIFY(shown.open.switchTo("more.entente.json"));
        QCOMPARE(shown.canvas.view(), before);
    }

    // Also where it was fitted and what the legend leaves free has changed.
    void datesAndAlternatesMoveNothing()
    {
        ShownCanvas shown;
        const window::CanvasView before = shown.canvas.view();
        shown.open.session.setAsOf({domain::EventDate::parse(u"1990")});
        QCOMPARE(shown.canvas.view(), before);
        QVERIFY(shown.open.switchTo("more.entente.json"));
        QCOMPARE(shown.canvas.view(), before);
    }

    void selectingElsewhereBringsItIntoSight()
    {
        ShownCanvas shown;
        shown.drag(shown.emptyPlace(), shown.emptyPlace() - QPoint(900, 600), Qt::MiddleButton);
        shown.drag(shown.emptyPlace(), shown.emptyPlace() - QPoint(900, 600), Qt::MiddleButton);
        QVERIFY(!shown.canvas.rect().contains(shown.middleOfFirm("alpha")));
        shown.open.session.select(domain::ThingRef::of(domain::FirmId(alpha)));
        QVERIFY(shown.canvas.rect().contains(shown.middleOfFirm("alpha")));
    }

    void theMenuFocusesOnNeighbours()
    {
        ShownCanvas shown;
        const std::unique_ptr<QMenu> menu(
            shown.canvas.buildMenu(domain::ThingRef::of(domain::FirmId(alpha))));
        auto *near = menu->findChild<QAction *>(QStringLiteral("canvasFocus1"));
        QVERIFY(near);
        near->trigger();
        QCOMPARE(shown.open.session.filter().focus.text(), alpha);
        QVERIFY(!shown.open.item(Role::Firm, QStringLiteral("gamma")));
        const std::unique_ptr<QMenu> after(shown.canvas.buildMenu({}));
        after->findChild<QAction *>(QStringLiteral("canvasShowEverything"))->trigger();
        QVERIFY(shown.open.item(Role::Firm, QStringLiteral("gamma")));
    }

    void tooltipsTellAllOfAnAgreement()
    {
        ShownCanvas shown;
        const auto loan = shown.open.item(Role::Agreement, QStringLiteral("loan"));
        const QString tip = window::toolTipFor(*loan, shown.open.session);
        for (const char *part : {"Loan", "Alpha, lender", "Beta, borrower", "in force", "2021"})
            QVERIFY2(tip.contains(QLatin1String(part)), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("in force · ")), qPrintable(tip));
    }

    void arrangingEndsInTheNewPicture()
    {
        ShownCanvas shown;
        shown.open.session.moveTo(alpha, {-500, -500});
        shown.canvas.setMotionEnabled(true);
        QVERIFY(shown.open.arrange());
        const QString card = shown.open.item(Role::Firm, alpha)->id;
        QTRY_COMPARE(shown.canvas.item(card)->box, shown.open.item(Role::Firm, alpha)->box);
    }

    void isATreeForAssistiveTechnology()
    {
        ShownCanvas shown;
        QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(&shown.canvas);
        QVERIFY(tree);
        QVERIFY(!tree->text(QAccessible::Name).isEmpty());
        QCOMPARE(tree->childCount(), int(shown.canvas.walkableItems().size()));
        for (int i = 0; i < tree->childCount(); ++i) {
            QAccessibleInterface *child = tree->child(i);
            QVERIFY(child && child->isValid());
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
            QCOMPARE(child->parent()->object(), &shown.canvas);
            QCOMPARE(tree->indexOfChild(child), i);
            QCOMPARE(tree->child(i), child);
            QVERIFY(!child->rect().isEmpty());
        }
        tree->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(shown.canvas.currentItem(), shown.canvas.walkableItems().at(1));
        QVERIFY(tree->child(1)->state().selected);
        QCOMPARE(tree->focusChild(), tree->child(1));
        QCOMPARE(tree->childAt(tree->child(0)->rect().center().x(), tree->child(0)->rect().center().y()),
                 tree->child(0));
    }
};

ENTENTE_TEST(TestCanvas, QApplication)

} // namespace tst_canvas

#include "tst_canvas.moc"
