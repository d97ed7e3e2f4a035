#include "formats/scenarioreader.h"
#include "graph/restriction.h"
#include "support/registration.h"

namespace tst_restriction {

using namespace entente;
using namespace entente::domain;

// What is handed on of a scenario that is shown in part.
class TestRestriction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOnlyWhatIsReferredTo();
    void keepsWholesOfParts();
    void everythingShownIsReferredTo();
};

namespace {

const QByteArray text = R"({"format": "entente-scenario", "version": "1.0", "id": "t", "title": "T",
"sources": {"of-firm": {"title": "F", "kind": "press"}, "of-deal": {"title": "D", "kind": "press"},
            "of-term": {"title": "T", "kind": "press"}, "of-secret": {"title": "S", "kind": "press"},
            "of-denial": {"title": "N", "kind": "press"}},
"firms": {"alpha": {"name": "Alpha", "kind": "company", "cites": {"of-firm": {}}},
          "beta": {"name": "Beta", "kind": "company"},
          "unit": {"name": "Unit", "kind": "division", "part_of": "beta"},
          "gamma": {"name": "Gamma", "kind": "company"}},
"defined_terms": {
    "goods": {"name": "goods", "definition": "What is sold."},
    "bolts": {"name": "bolts", "definition": "With threads.", "cites": {"of-term": {}},
        "narrower_than": {"goods": {"reading": "disputed", "positions": {
            "yes": {"by": "alpha", "stance": "affirms", "text": "They are."},
            "no": {"by": "gamma", "stance": "denies", "text": "They aren't.",
                   "cites": {"of-denial": {}}}}}}},
    "plans": {"name": "plans", "definition": "Nobody's business."}},
"agreements": {
    "deal": {"title": "Deal", "kind": "supply", "status": "in_force", "cites": {"of-deal": {}},
        "parties": [{"firm": "alpha", "role": "supplier"}, {"firm": "unit", "role": "customer"}],
        "amounts": {"price": {"value": 5, "currency": "USD", "condition": {"text": "Listed.", "state": "disputed",
            "positions": {"yes": {"by": "unit", "stance": "affirms", "text": "It is."},
                          "no": {"by": "gamma", "stance": "denies", "text": "It isn't."}}}}},
        "clauses": {"only": {"kind": "exclusivity", "modality": "obligation", "bearer": "alpha",
                             "action": "bolts", "text": "Bolts."}}},
    "secret": {"title": "Secret", "kind": "supply", "status": "in_force", "cites": {"of-secret": {}},
        "parties": [{"firm": "gamma", "role": "supplier"}, {"firm": "unit", "role": "customer"}],
        "clauses": {"plan": {"kind": "exclusivity", "modality": "obligation", "bearer": "gamma",
                             "action": "plans", "text": "Plans."}}}}})";

template <typename T> QStringList idsOf(const QList<T> &things)
{
    QStringList ids;
    for (const T &thing : things)
        ids.append(thing.id.text());
    ids.sort();
    return ids;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

Scenario whole()
{
    const auto file = formats::readScenario(text, QStringLiteral("t.json"));
    if (!file)
        qFatal("%s", qPrintable(toLine(file.problems.all().first())));
    return file.value->scenario;
}

Scenario around(const char *firm)
{
    const Scenario scenario = whole();
    const graph::RelationGraph graph = graph::buildGraph(scenario);
    graph::Filter filter;
    filter.focus = FirmId(QLatin1String(firm));
    return graph::restrictedTo(scenario, graph, graph::select(scenario, graph, filter));
}

} // namespace

void TestRestriction::keepsOnlyWhatIsReferredTo()
{
    const Scenario near = around("alpha");
    QCOMPARE(idsOf(near.agreements), words("deal"));
    QCOMPARE(idsOf(near.terms), words("bolts goods"));
    QCOMPARE(idsOf(near.sources), words("of-deal of-firm of-term"));
    const Positions &positions = near.term(TermId(QLatin1String("bolts")))->narrowerThan.first().positions;
    QCOMPARE(positions.size(), 1);
    QCOMPARE(positions.first().by.text(), QStringLiteral("alpha"));
    const Positions &onPrice = near.agreements.first().amounts.first().condition.positions;
    QCOMPARE(onPrice.size(), 1);
    QCOMPARE(onPrice.first().by.text(), QStringLiteral("unit"));
    QCOMPARE(numberOf(near, SourceId(QLatin1String("of-deal"))), 2);
    QVERIFY(!near.firm(FirmId(QLatin1String("gamma"))));
}

void TestRestriction::keepsWholesOfParts()
{
    QCOMPARE(idsOf(around("alpha").firms), words("alpha beta unit"));
}

void TestRestriction::everythingShownIsReferredTo()
{
    const Scenario scenario = whole();
    const graph::RelationGraph graph = graph::buildGraph(scenario);
    QCOMPARE(graph::restrictedTo(scenario, graph, graph::everything(graph)), scenario);
}

ENTENTE_TEST(TestRestriction, QCoreApplication)

} // namespace tst_restriction

#include "tst_restriction.moc"
