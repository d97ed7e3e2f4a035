#include "analysis/comparison.h"
#include "analysis/holdingchanges.h"
#include "document/edit.h"
#include "formats/scenarioreader.h"
#include "support/registration.h"
#include "support/sanitizing.h"

namespace tst_comparison {

using namespace entente;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conflictsComeAndGo();
    void sameScenarioChangesNothing();
    void settlementAddsAnAgreementAndAWaiver();
    void namesTheFieldThatChanged();
    void twoDatesOfOneScenario();
    void tellsEveryFactThatChanges_data();
    void tellsEveryFactThatChanges();
    void namesAreToldInAnyScript();
};

namespace {

domain::Scenario bundled(const char *name)
{
    const auto file =
        formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json")
                                  .arg(QString::fromLatin1(name)));
    return file ? file.value->scenario : domain::Scenario();
}

// A scenario with every key of the format.
const formats::ScenarioFile &everything()
{
    static const auto file = formats::readScenario(
        QStringLiteral(ENTENTE_SOURCE_DIR "/tests/data/formats/everything.entente.json"));
    return *file.value;
}

std::optional<domain::Scenario> changed(const document::Change &change)
{
    document::Document document = everything().document;
    if (!document::apply(document.root, change))
        return std::nullopt;
    auto file = formats::readScenario(document, everything().path, {});
    if (!file || file.value->scenario == everything().scenario)
        return std::nullopt;
    return file.value->scenario;
}

// What has nothing in it, by its JSON Pointer.
QStringList leavesOf(const document::Value &value, const QString &pointer)
{
    if (value.members().empty())
        return {pointer};
    QStringList leaves;
    int number = 0;
    for (const document::Member &member : value.members()) {
        const QString key = value.isArray() ? QString::number(number++) : member.key;
        leaves += leavesOf(member.value, document::childPointer(pointer, key));
    }
    return leaves;
}

// What might stand there instead, the likeliest first: other words of the file are among them.
QList<document::Change> changesAt(const QString &leaf)
{
    using document::Change;
    using document::Value;
    const Value &old = *document::resolve(everything().document.root, leaf);
    if (old.isObject() || old.isArray())
        return {Change::remove(leaf)};
    if (old.isBoolean())
        return {Change::set(leaf, Value::boolean(!old.truth()))};
    if (old.isNumber())
        return {Change::set(leaf, Value::number(QStringLiteral("3.5"))),
                Change::set(leaf, Value::number(QStringLiteral("7")))};
    QStringList texts{old.text() + QStringLiteral(" more"),
                      QStringLiteral("2025-05"),
                      QStringLiteral("https://example.org/other"),
                      QString(64, u'a'),
                      QStringLiteral("investment"),
                      QStringLiteral("B1")};
    const QStringList leaves = leavesOf(everything().document.root, {});
    for (const QString &other : leaves)
        texts.append(document::resolve(everything().document.root, other)->text());
    texts += {QStringLiteral("permission"), QStringLiteral("met"), QStringLiteral("exception")};
    QList<Change> changes;
    for (const QString &text : std::as_const(texts))
        changes.append(Change::set(leaf, Value::string(text)));
    changes.append(Change::remove(leaf));
    return changes;
}

QStringList pathsOf(const analysis::Comparison &comparison)
{
    QStringList paths;
    for (const auto &differences : {comparison.firms, comparison.agreements, comparison.clauses,
                                    comparison.terms, comparison.sources}) {
        for (const analysis::Change &change : differences.changed)
            paths.append(change.path);
    }
    return paths;
}

} // namespace

// What is of the file and not of the world is not compared: its title page and its saved views. Two leaves
// can say nothing else: an amount without a value is undisclosed, and the whole of a part isn't part of that.
void TestComparison::tellsEveryFactThatChanges_data()
{
    QTest::addColumn<QString>("leaf");
    static const QStringList maps{QStringLiteral("sources"), QStringLiteral("firms"),
                                  QStringLiteral("defined_terms"), QStringLiteral("agreements")};
    static const QStringList fixed{QStringLiteral("/agreements/cloud/amounts/share/qualifier"),
                                   QStringLiteral("/agreements/cloud/part_of")};
    const QStringList leaves = leavesOf(everything().document.root, {});
    for (qsizetype i = 0; i < leaves.size(); i += test::everyNth) {
        if (maps.contains(leaves[i].section(u'/', 1, 1)) && !fixed.contains(leaves[i]))
            QTest::newRow(qPrintable(leaves[i])) << leaves[i];
    }
}

void TestComparison::tellsEveryFactThatChanges()
{
    QFETCH(QString, leaf);
    std::optional<domain::Scenario> after;
    const auto changes = changesAt(leaf);
    for (qsizetype i = 0; i < changes.size() && !after; ++i)
        after = changed(changes[i]);
    QVERIFY2(after, "nothing else can stand here");
    const QStringList paths = pathsOf(analysis::compare(everything().scenario, *after));
    // Lists and cites are told whole.
    const bool isTold = std::any_of(paths.begin(), paths.end(), [&leaf](const QString &path) {
        return leaf == path || leaf.startsWith(path + u'/');
    });
    QVERIFY2(isTold, qPrintable(paths.join(u' ')));
}

