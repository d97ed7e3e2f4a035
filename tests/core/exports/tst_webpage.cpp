#include "core/picture/drawnscenario.h"
#include "exports/datestops.h"
#include "exports/inlinesvg.h"
#include "exports/printable.h"
#include "exports/webpage.h"
#include "support/registration.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace tst_webpage {

using namespace entente;
using namespace entente::exports;

// The page as bytes: what it must hold and must not. How it behaves is tested in a browser (tst_browser).
class TestWebPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameInputSameBytes();
    void loadsNothing();
    void itsPolicyFitsItsScript();
    void holdsOneLookOfWhatDoesNotChange();
    void refusesWhatNoBrowserShows();
    void stopsAreInOrder();
    void saysWhichDatesTheSliderHas();
    void stopsAreThinned();
    void paintsByVariables();
    void cleansTexts_data();
    void cleansTexts();
    void knowsSafeAddresses_data();
    void knowsSafeAddresses();
};

namespace {

test::DrawnScenario datedPurchase()
{
    test::DrawnScenario drawn = test::purchase();
    domain::Agreement &deal = drawn.scenario.agreements.first();
    deal.period = domain::Period::parse(u"2024-05/2026");
    deal.announced = domain::EventDate::parse(u"2024-02");
    drawn.place();
    return drawn;
}

// Draws as the program does, on the plain grid of the builder's tests.
PageSubject subjectOf(test::DrawnScenario &drawn, const QList<picture::Theme> &themes)
{
    return {drawn.scenario, drawn.asOf, themes, {}, [&drawn, themes](const analysis::AsOf &asOf) {
                drawn.asOf = asOf;
                Frame frame;
                picture::PictureOptions options;
                options.legend = options.footer = options.crop = false;
                for (const picture::Theme &theme : themes) {
                    frame.graphs.append(picture::buildPicture(drawn.subject(), drawn.placement, theme,
                                                              drawn.measure, options));
                    frame.legends.append(picture::buildLegend(drawn.subject(), theme, drawn.measure, 300));
                }
                return frame;
            }};
}

QByteArray pageOf(test::DrawnScenario drawn)
{
    return toWebPage(subjectOf(drawn, {picture::lightTheme(), picture::darkTheme()}))
        .value.value_or(QByteArray());
}

} // namespace

void TestWebPage::sameInputSameBytes()
{
    const QByteArray page = pageOf(datedPurchase());
    QVERIFY(!page.isEmpty());
    QCOMPARE(pageOf(datedPurchase()), page);
    QVERIFY(!page.contains("{{"));
}

