#include "layout/border.h"
#include "painting/exporting.h"
#include "painting/fontmeasure.h"
#include "picture/svgwriter.h"
#include "resources/resources.h"
#include "session/composition.h"
#include "support/registration.h"
#include "support/sanitizing.h"
#include "support/scenariogenerator.h"

#include <QDir>

#include <map>

namespace tst_drawings {

using namespace entente;
using namespace entente::picture;

// What every drawing promises, from the scenario to its bytes: on the bundled scenarios and on two hundred
// generated ones, measured with the real fonts and laid out by the real worker. That a layout is the same
// twice is tst_layouter's on as many graphs; here every fourth is laid out again, and all are drawn again.
class TestDrawings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingOverlaps_data() { rows(); }
    void nothingOverlaps();
    void givesTheSameBytesTwice_data() { rows(); }
    void givesTheSameBytesTwice();

private:
    static void rows();
    std::optional<session::Composition> compose(const QString &name);
    Picture draw(const session::Composition &composition) const;
    const session::Composition *
    firstOf(const QString &name); // as it was laid out for the test before, if it was

    std::unique_ptr<TextMeasure> m_measure;
    layout::Layouter m_layouter;
    std::map<QString, session::Composition> m_first;
};

namespace {

const QString bundled = QStringLiteral(":/entente/scenarios/");

formats::ScenarioFile fileFor(const QString &name)
{
    bool isSeed = false;
    const quint32 seed = name.toUInt(&isSeed);
    if (!isSeed)
        return formats::readScenario(bundled + name).value.value_or(formats::ScenarioFile());
    return {tests::generatedScenario(seed), {document::Value::object(), {}}, QStringLiteral("-"), {}, {}};
}

bool isNode(const Item &item)
{
    return item.role == Role::Firm || item.role == Role::Agreement;
}

// The ink of a line of text: between ascent and descent of its type, within its measured width.
QRectF boxOf(const Text &text)
{
    constexpr double ascent = 0.76; // of the size: letters, not the line's height
    constexpr double descent = 0.2;
    return {text.baseline.x(), text.baseline.y() - ascent * text.style.size, text.width,
            (ascent + descent) * text.style.size};
}

struct Labelled
{
    QString id;
    QRectF box;
};

QList<Labelled> textsOf(const Item &item)
{
    QList<Labelled> texts;
    for (const Element &element : item.elements) {
        const auto *text = std::get_if<Text>(&element);
        if (text && text->detail.shows(1))
            texts.append({item.id + u' ' + text->text, boxOf(*text)});
    }
    return texts;
}

void checkApart(const QList<Labelled> &boxes)
{
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype k = i + 1; k < boxes.size(); ++k) {
            const QRectF common = boxes[i].box.intersected(boxes[k].box);
            QVERIFY2(common.width() < 0.5 || common.height() < 0.5,
                     qPrintable(boxes[i].id + QStringLiteral(" overlaps ") + boxes[k].id));
        }
    }
}

// A conflict's diamond, in the middle of its line.
QRectF markOf(const Item &conflict)
{
    return std::get<Shape>(conflict.elements.at(1)).path.bounds();
}

// Cards, pills, marks and titles of groups; every text inside what bears it; texts of one thing beside each
// other.
void checkLabels(const Picture &picture)
{
    QList<Labelled> boxes;
    for (const Item &item : picture.items) {
        const QList<Labelled> texts = textsOf(item);
        checkApart(texts);
        if (isNode(item)) {
            boxes.append({item.id, item.box});
            for (const Labelled &text : texts)
                QVERIFY2(item.box.adjusted(-0.5, -0.5, 0.5, 0.5).contains(text.box), qPrintable(text.id));
        } else if (item.role == Role::Conflict && item.of.first() != item.of.last()) {
            boxes.append({item.id, markOf(item)});
        } else if (item.role == Role::Group || item.role == Role::Legend || item.role == Role::Footer) {
            boxes += texts;
        }
    }
    checkApart(boxes);
}

void checkLines(const Picture &picture)
{
    for (const Item &item : picture.items) {
        if (item.role != Role::Line || item.outline.isEmpty())
            continue;
        const auto pill = picture.item(QStringLiteral("agreement-") + item.of.first());
        const auto card = picture.item(QStringLiteral("firm-") + item.of.last());
        QVERIFY(pill && card);
        QVERIFY2(layout::isOnBorder({layout::NodeKind::Pill, pill->box.size(), -1, {}}, pill->box,
                                    item.outline.steps.first().to),
                 qPrintable(item.id));
        QVERIFY2(layout::isOnBorder({layout::NodeKind::Card, card->box.size(), -1, {}}, card->box,
                                    item.outline.steps.last().to),
                 qPrintable(item.id));
    }
}

