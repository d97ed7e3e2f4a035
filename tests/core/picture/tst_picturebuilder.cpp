#include "core/picture/drawnscenario.h"
#include "layout/border.h"
#include "picture/appearance.h"
#include "picture/pills.h"
#include "support/registration.h"
#include "support/sanitizing.h"

#include <QRegularExpression>

namespace tst_picturebuilder {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

class TestPictureBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data();
    void keepsItsPromises();
    void givesTheSamePictureTwice();
    void takesOverWhatLooksAlikeAtAnotherDate();
    void breaksLongNames();
    void sizesDoNotDependOnTheDate();
    void arrowsGoToTheTarget();
    void patternsFollowStatus_data();
    void patternsFollowStatus();
    void namesTheWholeNotItsParts();
    void widensLinesByTenfoldSteps();
    void marksConflicts_data();
    void marksConflicts();
    void joinsNumbers_data();
    void joinsNumbers();
    void hidesWhatIsNotShown();
    void showsAnEmptyScenario();
};

namespace {

bool isSolid(Rgba colour)
{
    return colour.isNone() || (colour.value >> 24) == 0xff;
}

void checkItem(const Item &item)
{
    static const QRegularExpression xmlName(QStringLiteral("^[A-Za-z_][A-Za-z0-9._-]*$"));
    QVERIFY2(xmlName.match(item.id).hasMatch(), qPrintable(item.id));
    QVERIFY2(item.role == Role::Line || item.box.isValid(), qPrintable(item.id));
    for (const Element &element : item.elements) {
        if (const auto *shape = std::get_if<Shape>(&element)) {
            QVERIFY(isSolid(shape->fill) && isSolid(shape->stroke.colour));
            continue;
        }
        const Text &text = std::get<Text>(element);
        QVERIFY(isSolid(text.colour));
        const QRectF run(text.baseline.x(), text.baseline.y() - text.style.size * 0.95, text.width,
                         text.style.size * 1.2);
        QVERIFY2(item.box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(run),
                 qPrintable(item.id + u' ' + text.text));
    }
}

void checkOverlaps(const Items &items)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        for (qsizetype k = i + 1; k < items.size(); ++k) {
            const auto isNode = [](const Item &item) {
                return item.role == Role::Firm || item.role == Role::Agreement;
            };
            if (isNode(items.at(i)) && isNode(items.at(k)))
                QVERIFY2(!items.at(i).box.intersects(items.at(k).box),
                         qPrintable(items.at(i).id + u' ' + items.at(k).id));
        }
    }
}

Item only(const Picture &picture, Role role)
{
    for (const Item &item : picture.items) {
        if (item.role == role)
            return item;
    }
    qFatal("the picture has no such item");
}

Shape firstShape(const Item &item)
{
    return std::get<Shape>(item.elements.first());
}

QString textsOf(const Item &item)
{
    QStringList texts;
    for (const Element &element : item.elements) {
        if (const auto *text = std::get_if<Text>(&element))
            texts.append(text->text);
    }
    return texts.join(u' ');
}

Shape lineOf(const Picture &picture, const QString &id)
{
    return firstShape(*picture.item(id));
}

} // namespace

void TestPictureBuilder::keepsItsPromises_data()
{
    QTest::addColumn<int>("firms");
    for (int firms : {2, 3, 5, 8, 13, 21, 34})
        QTest::addRow("%d firms", firms) << firms;
}

