#pragma once

#include "problems/problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace entente::session {

class Session;

// A format of data that scenarios are read or written in; see formats/formattable.
struct DataFormat
{
    QString name;
    QString title;
    QStringList endings;
    bool reads = false;
    bool writes = false;
    bool needsBase = false;
    QString note;
};
QList<DataFormat> dataFormats();

// "Workbook (XLSX) (*.xlsx *.xlsm)", for file dialogs.
QString fileFilter(const DataFormat &format);

// The open scenario in a format; what that can't hold comes as warnings.
Outcome<QByteArray> writtenAs(const Session &session, const QString &formatName);

// What the columns of a table mean, as far as it has to be asked. Meanings are words as in `--map`.
struct TableQuestion
{
    QStringList headers;
    QList<QStringList> rows; // the first ones
    QStringList meanings;    // one a column
    bool hasHeader = true;
    bool isCertain = false; // the headers tell where the firms are
};
// Nothing where the bytes are no table, or none that can be read.
std::optional<TableQuestion> tableIn(const QByteArray &bytes, const QString &path,
                                     const QString &mapping = {});
// The same of a file, by its beginning. Nothing for what is read in another format.
std::optional<TableQuestion> tableInFile(const QString &path, const QString &mapping = {});

// The words that a column can have, with what people read for them; roles of parties are among them.
struct MeaningWord
{
    QString word;
    QString label;
};
const QList<MeaningWord> &meaningWords();

// What would be read: "3 firms, 2 agreements, 1 row that can't be used", and the first agreements.
struct TableOutcome
{
    bool isUsable = false;
    QString summary;
    QStringList lines;
};
TableOutcome tryTable(const QByteArray &bytes, const QString &path, const QString &mapping);

// The beginning of a file, for tryTable: whole lines of text, or a whole workbook.
QByteArray beginningOf(const QString &path);

} // namespace entente::session
