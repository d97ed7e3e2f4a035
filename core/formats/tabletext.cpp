#include "formats/tabletext.h"

#include "document/textchecks.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace entente::formats {

namespace {

Outcome<QByteArray> refuseText(const QString &code, const Place &place, const QString &message,
                               const QString &hint = {})
{
    Outcome<QByteArray> outcome;
    outcome.problems.add({Severity::Error, Cause::Input, code, place, {}, message, hint});
    return outcome;
}

// UTF-16 by its mark, or by every other byte of the first ones being NUL.
std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith("\xfe\xff"))
        return QStringConverter::Utf16BE;
    constexpr qsizetype looked = 64;
    const qsizetype length = std::min(bytes.size(), looked) / 2 * 2;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < length; ++i)
        (i % 2 == 0 ? even : odd) += bytes[i] == '\0' ? 1 : 0;
    if (length < 4 || std::max(even, odd) < length / 4 || std::min(even, odd) > 0)
        return std::nullopt;
    return odd > even ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

Outcome<QByteArray> fromUtf16(QByteArrayView bytes, QStringConverter::Encoding encoding, const QString &path)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.size() % 2 != 0) {
        return refuseText(QStringLiteral("bad-encoding"), {path, 0, 0},
                          QStringLiteral("this text is UTF-16, but broken"),
                          QStringLiteral("save it as UTF-8"));
    }
    return {text.toUtf8(), {}};
}

// The characters of Windows-1252 that Latin-1 has not, from 0x80 to 0x9f; 0 where it has none.
constexpr std::array<char16_t, 32> windowsCharacters{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

constexpr uchar firstWindows = 0x80;
constexpr uchar firstLatin = 0xa0;

bool isWindows1252(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = uchar(c);
        return byte >= firstWindows && byte < firstLatin && windowsCharacters[byte - firstWindows] == 0;
    });
}

QByteArray fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= firstWindows && c.unicode() < firstLatin)
            c = QChar(windowsCharacters[c.unicode() - firstWindows]);
    }
    return text.toUtf8();
}

// Whether a character beyond ASCII is well-formed UTF-8 before `end`: then the text is meant to be UTF-8.
bool hasUtf8Before(QByteArrayView bytes, qsizetype end)
{
    return std::any_of(bytes.begin(), bytes.begin() + end, [](char c) { return uchar(c) >= firstWindows; });
}

Outcome<QByteArray> fromBytes(QByteArrayView bytes, const QString &path, const QString &what)
{
    const qsizetype invalid = document::firstInvalidUtf8(bytes);
    if (invalid < 0)
        return {bytes.toByteArray(), {}};
    const Place place = document::placeAt(bytes, invalid, path);
    if (hasUtf8Before(bytes, invalid) || !isWindows1252(bytes)) {
        return refuseText(QStringLiteral("not-utf-8"), place, QStringLiteral("this is no valid UTF-8"),
                          QStringLiteral("save the %1 as UTF-8").arg(what));
    }
    Outcome<QByteArray> outcome{fromWindows1252(bytes), {}};
    outcome.problems.add({Severity::Warning,
                          Cause::Input,
                          QStringLiteral("windows-1252"),
                          place,
                          {},
                          QStringLiteral("the text isn't UTF-8 and is read as Windows-1252 (Latin-1)"),
                          QStringLiteral("save it as UTF-8 where letters come out wrong")});
    return outcome;
}

std::optional<Problem> foreignText(QByteArrayView text, const QString &path, const QString &what)
{
    auto problem = document::recogniseForeign(text, path);
    if (problem && problem->code == QLatin1String("html"))
        problem->message = QStringLiteral("this is HTML or XML, not a %1").arg(what);
    else if (problem && problem->code == QLatin1String("empty"))
        problem->hint = QStringLiteral("expected a %1").arg(what);
    else if (problem && problem->code == QLatin1String("not-json"))
        problem->hint = QStringLiteral("expected a %1 as text").arg(what);
    return problem;
}

} // namespace

Outcome<QByteArray> tableText(const QByteArray &bytes, const QString &path, const QString &what)
{
    const auto utf16 = utf16Of(bytes);
    if (auto problem = utf16 ? std::nullopt : foreignText(bytes, path, what)) {
        Outcome<QByteArray> refused;
        refused.problems.add(*problem);
        return refused;
    }
    Outcome<QByteArray> text = utf16 ? fromUtf16(bytes, *utf16, path) : fromBytes(bytes, path, what);
    if (!text)
        return text;
    if (text.value->startsWith("\xef\xbb\xbf"))
        text.value->remove(0, 3);
    if (const auto problem = foreignText(*text.value, path, what)) {
        text.problems.add(*problem);
        return {std::nullopt, text.problems};
    }
    const qsizetype nul = text.value->indexOf('\0');
    if (nul < 0)
        return text;
    return refuseText(QStringLiteral("nul"), document::placeAt(*text.value, nul, path),
                      QStringLiteral("there is a NUL character in this text"),
                      QStringLiteral("a %1 has none; is the file damaged, or no text?").arg(what));
}

} // namespace entente::formats