void TestPictureBuilder::keepsItsPromises()
{
    QFETCH(int, firms);
    for (quint32 seed = 1; seed <= 4; seed += test::everyNth) {
        const DrawnScenario drawn = generated(seed, firms);
        const Picture picture = drawn.build();
        QSet<QString> ids;
        for (const Item &item : picture.items) {
            checkItem(item);
            ids.insert(item.id);
        }
        QCOMPARE(ids.size(), picture.items.size());
        checkOverlaps(picture.items);
        for (const Item &item : picture.items)
            QVERIFY2(holds(QRectF({}, picture.size), item.box), qPrintable(item.id));
        for (const Item &item : picture.items) {
            if (item.role != Role::Line || item.outline.isEmpty())
                continue;
            const auto pill = picture.item(QStringLiteral("agreement-") + item.of.first());
            const auto card = picture.item(QStringLiteral("firm-") + item.of.last());
            QVERIFY(pill && card);
            QVERIFY(layout::isOnBorder({layout::NodeKind::Pill, pill->box.size(), -1, {}}, pill->box,
                                       item.outline.steps.first().to));
            QVERIFY(layout::isOnBorder({layout::NodeKind::Card, card->box.size(), -1, {}}, card->box,
                                       item.outline.steps.last().to));
        }
    }
}

void TestPictureBuilder::givesTheSamePictureTwice()
{
    QCOMPARE(generated(7, 30).build(), generated(7, 30).build());
}

// Year by year, each drawing taking over from the one before it: the same as drawn from nothing.
void TestPictureBuilder::takesOverWhatLooksAlikeAtAnotherDate()
{
    for (quint32 seed = 2; seed <= 6; seed += test::everyNth) {
        DrawnScenario drawn = generated(seed, 21);
        for (qsizetype i = 0; i < drawn.scenario.agreements.size(); ++i)
            drawn.scenario.agreements[i].period =
                domain::Period::parse(QStringLiteral("20%1/20%2").arg(11 + i % 7).arg(14 + i % 9));
        drawn.place();
        PictureOptions options;
        options.crop = options.legend = options.footer = false;
        if (seed % 2 == 0) {
            options.shown = graph::everything(drawn.graph);
            options.shown->firms.clearBit(3);
            options.shown->agreements.clearBit(2);
        }
        drawn.asOf = {domain::EventDate::parse(u"2010")};
        EarlierDrawing earlier{drawn.build(options), drawn.asOf};
        int changes = 0;
        for (int year = 2011; year < 2024; ++year) {
            drawn.asOf = {domain::EventDate::parse(QString::number(year))};
            options.earlier = nullptr;
            const Picture fresh = drawn.build(options);
            options.earlier = &earlier;
            const Picture again = drawn.build(options);
            QCOMPARE(again, fresh);
            changes += again != earlier.picture;
            earlier = {again, drawn.asOf};
        }
        QVERIFY(changes > 5);
    }
}

void TestPictureBuilder::breaksLongNames()
{
    DrawnScenario drawn = purchase();
    drawn.scenario.firms[0].name =
        QStringLiteral("The very long name of a firm that goes on and on until nobody reads it any more, "
                       "since it was merged again and again");
    drawn.place();
    const Picture picture = drawn.build();
    const auto card = picture.item(QStringLiteral("firm-buyer"));
    QCOMPARE(std::count_if(card->elements.begin(), card->elements.end(),
                           [](const Element &e) {
                               return std::holds_alternative<Text>(e) &&
                                      std::get<Text>(e).style.weight == 600;
                           }),
             3);
    QVERIFY(textsOf(*card).contains(u'…'));
    QVERIFY(card->title.startsWith(drawn.scenario.firms.first().name));
}

void TestPictureBuilder::sizesDoNotDependOnTheDate()
{
    DrawnScenario drawn = purchase();
    drawn.scenario.agreements[0].status = domain::Status::Terminated;
    drawn.scenario.agreements[0].period = domain::Period::parse(u"2019/2025");
    QList<layout::LayoutRequest> requests;
    QStringList texts;
    for (const char *date : {"2015", "2021", "2026"}) {
        drawn.asOf.date = domain::EventDate::parse(QString::fromLatin1(date));
        drawn.place();
        requests.append(drawn.request);
        texts.append(textsOf(*drawn.build().item(QStringLiteral("agreement-deal"))));
    }
    QCOMPARE(requests.at(0), requests.at(1));
    QCOMPARE(requests.at(1), requests.at(2));
    QVERIFY(!texts.at(1).contains(QStringLiteral("ended")));
    QVERIFY(texts.at(2).contains(QStringLiteral("ended")));
}

