#pragma once

#include "formats/graphtables.h"
#include "formats/xmlscanner.h"

namespace entente::formats {

// What readers of graphs in XML share: elements by their local names, whatever their namespace; the first
// error in syntax as a problem with its place.
class XmlGraphReader
{
public:
    XmlGraphReader(const ForeignFile &file, const QString &formatTitle);

protected:
    // Where the element that was read last stands.
    document::Position here() const;
    Cell cell(const QString &text) const { return {text, here()}; }
    Cell attribute(const char *name) const; // of the element; empty where absent
    bool is(const char *element) const { return m_xml.name() == QLatin1String(element); }

    // Goes through the elements within the one that is open; `visit` reads or skips each to its end.
    template <typename Visit> void within(Visit visit)
    {
        while (goesOn() && m_xml.nextWithin())
            visit();
    }
    bool goesOn() const { return !m_isStopped && !m_xml.hasError(); }
    void stop() { m_isStopped = true; } // past a limit
    bool begin(const char *root);       // at the root element; false, with an error, where it is another
    Outcome<document::Document> finish(const QString &title);

    XmlScanner m_xml;
    GraphTables m_tables;

private:
    bool m_isStopped = false;
};

// Whether an XML document's root element may be this one, told by its beginning.
Likeness hasXmlRoot(QByteArrayView bytes, QByteArrayView element);

} // namespace entente::formats
