#include "picture/svgwriter.h"

#include "picture/colour.h"
#include "picture/textlayout.h"

namespace entente::picture {

namespace {

// Appends to one byte array: no document tree, so that 100,000 items take a fraction of a second.
class SvgPen
{
public:
    explicit SvgPen(const Picture &picture)
        : m_picture(picture)
    {
        m_out.reserve(2048 + picture.items.size() * 600);
    }

    QByteArray write()
    {
        openDocument();
        for (const Item &item : m_picture.items)
            write(item);
        m_out += "</svg>\n";
        return m_out;
    }

private:
    void openDocument()
    {
        const QByteArray width = number(m_picture.size.width());
        const QByteArray height = number(m_picture.size.height());
        m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                 "version=\"1.1\" width=\"";
        m_out += width + "px\" height=\"" + height + "px\" viewBox=\"0 0 " + width + ' ' + height + '"';
        attribute("font-family",
                  QStringLiteral("%1, 'Noto Sans Arabic', 'Noto Sans', sans-serif").arg(quotedFamily()));
        attribute("xml:lang", m_picture.language);
        m_out += " role=\"img\"";
        attribute("aria-label", m_picture.title);
        m_out += ">\n";
        element("title", m_picture.title);
        element("desc", m_picture.description);
        if (!m_picture.background.isNone()) {
            m_out += "<rect width=\"" + width + "\" height=\"" + height + '"';
            attribute("fill", toHex(m_picture.background));
            m_out += "/>\n";
        }
    }

    void write(const Item &item)
    {
        m_out += "<g";
        attribute("id", item.id);
        attribute("class", toWord(item.role));
        if (!item.title.isEmpty()) {
            m_out += " role=\"img\"";
            attribute("aria-label", item.title);
        }
        m_out += '>';
        element("title", item.title);
        element("desc", item.description);
        for (const Element &each : item.elements)
            std::visit([this](const auto &it) { write(it); }, each);
        m_out += "</g>\n";
    }

    void write(const Shape &shape)
    {
        if (!shape.detail.shows(1) || shape.path.isEmpty())
            return;
        m_out += "<path";
        attribute("d", toSvgData(shape.path));
        attribute("fill", toHex(shape.fill));
        if (!shape.stroke.colour.isNone() && shape.stroke.width > 0)
            write(shape.stroke);
        m_out += "/>";
    }

    void write(const Stroke &stroke)
    {
        attribute("stroke", toHex(stroke.colour));
        m_out += " stroke-width=\"" + number(stroke.width) + '"';
        if (stroke.cap == LineCap::Round)
            m_out += " stroke-linecap=\"round\"";
        if (stroke.dashes.isEmpty())
            return;
        QByteArrayList lengths;
        for (double length : stroke.dashes)
            lengths.append(number(length));
        m_out += " stroke-dasharray=\"" + lengths.join(' ') + '"';
    }

    void write(const Text &text)
    {
        if (!text.detail.shows(1) || text.text.isEmpty())
            return;
        m_out += "<text x=\"" + number(text.baseline.x()) + "\" y=\"" + number(text.baseline.y()) +
                 "\" font-size=\"" + number(text.style.size) + '"';
        if (text.style.weight != 400)
            m_out += " font-weight=\"" + QByteArray::number(text.style.weight) + '"';
        if (text.style.italic)
            m_out += " font-style=\"italic\"";
        attribute("fill", toHex(text.colour));
        m_out += '>';
        m_out += escaped(inDirection(text));
        m_out += "</text>";
    }

    void write(const Image &image)
    {
        if (!image.detail.shows(1))
            return;
        m_out += "<image x=\"" + number(image.box.x()) + "\" y=\"" + number(image.box.y()) + "\" width=\"" +
                 number(image.box.width()) + "\" height=\"" + number(image.box.height()) +
                 "\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:image/png;base64," +
                 image.png.toBase64() + "\"/>";
    }

    void element(const char *name, const QString &content)
    {
        if (!content.isEmpty())
            m_out += QByteArray("<") + name + '>' + escaped(content) + "</" + name + ">\n";
    }

    void attribute(const char *name, const QString &value)
    {
        m_out += QByteArray(" ") + name + "=\"" + escaped(value) + '"';
    }

    // A family in single quotes, which the attribute's double quotes can hold.
    QString quotedFamily() const
    {
        QString family = m_picture.fontFamily;
        family.remove(u'\'').remove(u'\\');
        return family.contains(u' ') ? u'\'' + family + u'\'' : family;
    }

    static QByteArray escaped(const QString &text) { return cleaned(text).toHtmlEscaped().toUtf8(); }

    static QByteArray number(double value)
    {
        QByteArray digits = QByteArray::number(value, 'f', 2);
        while (digits.endsWith('0'))
            digits.chop(1);
        if (digits.endsWith('.'))
            digits.chop(1);
        return digits;
    }

    const Picture &m_picture;
    QByteArray m_out;
};

} // namespace

QByteArray toSvg(const Picture &picture)
{
    return SvgPen(picture).write();
}

} // namespace entente::picture
