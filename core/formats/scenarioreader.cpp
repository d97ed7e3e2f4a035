#include "formats/scenarioreader.h"

#include "document/jsonreader.h"
#include "formats/crosschecks.h"
#include "formats/formattable.h"
#include "formats/overlaychain.h"
#include "formats/thingreaders.h"
#include "formats/unpacking.h"

#include <new>

namespace entente::formats {

using document::Value;

namespace {

// The members that say what the scenario is.
void readTitlePage(ObjectReader &reader, domain::Scenario &scenario)
{
    for (const char *key : {"format", "version", "extends"})
        reader.get(QString::fromLatin1(key)); // checked with the chain
    scenario.id = reader.requiredText(QStringLiteral("id"));
    scenario.title = reader.requiredText(QStringLiteral("title"));
    scenario.summary = reader.text(QStringLiteral("summary"));
    scenario.asOf = reader.date(QStringLiteral("as_of"));
    scenario.license = reader.text(QStringLiteral("license"));
    scenario.hypothetical = reader.flag(QStringLiteral("hypothetical"));
    reader.context().setImagined(scenario.hypothetical);
    scenario.extras = reader.extras();
}

template <typename T>
void readMap(ObjectReader &reader, const char *key, QList<T> &things,
             T (*read)(ReadContext &, const QString &, const Value &, const Path &))
{
    const Value *map = reader.get(QString::fromLatin1(key));
    const auto total = map ? double(map->members().size()) : 0;
    things.reserve(qsizetype(total));
    reader.each(QString::fromLatin1(key), [&](const QString &id, const Value &value, const Path &path) {
        things.append(read(reader.context(), id, value, path));
        reader.context().tellDone(double(things.size()) / total);
    });
}

} // namespace

domain::Scenario readScenarioTree(ReadContext &context)
{
    domain::Scenario scenario;
    ObjectReader reader(context, context.document().root, {}, QStringLiteral("the scenario"));
    readTitlePage(reader, scenario);
    readMap(reader, "sources", scenario.sources, readSource);
    readMap(reader, "firms", scenario.firms, readFirm);
    readMap(reader, "defined_terms", scenario.terms, readTerm);
    readMap(reader, "agreements", scenario.agreements, readAgreement);
    readMap(reader, "views", scenario.views, readView);
    reader.finish();
    context.tellDone(1);
    if (context.isCancelled())
        return scenario;
    scenario.index();
    crossCheck(context, scenario);
    return scenario;
}

namespace {

Problem cancelled(const QString &path)
{
    return {Severity::Error,
            Cause::Input,
            QStringLiteral("cancelled"),
            {path, 0, 0},
            {},
            QStringLiteral("reading was cancelled"),
            {}};
}

Outcome<ScenarioFile> readTree(ScenarioFile file, const ReadRules &rules, ProblemList problems,
                               document::ReadProgress *progress = nullptr)
{
    Outcome<ScenarioFile> outcome;
    outcome.problems = std::move(problems);
    ReadContext context(file.document, rules, progress);
    file.scenario = readScenarioTree(context);
    if (context.isCancelled())
        context.problems.add(cancelled(file.path));
    outcome.problems.append(context.problems);
    outcome.problems.sortByPlace();
    if (!outcome.problems.hasErrors())
        outcome.value = std::move(file);
    return outcome;
}

} // namespace

namespace {

Outcome<ScenarioFile> refused(const Problem &problem)
{
    Outcome<ScenarioFile> outcome;
    outcome.problems.add(problem);
    return outcome;
}

bool hasAmounts(const domain::Scenario &scenario)
{
    return std::any_of(scenario.agreements.begin(), scenario.agreements.end(),
                       [](const domain::Agreement &agreement) { return !agreement.amounts.isEmpty(); });
}

Problem figuresWithoutSource(const QString &path)
{
    return {Severity::Warning,
            Cause::Input,
            QStringLiteral("figure-without-source"),
            {path, 1, 1},
            {},
            QStringLiteral("this file names no source: none of its amounts cites one"),
            QStringLiteral("a column \"source title\" or \"source address\" would")};
}

Outcome<ScenarioFile> readForeign(const Format &format, const QByteArray &bytes, const QString &path,
                                  const ReadOptions &options)
{
    if (const auto tooMuch = document::refuseForMemory(bytes.size(), path, options.limits.memory))
        return refused(*tooMuch);
    Outcome<document::Document> document = format.read({bytes, path, options});
    if (options.progress && options.progress->isCancelled)
        return refused(cancelled(path)); // what a reader says of the part it has read is beside the point
    if (!document)
        return {std::nullopt, document.problems};
    const document::Value *sources = document.value->root.find(u"sources");
    const bool hasSources = sources && !sources->members().empty();
    Outcome<ScenarioFile> outcome =
        readTree({{}, std::move(*document.value), path, {}, format.name},
                 {.rowsCite = true, .hasSources = hasSources}, document.problems, options.progress);
    if (outcome && !hasSources && hasAmounts(outcome.value->scenario))
        outcome.problems.add(figuresWithoutSource(path));
    return outcome;
}

Outcome<ScenarioFile> readBytes(const QByteArray &packed, const QString &path, const ReadOptions &options)
{
    const Outcome<QByteArray> bytes = unpackGzip(packed, path, options.limits.bytes);
    if (!bytes)
        return {std::nullopt, bytes.problems};
    const Format *format =
        options.format.isEmpty() ? formatOf(*bytes.value, unpackedName(path)) : formatNamed(options.format);
    if (format && format->read)
        return readForeign(*format, *bytes.value, path, options);
    Outcome<Chain> chain = readChain(*bytes.value, path, options.limits, options.progress);
    if (!chain)
        return {std::nullopt, chain.problems};
    return readTree({{}, std::move(chain.value->document), path, chain.value->bases, {}},
                    {.newerMinor = chain.value->newerMinor}, chain.problems, options.progress);
}

// Where memory was free when it was asked for, another program may have taken it since.
template <typename Read> Outcome<ScenarioFile> withinMemory(const QString &path, Read read)
{
    try {
        return read();
    } catch (const std::bad_alloc &) {
        return refused({Severity::Error,
                        Cause::Limit,
                        QStringLiteral("too-little-memory"),
                        {path, 0, 0},
                        {},
                        QStringLiteral("there is not enough memory to read it"),
                        QStringLiteral("close other programs, or open a part of it")});
    }
}

} // namespace

Outcome<ScenarioFile> readScenario(const QByteArray &bytes, const QString &path, const ReadOptions &options)
{
    return withinMemory(path, [&] { return readBytes(bytes, path, options); });
}

Outcome<ScenarioFile> readScenario(const QString &path, const ReadOptions &options)
{
    return withinMemory(path, [&]() -> Outcome<ScenarioFile> {
        const Outcome<QByteArray> bytes = document::readFile(path, options.limits.bytes);
        if (!bytes)
            return {std::nullopt, bytes.problems};
        return readBytes(*bytes.value, path, options);
    });
}

Outcome<ScenarioFile> readScenario(document::Document document, const QString &path, const QStringList &bases)
{
    ProblemList problems;
    const Heading heading = checkHeading(document, document.root, problems);
    if (!heading.readable)
        return {std::nullopt, problems};
    return readTree({{}, std::move(document), path, bases, {}}, {.newerMinor = heading.newerMinor}, {});
}

namespace {

bool isTrue(const Value *value)
{
    return value && value->isBoolean() && value->truth();
}

// An overlay that says nothing is as hypothetical as what it extends.
bool hasHypotheticalBase(const QByteArray &bytes, const QString &path, const ReadLimits &limits)
{
    const Outcome<Chain> chain = readChain(bytes, path, limits);
    return chain && isTrue(chain.value->document.root.find(u"hypothetical"));
}

} // namespace

Outcome<ScenarioHeader> readScenarioHeader(const QString &path, const ReadLimits &limits)
{
    Outcome<ScenarioHeader> outcome;
    const Outcome<QByteArray> bytes = document::readFile(path, limits.bytes);
    outcome.problems = bytes.problems;
    if (!bytes)
        return outcome;
    auto root = document::readJson(*bytes.value, path, 0, limits.ofJson());
    outcome.problems.append(root.problems);
    if (!root)
        return outcome;
    const document::Document document{std::move(*root.value), {path}};
    if (!checkHeading(document, document.root, outcome.problems).readable)
        return outcome;
    const Value *hypothetical = document.root.find(u"hypothetical");
    const auto text = [&document](QStringView pointer) {
        const Value *value = document::resolve(document.root, pointer);
        return value && value->isString() ? value->text() : QString();
    };
    outcome.value =
        ScenarioHeader{path, text(u"/id"), text(u"/title"), text(u"/extends/file"), isTrue(hypothetical)};
    if (!hypothetical && !outcome.value->extendsFile.isEmpty())
        outcome.value->hypothetical = hasHypotheticalBase(*bytes.value, path, limits);
    return outcome;
}

} // namespace entente::formats
