#pragma once

#include "domain/scenario.h"

#include <QList>
#include <QSet>

namespace entente::formats {

// Where an imported thing comes from: "followthemoney:register.json#NK-123", format, file name and the key
// that the file itself gives it. It stays the same as long as they do, so that a second import knows it.
QString originOf(const QString &format, const QString &path, const QString &key);
// The origins that a thing has, from its extras.
QStringList originsOf(const domain::Extras &extras);

// The key under which a firm lists those that were said to be different from it.
const QString &differentKey(); // "x-different-from"

// That two firms may be one, with what speaks for it and against it, in sentences.
struct SameFirm
{
    domain::FirmId incoming;
    domain::FirmId present;
    bool isSure = false; // the same record as before, or one identifier shared and none apart
    bool isRecord = false;
    QStringList supports;
    QStringList doubts;
};

// What is known of the incoming firms beside what they say themselves.
struct Incoming
{
    const domain::Scenario &scenario;
    QHash<domain::FirmId, QString> origins; // of its firms; may be empty
};

// Every pair that a record, an identifier, a name or an alias brings together, the surest first for each
// incoming firm. Names are looked up, not compared pair by pair: n log n.
QList<SameFirm> sameFirms(const domain::Scenario &present, const Incoming &incoming);

// Likewise among the firms of one scenario; each pair once, the earlier firm as the present one. Pairs that
// were said to be different are left out.
QList<SameFirm> sameFirmsWithin(const domain::Scenario &scenario);

// What speaks for and against these two, whether anything brings them together or not.
SameFirm compareFirms(const domain::Firm &present, const domain::Firm &incoming);

} // namespace entente::formats
