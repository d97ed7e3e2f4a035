#include "picture/itemreader.h"

namespace entente::picture {

void ItemReader::seek(qsizetype index)
{
    PackReader in(m_store->record(index));
    m_box = in.raw<QRectF>();
    m_origin = toPoint(in.raw<Origin>());
    m_role = Role(in.raw<quint8>());
    m_flags = in.raw<quint8>();
    m_prominence = int(in.number());
    m_words = in;
    in.skipText();
    for (quint64 left = in.number(); left > 0; --left)
        in.skipText();
    m_title = in;
    in.skipText();
    in.skipText();
    m_outline = in;
    skipPath(in);
    m_left = in.number();
    m_at = in;
}

QStringList ItemReader::of() const
{
    PackReader in = m_words;
    in.skipText();
    QStringList of;
    for (quint64 left = in.number(); left > 0; --left)
        of.append(in.text());
    return of;
}

QString ItemReader::id() const
{
    PackReader in = m_words;
    const QString rest = in.text();
    return m_flags & itemflag::idByOf ? idStemOf(m_role, of()) + rest : rest;
}

void ItemReader::appendId(QByteArray &utf8) const
{
    PackReader in = m_words;
    const QByteArrayView rest = in.view();
    if (m_flags & itemflag::idByOf) {
        utf8 += toWord(m_role).toLatin1();
        for (quint64 left = in.number(); left > 0; --left) {
            utf8 += '-';
            utf8 += in.view();
        }
    }
    utf8 += rest;
}

QByteArrayView ItemReader::descriptionUtf8() const
{
    PackReader in = m_title;
    in.skipText();
    return in.view();
}

QByteArrayView ItemReader::textUtf8() const
{
    PackReader in = m_content;
    in.skip(3 * sizeof(float));
    return in.view();
}

Item ItemReader::named() const
{
    Item item;
    item.id = id();
    item.role = m_role;
    item.of = of();
    item.ghost = m_flags & itemflag::ghost;
    return item;
}

Path ItemReader::outline() const
{
    Path path;
    readPath(m_outline, path);
    return path;
}

Item ItemReader::item() const
{
    Item item = named();
    item.title = title();
    item.description = QString::fromUtf8(descriptionUtf8());
    item.box = m_box;
    item.outline = outline();
    item.faded = m_flags & itemflag::faded;
    item.prominence = m_prominence;
    ItemReader elements = *this;
    item.elements.reserve(qsizetype(m_left));
    while (elements.next())
        item.elements.append(elements.element());
    return item;
}

bool ItemReader::next()
{
    if (m_left == 0)
        return false;
    --m_left;
    m_kind = ElementTag(m_at.raw<quint8>());
    m_style = qsizetype(m_kind == ElementTag::Image ? 0 : m_at.number());
    m_content = m_at;
    if (m_kind == ElementTag::Shape) {
        skipPath(m_at);
    } else if (m_kind == ElementTag::Text) {
        m_at.skip(3 * sizeof(float));
        m_at.skipText();
    } else {
        m_at.skip(4 * sizeof(float) + sizeof(Detail));
        m_at.skipText();
    }
    return true;
}

bool ItemReader::shows(double scale) const
{
    if (m_kind == ElementTag::Shape)
        return m_store->shapeStyles.at(m_style).detail.shows(scale);
    if (m_kind == ElementTag::Text)
        return m_store->wordStyles.at(m_style).detail.shows(scale);
    PackReader in = m_content;
    return in.raw<Detail>().shows(scale);
}

Text ItemReader::text() const
{
    const WordStyle &style = m_store->wordStyles.at(m_style);
    PackReader in = m_content;
    Text text;
    text.baseline = in.point() + m_origin;
    text.width = double(in.raw<float>());
    text.text = in.text();
    text.style = style.style;
    text.colour = style.colour;
    text.rightToLeft = style.rightToLeft;
    text.detail = style.detail;
    return text;
}

Element ItemReader::element() const
{
    if (m_kind == ElementTag::Text)
        return text();
    PackReader in = m_content;
    if (m_kind == ElementTag::Image) {
        Image image;
        image.detail = in.raw<Detail>();
        const QPointF topLeft = in.point() + m_origin;
        const QPointF size = in.point();
        image.box = {topLeft, QSizeF(size.x(), size.y())};
        image.png = in.bytes();
        return image;
    }
    const ShapeStyle &style = shapeStyle();
    Shape shape{{}, style.fill, style.stroke, style.detail};
    readPath(shape.path);
    return shape;
}

void ItemReader::readPath(Path &path) const
{
    readPath(m_content, path);
}

void ItemReader::skipPath(PackReader &in)
{
    switch (in.raw<PathTag>()) {
    case PathTag::Empty:
    case PathTag::Outline:
        break;
    case PathTag::Box:
        in.skip(sizeof(double));
        break;
    case PathTag::Template:
        in.number();
        in.skip(2 * sizeof(float));
        break;
    case PathTag::Steps: {
        const auto steps = qsizetype(in.number());
        const auto points = qsizetype(in.number());
        in.skip(steps + points * qsizetype(2 * sizeof(float)));
        break;
    }
    }
}

void ItemReader::readPath(PackReader in, Path &path) const
{
    path.steps.resize(0);
    switch (in.raw<PathTag>()) {
    case PathTag::Empty:
        return;
    case PathTag::Outline:
        readPath(m_outline, path);
        return;
    case PathTag::Box:
        path = roundedRect(m_box, in.raw<double>());
        return;
    case PathTag::Template: {
        path = m_store->templates.at(qsizetype(in.number())).path;
        translate(path, in.point() + m_origin);
        return;
    }
    case PathTag::Steps:
        break;
    }
    const auto count = qsizetype(in.number());
    in.number();
    path.steps.resize(count);
    for (PathStep &step : path.steps)
        step = {PathStep::Verb(in.raw<quint8>()), {}, {}, {}};
    for (PathStep &step : path.steps) {
        if (step.verb == PathStep::Verb::Close)
            continue;
        if (step.verb == PathStep::Verb::Cubic) {
            step.control1 = in.point() + m_origin;
            step.control2 = in.point() + m_origin;
        }
        step.to = in.point() + m_origin;
    }
}

// At the tag of a shape's path, wherever it is written.
PackReader ItemReader::shapePath() const
{
    PackReader in = m_content;
    return in.raw<PathTag>() == PathTag::Outline ? m_outline : m_content;
}

ItemReader::Form ItemReader::form() const
{
    PackReader in = shapePath();
    const auto tag = in.raw<PathTag>();
    if (tag == PathTag::Box)
        return Form::Box;
    const bool isDisc = tag == PathTag::Template && m_store->templates.at(qsizetype(in.number())).isDisc;
    return isDisc ? Form::Disc : Form::Any;
}

double ItemReader::cornerRadius() const
{
    PackReader in = shapePath();
    in.raw<PathTag>();
    return in.raw<double>();
}

QRectF ItemReader::extent() const
{
    PackReader in = shapePath();
    if (in.raw<PathTag>() != PathTag::Template)
        return m_box;
    const QRectF bounds = m_store->templates.at(qsizetype(in.number())).path.bounds();
    return bounds.translated(in.point() + m_origin);
}

} // namespace entente::picture
