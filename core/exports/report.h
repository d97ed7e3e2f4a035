#pragma once

#include "analysis/holding.h"
#include "domain/scenario.h"

#include <QDate>

#include <variant>

namespace entente::exports {

// One cell of a table: what people read, and the number or day that a spreadsheet computes with where it is
// exactly that. A text may have several lines.
struct Cell
{
    QString text;
    std::variant<std::monostate, domain::Decimal, QDate> value;
    bool isAddress = false; // of the web

    Cell() = default;
    Cell(QString words) // NOLINT(google-explicit-constructor): a text is a cell
        : text(std::move(words))
    {}
    static Cell number(const domain::Decimal &number);
    static Cell number(qsizetype number);
    static Cell date(const std::optional<domain::EventDate> &date); // typed only where the day is known
    static Cell address(const QString &url);
};

struct Column
{
    QString title;
    int width = 12;           // in characters
    bool isForSheets = false; // a text has it already within another column
};

struct Table
{
    QList<Column> columns;
    QList<QList<Cell>> rows; // each as long as the columns
};

// A row told as prose, for what a table can't hold in a text: a conflict with its reasons and cures.
struct Entry
{
    struct Points
    {
        QString title;
        QStringList points;
        bool isNumbered = false;
    };
    QString title;
    QStringList paragraphs;
    QList<Points> lists;
};

struct Section
{
    QString title; // at most 31 characters, since it names a sheet too
    QStringList paragraphs;
    Table table;
    QList<Entry> entries;     // where there are any, a text has them in the table's place
    bool isForSheets = false; // a text has it already within another section
};

// What a scenario says at a date, in sections that every writer of reports puts into its own form. All texts
// are plain and as the author wrote them; escaping is the writers' part.
struct Report
{
    QString title;
    QStringList paragraphs;
    QList<Section> sections; // those of which there is nothing to say are left out
};

// Agreements, clauses, positions, conflicts with reasons and cures, circular deals, flows, and the sources
// with the numbers that figures give them.
Report buildReport(const domain::Scenario &scenario, const analysis::AsOf &asOf);

} // namespace entente::exports
