#include "document/jsonreader.h"

#include "document/jsonscanner.h"
#include "document/memory.h"
#include "document/textchecks.h"

#include <algorithm>
#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace entente::document {

namespace {

QString sentence(rapidjson::ParseErrorCode code)
{
    using namespace rapidjson;
    switch (code) {
    case kParseErrorDocumentRootNotSingular:
        return QStringLiteral("there is more text after the end of the value");
    case kParseErrorObjectMissName:
        return QStringLiteral("a key in double quotes or \"}\" was expected here");
    case kParseErrorObjectMissColon:
        return QStringLiteral("a colon was expected after the key");
    case kParseErrorObjectMissCommaOrCurlyBracket:
        return QStringLiteral("a comma or \"}\" was expected here");
    case kParseErrorArrayMissCommaOrSquareBracket:
        return QStringLiteral("a comma or \"]\" was expected here");
    case kParseErrorStringUnicodeEscapeInvalidHex:
    case kParseErrorStringUnicodeSurrogateInvalid:
        return QStringLiteral("the \\u escape in this string is no character");
    case kParseErrorStringEscapeInvalid:
        return QStringLiteral("the string holds an escape that JSON does not know");
    case kParseErrorStringMissQuotationMark:
        return QStringLiteral("the string has no closing quotation mark");
    case kParseErrorStringInvalidEncoding:
        return QStringLiteral("the string is not valid UTF-8");
    case kParseErrorNumberMissFraction:
    case kParseErrorNumberMissExponent:
        return QStringLiteral("the number is not complete");
    default:
        return QStringLiteral(
            "a JSON value was expected here: an object, an array, a string, a number, true, false or null");
    }
}

// "NaN", "Infinity" and "-Infinity", which programs write where a number is missing.
bool isNoFiniteNumber(QByteArrayView at)
{
    return at.startsWith("NaN") || at.startsWith("Inf");
}

struct Syntax
{
    QString code;
    QString message;
    QString hint;
};

// What is wrong at the rest of a text that can't be parsed.
Syntax describe(QByteArrayView rest, rapidjson::ParseErrorCode code)
{
    if (rest.isEmpty()) {
        return {QStringLiteral("truncated"), QStringLiteral("the text ends in the middle of a value"),
                QStringLiteral("the file may be cut off")};
    }
    if (isNoFiniteNumber(rest)) {
        return {QStringLiteral("not-finite"), QStringLiteral("NaN and Infinity are no JSON numbers"),
                QStringLiteral("write the number, or leave the key out")};
    }
    if (code == rapidjson::kParseErrorNumberTooBig) {
        return {QStringLiteral("bad-number"), QStringLiteral("the number is too large"),
                QStringLiteral("expected a decimal of at most 15 digits")};
    }
    if (uchar(rest.front()) < 0x20 && code == rapidjson::kParseErrorStringEscapeInvalid) {
        return {QStringLiteral("syntax"), QStringLiteral("the string holds a control character"),
                QStringLiteral("write it as an escape, such as \\n")};
    }
    return {QStringLiteral("syntax"), sentence(code), {}};
}

Problem syntaxError(const QByteArray &bytes, qsizetype offset, rapidjson::ParseErrorCode code,
                    const QString &fileName)
{
    const Syntax syntax = describe(QByteArrayView(bytes).sliced(std::min(offset, bytes.size())), code);
    return {Severity::Error, Cause::Input, syntax.code, placeAt(bytes, offset, fileName), {},
            syntax.message,  syntax.hint};
}

struct Fault
{
    qsizetype offset;
    rapidjson::ParseErrorCode code;
};

// Where and why a text is no JSON, by a careful reader that builds nothing; none where it is.
std::optional<Fault> faultIn(QByteArrayView text)
{
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                               rapidjson::kParseTrailingCommasFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseValidateEncodingFlag;
    rapidjson::MemoryStream stream(text.data(), size_t(text.size()));
    rapidjson::BaseReaderHandler<> nobody;
    const rapidjson::ParseResult result = rapidjson::Reader().Parse<flags>(stream, nobody);
    if (!result.IsError())
        return std::nullopt;
    return Fault{qsizetype(result.Offset()), result.Code()};
}

// What must be refused before parsing.
std::optional<Problem> refuse(const QByteArray &bytes, const QString &fileName, const JsonLimits &limits)
{
    if (bytes.size() > limits.bytes) {
        return Problem{Severity::Error,
                       Cause::Limit,
                       QStringLiteral("too-large"),
                       {fileName, 0, 0},
                       {},
                       QStringLiteral("the text is larger than the limit of %1 bytes").arg(limits.bytes),
                       {}};
    }
    if (auto tooMuch = refuseForMemory(bytes.size(), fileName, limits.memory))
        return tooMuch;
    if (auto foreign = recogniseForeign(bytes, fileName))
        return foreign;
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return Problem{Severity::Error,
                       Cause::Input,
                       QStringLiteral("nul"),
                       placeAt(bytes, nul, fileName),
                       {},
                       QStringLiteral("the text holds a NUL character"),
                       QStringLiteral("save it as plain UTF-8 text")};
    }
    if (const qsizetype invalid = firstInvalidUtf8(bytes); invalid >= 0) {
        return Problem{Severity::Error,
                       Cause::Input,
                       QStringLiteral("not-utf-8"),
                       placeAt(bytes, invalid, fileName),
                       {},
                       QStringLiteral("the text is not valid UTF-8 here"),
                       QStringLiteral("save it as UTF-8")};
    }
    return std::nullopt;
}

} // namespace

