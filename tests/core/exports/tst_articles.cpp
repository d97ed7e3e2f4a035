#include "exports/articlehtml.h"
#include "exports/articles.h"
#include "formats/scenarioreader.h"
#include "support/registration.h"

namespace tst_articles {

using namespace entente;
using namespace entente::exports::article;
using domain::ThingRef;

// What articles say, as values: nothing that the file says of a thing may be missing, and every name in it
// leads to what it names. How they look is tested where they are shown.
class TestArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void says_data();
    void says();
    void leadsTo_data();
    void leadsTo();
    void everyLinkLeadsSomewhere();
    void positionsOutliveTheDispute();
    void conflictsHaveTheSameSections();
    void longChainsOfTranchesAreBounded();
    void onlySafeAddressesAreLinks();
    void escapesWhatTheFileSays();
    void variantsAreThereOnce();

private:
    domain::Scenario m_scenario;
};

namespace {

const char scenarioText[] =
    R"json({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "Test", "as_of": "2026-03",
 "sources": {"paper": {"title": "The <Paper>", "x-shelf": "C 4"},
  "book": {"title": "The Book", "url": "https://example.org/a?b=1&c=2"}},
 "firms": {
  "alpha": {"name": "Alpha & <b>Sons</b>", "kind": "company", "x-staff": "\"many\""},
  "host": {"name": "Host", "kind": "company"},
  "bank": {"name": "Bank", "kind": "company"}},
 "defined_terms": {
  "whole": {"name": "whole"},
  "part": {"name": "part", "narrower_than": {"whole": {"reading": "agreed", "cites": {"paper": {}},
     "positions": {"h": {"by": "host", "stance": "affirms", "cites": {"book": {"quote": "All parts."}}},
                   "b": {"by": "bank", "stance": "open"}}}}}},
 "agreements": {
  "supply": {"title": "Supply", "kind": "supply", "status": "in_force", "period": "2025-10/..",
   "parties": [{"firm": "host", "role": "supplier"}, {"firm": "alpha", "role": "customer"}],
   "amounts": {"bid": {"value": 5, "currency": "USD", "from": "alpha"}},
   "clauses": {"ban": {"title": "No other parts", "kind": "exclusivity", "modality": "prohibition", "bearer": "alpha",
     "counterparty": "host", "action": "whole", "text": "None else.", "language": "en", "x-page": 7,
     "supersedes": ["old", "old/duty"], "cites": {"book": {"locator": "page 4", "quote": "None at all."}}},
    "bare": {"kind": "other", "modality": "prohibition", "bearer": "alpha", "period": "2030/.."}}},
  "other": {"title": "Another", "kind": "supply", "status": "in_force", "period": "2025-10/..",
   "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "host", "role": "supplier"}],
   "clauses": {"duty": {"kind": "other", "modality": "obligation", "bearer": "alpha", "counterparty": "host",
     "action": "part"}}},
  "old": {"title": "Investment", "kind": "other", "period": "2019", "parties": [{"firm": "host"}, {"firm": "bank"}],
   "clauses": {"duty": {"kind": "other", "title": "Old duty"}}},
  "new": {"title": "Investment", "kind": "other", "period": "2023", "parties": [{"firm": "host"}, {"firm": "bank"}]},
  "round": {"title": "Round", "kind": "funding_round",
   "parties": [{"firm": "host", "role": "issuer"}, {"firm": "alpha", "role": "investor"}, {"firm": "bank", "role": "investor"}],
   "amounts": {"power": {"value": 2, "unit": "GW"}, "all": {"value": 110e9, "currency": "USD"},
    "a": {"value": 30e9, "currency": "USD", "from": "alpha", "to": "host", "part_of": "all"},
    "b": {"value": 80e9, "currency": "USD", "from": "bank", "to": "host", "part_of": "all"}},
   "stake": {"voting": 10, "cites": {"paper": {}}}}}})json";

Context contextOf(const domain::Scenario &scenario)
{
    const analysis::AsOf asOf = analysis::defaultAsOf(scenario);
    return Context({scenario, asOf, analysis::findConflicts(scenario, asOf)});
}

QList<Text> textsOf(const QList<Point> &points)
{
    QList<Text> texts;
    for (const Point &point : points)
        texts += QList<Text>{point.text} + textsOf(point.points);
    return texts;
}

struct TextsOf
{
    QList<Text> operator()(const Rows &rows) const
    {
        QList<Text> texts;
        for (const Row &row : rows.rows)
            texts.append(plain(row.label + QStringLiteral(": ")) + row.text);
        return texts;
    }
    QList<Text> operator()(const Paragraph &paragraph) const { return {paragraph.text}; }
    QList<Text> operator()(const Points &points) const { return textsOf(points.points); }
    QList<Text> operator()(const Sides &sides) const
    {
        QList<Text> texts;
        for (const Side &side : sides.sides) {
            texts.append(side.heading);
            for (const Paragraph &paragraph : side.paragraphs)
                texts.append(paragraph.text);
        }
        return texts;
    }
    QList<Text> operator()(const Comparison &comparison) const
    {
        QList<Text> texts;
        for (const Pair &pair : comparison.pairs)
            texts += {plain(pair.label), pair.left, pair.right};
        return texts;
    }
    QList<Text> operator()(const Citations &citations) const
    {
        QList<Text> texts;
        for (const Citation &citation : citations.citations)
            texts += {citation.title, plain(citation.quote), plain(citation.note), citation.address};
        return texts;
    }
    QList<Text> operator()(const Holds &holds) const { return {plain(holds.words)}; }
};

