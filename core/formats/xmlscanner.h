#pragma once

#include "formats/readoptions.h"
#include "problems/problem.h"

#include <QXmlStreamReader>

namespace entente::formats {

// Reads XML that anybody may have written: elements nested deeper than the limit end it with an error, and so
// do entities that the file declares itself. Nothing outside the file is ever read, and nothing here calls
// itself for what is nested. A reading that is cancelled ends there, without an error.
class XmlScanner : private QXmlStreamReader
{
public:
    XmlScanner(const QByteArray &bytes, const ReadOptions &options);

    using QXmlStreamReader::attributes;
    using QXmlStreamReader::columnNumber;
    using QXmlStreamReader::hasError;
    using QXmlStreamReader::isCharacters;
    using QXmlStreamReader::isEndElement;
    using QXmlStreamReader::isStartElement;
    using QXmlStreamReader::lineNumber;
    using QXmlStreamReader::name;
    using QXmlStreamReader::text;

    bool next();                          // false at the end of the document, and at an error
    int depth() const { return m_depth; } // of elements that are open
    bool nextStart();                     // to the next element, wherever it is
    bool nextWithin();                    // to the next element within the open one; false at its end
    void skipElement();                   // to the end of the open element
    QString textWithin();                 // of the open element and all that is in it, up to its end

    // What ended the reading before the document did; none where nothing has.
    std::optional<Problem> fault(const Place &place) const;

private:
    enum class Refusal { None, Depth, Entities };
    void refuse(Refusal refusal);

    int m_mostDepth;
    const document::ReadProgress *m_progress;
    int m_depth = 0;
    Refusal m_refusal = Refusal::None;
};

} // namespace entente::formats
