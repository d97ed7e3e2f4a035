#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace entente::formats {

// A form in which scenarios are read or written.
struct Format
{
    QString name; // as in `convert --to`
    QString title;
    QStringList endings; // the first is the usual one
    bool reads = false;
    bool writes = false;
    QString note; // what it can't hold, or when to use it
};

// One row a format; a new one is added here and nowhere else.
const QList<Format> &formats();
const Format *formatNamed(QStringView name);      // null where unknown
const Format *formatForFile(const QString &path); // by its ending; null where none fits

} // namespace entente::formats