void TestWebPage::loadsNothing()
{
    const QString page = QString::fromUtf8(pageOf(datedPurchase()));
    static const QRegularExpression loading(
        QStringLiteral("<(link|img|iframe|object|embed|base)\\b|\\bsrc=|@import|url\\(|@font-face"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = loading.match(page);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    QVERIFY(page.contains(QStringLiteral("default-src 'none'")));
}

void TestWebPage::itsPolicyFitsItsScript()
{
    const QByteArray page = pageOf(datedPurchase());
    for (const QByteArray &tag : {QByteArray("script"), QByteArray("style")}) {
        const qsizetype from = page.lastIndexOf('<' + tag + '>') + tag.size() + 2;
        const QByteArray content = page.mid(from, page.indexOf("</" + tag + '>', from) - from);
        QVERIFY(content.size() > 100);
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64();
        QVERIFY(page.contains("'sha256-" + hash + '\''));
    }
}

void TestWebPage::holdsOneLookOfWhatDoesNotChange()
{
    const QByteArray page = pageOf(datedPurchase());
    QCOMPARE(page.count("id=\"agreement-deal\""), 1);
    QVERIFY(page.contains("\"looks\":{\"agreement-deal\":["));
    QVERIFY(page.contains("id=\"look-1\""));
    test::DrawnScenario timeless = test::purchase();
    timeless.place();
    const QByteArray still = pageOf(timeless);
    QVERIFY(still.contains("\"looks\":{}"));
    QVERIFY(!still.contains("id=\"look-1\""));
}

void TestWebPage::refusesWhatNoBrowserShows()
{
    test::DrawnScenario drawn = test::purchase();
    for (qsizetype i = 0; i < mostPageThings; ++i)
        drawn.scenario.firms.append(test::firmNamed(QStringLiteral("f%1").arg(i), QStringLiteral("F")));
    const auto page = toWebPage(subjectOf(drawn, {picture::lightTheme()}));
    QVERIFY(!page);
    QCOMPARE(page.problems.all().first().cause, Cause::Limit);
}

void TestWebPage::stopsAreInOrder()
{
    const test::DrawnScenario drawn = datedPurchase();
    const analysis::AsOf asOf{domain::EventDate::parse(u"2025-01-15")};
    QStringList stops;
    for (const analysis::AsOf &stop : dateStops(drawn.scenario, asOf, 50))
        stops.append(stop.toText());
    QCOMPARE(stops, QStringList({QStringLiteral("any"), QStringLiteral("2024-02"), QStringLiteral("2024-05"),
                                 QStringLiteral("2025-01-15"), QStringLiteral("2026")}));
}

void TestWebPage::saysWhichDatesTheSliderHas()
{
    QVERIFY(!pageOf(datedPurchase()).contains("the slider has"));
    test::DrawnScenario drawn = test::purchase();
    const domain::Agreement deal = drawn.scenario.agreements.first();
    const auto year = [](int number) { return domain::EventDate::parse(QString::number(number)); };
    for (int first = 1800; first < 1925; first += 5) { // five dates each
        drawn.scenario.agreements.append(deal);
        domain::Agreement &dated = drawn.scenario.agreements.last();
        dated.id = domain::AgreementId(QString::number(first));
        dated.announced = year(first);
        dated.signedOn = year(first + 1);
        dated.period = domain::Period::parse(QStringLiteral("%1/%2").arg(first + 2).arg(first + 3));
        dated.trial = year(first + 4);
    }
    drawn.place();
    QVERIFY(pageOf(drawn).contains("Of the 125 dates of this scenario the slider has 120."));
}

void TestWebPage::stopsAreThinned()
{
    domain::Scenario scenario;
    for (int year = 1900; year < 2000; ++year) {
        domain::Agreement agreement;
        agreement.id = domain::AgreementId(QString::number(year));
        agreement.announced = domain::EventDate::parse(QString::number(year));
        scenario.agreements.append(agreement);
    }
    scenario.index();
    const auto stops = dateStops(scenario, analysis::AsOf::any(), 10);
    QCOMPARE(stops.size(), 11);
    QCOMPARE(stops.at(1).toText(), QStringLiteral("1900"));
    QCOMPARE(stops.last().toText(), QStringLiteral("1999"));
}

void TestWebPage::paintsByVariables()
{
    test::DrawnScenario drawn = test::purchase();
    drawn.scenario.firms.first().name = QStringLiteral("fill=\"#123456\" <text ");
    drawn.place();
    const picture::Picture light = drawn.build();
    drawn.theme = picture::darkTheme();
    ColourTable colours(2);
    const QByteArray svg = inlineSvg({light, drawn.build()}, colours);
    QVERIFY(!svg.contains("=\"#"));
    QVERIFY(svg.contains("fill=\"var(--p"));
    QVERIFY(svg.contains("&quot;#123456&quot;"));
    QVERIFY(colours.declarations(0) != colours.declarations(1));
    QCOMPARE(colours.declarations(0).count("--p"), colours.declarations(1).count("--p"));
    QXmlStreamReader reader(svg);
    int texts = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text")) {
            ++texts;
            QVERIFY(reader.attributes().value(QLatin1String("textLength")).toDouble() > 0);
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(texts > 3);
}

void TestWebPage::cleansTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    QTest::newRow("plain") << "a b"
                           << "a b";
    QTest::newRow("tabs and breaks stay") << "a\tb\nc"
                                          << "a\tb\nc";
    QTest::newRow("breaks of every kind") << QStringLiteral("a\r\nb\rc\u2028d\u2029e") << "a\nb\nc\nd\ne";
    QTest::newRow("control characters") << QStringLiteral("a\x01"
                                                          "b\x7f"
                                                          "c")
                                        << QStringLiteral("a\ufffd"
                                                          "b\ufffd"
                                                          "c");
    QTest::newRow("NUL") << QString(QChar(0)) << QStringLiteral("\ufffd");
    QTest::newRow("a lone surrogate") << QString(QChar(0xd800)) << QStringLiteral("\ufffd");
    QTest::newRow("a pair") << QStringLiteral("🚀") << QStringLiteral("🚀");
    QTest::newRow("a noncharacter") << QString(QChar(0xffff)) << QStringLiteral("\ufffd");
    QTest::newRow("right to left") << QStringLiteral("شركة") << QStringLiteral("شركة");
}

void TestWebPage::cleansTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, printed);
    QCOMPARE(printable(text), printed);
}

void TestWebPage::knowsSafeAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("safe");
    QTest::newRow("https") << "https://example.org" << true;
    QTest::newRow("HTTP") << "HTTP://example.org" << true;
    QTest::newRow("mail") << "mailto:a@example.org" << true;
    QTest::newRow("script") << "javascript:alert(1)" << false;
    QTest::newRow("script after a blank") << " javascript:alert(1)" << false;
    QTest::newRow("data") << "data:text/html,x" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("none") << "example.org" << false;
}

void TestWebPage::knowsSafeAddresses()
{
    QFETCH(const QString, url);
    QFETCH(const bool, safe);
    QCOMPARE(isSafeAddress(url), safe);
}

ENTENTE_TEST(TestWebPage, QCoreApplication)

} // namespace tst_webpage

#include "tst_webpage.moc"
