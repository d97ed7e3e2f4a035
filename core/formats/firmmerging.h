#pragma once

#include "document/edit.h"
#include "domain/id.h"

#include <QStringList>

namespace entente::formats {

// Makes one firm of two: what is said of `gone` is said of `kept` from now on, every mention of it follows,
// its name becomes an alias. What it was is noted under "x-merged", so that it can be split off again. None
// where one of them isn't there, or they are the same.
QList<document::Change> mergingFirms(const document::Document &document, const domain::FirmId &kept,
                                     const domain::FirmId &gone);

// The firms that were merged into this one, by their ids before.
QStringList mergedInto(const document::Document &document, const domain::FirmId &firm);

// Takes a merge back, also after other edits: the firm is again what it was, with those of its mentions that
// are still there.
QList<document::Change> unmerging(const document::Document &document, const domain::FirmId &kept,
                                  const QString &gone);

// Makes two firms of one that was never merged: the new one, of that id and name, is the party in the
// agreements that are named.
QList<document::Change> splittingOff(const document::Document &document, const domain::FirmId &firm,
                                     const QString &newId, const QString &newName,
                                     const QStringList &agreements);

} // namespace entente::formats
