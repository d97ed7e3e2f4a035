#pragma once

#include "session/session.h"

namespace entente::window {

// What a figure shows, apart from its file's format.
struct ExportChoice
{
    picture::Theme theme;
    bool onlyShown = false; // what the filter leaves, not everything
    bool legend = true;
    bool footer = true;
};

// The open scenario as a figure: cropped, with legend and footer. In another theme things keep their places;
// where its type makes cards or pills larger, lines run anew to their borders.
picture::Picture exportPicture(const session::Session &session, const ExportChoice &choice);

// The open scenario as one interactive page, in one theme or in a light and a dark one (see
// exports::PageSubject).
Outcome<QByteArray> exportWebPage(const session::Session &session, const QList<picture::Theme> &themes,
                                  bool onlyShown);

// "cloud-dispute": the scenario's id, or "figure", as the start of a file's name.
QString figureName(const session::Session &session);

} // namespace entente::window
