#include "picture/items.h"

#include "picture/itemreader.h"
#include "picture/itemstore.h"

namespace entente::picture {

namespace {

constexpr qsizetype chunkSize = (1 << ItemStore::offsetBits) - 1;
constexpr qsizetype leastTemplate = 5;   // steps: shorter paths are lines and arrowheads, each its own
constexpr qsizetype mostTemplate = 128;  // longer ones are outlines of text
constexpr qsizetype mostTemplates = 512; // of a picture: what is no icon shall not be searched for

template <typename Style> quint64 indexIn(QList<Style> &styles, const Style &style)
{
    const qsizetype known = styles.lastIndexOf(style);
    if (known >= 0)
        return quint64(known);
    styles.append(style);
    return quint64(styles.size() - 1);
}

// As templates are kept: from the first point, to a 4096th of a pixel, so that the same icon at two places is
// the same.
Path fromItsStart(const Path &path)
{
    constexpr double fineness = 4096;
    const QPointF start = path.steps.first().to;
    const auto rounded = [&start](QPointF point) {
        return QPointF(std::round((point.x() - start.x()) * fineness) / fineness,
                       std::round((point.y() - start.y()) * fineness) / fineness);
    };
    Path moved = path;
    for (PathStep &step : moved.steps) {
        if (step.verb == PathStep::Verb::Close)
            continue;
        step.to = rounded(step.to);
        if (step.verb == PathStep::Verb::Cubic) {
            step.control1 = rounded(step.control1);
            step.control2 = rounded(step.control2);
        }
    }
    return moved;
}

bool isDisc(const Path &path)
{
    constexpr double slack = 0.01;
    const QRectF bounds = path.bounds();
    if (std::abs(bounds.width() - bounds.height()) > slack)
        return false;
    const Path disc = roundedRect(bounds, bounds.width() / 2);
    return std::equal(path.steps.begin(), path.steps.end(), disc.steps.begin(), disc.steps.end(),
                      [](const PathStep &a, const PathStep &b) {
                          return a.verb == b.verb &&
                                 (a.verb == PathStep::Verb::Close || (a.to - b.to).manhattanLength() < slack);
                      });
}

class ItemPacker
{
public:
    ItemPacker(ItemStore &store, const Item &item)
        : m_store(store)
        , m_item(item)
        , m_origin(toPoint(originOf(item.box)))
        , m_out(store.packed)
    {}

    QByteArrayView pack()
    {
        m_out.raw(m_item.box);
        m_out.raw(originOf(m_item.box));
        m_out.raw(quint8(m_item.role));
        writeWords();
        write(m_item.outline, false);
        m_out.number(quint64(m_item.elements.size()));
        for (const Element &element : m_item.elements)
            std::visit([this](const auto &it) { write(it); }, element);
        return m_out.written();
    }

private:
    void writeWords()
    {
        const QString stem = idStemOf(m_item.role, m_item.of);
        const bool byOf = !m_item.of.isEmpty() && m_item.id.startsWith(stem);
        m_out.raw(quint8((m_item.faded ? itemflag::faded : 0) | (m_item.ghost ? itemflag::ghost : 0) |
                         (byOf ? itemflag::idByOf : 0)));
        m_out.number(quint64(std::max(0, m_item.prominence)));
        m_out.text(byOf ? m_item.id.mid(stem.size()) : m_item.id);
        m_out.number(quint64(m_item.of.size()));
        for (const QString &of : m_item.of)
            m_out.text(of);
        m_out.text(m_item.title);
        m_out.text(m_item.description);
    }

    void write(const Shape &shape)
    {
        m_out.raw(ElementTag::Shape);
        m_out.number(indexIn(m_store.shapeStyles, ShapeStyle{shape.fill, shape.stroke, shape.detail}));
        write(shape.path, true);
    }

    void write(const Text &text)
    {
        m_out.raw(ElementTag::Text);
        m_out.number(
            indexIn(m_store.wordStyles, WordStyle{text.style, text.colour, text.rightToLeft, text.detail}));
        m_out.point(text.baseline - m_origin);
        m_out.raw(float(text.width));
        m_out.text(text.text);
    }

