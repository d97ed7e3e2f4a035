#pragma once

#include "document/document.h"
#include "document/readprogress.h"
#include "domain/freeid.h"

#include <QHash>

namespace entente::formats {

// A scenario document in the making, for readers of foreign formats. Things go by the foreign file's own
// keys, of any text; their ids are made of their names. What the file doesn't say is left out and never
// invented.
class ScenarioDraft
{
public:
    // `file` is named in problems; whoever waits for `progress` may cancel.
    explicit ScenarioDraft(const QString &file, const document::ReadProgress *progress = nullptr);
    bool isCancelled() const { return m_progress && m_progress->isCancelled; } // nobody wants the rest
    // The number of a further file, or of a sheet, as positions name it; `file` is 0.
    quint32 addFile(const QString &file);

    // Values that know where they stand in the file.
    [[nodiscard]] static document::Value text(const QString &text, document::Position at);
    [[nodiscard]] static document::Value object(document::Position at);

    // The id of the firm that goes by `key`; it is made, with the key for its name, when it is first
    // mentioned.
    QString firm(const QString &key, document::Position at);
    // The firm's object, with `name` and `kind` ("other" until it is told). Valid until the next firm is
    // made.
    document::Value &firmOf(const QString &id);
    bool hasFirm(const QString &key) const { return m_firmIds.contains(key); }
    // As firm(), with a name and an id made of it. Where the firm was mentioned before, it gets the name and
    // keeps its id.
    QString nameFirm(const QString &key, const QString &name, document::Position at);

    // A new agreement with an id made of `title`, or the id `wanted` if it is one and free, of kind "other"
    // until it is told. Valid until the next is made.
    document::Value &addAgreement(const QString &title, document::Position at, const QString &wanted = {});
    document::Value &agreementAt(int index); // in the order in which they were made
    static void addParty(document::Value &agreement, const QString &firm, const QString &role,
                         document::Position at);

    // The id of the source of that title, made when first mentioned.
    QString source(const QString &title, document::Position at);
    document::Value &sourceOf(const QString &id);

    // An attribute that the scenario has no word for, kept under "x-…".
    static QString keptAs(const QString &key); // "Team name" → "x-team-name"
    static void keep(document::Value &thing, const QString &key, const QString &value, document::Position at);

    // What the file says of itself as a whole: a summary, and what is kept under "x-…".
    void setSummary(const QString &summary, document::Position at);
    void keepOfWhole(const QString &key, const QString &value, document::Position at);

    // Problems are the reader's own; they are told with the document.
    void error(const QString &code, document::Position at, const QString &message, const QString &hint = {});
    void warn(const QString &code, document::Position at, const QString &message, const QString &hint = {});
    ProblemList problems;
    Place placeOf(document::Position at) const;

    int firmCount() const { return int(m_firms.members().size()); }
    int agreementCount() const { return int(m_agreements.members().size()); }

    // The document, titled; none where there were errors, or nothing in it.
    Outcome<document::Document> finish(const QString &title, const QString &formatTitle);

private:
    QStringList m_files;
    const document::ReadProgress *m_progress;
    document::Value m_about = document::Value::object(); // members of the scenario itself
    document::Value m_firms = document::Value::object();
    document::Value m_agreements = document::Value::object();
    document::Value m_sources = document::Value::object();
    QHash<QString, QString> m_firmIds; // by the file's key
    QHash<QString, QString> m_sourceIds;
    QHash<QString, int> m_firmAt; // by id, among the members
    QHash<QString, int> m_sourceAt;
    domain::FreeIds m_ids; // of firms
    domain::FreeIds m_agreementIdsTaken;
    domain::FreeIds m_sourceIdsTaken;
};

// A stem of an id, of letters, digits and hyphens: "Café Nero" → "cafe-nero"; "thing" where nothing is left.
QString idStem(const QString &name);
// What a file is called that says no title itself: "deals" of "x/deals.csv" and of "x/deals.csv.gz".
QString titleFrom(const QString &path);

} // namespace entente::formats
