#include "painting/fontmeasure.h"
#include "picture/theme.h"
#include "session/session.h"
#include "support/registration.h"
#include "window/inspectorpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocumentFragment>

namespace tst_inspector {

using namespace entente;
using domain::ThingRef;

// What the inspector says of each thing; nothing that the file says of it may be missing.
class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void says_data();
    void says();
    void everyLinkLeadsSomewhere_data();
    void everyLinkLeadsSomewhere();
    void longListsAreShownWhenAsked();
    void theWayBackEndsWithTheScenario();
    void escapesWhatTheFileSays();
    void copiesWithItsCitation_data();
    void copiesWithItsCitation();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<picture::TextMeasure> m_measure;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<window::InspectorPanel> m_panel;
};

namespace {

// One thing of every kind, with tranches of tranches, a disputed condition and a limited exception. Firm and
// agreement share the id `same`.
const char scenarioText[] =
    R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "Test", "as_of": "2026-03",
 "sources": {"paper": {"title": "The <Paper>", "url": "https://example.org/a?b=1&c=2"}, "book": {"title": "The Book"}},
 "firms": {
  "same": {"name": "Alpha & <b>Sons</b>", "kind": "company", "aliases": ["Alf"], "cites": {"book": {}}},
  "host": {"name": "Host", "kind": "company"}},
 "defined_terms": {
  "whole": {"name": "whole"},
  "part": {"name": "part", "narrower_than": {"whole": {"reading": "disputed",
     "positions": {"h": {"by": "host", "stance": "affirms", "cites": {"book": {}}}}}}}},
 "agreements": {
  "same": {"title": "Supply of parts", "kind": "supply", "status": "in_force", "period": "2025-10/..",
   "parties": [{"firm": "host", "role": "supplier"}, {"firm": "same", "role": "customer"}],
   "amounts": {
    "total": {"value": 100e9, "currency": "USD", "cites": {"paper": {}}},
    "half": {"value": 50e9, "currency": "USD", "part_of": "total"},
    "tenth": {"value": 10e9, "currency": "USD", "part_of": "half"}},
   "clauses": {"ban": {"title": "No other parts", "kind": "exclusivity", "modality": "prohibition", "bearer": "same",
     "counterparty": "host", "action": "whole", "evidence": "alleged",
     "condition": {"text": "it rains", "state": "disputed", "positions": {
       "h": {"by": "host", "stance": "affirms", "text": "It poured."}, "s": {"by": "same", "stance": "denies"}}},
     "exceptions": {"e": {"text": "Spares.", "action": "part", "territory": "US", "period": "2026-05", "reading": "disputed"}}}},
   "cites": {"paper": {"locator": "page 4"}}},
  "other": {"title": "Another supply", "kind": "supply", "status": "in_force", "period": "2025-10/..",
   "parties": [{"firm": "same", "role": "customer"}, {"firm": "host", "role": "supplier"}],
   "clauses": {"duty": {"kind": "other", "modality": "obligation", "bearer": "same", "counterparty": "host",
     "action": "whole"}}, "cites": {"book": {}}}}})";

} // namespace

void TestInspector::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("tst_inspector"));
    m_measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    QFile file(m_folder.filePath(QStringLiteral("test.entente.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(scenarioText);
    file.close();
    m_session = std::make_unique<session::Session>(*m_measure);
    m_session->open(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_session->isBusy(), 30'000);
    m_panel = std::make_unique<window::InspectorPanel>(*m_session);
}

void TestInspector::init()
{
    m_session->clearSelection();
}

void TestInspector::says_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *name, const char *thing, const QStringList &parts) {
        QTest::newRow(name) << QString::fromLatin1(thing) << parts;
    };
    const auto say = [](std::initializer_list<const char *> parts) {
        QStringList list;
        for (const char *part : parts)
            list.append(QString::fromUtf8(part));
        return list;
    };
    row("firm", "firm:same",
        say({"Alpha & <b>Sons</b>", "Company", "Alf", "Supply of parts", "as customer", "$100B"}));
    row("agreement", "agreement:same",
        say({"Supply of parts", "in force", "since October 2025", "Supplier", "$100B", "100,000,000,000 USD",
             "Supply of parts may conflict with Another supply", "page 4", "https://example.org/a?b=1&c=2"}));
    row("tranche of a tranche", "agreement:same", say({"of which $50B", "of which $10B"}));
    row("clause", "clause:same/ban",
        say({"No other parts", "Obligor", "Obligee", "Prohibition", "alleged", "Clause of Supply of parts"}));
    row("condition, its state and who says so", "clause:same/ban",
        say({"it rains (disputed)", "Host affirms", "It poured.", "Sons</b> denies"}));
    row("exception and how far it reaches", "clause:same/ban",
        say({"Spares.", "For part, in US, May 2026.", "Its reading is disputed."}));
    row("conflict", "conflict:same/ban~other/duty",
        say({"Supply of parts may conflict with Another supply",
             "They conflict if it rains (affirmed by Host; denied by", "Host affirms", "Sons</b> denies",
             "would breach", "What it rests on", "gives no legal opinion"}));
    row("term", "term:part", say({"Part", "Defined term", "disputed", "Host affirms"}));
    row("source", "source:paper", say({"The <Paper>", "Source 1", "not known", "Supply of parts"}));
    row("nothing", "", say({"Test", "As of March 2026", "may conflict with", "F1"}));
}

void TestInspector::says()
{
    QFETCH(QString, thing);
    QFETCH(QStringList, parts);
    m_session->select(ThingRef::fromString(thing));
    QCOMPARE(m_session->selection().toString(), thing);
    const QString text = m_panel->toPlainText();
    for (const QString &part : parts)
        QVERIFY2(text.contains(part, Qt::CaseInsensitive), qPrintable(part + u'\n' + text));
}

void TestInspector::everyLinkLeadsSomewhere_data()
{
    QTest::addColumn<QString>("thing");
    for (const char *thing : {"firm:same", "agreement:same", "clause:same/ban",
                              "conflict:same/ban~other/duty", "term:part", "source:paper", ""})
        QTest::newRow(*thing ? thing : "nothing") << QString::fromLatin1(thing);
}

void TestInspector::everyLinkLeadsSomewhere()
{
    QFETCH(QString, thing);
    m_session->select(ThingRef::fromString(thing));
    QStringList links;
    for (QTextBlock block = m_panel->document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (const QString link = it.fragment().charFormat().anchorHref(); !link.isEmpty())
                links.append(link);
        }
    }
    QVERIFY(!links.isEmpty());
    for (const QString &link : std::as_const(links)) {
        if (link.startsWith(QLatin1String("https:")) || link.startsWith(QLatin1String("edit:")))
            continue; // opens outside, which a test does not; edit: opens a form
        m_session->clearSelection();
        Q_EMIT m_panel->anchorClicked(QUrl(link));
        QVERIFY2(!m_session->selection().isNone(), qPrintable(link));
    }
}

