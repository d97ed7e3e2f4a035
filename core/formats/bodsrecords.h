#pragma once

#include "formats/jsonrecords.h"
#include "formats/scenariodraft.h"

#include <QHash>
#include <QSet>

namespace entente::formats {

enum class BodsType { Entity, Person, Relationship };

// The statement that says last what a record is, in whatever version of the standard.
struct BodsRecord
{
    QString key; // recordId; before version 0.4 the statement's own
    BodsType type = BodsType::Entity;
    const document::Value *statement = nullptr;
    const document::Value *details = nullptr; // recordDetails; before version 0.4 the statement itself
};

// Statements folded to records, in the order of the records' first statements.
class BodsRecords
{
public:
    // Says what is wrong with statements to `draft`. `statements` outlives it.
    BodsRecords(const std::vector<document::Value> &statements, ScenarioDraft &draft);

    const QList<BodsRecord> &all() const { return m_records; }
    // The key of the record that a reference leads to, also where it names a statement that was replaced.
    QString keyOf(const QString &reference) const;
    bool has(const QString &key) const { return m_at.contains(key); }
    int replacedCount() const { return m_replaced; }
    int closedCount() const { return m_closed; }

private:
    void add(const document::Value &statement);
    void followReplacements(const std::vector<document::Value> &statements);

    ScenarioDraft &m_draft;
    QList<BodsRecord> m_records;
    QHash<QString, int> m_at;
    QHash<QString, QString> m_replacedBy; // statement → the statement that replaces it
    int m_replaced = 0;
    int m_closed = 0;
};

} // namespace entente::formats