QList<Text> textsOf(const Article &article)
{
    QList<Text> texts{plain(article.title), article.subtitle, plain(article.tags.join(u'|'))};
    for (const Section &section : article.sections) {
        texts.append(section.title);
        for (const Block &block : section.blocks)
            texts += std::visit(TextsOf(), block);
    }
    return texts;
}

QString wordsOf(const Article &article)
{
    QString words;
    for (const Text &text : textsOf(article))
        words += toPlainText(text) + u'\n';
    return words;
}

QSet<QString> linksOf(const Article &article)
{
    QSet<QString> links;
    for (const Text &text : textsOf(article)) {
        for (const Span &span : text) {
            if (!span.thing.isNone())
                links.insert(span.thing.toString());
            for (const Mark &mark : span.marks)
                links.insert(ThingRef::of(mark.source).toString());
        }
    }
    return links;
}

} // namespace

void TestArticles::initTestCase()
{
    const auto file = formats::readScenario(QByteArray(scenarioText), QStringLiteral("-"));
    QVERIFY(file);
    m_scenario = file.value->scenario;
    m_scenario.sources.first().url = QStringLiteral("javascript:alert(1)"); // which the reader refuses
}

void TestArticles::says_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *thing, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(thing) << QString::fromUtf8(words);
    };
    row("cited wording without a note", "agreement:supply", "The Book, page 4\nNone at all.");
    row("heading of a clause", "agreement:supply", "Clause: No other parts\n");
    row("modality without an action", "agreement:supply", "Modality: Prohibition\n");
    row("language", "clause:supply/ban", "Language: en\n");
    row("what it supersedes", "clause:supply/ban",
        "Supersedes: Investment (2019), Old duty of Investment (2019)\n");
    row("amount with a giver only", "agreement:supply", "from Alpha");
    row("clause that does not hold yet", "clause:supply/bare", "Doesn’t hold as of March 2026: ");
    row("the same within its agreement", "agreement:supply", "Doesn’t hold as of March 2026: ");
    row("other attributes of a clause", "agreement:supply", "page: 7\n");
    row("other attributes, unquoted", "firm:alpha", "staff: \"many\"\n");
    row("own part of a round", "firm:alpha", "Round · $30B of $110B, as investor, with Host, Bank\n");
    row("all of a round", "firm:host", "Round · $110B, as issuer");
    row("stance of who takes none", "firm:bank", "Takes no side on whether a part is a kind of whole\n");
    row("namesakes", "firm:bank", "Investment (2023)");
    row("vote of a stake", "agreement:round", "Voting: 10 %\n");
    row("quote of a position", "term:part", "“All parts.”");
    row("source", "source:paper", "shelf: C 4\n");
    row("title of a conflict", "conflict:supply/ban~other/duty", "Supply conflicts with Another\n");
    row("what it rests on", "conflict:supply/ban~other/duty", "part is a kind of whole\n");
    row("clauses side by side", "conflict:supply/ban~other/duty", "“None else.”");
    row("overview", "", "Supply conflicts with Another\n");
}

void TestArticles::says()
{
    QFETCH(const QString, thing);
    QFETCH(const QString, words);
    const Article article = articleOn(contextOf(m_scenario), ThingRef::fromString(thing));
    QCOMPARE(article.thing.toString(), thing);
    QVERIFY2(wordsOf(article).contains(words), qPrintable(wordsOf(article)));
}

void TestArticles::leadsTo_data()
{
    QTest::addColumn<QString>("thing");
    QTest::addColumn<QString>("target");
    const auto row = [](const char *thing, const char *target) {
        QTest::addRow("%s to %s", thing, target) << QString::fromLatin1(thing) << QString::fromLatin1(target);
    };
    row("agreement:supply", "clause:supply/ban"); // its heading
    row("agreement:supply", "conflict:supply/ban~other/duty");
    row("agreement:supply", "clause:old/duty"); // is superseded
    row("agreement:supply", "agreement:old");
    row("agreement:round", "source:paper"); // of its stake
    row("term:part", "source:paper");       // of how it is read
    row("conflict:supply/ban~other/duty", "term:whole");
    row("conflict:supply/ban~other/duty", "clause:other/duty");
    row("conflict:supply/ban~other/duty", "firm:host");
}

void TestArticles::leadsTo()
{
    QFETCH(const QString, thing);
    QFETCH(const QString, target);
    QVERIFY(linksOf(articleOn(contextOf(m_scenario), ThingRef::fromString(thing))).contains(target));
}

