#pragma once

#include "document/jsonreader.h"

#include <QProcess>
#include <QTest>

namespace entente::test {

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray error;
};

// Runs the real program, as scripts do; where no folder is named, in the test's own.
inline Run runProgram(const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(qEnvironmentVariable("ENTENTE_PROGRAM"), arguments);
    process.write(input);
    process.closeWriteChannel();
    constexpr int patience = 120'000;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        qWarning("%s: %s; exit code %d; %s", qPrintable(arguments.join(u' ')),
                 qPrintable(process.errorString()), process.exitCode(),
                 process.readAllStandardError().constData());
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QString bundledFile(const char *name)
{
    return QStringLiteral(ENTENTE_SOURCE_DIR "/resources/scenarios/%1.entente.json")
        .arg(QString::fromLatin1(name));
}

inline document::Value parsedJson(const QByteArray &json)
{
    return document::readJson(json, QStringLiteral("output"), 0).value.value_or(document::Value());
}

// "format version circles": the keys of an object, in their order.
inline QString keysOf(const document::Value &object)
{
    QStringList keys;
    for (const document::Member &member : object.members())
        keys.append(member.key);
    return keys.join(u' ');
}

} // namespace entente::test
