#include "document/textchecks.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace entente::document {

namespace {

Problem foreign(const QString &fileName, const char *code, const char *message, const char *hint)
{
    return {Severity::Error,        Cause::Input, QString::fromLatin1(code),
            {fileName, 1, 1},       {},           QString::fromUtf8(message),
            QString::fromUtf8(hint)};
}

struct Signature
{
    QByteArrayView start;
    const char *code;
    const char *message;
    const char *hint;
};

constexpr auto scenarioExpected = "expected a scenario in JSON";
const std::array signatures{
    Signature{"version https://git-lfs", "git-lfs-pointer", "this is a Git LFS pointer, not the file itself",
              "fetch the file with `git lfs pull`"},
    Signature{"\x1f\x8b", "compressed", "this file is compressed with gzip", "unpack it first"},
    Signature{"PK\x03\x04", "compressed", "this is a ZIP archive", "unpack it first"},
    Signature{"\xff\xfe", "not-utf-8", "this text is UTF-16", "save it as UTF-8"},
    Signature{"\xfe\xff", "not-utf-8", "this text is UTF-16", "save it as UTF-8"},
    Signature{"%PDF", "not-json", "this is a PDF file", scenarioExpected},
};

} // namespace

std::optional<Problem> recogniseForeign(QByteArrayView bytes, const QString &fileName)
{
    for (const Signature &signature : signatures) {
        if (bytes.startsWith(signature.start))
            return foreign(fileName, signature.code, signature.message, signature.hint);
    }
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    const auto start = std::find_if(bytes.begin(), bytes.end(),
                                    [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    if (start == bytes.end())
        return foreign(fileName, "empty", "the file is empty", scenarioExpected);
    if (*start == '<') {
        return foreign(fileName, "html", "this is HTML or XML, not JSON",
                       "if it was downloaded, save the file itself, not the page that shows it");
    }
    return std::nullopt;
}

namespace {

// How many bytes the sequence that starts with `lead` has and the bounds of its second byte (Unicode, table
// 3-7).
struct Sequence
{
    int length;
    uchar least = 0x80;
    uchar most = 0xbf;
};

Sequence sequenceOf(uchar lead)
{
    if (lead < 0x80)
        return {1};
    if (lead >= 0xc2 && lead <= 0xdf)
        return {2};
    if (lead >= 0xe0 && lead <= 0xef)
        return {3, uchar(lead == 0xe0 ? 0xa0 : 0x80), uchar(lead == 0xed ? 0x9f : 0xbf)};
    if (lead >= 0xf0 && lead <= 0xf4)
        return {4, uchar(lead == 0xf0 ? 0x90 : 0x80), uchar(lead == 0xf4 ? 0x8f : 0xbf)};
    return {0};
}

bool isWhole(QByteArrayView bytes, qsizetype at, Sequence sequence)
{
    if (sequence.length == 0 || at + sequence.length > bytes.size())
        return false;
    for (int i = 1; i < sequence.length; ++i) {
        const uchar byte = uchar(bytes[at + i]);
        const uchar least = i == 1 ? sequence.least : uchar(0x80);
        const uchar most = i == 1 ? sequence.most : uchar(0xbf);
        if (byte < least || byte > most)
            return false;
    }
    return true;
}

} // namespace

namespace {

// Most of a text is ASCII, which is passed over eight bytes at a time.
qsizetype pastAscii(QByteArrayView bytes, qsizetype at)
{
    constexpr quint64 highBits = 0x8080808080808080;
    constexpr auto step = qsizetype(sizeof(quint64));
    for (; at + step <= bytes.size(); at += step) {
        quint64 eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if (eight & highBits)
            break;
    }
    return at;
}

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    for (qsizetype at = pastAscii(bytes, 0); at < bytes.size(); at = pastAscii(bytes, at)) {
        const Sequence sequence = sequenceOf(uchar(bytes[at]));
        if (!isWhole(bytes, at, sequence))
            return at;
        at += sequence.length;
    }
    return -1;
}

Place placeAt(QByteArrayView bytes, qsizetype offset, const QString &fileName)
{
    Place place{fileName, 1, 1};
    const qsizetype start = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    for (qsizetype i = start; i < std::min(offset, bytes.size()); ++i) {
        if (bytes[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((uchar(bytes[i]) & 0xc0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

} // namespace entente::document