void TestPictureBuilder::arrowsGoToTheTarget()
{
    const Picture picture = purchase().build();
    const auto toSeller = picture.item(QStringLiteral("line-deal-seller-0"));
    const auto fromBuyer = picture.item(QStringLiteral("line-deal-buyer-0"));
    QVERIFY(toSeller && fromBuyer);
    const Shape &head = std::get<Shape>(toSeller->elements.last());
    QVERIFY(!head.fill.isNone());
    QCOMPARE(head.path.steps.first().to, toSeller->outline.steps.last().to); // its tip is where the line ends
    // The buyer's end has the mark of a purchase obligation: a square, drawn with four corners.
    const Shape &mark = std::get<Shape>(fromBuyer->elements.last());
    QVERIFY(fromBuyer->elements.size() == 2 && !mark.fill.isNone());
}

void TestPictureBuilder::patternsFollowStatus_data()
{
    QTest::addColumn<domain::Status>("status");
    QTest::addColumn<bool>("isDashed");
    QTest::addColumn<bool>("isFaded");
    QTest::newRow("in force") << domain::Status::InForce << false << false;
    QTest::newRow("signed") << domain::Status::Signed << false << false;
    QTest::newRow("announced") << domain::Status::Announced << true << false;
    QTest::newRow("planned") << domain::Status::Planned << true << false;
    QTest::newRow("ended") << domain::Status::Terminated << true << true;
    QTest::newRow("waived") << domain::Status::Waived << true << true;
    QTest::newRow("completed") << domain::Status::Completed << false << false;
}

void TestPictureBuilder::patternsFollowStatus()
{
    QFETCH(domain::Status, status);
    QFETCH(bool, isDashed);
    QFETCH(bool, isFaded);
    DrawnScenario drawn = purchase();
    drawn.scenario.agreements[0].status = status;
    drawn.scenario.asOf = domain::EventDate::parse(u"2026-03"); // what has ended has by then
    drawn.scenario.index();
    drawn.asOf.date = drawn.scenario.asOf;
    drawn.place();
    const Picture picture = drawn.build();
    QCOMPARE(!lineOf(picture, QStringLiteral("line-deal-buyer-0")).stroke.dashes.isEmpty(), isDashed);
    QCOMPARE(picture.item(QStringLiteral("agreement-deal"))->faded, isFaded);
    QCOMPARE(picture.item(QStringLiteral("firm-buyer"))->faded, isFaded);
    QCOMPARE(picture.item(QStringLiteral("firm-cloud"))->faded, false); // nothing is known of it
}

void TestPictureBuilder::namesTheWholeNotItsParts()
{
    DrawnScenario drawn = purchase();
    domain::Amount tranche = dollars(QStringLiteral("20e9"));
    tranche.partOf = domain::AmountId(QStringLiteral("total"));
    drawn.scenario.agreements[0].amounts.prepend(tranche);
    drawn.place();
    QVERIFY(textsOf(*drawn.build().item(QStringLiteral("agreement-deal"))).contains(QStringLiteral("$138B")));
    drawn.scenario.agreements[0].amounts[1].qualifier = domain::Qualifier::UpTo;
    drawn.theme.numbers = domain::NumberStyle::LowerCaseBn;
    drawn.place();
    QVERIFY(textsOf(*drawn.build().item(QStringLiteral("agreement-deal")))
                .contains(QStringLiteral("up to $138bn")));
}

