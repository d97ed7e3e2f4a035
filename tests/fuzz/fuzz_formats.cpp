#include "formats/formattable.h"
#include "formats/scenarioreader.h"
#include "formats/scenariowriter.h"

#include <cstdlib>

using namespace entente;

namespace {

// For DOT the input is what the worker would answer: Graphviz's own parser isn't ours, and has a process of
// its own.
Outcome<dot::Parsed> readAnswer(const formats::DotText &text)
{
    Outcome<dot::Parsed> outcome{dot::decode(text.utf8), {}};
    if (!outcome)
        outcome.problems.add({Severity::Error, Cause::Input, QStringLiteral("no-answer"), {}, {}, {}, {}});
    return outcome;
}

} // namespace

// Reads anything as the format that ENTENTE_FUZZ_FORMAT names, and writes what could be read in every format.
// Whatever is read has problems only of warning, whatever isn't says why.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    formats::ReadOptions options;
    static const QString name = qEnvironmentVariable("ENTENTE_FUZZ_FORMAT");
    if (!formats::formatNamed(name))
        qFatal("ENTENTE_FUZZ_FORMAT names no format");
    options.format = name;
    options.parseDot = readAnswer;
    options.limits = {.bytes = 1 << 22, .depth = 50, .values = 100'000, .overlays = 2};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto file = formats::readScenario(bytes, QStringLiteral("-"), options);
    if (bool(file) == file.problems.hasErrors())
        std::abort();
    if (!file)
        return 0;
    for (const formats::Format &format : formats::formats()) {
        const bool isSlow = format.name == QLatin1String("xlsx") && options.format != format.name;
        if (format.writes && !isSlow && !formats::writeAs(format, *file.value))
            std::abort();
    }
    return 0;
}
