#include "formats/tablerowset.h"

#include "formats/losses.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace entente::formats {

QHash<domain::FirmId, QString> namesInTables(const domain::Scenario &scenario)
{
    QHash<QString, int> counts;
    for (const domain::Firm &firm : scenario.firms)
        ++counts[firm.name.simplified()];
    QHash<domain::FirmId, QString> names;
    for (const domain::Firm &firm : scenario.firms) {
        const QString name = firm.name.simplified();
        names.insert(firm.id,
                     counts.value(name) == 1 ? name : QStringLiteral("%1 [%2]").arg(name, firm.id.text()));
    }
    return names;
}

namespace {

struct TableRow
{
    domain::Party first;
    domain::Party second;         // no firm: a single party
    const domain::Amount *amount; // null for none
    bool isFlow = false;          // the amount goes from the first to the second
};

const domain::Party *partyOf(const domain::Agreement &agreement, const domain::FirmId &firm)
{
    const auto found = std::find_if(agreement.parties.begin(), agreement.parties.end(),
                                    [&firm](const domain::Party &party) { return party.firm == firm; });
    return found == agreement.parties.end() ? nullptr : &*found;
}

bool isFlow(const domain::Agreement &agreement, const domain::Amount &amount)
{
    return partyOf(agreement, amount.from) && partyOf(agreement, amount.to);
}

// The amount that a row of these two can show, taken off the list; null for none.
const domain::Amount *takeAmount(QList<const domain::Amount *> &left, const domain::Agreement &agreement,
                                 const domain::Party &a, const domain::Party &b, bool isFirstRow)
{
    for (qsizetype i = 0; i < left.size(); ++i) {
        const bool flow = isFlow(agreement, *left[i]);
        if (flow ? left[i]->from == a.firm && left[i]->to == b.firm : isFirstRow)
            return left.takeAt(i);
    }
    return nullptr;
}

QList<TableRow> rowsOf(const domain::Agreement &agreement)
{
    QList<const domain::Amount *> left;
    for (const domain::Amount &amount : agreement.amounts)
        left.append(&amount);
    QList<TableRow> rows;
    const domain::Party first = agreement.parties.value(0);
    for (qsizetype i = 1; i < std::max<qsizetype>(2, agreement.parties.size()); ++i) {
        const domain::Party second = agreement.parties.value(i);
        const domain::Amount *amount = takeAmount(left, agreement, first, second, i == 1);
        rows.append({first, second, amount, amount && isFlow(agreement, *amount)});
    }
    for (const domain::Amount *amount : left) {
        const bool flow = isFlow(agreement, *amount);
        const domain::Party *from = flow ? partyOf(agreement, amount->from) : nullptr;
        const domain::Party *to = flow ? partyOf(agreement, amount->to) : nullptr;
        rows.append({from ? *from : first, to ? *to : agreement.parties.value(1), amount, flow});
    }
    return rows;
}

QString startOf(const std::optional<domain::Period> &period)
{
    return period && !period->isSingleDate() && period->start() ? period->start()->text() : QString();
}

QString endOf(const std::optional<domain::Period> &period)
{
    return period && !period->isSingleDate() && period->end() ? period->end()->text() : QString();
}

const QStringList &fixedHeaders()
{
    static const QStringList headers =
        QStringLiteral("agreement|title|kind|source|source role|target|target role|"
                       "amount id|amount|currency|unit|qualifier|instrument|"
                       "amount text|directed|period|start|end|announced|signed|"
                       "status|evidence|binding|performance|cite|locator|url|note")
            .split(u'|');
    return headers;
}

QStringList amountCells(const TableRow &row)
{
    if (!row.amount)
        return {{}, {}, {}, {}, {}, {}, {}, QStringLiteral("no")};
    const domain::Amount &amount = *row.amount;
    return {amount.id.text(),
            amount.value ? amount.value->toString() : QString(),
            amount.currency,
            amount.unit,
            domain::toWord(amount.qualifier),
            amount.instrument == domain::Instrument::Unstated ? QString() : domain::toWord(amount.instrument),
            amount.text,
            row.isFlow ? QStringLiteral("yes") : QStringLiteral("no")};
}

QStringList standingCells(const domain::Agreement &agreement)
{
    const auto date = [](const std::optional<domain::EventDate> &d) { return d ? d->text() : QString(); };
    const bool single = agreement.period && agreement.period->isSingleDate();
    return {single ? agreement.period->text() : QString(),
            startOf(agreement.period),
            endOf(agreement.period),
            date(agreement.announced),
            date(agreement.signedOn),
            agreement.status ? domain::toWord(*agreement.status) : QString(),
            domain::toWord(agreement.evidence),
            agreement.binding ? (*agreement.binding ? QStringLiteral("yes") : QStringLiteral("no"))
                              : QString(),
            agreement.performance ? domain::toWord(*agreement.performance) : QString()};
}

QStringList citeCells(const domain::Scenario &scenario, const domain::Agreement &agreement)
{
    if (agreement.cites.isEmpty())
        return {{}, {}, {}};
    const domain::Cite &cite = agreement.cites.first();
    const domain::Source *source = scenario.source(cite.source);
    return {source ? source->title : cite.source.text(), cite.locator, source ? source->url : QString()};
}

// A string of JSON as its text; other values as they are.
QString plainExtra(const QString &json)
{
    if (json.size() < 2 || !json.startsWith(u'"'))
        return json;
    QString text = json.mid(1, json.size() - 2);
    return text.contains(u'\\') ? json : text;
}

QStringList extraKeys(const domain::Scenario &scenario)
{
    constexpr qsizetype mostExtras = 100; // columns
    QStringList keys;
    QSet<QString> known;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (auto it = agreement.extras.begin(); it != agreement.extras.end() && keys.size() < mostExtras;
             ++it) {
            if (!known.contains(it.key())) {
                known.insert(it.key());
                keys.append(it.key());
            }
        }
    }
    return keys;
}

} // namespace

