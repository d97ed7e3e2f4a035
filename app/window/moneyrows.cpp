#include "window/moneyrows.h"

namespace entente::window {

using domain::ThingRef;

QString marksOf(const analysis::Flow &flow)
{
    return analysis::marksIn(flow.reservations).join(QStringLiteral(", "));
}

void light(ResultRow &row, const QList<ThingRef> &things)
{
    for (const ThingRef &thing : things) {
        if (!row.things.contains(thing))
            row.things.append(thing);
    }
}

std::vector<ResultRow> rowsOfParts(const domain::Scenario &scenario, const analysis::Flow &flow,
                                   const ResultRow &whole, int figureColumn, domain::NumberStyle style)
{
    std::vector<ResultRow> rows;
    for (const analysis::AmountRef &ref : flow.parts) {
        const domain::Amount *part = analysis::amountOf(scenario, ref);
        ResultRow row;
        row.cells = QStringList(whole.cells.size());
        row.cells[0] = part->condition.isEmpty()
                           ? QStringLiteral("of which")
                           : QStringLiteral("of which, if %1").arg(domain::toWords(part->condition));
        row.cells[figureColumn] = domain::toShortText(*part, style);
        row.words = row.cells[0] + u' ' + domain::toFullText(*part);
        row.thing = ThingRef::of(ref.agreement);
        row.things = whole.things;
        row.isMuted = true;
        rows.push_back(row);
    }
    return rows;
}

} // namespace entente::window
