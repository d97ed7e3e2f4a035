#include "commandline/console.h"

#include <cstdio>

namespace entente::commandline {

namespace {

bool writeTo(std::FILE *file, const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file) == size_t(bytes.size()) &&
           std::fflush(file) == 0;
}

} // namespace

void writeOut(const QString &text)
{
    writeTo(stdout, text.toUtf8());
}

bool writeOut(const QByteArray &bytes)
{
    return writeTo(stdout, bytes);
}

void writeError(const QString &text)
{
    writeTo(stderr, text.toUtf8());
}

void printProblems(const ProblemList &problems)
{
    for (const Problem &problem : problems.all())
        writeError(toLine(problem) + u'\n');
    if (problems.omittedCount() > 0)
        writeError(QStringLiteral("… and %1 more problems\n").arg(problems.omittedCount()));
}

document::Value json(const QString &text)
{
    return document::Value::string(text);
}

document::Value json(const QStringList &texts)
{
    document::Value list = document::Value::array();
    for (const QString &text : texts)
        list.append(json(text));
    return list;
}

document::Value json(int number)
{
    return document::Value::number(QString::number(number));
}

document::Value jsonOrNull(const QString &text)
{
    return text.isEmpty() ? document::Value() : json(text);
}

document::Value jsonResult(const QString &command)
{
    document::Value result = document::Value::object();
    result.set(QStringLiteral("format"), json(QStringLiteral("entente-") + command));
    result.set(QStringLiteral("version"), json(1));
    return result;
}

} // namespace entente::commandline
