#pragma once

#include "formats/scenarioreader.h"

#include <QByteArray>
#include <QTest>

namespace entente::test {

// A text in which the mark ‸ stands right before what a problem must point to.
struct Marked
{
    QByteArray text; // without the mark
    int line = 0;
    int column = 0; // in code points, which are not bytes
};

inline Marked unmark(const QByteArray &marked)
{
    static const QByteArray mark = "\u2038";
    const qsizetype at = marked.indexOf(mark);
    Marked result{marked, 0, 0};
    if (at < 0)
        return result;
    result.text.remove(at, mark.size());
    const QByteArray before = marked.left(at);
    const QByteArray lastLine = before.mid(before.lastIndexOf('\n') + 1);
    result.line = int(before.count('\n')) + 1;
    result.column = int(QString::fromUtf8(lastLine).toUcs4().size()) + 1;
    return result;
}

// A whole scenario with two firms, a source and these further members.
inline QByteArray scenarioWith(const QByteArray &members)
{
    return R"({"format": "entente-scenario", "version": "1.0", "id": "test", "title": "Test",
 "sources": {"report": {"title": "Report"}},
 "firms": {"alpha": {"name": "Alpha", "kind": "company"}, "beta": {"name": "Beta", "kind": "company"}},
)" + members +
           "\n}\n";
}

// A whole scenario with one agreement, "deal", that has these further members.
inline QByteArray agreementWith(const QByteArray &members)
{
    return scenarioWith(R"( "agreements": {"deal": {"title": "Deal", "kind": "purchase", "status": "signed",
  "parties": [{"firm": "alpha", "role": "customer"}, {"firm": "beta", "role": "supplier"}],
  "cites": {"report": {}},
  )" + members + "}}");
}

inline QString lines(const ProblemList &problems)
{
    QStringList all;
    for (const Problem &problem : problems.all())
        all.append(toLine(problem));
    return all.join(u'\n');
}

} // namespace entente::test