    void write(const Image &image)
    {
        m_out.raw(ElementTag::Image);
        m_out.raw(image.detail);
        m_out.point(image.box.topLeft() - m_origin);
        m_out.point({image.box.width(), image.box.height()});
        m_out.bytes(image.png);
    }

    void write(const Path &path, bool mayBeOutline)
    {
        if (path.isEmpty()) {
            m_out.raw(PathTag::Empty);
        } else if (mayBeOutline && path == m_item.outline) {
            m_out.raw(PathTag::Outline);
        } else if (const double radius = path.steps.first().to.x() - m_item.box.left();
                   path.steps.size() == 10 && path == roundedRect(m_item.box, radius)) {
            m_out.raw(PathTag::Box);
            m_out.raw(radius);
        } else if (const int known = templateOf(path); known >= 0) {
            m_out.raw(PathTag::Template);
            m_out.number(quint64(known));
            m_out.point(path.steps.first().to - m_origin);
        } else {
            m_out.raw(PathTag::Steps);
            writeSteps(path, m_origin, m_out);
        }
    }

    int templateOf(const Path &path)
    {
        if (path.steps.size() < leastTemplate || path.steps.size() > mostTemplate ||
            path.steps.first().verb != PathStep::Verb::Move)
            return -1;
        const Path moved = fromItsStart(path);
        PackWriter writer(m_store.templateKey);
        writeSteps(moved, QPointF(), writer);
        const QByteArray key = writer.written().toByteArray();
        const auto known = m_store.templateAt.constFind(key);
        if (known != m_store.templateAt.cend())
            return *known;
        if (m_store.templates.size() >= mostTemplates)
            return -1;
        m_store.templates.append({moved, isDisc(moved)});
        m_store.templateAt.insert(key, int(m_store.templates.size() - 1));
        return int(m_store.templates.size() - 1);
    }

    static void writeSteps(const Path &path, QPointF origin, PackWriter &out)
    {
        out.number(quint64(path.steps.size()));
        quint64 points = 0;
        for (const PathStep &step : path.steps)
            points += step.verb == PathStep::Verb::Close ? 0 : step.verb == PathStep::Verb::Cubic ? 3 : 1;
        out.number(points);
        for (const PathStep &step : path.steps)
            out.raw(quint8(step.verb));
        for (const PathStep &step : path.steps) {
            if (step.verb == PathStep::Verb::Close)
                continue;
            if (step.verb == PathStep::Verb::Cubic) {
                out.point(step.control1 - origin);
                out.point(step.control2 - origin);
            }
            out.point(step.to - origin);
        }
    }