std::optional<Problem> refuseForMemory(qint64 bytes, const QString &fileName, std::optional<qint64> most)
{
    constexpr qint64 alwaysRead = qint64(1) << 20; // bytes: too few to ask what is free
    // Text, document and scenario; a process that holds QJsonDocument's tree beside them peaks at 17.
    constexpr qint64 needPerByte = 16;
    constexpr double mebibyte = 1 << 20;
    if (!most && bytes < alwaysRead)
        return std::nullopt;
    const qint64 free = most ? *most : availableMemory();
    if (bytes <= free / needPerByte)
        return std::nullopt;
    const auto inMebibytes = [](qint64 amount) { return QString::number(double(amount) / mebibyte, 'f', 0); };
    return Problem{Severity::Error,
                   Cause::Limit,
                   QStringLiteral("too-little-memory"),
                   {fileName, 0, 0},
                   {},
                   QStringLiteral("reading it takes about %1 MiB of memory; %2 MiB are free")
                       .arg(inMebibytes(bytes * needPerByte), inMebibytes(free)),
                   QStringLiteral("close other programs, or open a part of it")};
}

Outcome<Value> readJson(const QByteArray &bytes, const QString &fileName, quint32 fileIndex,
                        const JsonLimits &limits, ReadProgress *progress)
{
    Outcome<Value> outcome;
    if (auto problem = refuse(bytes, fileName, limits)) {
        outcome.problems.add(*problem);
        return outcome;
    }
    const qsizetype start = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const QByteArrayView text = QByteArrayView(bytes).sliced(start);
    TreeBuilder builder(text.size(), fileName, limits);
    JsonScanner scanner(text, fileIndex, builder, progress);
    const JsonScanner::End end = scanner.scan();
    outcome.problems = builder.problems;
    if (end == JsonScanner::End::Lost || end == JsonScanner::End::Unusual) {
        std::optional<Fault> fault = faultIn(text);
        if (!fault && end == JsonScanner::End::Lost)
            fault = Fault{scanner.offset(), rapidjson::kParseErrorUnspecificSyntaxError};
        if (fault)
            outcome.problems.add(syntaxError(bytes, start + fault->offset, fault->code, fileName));
    }
    if (!outcome.problems.hasErrors())
        outcome.value = builder.takeRoot();
    return outcome;
}

} // namespace entente::document
