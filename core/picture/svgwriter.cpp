#include "picture/svgwriter.h"

#include "picture/colour.h"
#include "picture/itemreader.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

// Appends to one buffer, from the picture's packed items: no document tree and no strings in between, so
// that 100,000 firms take a fraction of a second.
class SvgPen
{
public:
    explicit SvgPen(const Picture &picture)
        : m_picture(picture)
        , m_item(picture.items)
    {}

    QByteArray write()
    {
        openDocument();
        for (qsizetype index = 0; index < m_picture.items.size(); ++index) {
            m_item.seek(index);
            writeItem();
        }
        m_out += "</svg>\n";
        return m_out.take();
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
        element("title", m_picture.title.toUtf8());
        element("desc", m_picture.description.toUtf8());
        if (!m_picture.background.isNone()) {
            m_out += "<rect width=\"" + width + "\" height=\"" + height + '"';
            attribute("fill", toHex(m_picture.background));
            m_out += "/>\n";
        }
    }

    void writeItem()
    {
        m_out += "<g id=\"";
        m_id.resize(0);
        m_item.appendId(m_id);
        appendEscaped(m_id);
        m_out += "\" class=\"";
        m_out += toWord(m_item.role()).toLatin1();
        m_out += '"';
        if (!m_item.titleUtf8().isEmpty())
            m_out += " role=\"img\""; // its title is its name
        m_out += '>';
        element("title", m_item.titleUtf8());
        element("desc", m_item.descriptionUtf8());
        while (m_item.next()) {
            if (!m_item.shows(1))
                continue;
            if (m_item.kind() == ElementTag::Shape)
                writeShape();
            else if (m_item.kind() == ElementTag::Text)
                writeText();
            else
                write(std::get<Image>(m_item.element()));
        }
        m_out += "</g>\n";
    }

    void writeShape()
    {
        if (m_item.form() == ItemReader::Form::Box) {
            writeBox();
            return;
        }
        m_item.readPath(m_path);
        if (m_path.isEmpty())
            return;
        m_out += "<path d=\"";
        appendSvgData(m_out, m_path);
        m_out += '"';
        m_out += shapeAttributes();
        m_out += "/>";
    }

    // A sixth of what its path would take.
    void writeBox()
    {
        const QRectF box = m_item.extent();
        m_out += "<rect x=\"";
        appendNumber(m_out, box.x());
        m_out += "\" y=\"";
        appendNumber(m_out, box.y());
        m_out += "\" width=\"";
        appendNumber(m_out, box.width());
        m_out += "\" height=\"";
        appendNumber(m_out, box.height());
        m_out += "\" rx=\"";
        appendNumber(m_out, std::min({m_item.cornerRadius(), box.width() / 2, box.height() / 2}));
        m_out += '"';
        m_out += shapeAttributes();
        m_out += "/>";
    }

    // The same for all shapes of a style: most of a file, printed once.
    const QByteArray &shapeAttributes()
    {
        QByteArray &attributes = m_shapeAttributes[m_item.style()];
        if (!attributes.isEmpty())
            return attributes;
        const ShapeStyle &style = m_item.shapeStyle();
        attributes = " fill=\"" + toHex(style.fill).toLatin1() + '"';
        if (!style.stroke.colour.isNone() && style.stroke.width > 0)
            attributes += strokeAttributes(style.stroke);
        return attributes;
    }

    static QByteArray strokeAttributes(const Stroke &stroke)
    {
        QByteArray attributes = " stroke=\"" + toHex(stroke.colour).toLatin1() + "\" stroke-width=\"" +
                                number(stroke.width) + '"';
        if (stroke.cap == LineCap::Round)
            attributes += " stroke-linecap=\"round\"";
        if (stroke.dashes.isEmpty())
            return attributes;
        QByteArrayList lengths;
        for (double length : stroke.dashes)
            lengths.append(number(length));
        return attributes + " stroke-dasharray=\"" + lengths.join(' ') + '"';
    }

    void writeText()
    {
        if (m_item.textUtf8().isEmpty())
            return;
        const QPointF baseline = m_item.baseline();
        m_out += "<text x=\"";
        appendNumber(m_out, baseline.x());
        m_out += "\" y=\"";
        appendNumber(m_out, baseline.y());
        m_out += '"';
        m_out += wordAttributes();
        m_out += '>';
        if (m_item.wordStyle().rightToLeft)
            appendEscaped(inDirection(std::get<Text>(m_item.element())).toUtf8());
        else
            appendEscaped(m_item.textUtf8());
        m_out += "</text>";
    }

    const QByteArray &wordAttributes()
    {
        QByteArray &attributes = m_wordAttributes[m_item.style()];
        if (!attributes.isEmpty())
            return attributes;
        const WordStyle &style = m_item.wordStyle();
        attributes = " font-size=\"" + number(style.style.size) + '"';
        if (style.style.weight != 400)
            attributes += " font-weight=\"" + QByteArray::number(style.style.weight) + '"';
        if (style.style.italic)
            attributes += " font-style=\"italic\"";
        attributes += " fill=\"" + toHex(style.colour).toLatin1() + '"';
        return attributes;
    }

    void write(const Image &image)
    {
        m_out += "<image x=\"" + number(image.box.x()) + "\" y=\"" + number(image.box.y()) + "\" width=\"" +
                 number(image.box.width()) + "\" height=\"" + number(image.box.height()) +
                 "\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:image/png;base64," +
                 image.png.toBase64() + "\"/>";
    }

    void element(const char *name, QByteArrayView content)
    {
        if (content.isEmpty())
            return;
        m_out += '<';
        m_out += name;
        m_out += '>';
        appendEscaped(content);
        m_out += "</";
        m_out += name;
        m_out += ">\n";
    }

    void attribute(const char *name, const QString &value)
    {
        m_out += QByteArray(" ") + name + "=\"";
        appendEscaped(value.toUtf8());
        m_out += '"';
    }

    // Nearly all text is fit to be written as it is.
    void appendEscaped(QByteArrayView utf8)
    {
        const bool isPlain = std::all_of(utf8.begin(), utf8.end(), [](char c) {
            const auto byte = uchar(c);
            const bool mayBeControl = byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xef;
            return !mayBeControl && byte != '<' && byte != '>' && byte != '&' && byte != '"';
        });
        if (isPlain)
            m_out += utf8;
        else
            m_out += cleaned(QString::fromUtf8(utf8)).toHtmlEscaped().toUtf8();
    }

    // A family in single quotes, which the attribute's double quotes can hold.
    QString quotedFamily() const
    {
        QString family = m_picture.fontFamily;
        family.remove(u'\'').remove(u'\\');
        return family.contains(u' ') ? u'\'' + family + u'\'' : family;
    }

    static QByteArray number(double value)
    {
        ByteBuffer digits;
        appendNumber(digits, value);
        return digits.take();
    }

    const Picture &m_picture;
    ItemReader m_item;
    ByteBuffer m_out;
    QByteArray m_id;
    Path m_path;
    QHash<qsizetype, QByteArray> m_shapeAttributes; // by style
    QHash<qsizetype, QByteArray> m_wordAttributes;
};

} // namespace

QByteArray toSvg(const Picture &picture)
{
    return SvgPen(picture).write();
}

} // namespace entente::picture
