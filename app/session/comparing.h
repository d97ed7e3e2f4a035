#pragma once

#include "session/composition.h"

namespace entente::session {

// What `now` changes of another scenario, or of the same at another date, drawn in the same places: things of
// both stand where they stand now, what is gone where it was kept.
picture::ChangesSince changesSince(formats::ScenarioFile before, const analysis::AsOf &then,
                                   const Composition &now, const Arrangement &kept, const Look &look);

} // namespace entente::session
