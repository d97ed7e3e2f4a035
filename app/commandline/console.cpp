#include "commandline/console.h"

#include <QFileInfo>
#include <QSaveFile>

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

ProblemList writeFile(const QString &path, const QByteArray &bytes)
{
    ProblemList problems;
    const auto refuse = [&](const QString &reason) {
        problems.add({Severity::Error,
                      Cause::File,
                      QStringLiteral("unwritable"),
                      {path, 0, 0},
                      {},
                      QStringLiteral("the file can't be written: %1").arg(reason),
                      {}});
        return problems;
    };
    if (path == QLatin1String("-"))
        return writeOut(bytes) ? problems : refuse(QStringLiteral("standard output was closed"));
    if (QFileInfo(path).isDir())
        return refuse(QStringLiteral("it is a directory"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refuse(file.errorString());
    return problems;
}

std::optional<analysis::AsOf> parseAsOf(const QString &text, QString *why)
{
    if (text == QLatin1String("any"))
        return analysis::AsOf::any();
    const auto date = domain::EventDate::parse(text, why);
    return date ? std::optional(analysis::AsOf{*date}) : std::nullopt;
}

QDateTime creationDate(const analysis::AsOf &asOf)
{
    bool isNumber = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    if (isNumber)
        return QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC);
    return asOf.day().value_or(QDate(1970, 1, 1)).startOfDay(Qt::UTC);
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
