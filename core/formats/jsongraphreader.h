#pragma once

#include "document/jsonreader.h"
#include "formats/graphtables.h"

namespace entente::formats {

// A scalar's text; of what is deeper its JSON.
Cell cellOf(const document::Value &value);
// Of the member; empty, with the object's place, where there is none.
Cell cellAt(const document::Value &object, QStringView key);

// The beginning of a text that names all these members, in any order, and is no scenario.
bool namesMembers(QByteArrayView bytes, std::initializer_list<QByteArrayView> keys);

// What readers of graphs in JSON share: a document whose objects are nodes and edges.
class JsonGraphReader
{
public:
    JsonGraphReader(const ForeignFile &file, const QString &formatTitle);

protected:
    bool begin(); // reads the root; false where it is no object

    // The objects of a list, or of a map by id; what else is in it is said and left out. False where `visit`
    // says so, or where it is neither.
    template <typename Visit> bool eachOf(const document::Value *list, const char *what, Visit visit)
    {
        if (!list || !isCollection(*list, what))
            return !list;
        for (const document::Member &item : list->members()) {
            if (item.value.isObject() ? !visit(item.value, item.key) : !tellNoObject(item.value, what))
                return false;
        }
        return true;
    }

    const ForeignFile &m_file;
    GraphTables m_tables;
    document::Value m_root;
    bool m_mayBeMaps = false; // collections may be objects as well

private:
    bool isCollection(const document::Value &value, const char *what);
    bool tellNoObject(const document::Value &value, const char *what); // true: go on
};

} // namespace entente::formats
