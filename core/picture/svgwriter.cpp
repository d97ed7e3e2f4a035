#include "picture/svgwriter.h"

#include "picture/colour.h"
#include "picture/textlayout.h"

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

// Escaped for text and attributes alike, without what XML 1.0 can't hold.
QString escaped(const QString &text)
{
    return cleaned(text).toHtmlEscaped();
}

class SvgWriter
{
public:
    explicit SvgWriter(const Picture &picture)
        : m_picture(picture)
    {
    }

    QByteArray write()
    {
        const QString width = number(m_picture.size.width());
        const QString height = number(m_picture.size.height());
        m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        line(QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"%1px\" height=\"%2px\" "
                            "viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\" font-family=\"%4\">")
                 .arg(width, height, escaped(m_picture.title), fontFamilies()));
        line(QStringLiteral("<title>%1</title>").arg(escaped(m_picture.title)));
        if (!m_picture.description.isEmpty())
            line(QStringLiteral("<desc>%1</desc>").arg(escaped(m_picture.description)));
        if (!m_picture.background.isNone()) {
            line(QStringLiteral("<rect width=\"%1\" height=\"%2\" fill=\"%3\"/>")
                     .arg(width, height, toHex(m_picture.background)));
        }
        for (const Item &item : m_picture.items)
            write(item);
        m_out += "</svg>\n";
        return m_out;
    }

private:
    void line(const QString &text)
    {
        m_out += text.toUtf8();
        m_out += '\n';
    }

    QString fontFamilies() const
    {
        return escaped(m_picture.fontFamily) + QStringLiteral(", 'Noto Sans Arabic', 'Noto Sans', sans-serif");
    }

    void write(const Item &item)
    {
        line(QStringLiteral("<g id=\"%1\" class=\"%2\">").arg(escaped(item.id), toWord(item.role)));
        line(QStringLiteral("<title>%1</title>").arg(escaped(item.title)));
        for (const Element &element : item.elements) {
            if (const Shape *shape = std::get_if<Shape>(&element))
                write(*shape);
            else
                write(std::get<Text>(element));
        }
        m_out += "</g>\n";
    }

    void write(const Shape &shape)
    {
        if (!shape.detail.shows(1))
            return;
        QString attributes = QStringLiteral(" fill=\"%1\"").arg(toHex(shape.fill));
        if (!shape.stroke.colour.isNone()) {
            attributes += QStringLiteral(" stroke=\"%1\" stroke-width=\"%2\"")
                              .arg(toHex(shape.stroke.colour), number(shape.stroke.width));
            QStringList dashes;
            for (double dash : shape.stroke.dashes)
                dashes.append(number(dash));
            if (!dashes.isEmpty())
                attributes += QStringLiteral(" stroke-dasharray=\"%1\"").arg(dashes.join(u' '));
            if (shape.stroke.cap == LineCap::Round)
                attributes += QStringLiteral(" stroke-linecap=\"round\"");
        }
        line(QStringLiteral("<path d=\"%1\"%2/>").arg(toSvgData(shape.path), attributes));
    }

    void write(const Text &text)
    {
        if (!text.detail.shows(1))
            return;
        // Right-to-left text starts at its right end.
        const double x = text.baseline.x() + (text.rightToLeft ? text.width : 0);
        QString attributes = QStringLiteral(" x=\"%1\" y=\"%2\" font-size=\"%3\" fill=\"%4\"")
                                 .arg(number(x), number(text.baseline.y()), number(text.style.size), toHex(text.colour));
        if (text.style.weight != 400)
            attributes += QStringLiteral(" font-weight=\"%1\"").arg(text.style.weight);
        if (text.style.italic)
            attributes += QStringLiteral(" font-style=\"italic\"");
        if (text.rightToLeft)
            attributes += QStringLiteral(" direction=\"rtl\"");
        line(QStringLiteral("<text%1>%2</text>").arg(attributes, escaped(text.text)));
    }

    const Picture &m_picture;
    QByteArray m_out;
};

} // namespace

QByteArray toSvg(const Picture &picture)
{
    return SvgWriter(picture).write();
}

} // namespace entente::picture
