#include "app/commandline/chromium.h"
#include "app/commandline/programrunner.h"
#include "support/registration.h"

#include <QTemporaryDir>

namespace tst_browser {

using namespace entente::test;

// The web page in a real browser: that it shows details, searches, goes through dates, is used by pointer and
// keyboard, and that it loads nothing and has nothing to complain about.
class TestBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensTheOverview();
    void opensDeepLinks_data();
    void opensDeepLinks();
    void opensWhatIsClicked();
    void dragIsNoClick();
    void zoomsToThePointer();
    void zoomsByPinching();
    void searchFilters();
    void searchOpensItsFirstHit();
    void sliderFades();
    void sliderMovesNothing();
    void conflictsComeAndGo();
    void walksByKeyboard();
    void followsTheReadersTheme();
    void printsWithItsSources();
    void hostileTextsStayText();

private:
    void go(const QString &fragment = {});
    QString openTitle()
    {
        return m_browser.text(QStringLiteral("document.querySelector('article.open h2').textContent"));
    }

    QTemporaryDir m_folder;
    Chromium m_browser;
    QString m_page;
};

namespace {

QString drawn(const QTemporaryDir &folder, const QString &scenario, const QString &name)
{
    const QString page = folder.filePath(name);
    const Run run = runProgram({QStringLiteral("draw"), scenario, QStringLiteral("-o"), page});
    return run.code == 0 ? page : QString();
}

} // namespace

void TestBrowser::initTestCase()
{
    m_page = drawn(m_folder, bundledFile("cloud-dispute"), QStringLiteral("page.html"));
    QVERIFY(!m_page.isEmpty());
    QVERIFY(m_browser.start({1500, 950}));
}

void TestBrowser::init()
{
    go();
}

void TestBrowser::cleanup()
{
    QVERIFY2(m_browser.errors().isEmpty(), qPrintable(m_browser.errors().join(u'\n')));
    QVERIFY2(m_browser.requests().isEmpty(), qPrintable(m_browser.requests().join(u'\n')));
}

void TestBrowser::go(const QString &fragment)
{
    QVERIFY(m_browser.open(QUrl(QStringLiteral("about:blank")))); // so that a fragment alone loads anew
    QUrl url = QUrl::fromLocalFile(m_page);
    url.setFragment(fragment, QUrl::DecodedMode);
    QVERIFY(m_browser.open(url));
}

void TestBrowser::opensTheOverview()
{
    QCOMPARE(openTitle(), QStringLiteral("Overview"));
    QVERIFY(m_browser.text(QStringLiteral("document.title")).startsWith(QStringLiteral("Who may run")));
    QCOMPARE(m_browser.text(QStringLiteral("document.getElementById('as-of').textContent")),
             QStringLiteral("As of March 2026"));
    QCOMPARE(
        m_browser
            .value(QStringLiteral("document.querySelectorAll('#canvas > svg > g[role=button]').length > 20"))
            .toBool(),
        true);
}

void TestBrowser::opensDeepLinks_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("says");
    QTest::newRow("agreement") << "agreement:cloud-purchase"
                               << "Cloud purchase"
                               << "138,000,000,000 USD";
    QTest::newRow("firm") << "firm:openai"
                          << "OpenAI"
                          << "Agreements out";
    QTest::newRow("clause") << "clause:api-routing/routing"
                            << "API routing clause"
                            << "only through";
    QTest::newRow("conflict") << "conflict:api-routing/routing~sre-development/runtime"
                              << "API routing clause may conflict with SRE development"
                              << "What would clear it";
    QTest::newRow("source") << "source:duckbill"
                            << "The OpenAI polycule moves in together"
                            << "duckbillhq.com";
    QTest::newRow("nothing of that name") << "firm:nobody"
                                          << "Overview"
                                          << "How to use this page";
    QTest::newRow("no address at all") << "%E0%A4%A"
                                       << "Overview"
                                       << "How to use this page";
}

void TestBrowser::opensDeepLinks()
{
    QFETCH(const QString, fragment);
    QFETCH(const QString, title);
    QFETCH(const QString, says);
    go(fragment);
    QCOMPARE(openTitle(), title);
    QVERIFY(
        m_browser.text(QStringLiteral("document.querySelector('article.open').textContent")).contains(says));
}

