#pragma once

#include "analysis/holdingchanges.h"
#include "session/composition.h"

#include <memory>
#include <optional>

namespace entente::session {

// What the open scenario is compared with: another one, itself at another date, or nothing.
struct OtherSide
{
    std::shared_ptr<const formats::ScenarioFile> file;
    std::optional<analysis::AsOf> asOf; // where it isn't this side's
    bool isNone() const { return !file && !asOf; }
    bool operator==(const OtherSide &) const = default; // the same file only if it was read but once
};

// What a scenario changes of another, in facts and in the picture.
struct Changes
{
    analysis::Comparison facts;
    QList<analysis::HoldingChange> holding;
    analysis::ConflictDifferences conflicts;
    picture::ChangesSince drawn;
};

// What `now` changes of another scenario, or of the same at another date, drawn in the same places: things of
// both stand where they stand now, what is gone where it was kept.
Changes changesSince(const domain::Scenario &before, const analysis::AsOf &then, const Composition &now,
                     const Arrangement &kept, const Look &look);
// What a composition changes of the other side; nothing where that is the very file it is of.
std::optional<Changes> changesSince(const OtherSide &other, const Composition &now, bool isModified,
                                    const Arrangement &kept, const Look &look);

} // namespace entente::session
