#pragma once

#include "domain/freeid.h"
#include "domain/words.h"
#include "formats/scenariodraft.h"
#include "formats/tablemapping.h"
#include "formats/tabletext.h"

#include <QHash>
#include <QSet>

#include <array>
#include <map>

namespace entente::formats {

QString snakeCase(const QString &text); // "In force" → "in_force", as words stand in scenarios

// The cells of a row that say something, by their columns in ascending order.
struct FilledRow
{
    document::Position at;
    std::vector<std::pair<qsizetype, Cell>> cells;
};

// Makes firms and agreements of the rows of tables, one table after the other: firms first, so that
// agreements can name them. Rows that can't be used are told with their place.
class TableBuilder
{
public:
    TableBuilder(ScenarioDraft &draft, const TableMapping &mapping);

    // Begins a table; false, with an error, where its headers don't tell which columns hold the firms.
    bool begin(const Row &headers);
    void add(const Row &row);
    void add(const FilledRow &row);
    void finish();

private:
    QString columnsInWords() const; // for a hint
    void tellNoColumn(const QString &column);

    struct PartyCell
    {
        QString key;
        QString role;
        document::Position at;
    };
    using Parties = std::vector<PartyCell>;

    // ---- cells; null where the column isn't there or the cell is empty
    const Cell *cell(const FilledRow &row, Meaning meaning) const;
    QString text(const FilledRow &row, Meaning meaning) const;
    QString headerOf(Meaning meaning) const;
    QString emptyPartyHeader(const FilledRow &row) const;

    // ---- firms
    void addFirm(const FilledRow &row);
    void nestFirms(); // takes apart those that are part of themselves
    void setFirmFields(const FilledRow &row, const QString &id);
    void setFirmKind(const FilledRow &row, const QString &id);
    QString firmNamed(const QString &key, document::Position at);

    // ---- agreements
    void addAgreement(const FilledRow &row);
    Parties partiesOf(const FilledRow &row, const QString &kind) const;
    void addEnds(Parties &parties, const FilledRow &row, const QString &kind) const;
    void addNamedParties(Parties &parties, const FilledRow &row) const;
    bool areEnough(const Parties &parties, const FilledRow &row);
    int agreementOf(const FilledRow &row, const Parties &parties, const QString &kind);
    QStringList joinParties(int agreement, const Parties &parties);
    QString kindOf(const FilledRow &row) const;
    void tellKindByRoles();
    QString titleOf(const FilledRow &row, const Parties &parties);
    bool isDirected(const FilledRow &row) const;

    // ---- their fields
    void setStanding(const FilledRow &row, document::Value &agreement);
    void setDate(const FilledRow &row, document::Value &agreement, Meaning meaning, const char *key);
    void setPeriod(const FilledRow &row, document::Value &agreement);
    template <typename E>
    void setWord(const FilledRow &row, document::Value &thing, Meaning meaning, const char *key);
    void addAmount(const FilledRow &row, int agreement, const QString &from, const QString &to);
    QString amountId(const FilledRow &row, int agreement, const document::Value &amounts);
    std::optional<LooseAmount> amountIn(const FilledRow &row, const Cell &cell);
    bool setCurrency(const FilledRow &row, const Cell &cell, const LooseAmount &loose,
                     document::Value &amount);
    void addCite(const FilledRow &row, document::Value &thing, const QString &id);
    void keepOthers(const FilledRow &row, document::Value &thing, bool isNew);
    void nameKeptColumns();
    void keepCell(document::Value &thing, Meaning meaning, const Cell &cell);
    void setOnce(document::Value &thing, const char *key, document::Value value);

    ScenarioDraft &m_draft;
    const TableMapping &m_mapping;
    QStringList m_headers;
    QSet<QString> m_foundColumns; // of those that the mapping names, in any table
    document::Position m_headersAt;
    QList<ColumnUse> m_columns;
    QString m_kindOfRoles; // the one kind that has the roles that the columns are called by
    std::array<int, size_t(Meaning::Identifier) + 1> m_at{}; // the first column of each meaning; -1 for none
    QHash<QString, QString> m_keyOf;                         // of firms, by name: "" where two have it
    QHash<QString, int> m_agreementAt;                       // by the file's id
    QStringList m_keptAs;                    // the key of each column's cells, where they are kept: each once
    QSet<QString> m_cited;                   // a thing's id and a source's
    QHash<int, domain::FreeIds> m_amountIds; // by agreement, of those that have several
    QSet<QString> m_described;               // firms that a row has told of
    int m_untold = 0; // agreements with two ends whose kind is told, but not who is what in it
    document::Position m_firstUntold;
    QSet<QString> m_joined; // parties of agreements that have several rows
    struct PartOf
    {
        QString whole; // the key of the firm it is part of
        document::Position at;
    };
    std::map<QString, PartOf> m_partOf; // by firm's id
};

template <typename E>
void TableBuilder::setWord(const FilledRow &row, document::Value &thing, Meaning meaning, const char *key)
{
    const Cell *found = cell(row, meaning);
    if (!found || saysNothing(found->text))
        return;
    const QString word = snakeCase(found->text);
    if (domain::fromWord<E>(word)) {
        setOnce(thing, key, ScenarioDraft::text(word, found->at));
        return;
    }
    m_draft.warn(QStringLiteral("unknown-word"), found->at,
                 QStringLiteral("\"%1\" is no %2 that a scenario knows; it is kept as text")
                     .arg(found->text.trimmed(), wordOf(meaning)),
                 QStringLiteral("expected one of %1").arg(domain::allWords<E>().join(QStringLiteral(", "))));
    keepCell(thing, meaning, *found);
}

} // namespace entente::formats
