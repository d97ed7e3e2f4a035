#pragma once

#include "formats/formattable.h"
#include "formats/scenariodraft.h"

#include <functional>
#include <vector>

namespace entente::formats {

// One value of a record, by its way into it as GLEIF's columns name it: "Relationship.StartNode.NodeID".
// In XML, elements that only hold others of one name are left out of the way, and repeated ones numbered.
struct GleifField
{
    QString name;
    QString value;
    document::Position at;
};

struct GleifRecord
{
    std::vector<GleifField> fields; // those that say something, in the file's order
    document::Position at;

    const GleifField *find(const QString &name) const;
    QString value(const QString &name) const; // empty where it has none
};

using GleifVisit = std::function<void(const GleifRecord &record)>;

// Visits the records one by one, so that a large register needs no second copy. Errors go to `draft`.
void readGleifCsv(const ForeignFile &file, ScenarioDraft &draft, const GleifVisit &visit);
void readGleifXml(const ForeignFile &file, ScenarioDraft &draft, const GleifVisit &visit);

} // namespace entente::formats