void TestPictureBuilder::widensLinesByTenfoldSteps()
{
    DrawnScenario drawn = purchase();
    const domain::Agreement deal = drawn.scenario.agreements.first();
    const AmountScale scale(drawn.scenario);
    QList<int> steps;
    for (const char *value : {"5e8", "5e9", "5e10", "5e11"}) {
        domain::Agreement other = deal;
        other.amounts = {dollars(QString::fromLatin1(value))};
        steps.append(scale.stepOf(other));
    }
    QCOMPARE(steps, QList<int>({0, 1, 2, 3}));
    QCOMPARE(scale.toText(3, domain::NumberStyle::CapitalLetter), QStringLiteral("> $100B"));
    QCOMPARE(scale.toText(2, domain::NumberStyle::CapitalLetter), QStringLiteral("≤ $100B"));
}

void TestPictureBuilder::marksConflicts_data()
{
    QTest::addColumn<analysis::Verdict>("verdict");
    QTest::addColumn<bool>("withinOne");
    QTest::newRow("certain") << analysis::Verdict::Conflict << false;
    QTest::newRow("possible") << analysis::Verdict::Possible << false;
    QTest::newRow("certain, within one agreement") << analysis::Verdict::Conflict << true;
    QTest::newRow("possible, within one agreement") << analysis::Verdict::Possible << true;
}

void TestPictureBuilder::marksConflicts()
{
    QFETCH(analysis::Verdict, verdict);
    QFETCH(bool, withinOne);
    DrawnScenario drawn = purchase();
    domain::Agreement other = drawn.scenario.agreements.first();
    other.id = domain::AgreementId(QStringLiteral("other"));
    drawn.scenario.agreements.append(other);
    analysis::Conflict conflict;
    conflict.verdict = verdict;
    conflict.prohibiting = {drawn.scenario.agreements.first().id, domain::ClauseId(QStringLiteral("a"))};
    conflict.other = {withinOne ? drawn.scenario.agreements.first().id : other.id,
                      domain::ClauseId(QStringLiteral("b"))};
    drawn.conflicts = {conflict};
    drawn.place();
    const Picture picture = drawn.build();
    const Item &mark = only(picture, Role::Conflict);
    QCOMPARE(textsOf(mark).contains(u'?'), verdict == analysis::Verdict::Possible);
    QCOMPARE(mark.of, QStringList({conflict.prohibiting.agreement.text(), conflict.other.agreement.text()}));
    QCOMPARE(firstShape(mark).fill.isNone(), !withinOne); // a double line first, or the diamond alone
    if (withinOne)
        QVERIFY(mark.box.intersects(picture.item(QStringLiteral("agreement-deal"))->box));
}

void TestPictureBuilder::joinsNumbers_data()
{
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QList<int>{} << QString();
    QTest::newRow("one") << QList<int>{4} << QStringLiteral("4");
    QTest::newRow("two neighbours") << QList<int>{1, 2} << QStringLiteral("1, 2");
    QTest::newRow("a run") << QList<int>{1, 2, 3, 5} << QStringLiteral("1–3, 5");
}

void TestPictureBuilder::joinsNumbers()
{
    QFETCH(QList<int>, numbers);
    QTEST(joinedNumbers(numbers), "text");
}

void TestPictureBuilder::hidesWhatIsNotShown()
{
    const DrawnScenario drawn = purchase();
    PictureOptions options;
    options.crop = false;
    const Picture all = drawn.build(options);
    options.shown = graph::everything(drawn.graph);
    options.shown->firms.clearBit(0);
    const Picture some = drawn.build(options);
    QVERIFY(!some.item(QStringLiteral("firm-buyer")) && !some.item(QStringLiteral("line-deal-buyer-0")));
    QCOMPARE(*some.item(QStringLiteral("firm-seller")),
             *all.item(QStringLiteral("firm-seller"))); // stays where it was
}

void TestPictureBuilder::showsAnEmptyScenario()
{
    DrawnScenario drawn;
    drawn.place();
    const Picture picture = drawn.build();
    QVERIFY(picture.size.width() > 0 && picture.size.height() > 0);
}

ENTENTE_TEST(TestPictureBuilder, QCoreApplication)

} // namespace tst_picturebuilder

#include "tst_picturebuilder.moc"
