#pragma once

#include "session/composition.h"

namespace entente::session {

// What of a composition a web page shows.
struct WebPageChoice
{
    QList<picture::Theme> themes;                 // see exports::PageSubject; of one font and type size
    const picture::ChangesSince *since = nullptr; // drawn in the first theme, so that there is only that
    std::optional<graph::Subset> shown;           // none: everything
};

// The composition as it stands, with its looks at every other date of an event.
Outcome<QByteArray> webPageOf(Composition composition, const picture::TextMeasure &measure,
                              const WebPageChoice &choice);

} // namespace entente::session