TableRowSet tableOf(const domain::Scenario &scenario)
{
    const QHash<domain::FirmId, QString> names = namesInTables(scenario);
    const QStringList extras = extraKeys(scenario);
    TableRowSet table{fixedHeaders() + extras, {}};
    if (scenario.hypothetical)
        table.headers.append(QStringLiteral("x-hypothetical"));
    for (const domain::Agreement &agreement : scenario.agreements) {
        const QList<TableRow> rows = rowsOf(agreement);
        for (const TableRow &row : rows) {
            QStringList cells{agreement.id.text(), agreement.title.simplified(),
                              agreement.kind,      names.value(row.first.firm),
                              row.first.role,      names.value(row.second.firm),
                              row.second.role};
            cells += amountCells(row) + standingCells(agreement) + citeCells(scenario, agreement);
            cells.append(agreement.note);
            for (const QString &key : extras)
                cells.append(plainExtra(agreement.extras.value(key)));
            if (scenario.hypothetical)
                cells.append(QStringLiteral("yes"));
            table.rows.append(cells);
        }
    }
    return table;
}

namespace {

qsizetype firmsBeyondNames(const domain::Scenario &scenario)
{
    return std::count_if(scenario.firms.begin(), scenario.firms.end(), [](const domain::Firm &firm) {
        return firm.kind != domain::FirmKind::Other || !firm.partOf.isEmpty() ||
               !firm.jurisdiction.isEmpty() || !firm.legalForm.isEmpty() || !firm.aliases.isEmpty() ||
               !firm.identifiers.isEmpty() || !firm.note.isEmpty() || !firm.cites.isEmpty() ||
               !firm.extras.isEmpty();
    });
}

qsizetype firmsWithoutAgreement(const domain::Scenario &scenario)
{
    QSet<domain::FirmId> bound;
    for (const domain::Agreement &agreement : scenario.agreements) {
        for (const domain::Party &party : agreement.parties)
            bound.insert(party.firm);
    }
    return std::count_if(scenario.firms.begin(), scenario.firms.end(),
                         [&bound](const domain::Firm &firm) { return !bound.contains(firm.id); });
}

template <typename Count> qsizetype sumOver(const domain::Scenario &scenario, Count count)
{
    qsizetype sum = 0;
    for (const domain::Agreement &agreement : scenario.agreements)
        sum += qsizetype(count(agreement));
    return sum;
}

} // namespace

void addAgreementLosses(Losses &losses, const domain::Scenario &scenario)
{
    const auto lose = [&losses](qsizetype count, const char *one, const char *many) {
        losses.add(count, QString::fromLatin1(one), QString::fromLatin1(many));
    };
    lose(sumOver(scenario, [](const domain::Agreement &a) { return a.clauses.size(); }), "clause", "clauses");
    lose(scenario.terms.size(), "defined term", "defined terms");
    lose(sumOver(scenario, [](const domain::Agreement &a) { return a.positions.size(); }),
         "agreement's position", "positions on agreements");
    lose(sumOver(scenario, [](const domain::Agreement &a) { return a.stake ? 1 : 0; }), "stake", "stakes");
    lose(sumOver(scenario,
                 [](const domain::Agreement &a) {
                     return std::count_if(a.amounts.begin(), a.amounts.end(),
                                          [](const domain::Amount &amount) {
                                              return amount.over || !amount.condition.isEmpty() ||
                                                     !amount.partOf.isEmpty() || !amount.cites.isEmpty();
                                          });
                 }),
         "amount's condition, period, whole or source", "amounts' conditions, periods, wholes or sources");
    lose(sumOver(scenario,
                 [](const domain::Agreement &a) {
                     return !a.partOf.isEmpty() || !a.amends.isEmpty() || !a.supersedes.isEmpty() ||
                            !a.governingLaw.isEmpty() || !a.forum.isEmpty() || a.trial ||
                            !a.factCites.isEmpty();
                 }),
         "agreement's law, forum, trial or tie to others",
         "agreements' laws, forums, trials or ties to others");
    lose(sumOver(scenario,
                 [](const domain::Agreement &a) { return std::max<qsizetype>(a.cites.size() - 1, 0); }),
         "further cite", "further cites");
    lose(scenario.sources.size(), "source's details beyond title and address",
         "sources' details beyond title and address");
    lose(scenario.views.size(), "saved view", "saved views");
    losses.addWhole(scenario);
}

ProblemList lossesOfTable(const domain::Scenario &scenario, const QString &title)
{
    Losses losses(title);
    losses.add(firmsWithoutAgreement(scenario), QStringLiteral("firm without an agreement"),
               QStringLiteral("firms without an agreement"));
    losses.add(firmsBeyondNames(scenario), QStringLiteral("firm's details beyond its name"),
               QStringLiteral("firms' details beyond their names"));
    addAgreementLosses(losses, scenario);
    return losses.problems();
}

} // namespace entente::formats
