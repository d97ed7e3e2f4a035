#pragma once

#include "document/document.h"

namespace entente::formats {

// Where a value stands, as a chain of links to what holds it: the JSON Pointer is put together only where a
// problem is told. What a path is made below must outlive it.
class Path
{
public:
    Path() = default; // the document's root
    Path(const Path &parent, QString key)
        : m_parent(&parent)
        , m_key(std::move(key))
    {}
    Path(const Path &parent, qsizetype index)
        : m_parent(&parent)
        , m_index(index)
    {}
    Path(const Path &&parent, QString key) = delete;
    Path(const Path &&parent, qsizetype index) = delete;

    QString pointer() const
    {
        if (!m_parent)
            return {};
        return m_index < 0 ? document::childPointer(m_parent->pointer(), m_key)
                           : document::childPointer(m_parent->pointer(), m_index);
    }

private:
    const Path *m_parent = nullptr;
    QString m_key;
    qsizetype m_index = -1; // in an array
};

} // namespace entente::formats
