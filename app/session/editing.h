#pragma once

#include "document/edit.h"
#include "domain/thingref.h"

#include <QString>

#include <optional>

namespace entente::session {

// One step of editing: changes of the document that are made together and undone together.
struct Edit
{
    QString text; // of the step, as undo names it: "Add firm “Nvidia”"
    QList<document::Change> changes;
    domain::ThingRef select = {}; // afterwards; none leaves the selection
};

// What an alternate says of itself when it is saved.
struct OverlayHeading
{
    QString id;
    QString title;
    QString summary;
    bool hypothetical = true;
};

// How what stands differs from its file. Each edit gives it a revision of its own, to which undo returns.
struct Editing
{
    std::optional<document::Value> base; // that an overlay is merged into; none for a whole scenario
    int revision = 0;
    int savedRevision = 0;
    int lastRevision = 0;
    bool isOutdated = false; // the file has changed since it was read

    bool isModified() const { return revision != savedRevision; }
};

// The tree as it is read back: an overlay's own members come after its base's, whatever was edited when.
document::Value inReadingOrder(const document::Value &root, const std::optional<document::Value> &base);

// A scenario that says nothing yet.
document::Value emptyScenario();

} // namespace entente::session
