#pragma once

#include "document/document.h"
#include "document/readprogress.h"
#include "domain/scenario.h"
#include "formats/path.h"
#include "problems/problem.h"

#include <vector>

namespace entente::formats {

// What a reference must name.
enum class Target { Firm, FirmOrTerm, Term, Agreement, AgreementOrClause, Source };

struct Reference
{
    Target target;
    QString id;
    document::Position position;
    const document::Value *value; // of the document: what names the thing, or what the naming key holds
};

// How strictly a document is read.
struct ReadRules
{
    bool newerMinor = false; // keys that this version doesn't know are warnings
    bool rowsCite =
        false; // a foreign file, where an agreement is a row: what that cites is cited for its figures
    bool hasSources = true; // of none no figure can cite one: it isn't said of each
};

// What one read shares: the document, the problems so far, and the references that are checked once
// everything is known.
class ReadContext
{
public:
    ReadContext(const document::Document &document, const ReadRules &rules,
                document::ReadProgress *progress = nullptr);

    void error(const QString &code, document::Position at, const QString &path, const QString &message,
               const QString &hint = {});
    void warn(const QString &code, document::Position at, const QString &path, const QString &message,
              const QString &hint = {});
    void error(const QString &code, document::Position at, const Path &path, const QString &message,
               const QString &hint = {});
    void warn(const QString &code, document::Position at, const Path &path, const QString &message,
              const QString &hint = {});
    void refer(Target target, const QString &id, document::Position at, const document::Value &value);

    Place placeOf(document::Position position) const { return m_document.placeOf(position); }
    const document::Document &document() const { return m_document; }
    const ReadRules &rules() const { return m_rules; }
    // Of a hypothetical scenario, whose figures may be imagined and then have no source.
    void setImagined(bool imagined) { m_imagined = imagined; }
    bool isImagined() const { return m_imagined; }
    bool isCancelled() const { return m_progress && m_progress->isCancelled; }
    void tellDone(double share); // of making the scenario, from 0 to 1
    const std::vector<Reference> &references() const { return m_references; }

    ProblemList problems;

private:
    const document::Document &m_document;
    ReadRules m_rules;
    bool m_imagined = false;
    document::ReadProgress *m_progress;
    std::vector<Reference> m_references;
};

// "did you mean "supplier"?" where one of `known` is close to `word`, else "expected one of …" where they are
// few.
QString suggestion(const QString &word, const QStringList &known);

} // namespace entente::formats
