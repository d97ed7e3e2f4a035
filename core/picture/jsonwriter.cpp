#include "picture/colour.h"
#include "picture/svgwriter.h"

namespace entente::picture {

namespace {

QString number(double value)
{
    QString digits = QString::number(value, 'f', 2);
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits == QLatin1String("-0") ? QStringLiteral("0") : digits;
}

QString quoted(const QString &text)
{
    QString result(u'"');
    for (QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\';
        if (c.unicode() < 0x20)
            result += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + u'"';
}

QString boxJson(const QRectF &box)
{
    return QStringLiteral("{\"x\": %1, \"y\": %2, \"width\": %3, \"height\": %4}")
        .arg(number(box.x()), number(box.y()), number(box.width()), number(box.height()));
}

QString textOf(const Item &item)
{
    QStringList lines;
    for (const Element &element : item.elements) {
        if (const Text *text = std::get_if<Text>(&element); text && text->detail.shows(1))
            lines.append(text->text);
    }
    return lines.join(u' ');
}

// The look of the first painted shape: of a card its border, of a line its stroke.
QString styleJson(const Item &item)
{
    for (const Element &element : item.elements) {
        const Shape *shape = std::get_if<Shape>(&element);
        if (!shape || !shape->detail.shows(1))
            continue;
        QStringList dashes;
        for (double dash : shape->stroke.dashes)
            dashes.append(number(dash));
        return QStringLiteral(
                   "{\"fill\": %1, \"stroke\": %2, \"stroke_width\": %3, \"dashes\": [%4], \"faded\": %5}")
            .arg(quoted(toHex(shape->fill)), quoted(toHex(shape->stroke.colour)), number(shape->stroke.width),
                 dashes.join(QStringLiteral(", ")),
                 item.faded ? QStringLiteral("true") : QStringLiteral("false"));
    }
    return QStringLiteral("{}");
}

QString itemJson(const Item &item)
{
    QStringList of;
    for (const QString &id : item.of)
        of.append(quoted(id));
    QString json = QStringLiteral("{\"id\": %1, \"role\": %2, \"of\": [%3], \"box\": %4")
                       .arg(quoted(item.id), quoted(toWord(item.role)), of.join(QStringLiteral(", ")),
                            boxJson(item.box));
    if (item.role == Role::Line || item.role == Role::Conflict)
        json += QStringLiteral(", \"path\": ") + quoted(toSvgData(item.outline));
    if (const QString text = textOf(item); !text.isEmpty())
        json += QStringLiteral(", \"text\": ") + quoted(text);
    return json + QStringLiteral(", \"style\": ") + styleJson(item) + u'}';
}

} // namespace

QByteArray toJson(const Picture &picture)
{
    QByteArray out;
    out += "{\n  \"format\": \"entente-draw\",\n  \"version\": 1,\n";
    out += QStringLiteral("  \"size\": {\"width\": %1, \"height\": %2},\n  \"items\": [")
               .arg(number(picture.size.width()), number(picture.size.height()))
               .toUtf8();
    for (qsizetype i = 0; i < picture.items.size(); ++i) {
        out += i == 0 ? "\n    " : ",\n    ";
        out += itemJson(picture.items[i]).toUtf8();
    }
    out += picture.items.isEmpty() ? "]\n}\n" : "\n  ]\n}\n";
    return out;
}

} // namespace entente::picture
