#pragma once

#include <QList>
#include <QString>

namespace entente::session {

// A scenario that can be switched to from the open one.
struct Alternate
{
    enum class Origin { Base, Beside, Bundled };
    QString path;
    QString title;
    bool hypothetical = false;
    bool open = false; // the one that is open now
    Origin origin = Origin::Beside;
    bool operator==(const Alternate &) const = default;
};

// The open file's base, the overlays beside it and the bundled ones, in this order, each once. Reads the
// beginning of every scenario in the folder: not for the thread that draws.
QList<Alternate> alternatesFor(const QString &path);
QString bundledScenario(); // the one that opens when none is named

} // namespace entente::session
