#include "formats/dotlabels.h"

#include "formats/markup.h"
#include "formats/textscanner.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::formats {

namespace {

const dot::Attribute *find(const dot::Attributes &attributes, const char *name)
{
    const auto found = std::find_if(attributes.begin(), attributes.end(), [name](const dot::Attribute &a) {
        return a.name == QLatin1String(name);
    });
    return found == attributes.end() ? nullptr : &*found;
}

QString standingFor(QChar letter, const DotNames &names)
{
    switch (letter.unicode()) {
    case u'n': // ends of lines: centred, to the left, to the right
    case u'l':
    case u'r':
        return QStringLiteral(" ");
    case u'N':
        return names.node;
    case u'G':
        return names.graph;
    case u'T':
        return names.tail;
    case u'H':
        return names.head;
    default:
        return QString(letter);
    }
}

QString unescaped(const QString &text, const DotNames &names)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == u'\\' && i + 1 < text.size();
        if (isEscape)
            plain += standingFor(text[++i], names);
        else
            plain += text[i];
    }
    return plain;
}

// "{ <port> left | right }" as "left, right".
QString textOfRecord(const QString &record)
{
    static const QRegularExpression ports(QStringLiteral("(?<!\\\\)<[^<>|{}]*>"));
    static const QRegularExpression braces(QStringLiteral("(?<!\\\\)[{}]"));
    static const QRegularExpression bars(QStringLiteral("(?<!\\\\)\\|"));
    QString text = record;
    text.remove(ports).remove(braces);
    QStringList fields;
    const QStringList parts = text.split(bars);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            fields.append(part.trimmed());
    }
    return fields.join(QStringLiteral(", "));
}

} // namespace

QString dotLabel(const dot::Attributes &attributes, const DotNames &names)
{
    const dot::Attribute *label = find(attributes, "label");
    if (!label || label->value == QLatin1String("\\N"))
        return {};
    if (label->isHtml)
        return textOfHtml(label->value);
    const dot::Attribute *shape = find(attributes, "shape");
    const bool isRecord = shape && shape->value.toLower().endsWith(QLatin1String("record"));
    const QString text = isRecord ? textOfRecord(label->value) : label->value;
    return decodeEntities(unescaped(text, names)).simplified();
}

QString dotText(const QString &text)
{
    return QString(text).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

QString withoutLine(const QString &message)
{
    static const QRegularExpression line(QStringLiteral(" in line \\d+( of input)?"));
    return QString(message).remove(line).simplified();
}

namespace {

void skipComments(TextScanner &in)
{
    in.skipBlanks();
    while (in.peek() == '#' || (in.peek() == '/' && (in.peek(1) == '/' || in.peek(1) == '*'))) {
        if (in.peek(1) == '*' && in.peek() == '/') {
            while (!in.atEnd() && !(in.peek() == '*' && in.peek(1) == '/'))
                in.take();
            in.take();
            in.take();
        } else {
            in.skipLine();
        }
        in.skipBlanks();
    }
}

QByteArray takeName(TextScanner &in)
{
    skipComments(in);
    const qsizetype start = in.offset();
    if (in.peek() == '"') {
        in.take();
        in.takeWhile([](char c) { return c != '"'; });
        in.take();
    } else {
        in.takeWhile([](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                   c == '.' || c == '-' || uchar(c) >= 0x80;
        });
    }
    return in.since(start).toByteArray();
}

} // namespace

bool beginsLikeDot(QByteArrayView bytes)
{
    constexpr qsizetype looked = 1 << 16;
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    TextScanner in(bytes.first(std::min(bytes.size(), looked)));
    QByteArray word = takeName(in).toLower();
    if (word == "strict")
        word = takeName(in).toLower();
    if (word != "graph" && word != "digraph")
        return false;
    takeName(in);
    skipComments(in);
    return in.peek() == '{';
}

} // namespace entente::formats
