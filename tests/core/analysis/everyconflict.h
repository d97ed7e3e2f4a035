#pragma once

#include "analysis/conflicts.h"
#include "core/analysis/workedcases.h"
#include "document/document.h"
#include "document/jsonreader.h"
#include "document/jsonwriter.h"
#include "document/merge.h"
#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"
#include "support/clausegenerator.h"
#include "support/sanitizing.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace entente::test {

// Rows of whole scenarios: the worked cases, the bundled ones, and generated ones.
inline void addScenarioRows(quint32 seeds)
{
    QTest::addColumn<QByteArray>("text");
    const auto cases = workedCases();
    for (qsizetype i = 0; i < qsizetype(cases.size()); i += test::everyNth)
        QTest::newRow(cases[i].name) << cases[i].scenario();
    for (const char *name : {"cloud-dispute", "microsofts-reading", "after-april-2026"}) {
        const auto file =
            formats::readScenario(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json")
                                      .arg(QLatin1String(name)));
        QTest::newRow(name) << (file ? formats::writeScenario(file.value->document) : QByteArray());
    }
    for (quint32 seed = 0; seed < seeds; seed += test::everyNth)
        QTest::addRow("generated %u", seed) << tests::generatedClauses({}, seed);
}

// What can't be read or changed is told as a warning.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
}

inline formats::ScenarioFile read(const QByteArray &text)
{
    auto file = formats::readScenario(text, QStringLiteral("test.json"));
    if (!file) {
        qWarning("%s", qPrintable(file.problems.isEmpty() ? QString() : toLine(file.problems.all().first())));
        return {};
    }
    return std::move(*file.value);
}

inline QList<analysis::AsOf> dates(const domain::Scenario &scenario)
{
    return {analysis::defaultAsOf(scenario), analysis::AsOf::any()};
}

// The document as changed, read again.
using Changes = QList<std::pair<QString, QByteArray>>; // JSON Pointer and JSON text
inline domain::Scenario changed(const formats::ScenarioFile &file, const Changes &changes)
{
    document::Value patch = document::Value::object();
    for (const auto &[path, json] : changes) {
        const auto value = document::readJson(json, QStringLiteral("change"), 0);
        if (!value || !document::setAt(patch, path, *value.value))
            qWarning("%s can't be set", qPrintable(path));
    }
    document::Value root = file.document.root;
    ProblemList problems;
    document::applyMergePatch(root, patch, file.document.files, problems);
    if (problems.hasErrors())
        qWarning("%s", qPrintable(toLine(problems.all().first())));
    return read(document::toJson(root)).scenario;
}

inline const analysis::Conflict *find(const QList<analysis::Conflict> &conflicts,
                                      const analysis::Conflict &wanted)
{
    const auto found = std::find_if(conflicts.begin(), conflicts.end(),
                                    [&](const analysis::Conflict &c) { return c.ref() == wanted.ref(); });
    return found == conflicts.end() ? nullptr : &*found;
}

// How the pair of a conflict is judged elsewhere: none, possible or certain.
inline Expected outcome(const domain::Scenario &scenario, const analysis::Conflict &conflict,
                        const analysis::AsOf &asOf)
{
    const auto conflicts = analysis::findConflicts(scenario, asOf);
    const analysis::Conflict *found = find(conflicts, conflict);
    return !found ? None : found->verdict == analysis::Verdict::Conflict ? Certain : Possible;
}

} // namespace entente::test
