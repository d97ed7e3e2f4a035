#pragma once

#include <QList>
#include <QString>

namespace entente::exports {

// A form that is written for people and not read back; beside the table of formats, which scenarios are read
// from.
struct ExportFormat
{
    QString name; // as in `--to`
    QString title;
    QString ending;  // ".html"
    QString command; // that writes it: "draw"
    QString note;    // what it can't hold, or when to use it
};
const QList<ExportFormat> &exportFormats();

} // namespace entente::exports