void TestArticles::everyLinkLeadsSomewhere()
{
    const Context context = contextOf(m_scenario);
    for (const char *thing : {"firm:alpha", "agreement:supply", "agreement:round", "clause:supply/ban",
                              "conflict:supply/ban~other/duty", "term:part", "source:paper", ""}) {
        for (const QString &link :
             linksOf(articleOn(context, ThingRef::fromString(QString::fromLatin1(thing)))))
            QCOMPARE(articleOn(context, ThingRef::fromString(link)).thing.toString(), link);
    }
}

// The reading is agreed here: the conflict depends on nothing, and still rests on it.
void TestArticles::positionsOutliveTheDispute()
{
    const Context context = contextOf(m_scenario);
    const analysis::Conflict conflict = context.subject().conflicts.value(0);
    QCOMPARE(conflict.verdict, analysis::Verdict::Conflict);
    QVERIFY(conflict.dependsOn.isEmpty());
    const QString words = wordsOf(articleOn(context, conflict.ref()));
    QVERIFY2(words.contains(QStringLiteral("part is a kind of whole: agreed\nHost affirms\n“All parts.”\n")),
             qPrintable(words));
}

void TestArticles::conflictsHaveTheSameSections()
{
    const Context agreed = contextOf(m_scenario);
    domain::Scenario disputed = m_scenario;
    disputed.terms.last().narrowerThan.first().reading = domain::Reading::Disputed;
    const Context open = contextOf(disputed);
    QCOMPARE(open.subject().conflicts.value(0).verdict, analysis::Verdict::Possible);
    const ThingRef ref = agreed.subject().conflicts.value(0).ref();
    const Article one = articleOn(agreed, ref);
    const Article other = articleOn(open, ref);
    QCOMPARE(one.sections.size(), other.sections.size());
    for (qsizetype i = 0; i < one.sections.size(); ++i)
        QCOMPARE(toPlainText(one.sections[i].title), toPlainText(other.sections[i].title));
}

void TestArticles::longChainsOfTranchesAreBounded()
{
    constexpr int length = 100'000;
    domain::Scenario scenario = m_scenario;
    domain::Agreement &agreement = scenario.agreements.first();
    agreement.amounts.clear();
    for (int i = 0; i < length; ++i) {
        domain::Amount amount;
        amount.id = domain::AmountId(QString::number(i));
        amount.value = domain::Decimal::parse(u"1");
        amount.currency = QStringLiteral("USD");
        if (i > 0)
            amount.partOf = domain::AmountId(QString::number(i - 1));
        agreement.amounts.append(amount);
    }
    scenario.index();
    const Article article = articleOn(contextOf(scenario), ThingRef::of(agreement.id));
    QCOMPARE(wordsOf(article).count(QStringLiteral("of which $1")), length - 1);
}

void TestArticles::onlySafeAddressesAreLinks()
{
    const Context context = contextOf(m_scenario);
    const QString unsafe = toHtml(articleOn(context, ThingRef::fromString(u"source:paper")));
    QVERIFY(unsafe.contains(QStringLiteral("javascript:alert(1)")));
    QVERIFY(!unsafe.contains(QStringLiteral("href=\"javascript")));
    QVERIFY(toHtml(articleOn(context, ThingRef::fromString(u"source:book")))
                .contains(QStringLiteral("href=\"https://example.org/a?b=1&amp;c=2\"")));
}

void TestArticles::escapesWhatTheFileSays()
{
    domain::Scenario scenario = m_scenario;
    scenario.agreements.first().kind = QStringLiteral("<i>kind</i>");
    scenario.agreements.first().clauses.first().kind = QStringLiteral("<i>kind</i>");
    const Context context = contextOf(scenario);
    QVERIFY(articleOn(context, ThingRef::fromString(u"firm:alpha")).title.contains(QStringLiteral("<b>")));
    for (const char *thing : {"firm:alpha", "agreement:supply", "source:paper"}) {
        const QString html = toHtml(articleOn(context, ThingRef::fromString(QString::fromLatin1(thing))));
        for (const QString &tag :
             {QStringLiteral("<b>Sons"), QStringLiteral("<Paper>"), QStringLiteral("<i>kind")})
            QVERIFY2(!html.contains(tag), qPrintable(html));
    }
}

void TestArticles::variantsAreThereOnce()
{
    const Context context = contextOf(m_scenario);
    const Article one = articleOn(context, context.subject().conflicts.value(0).ref());
    QVERIFY(!toHtml(QList<Article>{one, one}, one.title).contains(QStringLiteral("data-variant")));
    Article other = one;
    other.tags = {QStringLiteral("possible")};
    const QString html = toHtml(QList<Article>{one, other}, one.title);
    QCOMPARE(html.count(QStringLiteral("data-variant")), 2);
    QCOMPARE(html.count(QStringLiteral("<h2>")), 1);
}

ENTENTE_TEST(TestArticles, QCoreApplication)

} // namespace tst_articles

#include "tst_articles.moc"
