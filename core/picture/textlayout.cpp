#include "picture/textlayout.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace entente::picture {

namespace {

const QString ellipsis = QStringLiteral("…");

// The longest start of `text`, by whole characters as people count them, that fits together with `tail`.
QString fittingStart(const QString &text, const QString &tail, const TextStyle &style, double width,
                     const TextMeasure &measure)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    QList<qsizetype> ends;
    for (qsizetype at = finder.toNextBoundary(); at >= 0; at = finder.toNextBoundary())
        ends.append(at);
    qsizetype least = 0;
    qsizetype most = ends.size();
    while (least < most) { // text only gets wider: bisect
        const qsizetype middle = (least + most + 1) / 2;
        if (measure.advance(text.left(ends[middle - 1]) + tail, style) <= width)
            least = middle;
        else
            most = middle - 1;
    }
    return least == 0 ? QString() : text.left(ends[least - 1]);
}

} // namespace

QString elided(const QString &text, const TextStyle &style, double width, const TextMeasure &measure)
{
    if (measure.advance(text, style) <= width)
        return text;
    return fittingStart(text, ellipsis, style, width, measure).trimmed() + ellipsis;
}

QStringList brokenLines(const QString &text, const TextStyle &style, double width, int mostLines,
                        const TextMeasure &measure)
{
    QStringList lines;
    QString rest = text.simplified();
    while (!rest.isEmpty() && lines.size() + 1 < mostLines && measure.advance(rest, style) > width) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, rest);
        qsizetype cut = 0;
        for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
            if (measure.advance(rest.left(at).trimmed(), style) > width)
                break;
            cut = at;
        }
        if (cut == 0)
            cut = std::max<qsizetype>(1, fittingStart(rest, {}, style, width, measure).size());
        lines.append(rest.left(cut).trimmed());
        rest = rest.mid(cut).trimmed();
    }
    if (!rest.isEmpty() || lines.isEmpty())
        lines.append(elided(rest, style, width, measure));
    return lines;
}

bool isRightToLeft(const QString &text)
{
    for (QChar c : text) {
        const auto direction = c.direction();
        if (direction == QChar::DirR || direction == QChar::DirAL)
            return true;
        if (direction == QChar::DirL)
            return false;
    }
    return false;
}

Text textAt(QPointF baseline, const QString &text, const TextStyle &style, Rgba colour,
            const TextMeasure &measure)
{
    return {baseline, text, style, colour, measure.advance(text, style), isRightToLeft(text), {}};
}

QString inDirection(const Text &text)
{
    constexpr QChar rightToLeftIsolate(0x2067);
    constexpr QChar popIsolate(0x2069);
    return text.rightToLeft ? rightToLeftIsolate + text.text + popIsolate : text.text;
}

namespace {

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool isNoCharacter(char16_t c)
{
    return c >= 0xfffe;
}

} // namespace

QString cleaned(const QString &text)
{
    const bool isClean = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSurrogate() || isControl(c.unicode()) || isNoCharacter(c.unicode());
    });
    if (isClean)
        return text.simplified();
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            result += c;
            result += text[++i];
        } else if (c.isSurrogate() || isControl(c.unicode()) || isNoCharacter(c.unicode())) {
            result += u' ';
        } else {
            result += c;
        }
    }
    return result.simplified();
}

} // namespace entente::picture
