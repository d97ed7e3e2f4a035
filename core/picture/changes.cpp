#include "picture/changes.h"

#include "layout/occupancy.h"
#include "picture/conflictmarks.h"
#include "picture/textlayout.h"

#include <algorithm>

namespace entente::picture {

namespace {

const QString ghostPrefix = QStringLiteral("removed-");
constexpr double tagHeight = 14;
constexpr double tagPadding = 5;
constexpr double tagInset = 10;  // from the card's right end
constexpr double tagOverlap = 2; // over its upper border: below the next one, above its text

bool isNode(const Item &item)
{
    return item.role == Role::Firm || item.role == Role::Agreement;
}

class ChangesPen
{
public:
    ChangesPen(Picture &picture, const ChangesSince &since, const Drawing &drawing)
        : m_picture(picture)
        , m_since(since)
        , m_drawing(drawing)
        , m_palette(drawing.theme.palette)
        , m_taken(boundsOf(picture), int(picture.items.size()))
        , m_tagged(boundsOf(picture), int(picture.items.size()))
    {}

    void draw()
    {
        for (const Item &item : std::as_const(m_picture.items)) {
            if (item.role == Role::Conflict)
                m_tagged.add(markBoxOf(item));
            if (isNode(item))
                m_taken.add(item.box);
        }
        QList<Item> things; // before lines: those of what had to move aren't drawn
        QList<Item> ghosts;
        QList<Item> tags;
        for (const Item &item : m_since.before.items) {
            if (!m_since.removed.contains(item.id) || item.role == Role::Line)
                continue;
            things.append(ghostOf(item));
            tags.append(tagOn(things.last(), QStringLiteral("removed"), m_palette.mutedText));
        }
        for (const Item &item : m_since.before.items) {
            if (m_since.removed.contains(item.id) && item.role == Role::Line &&
                !m_moved.contains(item.of.first()))
                ghosts.append(ghostOf(item));
        }
        ghosts += things;
        for (const Item &item : std::as_const(m_picture.items)) {
            if (m_since.added.contains(item.id))
                tags.append(tagOn(item, QStringLiteral("new"), m_palette.accent));
            else if (m_since.holding.contains(item.id))
                tags.append(tagOn(item, m_since.holding.value(item.id), m_palette.text));
            else if (m_since.changed.contains(item.id))
                tags.append(tagOn(item, QStringLiteral("changed"), m_palette.text));
        }
        insert(ghosts);
        for (Item &tag : tags) {
            alignBaselines(tag);
            m_picture.items.append(tag);
        }
    }

private:
    // Areas, then ghosts, then everything that is.
    void insert(const QList<Item> &ghosts)
    {
        if (ghosts.isEmpty())
            return;
        Items all;
        bool areIn = false;
        const auto append = [&all, &ghosts, &areIn] {
            for (const Item &ghost : ghosts)
                all.append(ghost);
            areIn = true;
        };
        for (const Item &item : m_picture.items) {
            if (!areIn && item.role != Role::Group)
                append();
            all.append(item);
        }
        if (!areIn)
            append();
        m_picture.items = all;
    }

    Item ghostOf(Item item)
    {
        item.id.prepend(ghostPrefix);
        item.title = QStringLiteral("Removed: %1").arg(item.title);
        item.faded = true;
        item.ghost = true;
        for (Element &element : item.elements) {
            if (auto *shape = std::get_if<Shape>(&element))
                pale(*shape);
            else if (auto *text = std::get_if<Text>(&element))
                text->colour = m_palette.fadedText;
        }
        if (isNode(item))
            makeRoom(item);
        return item;
    }

    void pale(Shape &shape) const
    {
        const bool isFace = shape.fill == m_palette.card || shape.fill == m_palette.pill;
        if (!shape.fill.isNone())
            shape.fill = isFace ? m_palette.background : m_palette.fadedLine;
        if (!shape.stroke.colour.isNone()) {
            shape.stroke.colour = m_palette.fadedLine;
            shape.stroke.dashes = {3, 3};
        }
    }

    // Something that is may stand there now: then the ghost goes below it, without its lines.
    void makeRoom(Item &ghost)
    {
        constexpr double step = 12;
        constexpr int most = 200;
        const auto isTaken = [&] { return !m_taken.isFree(ghost.box.adjusted(-4, -tagHeight, 4, 4)); };
        for (int i = 0; i < most && isTaken(); ++i) {
            translate(ghost, {0, step});
            m_moved.insert(ghost.of.first());
        }
        m_taken.add(ghost.box);
    }

    // At the upper border, as far right as nothing else is in the way; else at the lower one.
    QRectF roomFor(const Item &item, double width) const
    {
        const QSizeF size(width, tagHeight);
        if (item.role == Role::Conflict)
            return {markBoxOf(item).topRight() + QPointF(2, -tagHeight / 2), size};
        const double rightmost = item.box.right() - tagInset - width;
        const double leftmost = item.box.left() + tagInset;
        const double top = item.box.top() + tagOverlap - tagHeight;
        const double bottom = item.box.bottom() - tagOverlap;
        for (const QPointF corner : {QPointF(rightmost, top), QPointF(leftmost, top),
                                     QPointF(rightmost, bottom), QPointF(leftmost, bottom)}) {
            const QRectF room(corner, size);
            if (m_tagged.isFree(room))
                return room;
        }
        return {{rightmost, top}, size};
    }

    Item tagOn(const Item &item, const QString &word, Rgba colour)
    {
        TextStyle style = typographyOf(m_drawing.theme).superscript;
        style.weight = 600;
        const double width = m_drawing.measure.advance(word, style) + 2 * tagPadding;
        const QRectF box = roomFor(item, width);
        m_tagged.add(box);
        Item tag;
        tag.id = QStringLiteral("tag-") + item.id;
        tag.role = Role::Label;
        tag.of = item.of;
        tag.title = QStringLiteral("%1: %2").arg(item.title, word);
        tag.box = box;
        tag.outline = roundedRect(box, tagHeight / 2);
        Shape face = filled(tag.outline, m_palette.background);
        face.stroke = {colour, 1, {}, LineCap::Flat};
        const double baseline = box.center().y() + style.size * 0.36;
        tag.elements = {face,
                        textAt({box.left() + tagPadding, baseline}, word, style, colour, m_drawing.measure)};
        return tag;
    }

    Picture &m_picture;
    const ChangesSince &m_since;
    const Drawing &m_drawing;
    const Palette &m_palette;
    layout::Occupancy m_taken;  // by cards and pills of what is, and by ghosts
    layout::Occupancy m_tagged; // by the marks of conflicts and by tags
    QSet<QString> m_moved;      // agreements whose ghost stands elsewhere
};

} // namespace

void addChanges(Picture &picture, const ChangesSince &since, const Drawing &drawing)
{
    ChangesPen(picture, since, drawing).draw();
}

} // namespace entente::picture
