#include "picture/colour.h"
#include "picture/svgwriter.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace entente::picture {

namespace {

// QJsonObject sorts its keys; the documented order is kept by writing the objects' braces here.
class ObjectWriter
{
public:
    void add(const char *key, const QByteArray &value)
    {
        m_out += m_out.isEmpty() ? "" : ", ";
        m_out += QByteArray("\"") + key + "\": " + value;
    }
    void add(const char *key, const QString &value) { add(key, quoted(value)); }
    void add(const char *key, double value)
    {
        add(key, QByteArray::number(std::round(value * 100) / 100, 'g', 12));
    }
    QByteArray text() const { return '{' + m_out + '}'; }

    static QByteArray quoted(const QString &text)
    {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    }

private:
    QByteArray m_out;
};

QByteArray listed(const QByteArrayList &values)
{
    return '[' + values.join(", ") + ']';
}

QByteArray boxOf(const QRectF &box)
{
    ObjectWriter out;
    out.add("x", box.x());
    out.add("y", box.y());
    out.add("width", box.width());
    out.add("height", box.height());
    return out.text();
}

// Of the first shape: a card's, pill's or area's face, or the line itself.
QByteArray styleOf(const Item &item)
{
    ObjectWriter out;
    for (const Element &element : item.elements) {
        const auto *shape = std::get_if<Shape>(&element);
        if (!shape || !shape->detail.shows(1))
            continue;
        out.add("fill", toHex(shape->fill));
        out.add("stroke", toHex(shape->stroke.colour));
        out.add("stroke_width", shape->stroke.width);
        QByteArrayList dashes;
        for (double dash : shape->stroke.dashes)
            dashes.append(QByteArray::number(dash));
        out.add("dashes", listed(dashes));
        break;
    }
    out.add("faded", QByteArray(item.faded ? "true" : "false"));
    return out.text();
}

QString textOf(const Item &item)
{
    QStringList runs;
    for (const Element &element : item.elements) {
        const auto *text = std::get_if<Text>(&element);
        if (text && text->detail.shows(1))
            runs.append(text->text);
    }
    return runs.join(u' ');
}

QByteArray toJson(const Item &item)
{
    ObjectWriter out;
    out.add("id", item.id);
    out.add("role", toWord(item.role));
    QByteArrayList of;
    for (const QString &id : item.of)
        of.append(ObjectWriter::quoted(id));
    out.add("of", listed(of));
    out.add("title", item.title);
    out.add("box", boxOf(item.box));
    if (!item.outline.isEmpty())
        out.add("path", toSvgData(item.outline));
    const QString text = textOf(item);
    if (!text.isEmpty())
        out.add("text", text);
    out.add("style", styleOf(item));
    return out.text();
}

} // namespace

QByteArray toJson(const Picture &picture)
{
    ObjectWriter size;
    size.add("width", picture.size.width());
    size.add("height", picture.size.height());
    QByteArray out = "{\n  \"format\": \"entente-draw\",\n  \"version\": 1,\n  \"size\": " + size.text() +
                     ",\n  \"items\": [";
    const char *separator = "\n    ";
    for (const Item &item : picture.items) {
        out += separator + toJson(item);
        separator = ",\n    ";
    }
    return out + "\n  ]\n}\n";
}

} // namespace entente::picture
