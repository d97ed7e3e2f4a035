#include "core/picture/drawnscenario.h"
#include "support/registration.h"

namespace tst_captions {

using namespace entente;
using namespace entente::picture;
using namespace entente::test;

// Legend and footer: what they say and when.
class TestCaptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLegendNamesOnlyWhatIsThere();
    void theLegendKeepsItsWidth_data();
    void theLegendKeepsItsWidth();
    void aWideLegendHasTwoColumns();
    void theFooterNumbersItsSources();
    void marksCannotBeTurnedOff();
    void bareFiguresKeepTheirDate();
};

namespace {

QString textsOf(const std::optional<Item> &item)
{
    QStringList texts;
    for (const Element &element : item ? item->elements : QList<Element>()) {
        if (const auto *text = std::get_if<Text>(&element))
            texts.append(text->text);
    }
    return texts.join(u'\n');
}

QString captionOf(const Picture &picture, const char *id)
{
    return textsOf(picture.item(QString::fromLatin1(id)));
}

DrawnScenario doubtful()
{
    DrawnScenario drawn = purchase();
    analysis::Conflict conflict;
    conflict.prohibiting.agreement = drawn.scenario.agreements.first().id;
    conflict.other.agreement = drawn.scenario.agreements.first().id;
    drawn.conflicts = {conflict};
    drawn.scenario.hypothetical = true;
    drawn.place();
    return drawn;
}

} // namespace

void TestCaptions::theLegendNamesOnlyWhatIsThere()
{
    const QString plain = captionOf(purchase().build(), "legend");
    for (const char *there :
         {"company", "platform", "in force", "> $100B", "purchase obligation", "reported"})
        QVERIFY2(plain.contains(QLatin1String(there)), there);
    for (const char *absent : {"person", "announced", "ended", "equity", "alleged", "conflict", "channel"})
        QVERIFY2(!plain.contains(QLatin1String(absent)), absent);
    QVERIFY(captionOf(doubtful().build(), "legend").contains(QStringLiteral("may conflict")));
}

void TestCaptions::theLegendKeepsItsWidth_data()
{
    QTest::addColumn<double>("width");
    for (double width : {240.0, 320.0, 480.0, 900.0})
        QTest::addRow("%g", width) << width;
}

void TestCaptions::theLegendKeepsItsWidth()
{
    QFETCH(double, width);
    const DrawnScenario drawn = generated(6, 30);
    const Picture legend = buildLegend(drawn.subject(), drawn.theme, drawn.measure, width);
    QVERIFY(legend.size.width() <= width + 0.5);
    QCOMPARE(legend.items.size(), 1);
}

void TestCaptions::aWideLegendHasTwoColumns()
{
    const DrawnScenario drawn = generated(6, 30);
    const auto headingsOnLines = [&drawn](double width) {
        const Picture legend = buildLegend(drawn.subject(), drawn.theme, drawn.measure, width);
        QMap<double, int> counts; // of texts in the headings' style, by their baselines
        for (const Element &element : legend.items.first().elements) {
            const auto *text = std::get_if<Text>(&element);
            if (text && text->colour == drawn.theme.palette.mutedText)
                ++counts[text->baseline.y()];
        }
        return counts.values();
    };
    QCOMPARE(headingsOnLines(899).count(2), 0);
    QVERIFY(headingsOnLines(1200).count(2) > 0);
    QVERIFY(headingsOnLines(1200).size() < headingsOnLines(899).size());
}

void TestCaptions::theFooterNumbersItsSources()
{
    DrawnScenario drawn = purchase();
    domain::Source unused;
    unused.id = domain::SourceId(QStringLiteral("unused"));
    unused.title = QStringLiteral("Not cited");
    domain::Source report;
    report.id = domain::SourceId(QStringLiteral("report"));
    report.title = QStringLiteral("A report");
    drawn.scenario.sources = {unused, report};
    drawn.scenario.agreements[0].cites = {{report.id, {}, {}, {}}};
    drawn.asOf.date = domain::EventDate::parse(u"2026-03");
    drawn.place();
    const QString footer = captionOf(drawn.build(), "footer");
    QVERIFY(footer.contains(QStringLiteral("A purchase")) &&
            footer.contains(QStringLiteral("As of March 2026")));
    QVERIFY(footer.contains(QStringLiteral("A report, publisher not named")) &&
            !footer.contains(QStringLiteral("Not cited")));
    QVERIFY(footer.split(u'\n').contains(QStringLiteral("2"))); // its number in the scenario, as on the pill
    QVERIFY(captionOf(drawn.build(), "agreement-deal").split(u'\n').contains(QStringLiteral("2")));
}

void TestCaptions::marksCannotBeTurnedOff()
{
    PictureOptions options;
    options.footer = false;
    options.legend = false;
    const QString marks = captionOf(doubtful().build(options), "footer");
    QVERIFY(marks.contains(QStringLiteral("Hypothetical")));
    QVERIFY(marks.contains(QStringLiteral("may conflict")));
    QVERIFY(!marks.contains(QStringLiteral("A purchase")));
}

void TestCaptions::bareFiguresKeepTheirDate()
{
    PictureOptions options;
    options.footer = false;
    const QString marks = captionOf(purchase().build(options), "footer");
    QVERIFY(marks.startsWith(QStringLiteral("As of")) || marks.startsWith(QStringLiteral("At any date")));
    QVERIFY(!marks.contains(u'\n'));
}

ENTENTE_TEST(TestCaptions, QCoreApplication)

} // namespace tst_captions

#include "tst_captions.moc"
