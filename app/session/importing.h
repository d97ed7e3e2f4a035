#pragma once

#include "session/session.h"

#include <QThreadPool>

namespace entente::formats {
class Import;
struct SameFirm;
struct ScenarioFile;
} // namespace entente::formats

namespace entente::session {

// One firm of a pair, as a person compares it with the other.
struct FirmSide
{
    QString id;
    QString name;
    QStringList facts; // "kind: company", "LEI: …", "party to: …"
};

// Two firms that may be one.
struct FirmPair
{
    FirmSide theirs; // of the file that comes in; within one scenario the later of the two
    FirmSide ours;
    QStringList supports; // in sentences
    QStringList doubts;
    bool isSure = false; // by an identifier or the same record
};

enum class SameAnswer { Later, Same, Different };

// A file on its way into the open scenario: what is to be asked, and the edit that the answers make.
class ImportReview
{
public:
    ImportReview(const Session &session, formats::ScenarioFile file);
    ~ImportReview();

    QString fileName() const;
    const QList<FirmPair> &pairs() const { return m_pairs; }
    // `answers` to the pairs in their order. Changes nothing where all of it is there already; `told` says
    // what comes of it.
    Edit edit(const QList<SameAnswer> &answers, QString *told = nullptr) const;

private:
    std::unique_ptr<formats::ScenarioFile> m_file;
    std::unique_ptr<formats::Import> m_import;
    QList<FirmPair> m_pairs;
};

// Reads a file in the background for its import; a newer request overtakes the older.
class ImportReader : public QObject
{
    Q_OBJECT

public:
    explicit ImportReader(const Session &session, QObject *parent = nullptr);
    ~ImportReader() override;

    void read(const QString &path);

Q_SIGNALS:
    void finished(const std::shared_ptr<entente::session::ImportReview> &review);
    void failed(const entente::ProblemList &problems); // of a file that can't be read

private:
    const Session &m_session;
    QThreadPool m_pool;
    quint64 m_number = 0;
};

// Firms of the open scenario that may be one, the surest first.
QList<FirmPair> pairsWithin(const Session &session);
// These two as they stand in it, whether anything speaks for them or not.
FirmPair pairOf(const Session &session, const domain::FirmId &ours, const domain::FirmId &theirs);

Edit merging(const Session &session, const domain::FirmId &kept, const domain::FirmId &gone);
QStringList mergedInto(const Session &session, const domain::FirmId &firm); // ids of firms that were merged
Edit unmerging(const Session &session, const domain::FirmId &kept, const QString &gone);
// Another firm of that name takes its place in the agreements.
Edit splittingOff(const Session &session, const domain::FirmId &firm, const QString &newName,
                  const QList<domain::AgreementId> &agreements);

} // namespace entente::session