void TestBrowser::opensWhatIsClicked()
{
    m_browser.click(QStringLiteral("#agreement-cloud-purchase"));
    QTRY_COMPARE(openTitle(), QStringLiteral("Cloud purchase"));
    QCOMPARE(m_browser.text(QStringLiteral("document.querySelector('#outline [aria-current]').innerText")),
             QStringLiteral("Cloud purchase"));
    QVERIFY(m_browser.value(QStringLiteral("document.querySelector('.ring.chosen') !== null")).toBool());
    m_browser.click(QStringLiteral("article.open dd a")); // a party
    QTRY_VERIFY(openTitle() != QStringLiteral("Cloud purchase"));
    m_browser.click(QStringLiteral("#conflict-0 text")); // its mark
    QTRY_VERIFY(openTitle().contains(QStringLiteral("may conflict with")));
    const QString said = m_browser.text(QStringLiteral("document.querySelector('article.open').textContent"));
    for (const QString &part : {QStringLiteral("Why"), QStringLiteral("What would clear it"),
                                QStringLiteral("affirmed by Microsoft"), QStringLiteral("denied by")})
        QVERIFY2(said.contains(part), qPrintable(said));
}

void TestBrowser::dragIsNoClick()
{
    const QString seen = QStringLiteral("document.querySelector('#canvas > svg').getAttribute('viewBox')");
    const QString before = m_browser.text(seen);
    const QPointF from = m_browser.middleOf(QStringLiteral("#agreement-cloud-purchase"));
    m_browser.drag(from, from + QPointF(60, 40));
    QVERIFY(m_browser.text(seen) != before);
    QCOMPARE(openTitle(), QStringLiteral("Overview"));
    QCOMPARE(m_browser.middleOf(QStringLiteral("#agreement-cloud-purchase")).toPoint(),
             (from + QPointF(60, 40)).toPoint());
    m_browser.click(QStringLiteral("#fit"));
    QCOMPARE(m_browser.text(seen), before);
}

void TestBrowser::zoomsToThePointer()
{
    const QString pill = QStringLiteral("#agreement-cloud-purchase");
    const QPointF at = m_browser.middleOf(pill);
    const QString width =
        QStringLiteral("document.querySelector('%1').getBoundingClientRect().width").arg(pill);
    const double before = m_browser.value(width).toDouble();
    m_browser.wheel(at, -300);
    QTRY_VERIFY(m_browser.value(width).toDouble() > before * 1.2);
    const QPointF after = m_browser.middleOf(pill);
    QVERIFY((after - at).manhattanLength() < 3);
}

