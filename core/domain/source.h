#pragma once

#include "domain/eventdate.h"
#include "domain/id.h"
#include "problems/problem.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace entente::domain {

// One support of a statement: which source, where in it, and what it says word for word.
struct Cite
{
    SourceId source;
    QString locator; // "paragraph 9"
    QString quote;   // only what the source itself says
    QString note;

    bool operator==(const Cite &) const = default;
};
using Cites = QList<Cite>;

// Keys that begin with "x-", kept as strict JSON text.
using Extras = QMap<QString, QString>;
QString extraName(const QString &key);     // without the "x-"
QString extraInWords(const QString &json); // a text without its quotation marks

struct Source
{
    SourceId id;
    QString title;
    QString publisher;
    QString author;
    QString kind;
    QString language;
    std::optional<EventDate> published;
    QString url;
    QString archivedUrl;
    std::optional<EventDate> accessed;
    QString file;
    QString sha256;
    QString grade;
    QString note;
    Extras extras;
    Place place;

    bool operator==(const Source &) const = default;
};

} // namespace entente::domain