// Members lie inside their group's area and nobody else does.
void checkGroups(const Picture &picture, const domain::Scenario &scenario)
{
    for (const Item &group : picture.items) {
        if (group.role != Role::Group)
            continue;
        const domain::FirmId whole(group.of.first());
        for (const Item &item : picture.items) {
            if (!isNode(item))
                continue;
            bool belongs =
                item.role == Role::Firm && scenario.isWithin(domain::FirmId(item.of.first()), whole);
            if (item.role == Role::Agreement) {
                const auto &parties = scenario.agreement(domain::AgreementId(item.of.first()))->parties;
                belongs = std::all_of(parties.begin(), parties.end(), [&](const domain::Party &party) {
                    return scenario.isWithin(party.firm, whole);
                });
            }
            QVERIFY2(belongs ? group.box.contains(item.box) : !group.box.intersects(item.box),
                     qPrintable(item.id + QStringLiteral(" and ") + group.id));
        }
    }
}

} // namespace

void TestDrawings::initTestCase()
{
    loadResources();
    m_measure = painting::makeFontMeasure(lightTheme().fontFamily);
}

void TestDrawings::rows()
{
    QTest::addColumn<QString>("name");
    loadResources();
    for (const QString &name : QDir(bundled).entryList())
        QTest::addRow("%s", qPrintable(name)) << name;
    // CTest runs the odd ones beside the others.
    const QByteArray half = qgetenv("ENTENTE_SEEDS");
    constexpr quint32 step = entente::test::everyNth == 1 ? 1 : 25; // each is laid out twice
    for (quint32 seed = 0; seed < 200; seed += step) {
        const bool isOdd = (seed / step) % 2 == 1;
        if (half.isEmpty() || isOdd == (half == "odd"))
            QTest::addRow("generated %u", seed) << QString::number(seed);
    }
}

std::optional<session::Composition> TestDrawings::compose(const QString &name)
{
    const formats::ScenarioFile file = fileFor(name);
    return session::composeAndLayOut(file, analysis::defaultAsOf(file.scenario), lightTheme(), *m_measure, {},
                                     m_layouter)
        .value;
}

Picture TestDrawings::draw(const session::Composition &composition) const
{
    return buildPicture(composition.subject(), composition.placement, lightTheme(), *m_measure);
}

const session::Composition *TestDrawings::firstOf(const QString &name)
{
    const auto known = m_first.find(name);
    if (known != m_first.end())
        return &known->second;
    auto composed = compose(name);
    return composed ? &m_first.emplace(name, std::move(*composed)).first->second : nullptr;
}

void TestDrawings::nothingOverlaps()
{
    QFETCH(QString, name);
    const session::Composition *composition = firstOf(name);
    QVERIFY(composition);
    const Picture picture = draw(*composition);
    QVERIFY(!picture.items.isEmpty());
    checkLabels(picture);
    checkLines(picture);
    checkGroups(picture, fileFor(name).scenario);
}

void TestDrawings::givesTheSameBytesTwice()
{
    QFETCH(QString, name);
    const session::Composition *composition = firstOf(name);
    QVERIFY(composition);
    bool isSeed = false;
    const bool isLaidOutAgain = name.toUInt(&isSeed) / 2 % 4 == 0 || !isSeed; // halves: even and odd seeds
    const Picture first = draw(*composition);
    const std::optional<session::Composition> again = isLaidOutAgain ? compose(name) : std::nullopt;
    QVERIFY(again || !isLaidOutAgain);
    const Picture second = draw(again ? *again : *composition);
    QCOMPARE(toSvg(first), toSvg(second));
    QCOMPARE(toJson(first), toJson(second));
    painting::ImageOptions image;
    constexpr double mostPixels = 800; // across: the largest have thirty million
    image.scale = std::min(1.0, mostPixels / first.size.width());
    QVERIFY(*painting::toPng(first, image).value == *painting::toPng(second, image).value);
    if (!isLaidOutAgain) // a PDF takes as long as all the rest
        return;
    const QDateTime day(QDate(2026, 3, 31), QTime(0, 0), Qt::UTC);
    QVERIFY(*painting::toPdf(first, day).value == *painting::toPdf(second, day).value);
}

ENTENTE_TEST(TestDrawings, QApplication)

} // namespace tst_drawings

#include "tst_drawings.moc"
