#pragma once

#include "picture/items.h"
#include "picture/itemstore.h"

namespace entente::picture {

// Reads items without unpacking what isn't asked for: for what looks at a hundred thousand of them.
class ItemReader
{
public:
    explicit ItemReader(const Items &items)
        : m_store(items.m_store)
    {}

    void seek(qsizetype index);
    const QRectF &box() const { return m_box; }
    Role role() const { return m_role; }
    int prominence() const { return m_prominence; }
    QString id() const;
    QStringList of() const;
    QString title() const { return QString::fromUtf8(titleUtf8()); }
    QByteArrayView titleUtf8() const { return PackReader(m_title).view(); }
    QByteArrayView descriptionUtf8() const;
    void appendId(QByteArray &utf8) const;
    Item named() const; // id, role and what it is of, and whether it is a ghost; nothing else
    Path outline() const;
    Item item() const;

    // From element to element; of each kind ask only what it has.
    bool next();
    ElementTag kind() const { return m_kind; }
    bool shows(double scale) const;
    qsizetype style() const { return m_style; } // the same for shapes that look alike, and for texts
    const ShapeStyle &shapeStyle() const { return m_store->shapeStyles.at(m_style); }
    const WordStyle &wordStyle() const { return m_store->wordStyles.at(m_style); }
    QPointF baseline() const { return PackReader(m_content).point() + m_origin; }
    QByteArrayView textUtf8() const;
    Element element() const;
    void readPath(Path &path) const; // of a shape; `path` keeps its memory
    // What a shape is, where it is one of the two that make up an overview; then its extent is that of box
    // or disc.
    enum class Form { Any, Box, Disc };
    Form form() const;
    QRectF extent() const;
    double cornerRadius() const; // of a box

private:
    PackReader shapePath() const;
    void readPath(PackReader in, Path &path) const;
    static void skipPath(PackReader &in);
    Text text() const;

    QExplicitlySharedDataPointer<ItemStore> m_store;
    QRectF m_box;
    QPointF m_origin;
    Role m_role = Role::Firm;
    quint8 m_flags = 0;
    int m_prominence = 0;
    PackReader m_words;   // at the id
    PackReader m_title;   // at it
    PackReader m_outline; // at it
    PackReader m_at;      // behind the element
    PackReader m_content; // in the element, behind its style
    quint64 m_left = 0;   // elements still to come
    ElementTag m_kind = ElementTag::Shape;
    qsizetype m_style = 0;
};

} // namespace entente::picture