// Laying out ten thousand links takes seconds.
void TestInspector::longListsAreShownWhenAsked()
{
    constexpr int count = int(window::mostPoints) + 30;
    QByteArray agreements;
    for (int i = 0; i < count; ++i)
        agreements +=
            (i ? "," : "") +
            QByteArray("\"a%1\": {\"title\": \"Deal number %1.\", \"kind\": \"supply\", ")
                .replace("%1", QByteArray::number(i)) +
            R"("parties": [{"firm": "hub", "role": "supplier"}, {"firm": "rim", "role": "customer"}]})";
    const QString path = m_folder.filePath(QStringLiteral("hub.entente.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "entente-scenario", "version": "1.0", "id": "h", "title": "Hub", "firms": {
        "hub": {"name": "Hub", "kind": "company"}, "rim": {"name": "Rim", "kind": "company"}}, "agreements": {)" +
               agreements + "}}");
    file.close();
    session::Session session(*m_measure);
    session.open(path);
    QTRY_VERIFY_WITH_TIMEOUT(session.isOpen() && !session.isBusy(), 30'000);
    window::InspectorPanel panel(session);
    session.select(ThingRef::fromString(QStringLiteral("firm:hub")));
    const auto points = [&panel] { return panel.toPlainText().count(QStringLiteral("Deal number ")); };
    QCOMPARE(points(), window::mostPoints);
    QVERIFY(panel.toPlainText().contains(QStringLiteral("Show all %1").arg(count)));
    Q_EMIT panel.anchorClicked(QUrl(window::showAllLink));
    QCOMPARE(points(), count);
    QVERIFY(!panel.toPlainText().contains(QStringLiteral("Show all")));
    session.select(ThingRef::fromString(QStringLiteral("firm:rim")));
    QCOMPARE(points(), window::mostPoints);
}

void TestInspector::theWayBackEndsWithTheScenario()
{
    session::Session session(*m_measure);
    window::InspectorPanel panel(session);
    const QString path = m_folder.filePath(QStringLiteral("test.entente.json"));
    const auto open = [&] {
        QSignalSpy opened(&session, &session::Session::opened);
        session.open(path);
        QVERIFY(opened.wait(30'000));
    };
    open();
    for (const char *thing : {"firm:same", "firm:host"})
        session.select(ThingRef::fromString(QString::fromLatin1(thing)));
    panel.back();
    QCOMPARE(session.selection().toString(), QStringLiteral("firm:same"));
    panel.forward();
    const QSignalSpy changed(&panel, &window::InspectorPanel::historyChanged);
    open();
    QVERIFY(changed.size() > 0);
    QVERIFY(!changed.last().first().toBool()); // it can't go back
    panel.back();
    QVERIFY(session.selection().isNone());
}

void TestInspector::escapesWhatTheFileSays()
{
    m_session->select(ThingRef::of(domain::FirmId(QStringLiteral("same"))));
    QVERIFY(m_panel->toPlainText().startsWith(QStringLiteral("Alpha & <b>Sons</b>")));
}

void TestInspector::copiesWithItsCitation_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QStringList>("sources");
    const QString paper = QStringLiteral("[1] The <Paper>, https://example.org/a?b=1&c=2");
    const QString book = QStringLiteral("[2] The Book");
    QTest::newRow("agreement") << "agreement:same" << QStringList{paper};
    QTest::newRow("clause") << "clause:same/ban" << QStringList{paper};
    QTest::newRow("firm whose id is an agreement's too") << "firm:same" << QStringList{book};
    QTest::newRow("firm without a source") << "firm:host" << QStringList{};
    QTest::newRow("conflict") << "conflict:same/ban~other/duty" << QStringList{paper, book};
    QTest::newRow("term") << "term:part" << QStringList{book};
    QTest::newRow("source") << "source:paper" << QStringList{paper};
}

void TestInspector::copiesWithItsCitation()
{
    QFETCH(QString, thing);
    QFETCH(QStringList, sources);
    m_session->select(ThingRef::fromString(thing));
    m_panel->selectAll();
    m_panel->copy();
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    const QString expected = sources.isEmpty() ? QString() : QStringLiteral("\n\n") + sources.join(u'\n');
    QCOMPARE(copied->text(), m_panel->textCursor().selection().toPlainText() + expected);
    for (const QString &source : sources)
        QVERIFY(copied->html().contains(source.toHtmlEscaped()));
}

ENTENTE_TEST(TestInspector, QApplication)

} // namespace tst_inspector

#include "tst_inspector.moc"
