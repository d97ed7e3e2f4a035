#include "commandline/reading.h"

#include "document/jsonreader.h"
#include "formats/tablemapping.h"
#include "session/readoptions.h"

#include <QFileInfo>

#include <algorithm>

namespace entente::commandline {

namespace {

QString wordsForColumns()
{
    QStringList words;
    for (const formats::Meaning meaning : formats::allMeanings())
        words.append(formats::wordOf(meaning));
    return words.join(QStringLiteral(", "));
}

} // namespace

void declareMapping(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("map"),
         QStringLiteral("What the columns of a table mean: pairs such as source=Buyer,target=Seller, "
                        "or a file with one a line. Words for columns: %1; or a role such as customer. "
                        "Beside columns: header=none, delimiter=semicolon, days=day-first, "
                        "decimals=comma, currency=EUR.")
             .arg(wordsForColumns()),
         QStringLiteral("PAIRS|FILE")});
}

namespace {

constexpr qint64 mostBytes = 1 << 20; // of a file of pairs

ProblemList mappingWithoutPairs()
{
    ProblemList problems;
    problems.add({Severity::Error,
                  Cause::Input,
                  QStringLiteral("bad-mapping"),
                  {},
                  {},
                  QStringLiteral("it says nothing"),
                  QStringLiteral("expected pairs such as source=Buyer,target=Seller, or a file of them")});
    return problems;
}

// Pairs have an equals sign; else it is a file that has them.
Outcome<QString> pairsOf(const QString &value)
{
    if (value.trimmed().isEmpty())
        return {std::nullopt, mappingWithoutPairs()};
    if (value.contains(u'='))
        return {value, {}};
    const Outcome<QByteArray> bytes = document::readFile(value, mostBytes);
    if (!bytes)
        return {std::nullopt, bytes.problems};
    return {QString::fromUtf8(*bytes.value), {}};
}

} // namespace

std::optional<formats::ReadOptions> readOptionsOf(const QCommandLineParser &parser, QString *why)
{
    formats::ReadOptions options = session::readOptions();
    if (!parser.isSet(QStringLiteral("map")))
        return options;
    const Outcome<QString> pairs = pairsOf(parser.value(QStringLiteral("map")));
    const auto mapping = pairs ? formats::parseMapping(*pairs.value)
                               : Outcome<formats::TableMapping>{std::nullopt, pairs.problems};
    if (mapping) {
        options.mapping = *mapping.value;
        return options;
    }
    const Problem &problem = mapping.problems.all().first();
    *why =
        QStringLiteral("--map can't be “%1”: %2").arg(parser.value(QStringLiteral("map")), problem.message);
    if (!problem.hint.isEmpty())
        *why += QStringLiteral("; ") + problem.hint;
    return std::nullopt;
}

QString overwritingProblem(const QString &out, const QStringList &read)
{
    const QString target = QFileInfo(out).canonicalFilePath(); // empty where there is no such file
    const bool isRead = !target.isEmpty() && QFileInfo(target).isFile() &&
                        std::any_of(read.begin(), read.end(), [&](const QString &file) {
                            return QFileInfo(file).canonicalFilePath() == target;
                        });
    return isRead ? QStringLiteral("\"%1\" is read and would be overwritten; name another file").arg(out)
                  : QString();
}

void declareAsOf(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("as-of"),
                      QStringLiteral("The date to look at; any for no date. By default the scenario's own."),
                      QStringLiteral("DATE")});
}

std::optional<analysis::AsOf> asOfFrom(const QCommandLineParser &parser, const QString &option, QString *why)
{
    if (!parser.isSet(option))
        return std::nullopt;
    const QString text = parser.value(option);
    if (text == QLatin1String("any"))
        return analysis::AsOf::any();
    QString reason;
    const auto date = domain::EventDate::parse(text, &reason);
    if (date)
        return analysis::AsOf{*date};
    *why = QStringLiteral("--%1 can't be \"%2\": %3").arg(option, text, reason);
    return std::nullopt;
}

} // namespace entente::commandline
