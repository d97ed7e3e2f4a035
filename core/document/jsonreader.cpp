#include "document/jsonreader.h"

#include "document/textchecks.h"
#include "document/tokenstream.h"

#include <QHash>

#include <algorithm>
#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

namespace entente::document {

namespace {

// Builds the tree from RapidJSON's events, within the limits.
class TreeBuilder
{
public:
    TreeBuilder(const TokenStream &stream, const QString &fileName, const JsonLimits &limits)
        : m_stream(stream)
        , m_fileName(fileName)
        , m_limits(limits)
    {}

    bool Null() { return add({}); }
    bool Bool(bool value) { return add(Value::boolean(value)); }
    bool Int(int) { return false; } // numbers come raw
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return add(Value::number(QString::fromLatin1(text, qsizetype(length))));
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(Value::string(QString::fromUtf8(text, qsizetype(length))));
    }
    bool StartObject() { return open(Value::object()); }
    bool StartArray() { return open(Value::array()); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        m_open.back().key = QString::fromUtf8(text, qsizetype(length));
        m_open.back().keyPosition = m_stream.token();
        return true;
    }
    bool EndObject(rapidjson::SizeType)
    {
        refuseDuplicates(m_open.back().value);
        return close();
    }
    bool EndArray(rapidjson::SizeType) { return close(); }

    Value takeRoot() { return std::move(m_root); }
    ProblemList problems; // duplicate keys and limits

private:
    struct Level
    {
        Value value;
        QString key; // of the member that comes next
        Position keyPosition;
    };

    bool add(Value value)
    {
        if (++m_count > m_limits.values)
            return stop(QStringLiteral("too-many-values"),
                        QStringLiteral("the file holds more than %1 values").arg(m_limits.values));
        value.setPosition(m_stream.token());
        attach(std::move(value));
        return true;
    }

    bool open(Value value)
    {
        if (qint64(m_open.size()) >= m_limits.depth)
            return stop(QStringLiteral("too-deep"),
                        QStringLiteral("the values are nested more than %1 deep").arg(m_limits.depth));
        if (++m_count > m_limits.values)
            return stop(QStringLiteral("too-many-values"),
                        QStringLiteral("the file holds more than %1 values").arg(m_limits.values));
        value.setPosition(m_stream.here()); // RapidJSON takes the bracket after it has told of it
        m_open.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close()
    {
        Value value = std::move(m_open.back().value);
        m_open.pop_back();
        attach(std::move(value));
        return true;
    }

    void attach(Value value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return;
        }
        Level &level = m_open.back();
        level.value.members().push_back({std::move(level.key), std::move(value), level.keyPosition});
        level.key.clear();
    }

    // Most objects are small: comparing their keys with each other is cheaper than a table of them.
    static bool isPlainlyUnique(const std::vector<Member> &members)
    {
        constexpr size_t mostCompared = 24;
        if (members.size() > mostCompared)
            return false;
        for (size_t i = 1; i < members.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (members[i].key == members[j].key)
                    return false;
            }
        }
        return true;
    }

    void refuseDuplicates(const Value &object)
    {
        if (isPlainlyUnique(object.members()))
            return;
        QHash<QStringView, Position> seen;
        for (const Member &member : object.members()) {
            const auto first = seen.constFind(member.key);
            if (first == seen.constEnd()) {
                seen.insert(member.key, member.keyPosition);
                continue;
            }
            problems.add({Severity::Error, Cause::Input, QStringLiteral("duplicate-key"),
                          placeOf(member.keyPosition), pointerTo(member.key),
                          QStringLiteral("the key \"%1\" stands twice in one object").arg(member.key),
                          QStringLiteral("it stands first in line %1, column %2; keep one of them")
                              .arg(first->line)
                              .arg(first->column)});
        }
    }

    QString pointerTo(const QString &key) const
    {
        QString pointer;
        for (size_t i = 0; i + 1 < m_open.size(); ++i) {
            const Level &level = m_open[i];
            pointer = level.value.isArray() ? childPointer(pointer, qsizetype(level.value.items().size()))
                                            : childPointer(pointer, level.key);
        }
        return childPointer(pointer, key);
    }

    bool stop(const QString &code, const QString &message)
    {
        problems.add({Severity::Error, Cause::Limit, code, placeOf(m_stream.token()), {}, message, {}});
        return false;
    }

    Place placeOf(Position position) const { return {m_fileName, int(position.line), int(position.column)}; }

    const TokenStream &m_stream;
    const QString &m_fileName;
    const JsonLimits &m_limits;
    std::vector<Level> m_open;
    Value m_root;
    qint64 m_count = 0;
};

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

Outcome<Value> readJson(const QByteArray &bytes, const QString &fileName, quint32 fileIndex,
                        const JsonLimits &limits)
{
    Outcome<Value> outcome;
    if (auto problem = refuse(bytes, fileName, limits)) {
        outcome.problems.add(*problem);
        return outcome;
    }
    const qsizetype start = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    TokenStream stream(QByteArrayView(bytes).sliced(start), fileIndex);
    TreeBuilder builder(stream, fileName, limits);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                               rapidjson::kParseTrailingCommasFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseValidateEncodingFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    outcome.problems = builder.problems;
    if (result.IsError() && result.Code() != rapidjson::kParseErrorTermination)
        outcome.problems.add(syntaxError(bytes, start + qsizetype(result.Offset()), result.Code(), fileName));
    if (!outcome.problems.hasErrors())
        outcome.value = builder.takeRoot();
    return outcome;
}

} // namespace entente::document
