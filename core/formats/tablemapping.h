#pragma once

#include "formats/looseamount.h"
#include "formats/loosedate.h"
#include "problems/problem.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace entente::formats {

// What the cells of a column mean. Agreements are rows with parties, firms are rows with a name; a table may
// have both.
enum class Meaning {
    Keep, // nothing that a scenario has a word for: kept as "x-…"
    Ignore,
    // ---- of an agreement
    Source, // the firm an edge starts at, and the one it ends at
    Target,
    Party, // a party without direction, or in the role that is given
    SourceRole,
    TargetRole,
    Agreement, // its id: rows of the same id are one agreement
    Title,
    Kind,
    Directed,
    Amount,
    AmountId,
    Currency,
    Unit,
    Qualifier,
    Instrument,
    AmountText,
    Announced,
    Signed,
    Start,
    End,
    Period,
    Status,
    Evidence,
    Binding,
    Performance,
    Cite, // a source's title
    Url,  // its address
    Locator,
    Note,
    Interaction, // Cytoscape's "A (buys) B": both firms and the title in one cell
    // ---- of a firm
    FirmId,
    Name,
    FirmKind,
    PartOf,
    Jurisdiction,
    LegalForm,
    Aliases,
    Identifier
};

// A meaning and the column that has it.
struct ColumnChoice
{
    QString column; // by its header, or by its number from 1
    Meaning meaning = Meaning::Keep;
    QString role; // of a Party or an end: "customer"; of an Identifier its scheme: "lei"
    bool operator==(const ColumnChoice &) const = default;
};

// How a table is to be read; what it leaves open is told from the table's header and cells.
struct TableMapping
{
    QList<ColumnChoice> columns;
    std::optional<bool> hasHeader; // whether the first row names the columns
    QChar delimiter;               // of cells; null: told from the text
    QString currency;              // ISO 4217, of amounts that name none
    DayOrder days = DayOrder::Unknown;
    DecimalMark decimals = DecimalMark::Unknown;

    bool isEmpty() const { return *this == TableMapping(); }
    bool operator==(const TableMapping &) const = default;
};

// The word of a meaning, as in `--map`: "source", "firm_id".
QString wordOf(Meaning meaning);
const QList<Meaning> &allMeanings();
QString labelOf(Meaning meaning); // as read by people: "Firm it starts at"

// A mapping as written on a command line, "source=Buyer,target=Seller,days=day-first", or in a file, one
// pair a line. A key is a meaning, a role ("customer"), or header, delimiter, days, decimals, currency.
// Errors name the pair that can't be understood.
Outcome<TableMapping> parseMapping(const QString &text);
QString toText(const TableMapping &mapping); // reads back the same; pairs parted by commas

// What each column means.
struct ColumnUse
{
    Meaning meaning = Meaning::Keep;
    QString role;
    bool operator==(const ColumnUse &) const = default;
};

// The columns' meanings as far as their headers tell them, by the habits of spreadsheets, Gephi, Cytoscape
// and Neo4j.
struct Guess
{
    QList<ColumnUse> columns; // one a column
    bool certain = false;     // it is told where the firms are
    bool doubtful = false;    // but not whether the rows are firms or agreements: a person is to be asked
};
Guess guessColumns(const QStringList &headers);

// The guess, with what the mapping says instead. Errors where it names a column that isn't there.
struct Resolved
{
    QList<ColumnUse> columns;
    bool usable = false; // there are firms in it
    QStringList missing; // columns that the mapping names and the table lacks
};
Resolved resolveColumns(const QStringList &headers, const TableMapping &mapping);

} // namespace entente::formats
