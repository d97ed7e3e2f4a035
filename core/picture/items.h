#pragma once

#include "picture/item.h"

#include <QExplicitlySharedDataPointer>

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace entente::picture {

struct ItemStore;

// A picture's items, packed: a hundred thousand firms and what binds them take a fifth of a gigabyte instead
// of more than one. An item comes out as it went in, except that coordinates within it are kept to a float's
// precision, counted from a whole pixel near its box. Copies share; what is shared may be read by several
// threads.
class Items
{
public:
    Items();
    Items(std::initializer_list<Item> items);
    Items(const Items &other);
    Items(Items &&other) noexcept;
    Items &operator=(const Items &other);
    Items &operator=(Items &&other) noexcept;
    ~Items();

    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }
    Item at(qsizetype index) const;
    Item operator[](qsizetype index) const { return at(index); }
    Item first() const { return at(0); }
    Item last() const { return at(size() - 1); }
    qsizetype indexOf(const QString &id) const;         // -1 for none
    QList<qsizetype> about(const QString &thing) const; // items whose `of` begins with it, in order

    // Without unpacking the rest.
    QRectF boxAt(qsizetype index) const;
    Role roleAt(qsizetype index) const;

    void append(const Item &item);

    // None yet, and ready to take over any of `other` as they are: without packing them again.
    static Items alike(const Items &other);
    void take(const Items &other, qsizetype index); // of what this is alike to

    void clear();
    void translate(QPoint by); // by whole pixels: what is aligned to them stays so

    template <typename Change> void edit(Change change)
    {
        Items edited;
        for (Item item : *this) {
            change(item);
            edited.append(item);
        }
        *this = std::move(edited);
    }

    template <typename Predicate> void removeIf(Predicate predicate)
    {
        Items kept;
        for (const Item &item : *this) {
            if (!predicate(item))
                kept.append(item);
        }
        *this = std::move(kept);
    }

    class const_iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Item;
        using difference_type = qsizetype;
        using pointer = const Item *;
        using reference = Item;

        const_iterator(const Items &items, qsizetype index)
            : m_items(&items)
            , m_index(index)
        {}
        Item operator*() const { return m_items->at(m_index); }
        const_iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        const_iterator operator++(int) { return {*m_items, m_index++}; }
        bool operator==(const const_iterator &other) const { return m_index == other.m_index; }

    private:
        const Items *m_items;
        qsizetype m_index;
    };
    const_iterator begin() const { return {*this, 0}; }
    const_iterator end() const { return {*this, size()}; }

    bool operator==(const Items &other) const;

private:
    friend class ItemReader;
    void detach();

    QExplicitlySharedDataPointer<ItemStore> m_store;
};

} // namespace entente::picture