void TestBrowser::zoomsByPinching()
{
    const QString width =
        QStringLiteral("document.querySelector('#agreement-cloud-purchase').getBoundingClientRect().width");
    const double before = m_browser.value(width).toDouble();
    m_browser.pinch(m_browser.middleOf(QStringLiteral("#canvas")), 100, 200);
    const double after = m_browser.value(width).toDouble();
    QVERIFY2(after > before * 1.5, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    QCOMPARE(openTitle(), QStringLiteral("Overview"));
}

void TestBrowser::searchFilters()
{
    const QString found =
        QStringLiteral("[...document.querySelectorAll('#outline li > a')]"
                       ".filter((link) => link.offsetParent).map((link) => link.innerText).join('|')");
    const QString all = m_browser.text(found);
    m_browser.value(QStringLiteral("document.getElementById('search').focus()"));
    for (QChar c : QStringLiteral("stateful"))
        m_browser.press(c);
    const QString some = m_browser.text(found);
    QVERIFY2(some.contains(QStringLiteral("Stateful Runtime Environment")), qPrintable(some));
    QVERIFY(some.size() < all.size());
    QVERIFY(!some.contains(QStringLiteral("Nvidia")));
    QVERIFY(
        m_browser.value(QStringLiteral("document.getElementById('firm-nvidia').classList.contains('dimmed')"))
            .toBool());
    QVERIFY(m_browser.text(QStringLiteral("document.getElementById('found').textContent"))
                .contains(QStringLiteral(" of ")));
    m_browser.value(QStringLiteral("document.getElementById('search').value = '';"
                                   "document.getElementById('search').dispatchEvent(new Event('input'))"));
    QCOMPARE(m_browser.text(found), all);
    QCOMPARE(m_browser.value(QStringLiteral("document.querySelectorAll('.dimmed').length")).toInt(), 0);
}

void TestBrowser::searchOpensItsFirstHit()
{
    m_browser.press(QStringLiteral("/")); // goes to the field
    for (QChar c : QStringLiteral("nvidia"))
        m_browser.press(c);
    m_browser.press(QStringLiteral("Enter"));
    QTRY_COMPARE(openTitle(), QStringLiteral("Nvidia"));
}

void TestBrowser::sliderFades()
{
    const QString look = QStringLiteral("document.getElementById('agreement-cloud-purchase').innerHTML");
    const QString row =
        QStringLiteral("document.querySelector('a[href=\"#agreement:cloud-purchase\"]').parentElement"
                       ".classList.contains('faded')");
    const QString now = m_browser.text(look);
    QVERIFY(!m_browser.value(row).toBool());
    m_browser.value(QStringLiteral("document.getElementById('date').focus()"));
    m_browser.value(QStringLiteral("document.getElementById('date').value = 1;"
                                   "document.getElementById('date').dispatchEvent(new Event('input'))"));
    QVERIFY(m_browser.text(look) != now);
    QVERIFY(m_browser.value(row).toBool());
    m_browser.value(QStringLiteral("location.hash = '#agreement:cloud-purchase'"));
    const QString note = QStringLiteral("document.querySelector('article.open .holds').innerText");
    QTRY_VERIFY(m_browser.text(note).startsWith(QStringLiteral("Doesn’t hold as of")));
    const QString words = m_browser.text(QStringLiteral("document.getElementById('date-words').textContent"));
    QCOMPARE(m_browser.text(QStringLiteral("document.getElementById('as-of').textContent")), words);
    for (int i = 0; i < 60 && m_browser.text(look) != now; ++i)
        m_browser.click(QStringLiteral("#later"));
    QCOMPARE(m_browser.text(look), now);
}

void TestBrowser::sliderMovesNothing()
{
    const QString places =
        QStringLiteral("JSON.stringify([...document.querySelectorAll('#canvas > svg > g[role=button]')]"
                       ".filter((g) => !g.id.startsWith('conflict')).map((g) => { const b = "
                       "g.querySelector('path, rect').getBBox();"
                       "return [g.id, Math.round(b.x), Math.round(b.y), Math.round(b.width)]; })"
                       ".sort((a, b) => a[0] < b[0] ? -1 : 1))");
    const QString before = m_browser.text(places);
    const int stops = m_browser.value(QStringLiteral("Number(document.getElementById('date').max)")).toInt();
    QVERIFY(stops > 3);
    for (int stop = 0; stop <= stops; ++stop) {
        m_browser.value(QStringLiteral("document.getElementById('date').value = %1;"
                                       "document.getElementById('date').dispatchEvent(new Event('input'))")
                            .arg(stop));
        QCOMPARE(m_browser.text(places), before);
    }
}

void TestBrowser::conflictsComeAndGo()
{
    const QString there = QStringLiteral("document.getElementById('conflict-0') !== null");
    QVERIFY(m_browser.value(there).toBool());
    m_browser.value(QStringLiteral("document.getElementById('date').value = 1;"
                                   "document.getElementById('date').dispatchEvent(new Event('input'))"));
    QVERIFY(!m_browser.value(there).toBool());
    QVERIFY(m_browser.value(QStringLiteral("document.getElementById('may').hidden")).toBool());
    m_browser.value(QStringLiteral("document.getElementById('date').value = 0;"
                                   "document.getElementById('date').dispatchEvent(new Event('input'))"));
    QVERIFY(m_browser.value(there).toBool());
}

void TestBrowser::walksByKeyboard()
{
    m_browser.value(QStringLiteral("document.getElementById('toggle-legend').focus()"));
    m_browser.press(QStringLiteral("Tab"));
    m_browser.press(QStringLiteral("Tab"));
    const QString focused = QStringLiteral("document.activeElement.id");
    const QString first = m_browser.text(focused);
    QVERIFY2(first.startsWith(QStringLiteral("firm-")), qPrintable(first));
    QVERIFY(m_browser.value(QStringLiteral("document.querySelector('.ring.focus') !== null")).toBool());
    m_browser.press(QStringLiteral("ArrowRight"));
    if (m_browser.text(focused) == first) // it stands at the right border
        m_browser.press(QStringLiteral("ArrowLeft"));
    const QString second = m_browser.text(focused);
    QVERIFY(second != first);
    m_browser.press(QStringLiteral("Enter"));
    QTRY_VERIFY(openTitle() != QStringLiteral("Overview"));
    QVERIFY(m_browser.value(QStringLiteral("document.activeElement.matches('article.open')")).toBool());
    m_browser.press(QStringLiteral("Escape"));
    QTRY_COMPARE(openTitle(), QStringLiteral("Overview"));
    QCOMPARE(m_browser.text(focused), second);
}

void TestBrowser::followsTheReadersTheme()
{
    const QString back = QStringLiteral("getComputedStyle(document.body).backgroundColor");
    const QString card = QStringLiteral("getComputedStyle(document.querySelector('#firm-openai path')).fill");
    const QString feature = QStringLiteral("prefers-color-scheme");
    m_browser.prefer(feature, QStringLiteral("light"));
    const QString light = m_browser.text(back);
    const QString lightCard = m_browser.text(card);
    QCOMPARE(light, QStringLiteral("rgb(255, 255, 255)"));
    m_browser.prefer(feature, QStringLiteral("dark"));
    QVERIFY(m_browser.text(back) != light);
    QVERIFY(m_browser.text(card) != lightCard);
    m_browser.click(QStringLiteral("#theme"));
    QCOMPARE(m_browser.text(back), light);
    QCOMPARE(m_browser.text(card), lightCard);
    m_browser.prefer(feature, QString());
}

void TestBrowser::printsWithItsSources()
{
    const auto isSeen = [this](const char *selector) {
        return m_browser
            .value(QStringLiteral("document.querySelector('%1').getClientRects().length > 0")
                       .arg(QLatin1String(selector)))
            .toBool();
    };
    QVERIFY(isSeen("#outline"));
    QVERIFY(!isSeen(".paper"));
    m_browser.showAs(QStringLiteral("print"));
    QVERIFY(!isSeen("#outline"));
    QVERIFY(!isSeen("#dates"));
    QVERIFY(isSeen(".paper"));
    QVERIFY(isSeen("#legend"));
    m_browser.showAs(QString());
}

void TestBrowser::hostileTextsStayText()
{
    QFile file(m_folder.filePath(QStringLiteral("hostile.entente.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "entente-scenario", "version": "1.0", "id": "h",
 "title": "</title><script>window.hurt = 1</script>", "summary": "<img src=x onerror='window.hurt = 1'> \u2028 <!-- <script>",
 "sources": {"s": {"title": "</script><script>window.hurt = 1</script>"},
  "t": {"title": "T", "url": "https://example.org/?a=1&b=%22><script>window.hurt=1</script>"}},
 "firms": {"a": {"name": "\"><svg onload=window.hurt=1>", "kind": "company", "note": "{{data}} </template>", "cites": {"s": {}, "t": {}}},
  "b": {"name": "'+(window.hurt=1)+'", "kind": "company"}},
 "agreements": {"x": {"title": "]]><script>window.hurt = 1</script>", "kind": "purchase", "status": "in_force", "period": "2024/2025",
  "note": "</textarea></style></template><script>window.hurt=1</script>",
  "parties": [{"firm": "a", "role": "customer"}, {"firm": "b", "role": "supplier"}]}}})");
    file.close();
    const QString page = drawn(m_folder, file.fileName(), QStringLiteral("hostile.html"));
    QVERIFY(!page.isEmpty());
    QVERIFY(m_browser.open(QUrl::fromLocalFile(page)));
    m_browser.value(QStringLiteral("location.hash = '#source:s'"));
    QTRY_COMPARE(openTitle(), QStringLiteral("</script><script>window.hurt = 1</script>"));
    QVERIFY(m_browser.value(QStringLiteral("window.hurt === undefined")).toBool());
    QCOMPARE(m_browser.value(QStringLiteral("document.querySelectorAll('script').length")).toInt(), 2);
    QCOMPARE(m_browser
                 .value(QStringLiteral(
                     "document.querySelectorAll('img, iframe, object, [onload], [onerror]').length"))
                 .toInt(),
             0);
    QVERIFY(m_browser
                .value(QStringLiteral("[...document.querySelectorAll('a')].every((link) => "
                                      "/^(#|https?:|mailto:)/.test(link.getAttribute('href')))"))
                .toBool());
    QVERIFY(m_browser.text(QStringLiteral("document.getElementById('firm:a').textContent"))
                .contains(QStringLiteral("{{data}}")));
}

ENTENTE_TEST(TestBrowser, QCoreApplication)

} // namespace tst_browser

#include "tst_browser.moc"
