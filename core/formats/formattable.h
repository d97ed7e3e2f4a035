#pragma once

#include "document/document.h"
#include "domain/scenario.h"
#include "formats/readoptions.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace entente::formats {

// How surely bytes are of a format: Maybe where the ending has to decide.
enum class Likeness { No, Maybe, Yes };

// What a reader of a foreign format is given: a file's bytes, unpacked, and what is known of them.
struct ForeignFile
{
    QByteArrayView bytes;
    QString path; // as named in problems
    ReadOptions options;
};

struct TablePreview;

// A form in which scenarios are read or written. The scenario's own form has none of the functions: it is
// read with its bases. A foreign one is turned into a scenario document whose values stand where they stand
// in the foreign file, which the scenario's reader then reads like any other.
struct Format
{
    QString name; // as in `convert --to`
    QString title;
    QStringList endings; // the first is the usual one
    bool reads = false;
    bool writes = false;
    QString note; // what it can't hold, or when to use it

    Likeness (*recognise)(QByteArrayView bytes) = nullptr;
    Outcome<document::Document> (*read)(const ForeignFile &) = nullptr;
    // What the format can't hold comes as warnings, one a kind of loss, with its count.
    Outcome<QByteArray> (*write)(const domain::Scenario &) = nullptr;
    // The same for formats that hold whatever the author wrote: from the document, overlays merged.
    Outcome<QByteArray> (*writeDocument)(const document::Document &) = nullptr;
    // Of tables, whose columns a person may have to give a meaning.
    Outcome<TablePreview> (*preview)(const QByteArray &bytes, const QString &path,
                                     const TableMapping &mapping, int mostRows) = nullptr;
    bool needsBase = false; // it is written as what it changes of another scenario
};

// One row a format; a new one is added here and nowhere else.
const QList<Format> &formats();
const Format *formatNamed(QStringView name);      // null where unknown
const Format *formatForFile(const QString &path); // by its ending; null where none fits
// By what the bytes say, and by the ending where they leave it open; null where no format fits.
const Format *formatOf(QByteArrayView bytes, const QString &path);

} // namespace entente::formats
