#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace entente {

// Where something stands in a file. Lines and columns count from 1, columns in Unicode code points; 0 is
// "unknown".
struct Place
{
    QString file;
    int line = 0;
    int column = 0;

    bool isKnown() const { return line > 0; }
    bool operator==(const Place &) const = default;
};

enum class Severity { Warning, Error };

// What an error means to the caller; it decides the exit code of the command line (1, 4 and 5).
enum class Cause { Input, Limit, File };

struct Problem
{
    Severity severity = Severity::Error;
    Cause cause = Cause::Input;
    QString code; // stable, in kebab case: "dangling-reference"
    Place place;
    QString path;    // JSON Pointer (RFC 6901) of the value it is about; empty for the whole document
    QString message; // one sentence: names the thing and what is wrong with it
    QString hint;    // what was expected or what to do; may be empty

    bool operator==(const Problem &) const = default;
};

// Problems in the order they were found, up to a stated number; those beyond it are only counted. An error
// takes the place of a warning.
class ProblemList
{
public:
    static constexpr int defaultCapacity = 1000;

    ProblemList() = default;
    explicit ProblemList(int capacity);

    void add(Problem problem);
    void append(const ProblemList &others);
    void sortByPlace(); // stable; by file in order of first appearance, then line, then column

    const QList<Problem> &all() const { return m_problems; }
    bool isEmpty() const { return m_problems.isEmpty(); }
    bool hasErrors() const { return m_errors > 0; }
    bool hasErrors(Cause cause) const;
    int errorCount() const { return m_errors; }     // also those beyond the capacity
    int warningCount() const { return m_warnings; } // likewise
    int omittedCount() const;

    bool operator==(const ProblemList &) const = default;

private:
    QList<Problem> m_problems;
    int m_capacity = defaultCapacity;
    int m_errors = 0;
    int m_warnings = 0;
    QList<Cause> m_errorCauses;
};

// A value, or the reasons why there is none; warnings may come with a value.
template <typename T> struct Outcome
{
    std::optional<T> value;
    ProblemList problems;

    explicit operator bool() const { return value.has_value(); }
};

// "FILE:LINE:COLUMN: error: MESSAGE (HINT)", without what is unknown.
QString toLine(const Problem &problem);

} // namespace entente
