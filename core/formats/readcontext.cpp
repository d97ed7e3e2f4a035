#include "formats/readcontext.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace entente::formats {

ReadContext::ReadContext(const document::Document &document, const ReadRules &rules,
                         document::ReadProgress *progress)
    : m_document(document)
    , m_rules(rules)
    , m_progress(progress)
{}

void ReadContext::tellDone(double share)
{
    constexpr int half = document::ReadProgress::whole / 2; // the first half was the text
    if (m_progress)
        m_progress->done = half + int(half * share);
}

void ReadContext::error(const QString &code, document::Position at, const QString &path,
                        const QString &message, const QString &hint)
{
    problems.add({Severity::Error, Cause::Input, code, placeOf(at), path, message, hint});
}

void ReadContext::warn(const QString &code, document::Position at, const QString &path,
                       const QString &message, const QString &hint)
{
    problems.add({Severity::Warning, Cause::Input, code, placeOf(at), path, message, hint});
}

void ReadContext::error(const QString &code, document::Position at, const Path &path, const QString &message,
                        const QString &hint)
{
    error(code, at, path.pointer(), message, hint);
}

void ReadContext::warn(const QString &code, document::Position at, const Path &path, const QString &message,
                       const QString &hint)
{
    warn(code, at, path.pointer(), message, hint);
}

void ReadContext::refer(Target target, const QString &id, document::Position at, const document::Value &value)
{
    m_references.push_back({target, id, at, &value});
}

namespace {

// Levenshtein's edit distance, by rows.
qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[size_t(j)];
            const qsizetype replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[size_t(j)] = std::min({replaced, above + 1, row[size_t(j) - 1] + 1});
            diagonal = above;
        }
    }
    return row.back();
}

constexpr qsizetype longestCompared = 60; // ids and keys beyond that are no typing slips
constexpr qsizetype mostListed = 30;

} // namespace

QString suggestion(const QString &word, const QStringList &known)
{
    QString best;
    qsizetype least = std::max<qsizetype>(1, word.size() / 3) + 1;
    if (word.size() <= longestCompared) {
        for (const QString &candidate : known) {
            if (std::abs(candidate.size() - word.size()) >= least)
                continue;
            const qsizetype distance = editDistance(word, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
    }
    if (!best.isEmpty())
        return QStringLiteral("did you mean \"%1\"?").arg(best);
    if (known.isEmpty() || known.size() > mostListed)
        return {};
    return QStringLiteral("expected one of %1").arg(known.join(QStringLiteral(", ")));
}

} // namespace entente::formats