    ItemStore &m_store;
    const Item &m_item;
    QPointF m_origin;
    PackWriter m_out;
};

quint32 hashOf(const QString &id)
{
    return quint32(qHash(id, 0));
}

void link(ItemStore &store, quint32 index)
{
    const size_t mask = store.idSlots.size() - 1;
    size_t slot = store.idHashes[index] & mask;
    while (store.idSlots[slot] != 0)
        slot = (slot + 1) & mask;
    store.idSlots[slot] = index + 1;
    quint32 &head = store.thingHeads[store.thingHashes[index] & mask];
    store.thingNext[index] = head;
    head = index + 1;
}

// At most half of the slots are taken.
void makeFindable(ItemStore &store, quint32 idHash, quint32 thingHash)
{
    const auto index = quint32(store.idHashes.size());
    store.idHashes.push_back(idHash);
    store.thingHashes.push_back(thingHash);
    store.thingNext.push_back(0);
    if (store.idSlots.size() >= 2 * store.idHashes.size()) {
        link(store, index);
        return;
    }
    const size_t slots = std::max<size_t>(16, 2 * store.idSlots.size());
    store.idSlots.assign(slots, 0);
    store.thingHeads.assign(slots, 0);
    for (quint32 known = 0; known <= index; ++known)
        link(store, known);
}

void appendRecord(ItemStore &store, QByteArrayView record)
{
    if (store.chunks.isEmpty() || store.chunks.last().size() + record.size() > chunkSize) {
        QByteArray chunk;
        if (!store.chunks.isEmpty()) // of a large picture: it will be filled
            chunk.reserve(chunkSize);
        store.chunks.append(chunk);
    }
    QByteArray &chunk = store.chunks.last();
    const auto number = quint32(store.chunks.size() - 1);
    store.places.push_back((number << ItemStore::offsetBits) | quint32(chunk.size()));
    chunk.append(record);
}

} // namespace

Items::Items()
    : m_store(new ItemStore)
{}

Items::Items(std::initializer_list<Item> items)
    : Items()
{
    for (const Item &item : items)
        append(item);
}

Items::Items(const Items &other) = default;
Items::Items(Items &&other) noexcept = default;
Items &Items::operator=(const Items &other) = default;
Items &Items::operator=(Items &&other) noexcept = default;
Items::~Items() = default;

void Items::detach()
{
    if (!m_store)
        m_store = new ItemStore;
    m_store.detach();
}

qsizetype Items::size() const
{
    return m_store ? qsizetype(m_store->places.size()) : 0;
}

Item Items::at(qsizetype index) const
{
    ItemReader reader(*this);
    reader.seek(index);
    return reader.item();
}

QRectF Items::boxAt(qsizetype index) const
{
    return PackReader(m_store->record(index)).raw<QRectF>();
}

Role Items::roleAt(qsizetype index) const
{
    return Role(*(m_store->record(index) + sizeof(QRectF) + sizeof(Origin)));
}

qsizetype Items::indexOf(const QString &id) const
{
    if (isEmpty())
        return -1;
    const size_t mask = m_store->idSlots.size() - 1;
    const quint32 hash = hashOf(id);
    ItemReader reader(*this);
    for (size_t slot = hash & mask; m_store->idSlots[slot] != 0; slot = (slot + 1) & mask) {
        const quint32 index = m_store->idSlots[slot] - 1;
        if (m_store->idHashes[index] != hash)
            continue;
        reader.seek(index);
        if (reader.id() == id)
            return index;
    }
    return -1;
}

QList<qsizetype> Items::about(const QString &thing) const
{
    QList<qsizetype> found;
    if (isEmpty() || thing.isEmpty())
        return found;
    const quint32 hash = hashOf(thing);
    ItemReader reader(*this);
    for (quint32 next = m_store->thingHeads[hash & (m_store->thingHeads.size() - 1)]; next != 0;
         next = m_store->thingNext[next - 1]) {
        if (m_store->thingHashes[next - 1] != hash)
            continue;
        reader.seek(next - 1);
        if (reader.of().value(0) == thing)
            found.append(next - 1);
    }
    std::reverse(found.begin(), found.end()); // chains begin with what came last
    return found;
}

void Items::append(const Item &item)
{
    detach();
    appendRecord(*m_store, ItemPacker(*m_store, item).pack());
    makeFindable(*m_store, hashOf(item.id), hashOf(item.of.value(0)));
}

Items Items::alike(const Items &other)
{
    Items items;
    if (!other.m_store)
        return items;
    items.m_store->shapeStyles = other.m_store->shapeStyles;
    items.m_store->wordStyles = other.m_store->wordStyles;
    items.m_store->templates = other.m_store->templates;
    items.m_store->templateAt = other.m_store->templateAt;
    return items;
}

void Items::take(const Items &other, qsizetype index)
{
    detach();
    appendRecord(*m_store, other.m_store->recordAt(index));
    makeFindable(*m_store, other.m_store->idHashes[size_t(index)], other.m_store->thingHashes[size_t(index)]);
}

void Items::clear()
{
    m_store = new ItemStore;
}

void Items::translate(QPoint by)
{
    detach();
    for (const quint32 place : m_store->places) {
        char *record = m_store->chunks[place >> ItemStore::offsetBits].data() + (place & quint32(chunkSize));
        PackReader in(record);
        const QRectF box = in.raw<QRectF>().translated(by);
        const auto origin = in.raw<Origin>();
        const Origin moved{origin.x + by.x(), origin.y + by.y()};
        std::memcpy(record, &box, sizeof(box));
        std::memcpy(record + sizeof(box), &moved, sizeof(moved));
    }
}

bool Items::operator==(const Items &other) const
{
    return m_store == other.m_store || std::equal(begin(), end(), other.begin(), other.end());
}

} // namespace entente::picture