void TestComparison::namesAreToldInAnyScript()
{
    domain::Firm firm;
    firm.id = domain::FirmId(QStringLiteral("a"));
    domain::Scenario before;
    before.firms.append(firm);
    domain::Scenario after = before;
    after.firms[0].identifiers.insert(QStringLiteral("münchen/1"), QStringLiteral("漢"));
    const auto comparison = analysis::compare(before, after);
    const QList<analysis::Change> expected{
        {QStringLiteral("/firms/a/identifiers/münchen~11"), {}, QStringLiteral("\"漢\"")}};
    QCOMPARE(comparison.firms.changed, expected);
}

void TestComparison::sameScenarioChangesNothing()
{
    const domain::Scenario base = bundled("cloud-dispute");
    QCOMPARE(base.firms.size(), 12);
    QVERIFY(analysis::compare(base, base) == analysis::Comparison());
    QCOMPARE(analysis::summary(analysis::compare(base, base)), QStringLiteral("nothing changed"));
}

void TestComparison::settlementAddsAnAgreementAndAWaiver()
{
    const auto comparison = analysis::compare(bundled("cloud-dispute"), bundled("settlement"));
    QCOMPARE(comparison.agreements.added, QStringList(QStringLiteral("/agreements/sre-revenue-share")));
    QCOMPARE(comparison.agreements.removed, QStringList(QStringLiteral("/agreements/threatened-lawsuit")));
    QVERIFY(!comparison.clauses.changed.isEmpty());
    QVERIFY(comparison.clauses.changed.first().path.startsWith(
        QStringLiteral("/agreements/api-routing/clauses/routing/exceptions/sre-waiver")));
    QVERIFY(comparison.firms.isEmpty());
    QCOMPARE(analysis::summary(comparison),
             QStringLiteral("1 agreement added, 1 agreement removed, 1 clause changed"));
}

void TestComparison::namesTheFieldThatChanged()
{
    const auto comparison = analysis::compare(bundled("cloud-dispute"), bundled("microsofts-reading"));
    const analysis::Change expected{QStringLiteral("/agreements/threatened-lawsuit/status"),
                                    QStringLiteral("\"considered\""), QStringLiteral("\"filed\"")};
    QVERIFY(comparison.agreements.changed.contains(expected));
}

void TestComparison::twoDatesOfOneScenario()
{
    const domain::Scenario base = bundled("cloud-dispute");
    const analysis::AsOf now = analysis::defaultAsOf(base);
    const analysis::AsOf then{domain::EventDate::parse(u"2024")};
    QVERIFY(analysis::compareHolding({base, now}, {base, now}).isEmpty());
    QCOMPARE(analysis::summary(QList<analysis::HoldingChange>()), QString());
    const auto changes = analysis::compareHolding({base, then}, {base, now});
    QVERIFY(!changes.isEmpty());
    const auto back = analysis::compareHolding({base, now}, {base, then});
    QCOMPARE(back.size(), changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) { // the same seen from the other side
        QCOMPARE(back[i].path, changes[i].path);
        QCOMPARE(back[i].before, changes[i].after);
        QCOMPARE(back[i].after, changes[i].before);
        const domain::Agreement *agreement =
            base.agreement(domain::AgreementId(changes[i].path.section(u'/', 2, 2)));
        QVERIFY(agreement);
        if (changes[i].thing.kind == domain::ThingKind::Agreement)
            QCOMPARE(changes[i].after, analysis::holding(*agreement, now).truth);
    }
}

void TestComparison::conflictsComeAndGo()
{
    const auto between = [](const char *a, const char *b, analysis::Verdict verdict) {
        analysis::Conflict conflict;
        conflict.prohibiting = {domain::AgreementId(QString::fromLatin1(a)),
                                domain::ClauseId(QStringLiteral("c"))};
        conflict.other = {domain::AgreementId(QString::fromLatin1(b)), domain::ClauseId(QStringLiteral("c"))};
        conflict.verdict = verdict;
        return conflict;
    };
    const auto possible = analysis::Verdict::Possible;
    const auto certain = analysis::Verdict::Conflict;
    const QList<analysis::Conflict> before{between("a", "b", possible), between("c", "d", certain),
                                           between("e", "f", certain)};
    const QList<analysis::Conflict> after{between("b", "a", certain), between("e", "f", certain),
                                          between("g", "h", possible)};
    const analysis::ConflictDifferences differences = analysis::compare(before, after);
    QCOMPARE(differences.added, QList<analysis::Conflict>{after.last()});
    QCOMPARE(differences.removed, QList<analysis::Conflict>{before.at(1)});
    QCOMPARE(differences.changed.size(), 1); // the same pair, though the other clause stands first
    QCOMPARE(differences.changed.first().after.verdict, certain);
    QCOMPARE(analysis::summary(differences),
             QStringLiteral("1 conflict new, 1 conflict gone, 1 conflict of another verdict"));
    QVERIFY(analysis::summary(analysis::compare(before, before)).isEmpty());
    QCOMPARE(analysis::summary({}, {}, differences), analysis::summary(differences)); // nothing else to say
    QCOMPARE(analysis::summary({}, {}, {}), QStringLiteral("nothing changed"));
}

ENTENTE_TEST(TestComparison, QCoreApplication)

} // namespace tst_comparison

#include "tst_comparison.moc"
