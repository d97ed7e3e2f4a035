#include "formats/xlsxsheetreader.h"

#include <cmath>

namespace entente::formats {

namespace {

constexpr int mostSheetColumns = 16'384; // as many as spreadsheets have
constexpr quint32 mostSheetRows = 1'048'576;

// The column of "BC12", from 1; 0 where it says none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > mostSheetColumns)
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column <= mostSheetColumns ? column : 0;
}

struct RawCell
{
    QString type;
    size_t style = 0;
    QString value;
    QString inlineText;
};

RawCell readRawCell(QXmlStreamReader &xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    RawCell cell{attributes.value(QLatin1String("t")).toString(),
                 size_t(attributes.value(QLatin1String("s")).toUInt()),
                 {},
                 {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("v"))
            cell.value = xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == QLatin1String("is"))
            cell.inlineText = readStringItem(xml);
        else
            xml.skipCurrentElement();
    }
    return cell;
}

// Digits without what binary arithmetic left behind: spreadsheets show 15.
QString digitsOf(const QString &value, bool &isNumber)
{
    constexpr int shownDigits = 15;
    const double number = value.toDouble(&isNumber);
    isNumber = isNumber && std::isfinite(number);
    return isNumber ? QString::number(number, 'g', shownDigits) : value;
}

void setValue(Cell &cell, const RawCell &raw, const XlsxShared &shared)
{
    if (raw.type == QLatin1String("s")) {
        cell.text = shared.strings.value(raw.value.toInt());
    } else if (raw.type == QLatin1String("inlineStr")) {
        cell.text = raw.inlineText;
    } else if (raw.type == QLatin1String("b")) {
        cell.text = raw.value == QLatin1String("1") ? QStringLiteral("true") : QStringLiteral("false");
        cell.isTruth = true;
    } else if (raw.type.isEmpty() || raw.type == QLatin1String("n")) {
        bool isNumber = false;
        cell.text = digitsOf(raw.value, isNumber);
        const bool isDate = isNumber && raw.style < shared.isDate.size() && shared.isDate[raw.style];
        const auto date = isDate ? dateOfSerial(raw.value.toDouble(), shared.from1904) : std::nullopt;
        cell.isNumber = isNumber && !date;
        cell.text = date.value_or(cell.text);
    } else {
        cell.text = raw.value; // the text of a formula, an error, an ISO date
    }
}

Row readRow(QXmlStreamReader &xml, const XlsxShared &shared, document::Position at)
{
    Row row;
    while (xml.readNextStartElement()) {
        if (xml.name() != QLatin1String("c")) {
            xml.skipCurrentElement();
            continue;
        }
        const int stated = columnOf(xml.attributes().value(QLatin1String("r")));
        const RawCell raw = readRawCell(xml);
        const auto column = size_t(stated > 0 ? stated : int(row.size()) + 1);
        if (column > size_t(mostSheetColumns))
            continue;
        while (row.size() < column) {
            at.column = quint32(row.size() + 1);
            row.push_back({{}, at, false, false});
        }
        setValue(row[column - 1], raw, shared);
    }
    return row;
}

} // namespace

bool nextStart(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            xml.raiseError(QStringLiteral("document type definitions aren't read"));
            return false;
        }
        if (token == QXmlStreamReader::StartElement)
            return true;
    }
    return false;
}

QString readStringItem(QXmlStreamReader &xml)
{
    QString text;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("t"))
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == QLatin1String("r"))
            text += readStringItem(xml);
        else
            xml.skipCurrentElement(); // phonetic hints and their fonts
    }
    return text;
}

std::vector<Row> readSheetRows(QXmlStreamReader &xml, const XlsxShared &shared, quint32 file,
                               qint64 &cellsLeft)
{
    std::vector<Row> rows;
    quint32 line = 0;
    while (cellsLeft >= 0 && nextStart(xml)) {
        if (xml.name() != QLatin1String("row"))
            continue;
        const uint stated = xml.attributes().value(QLatin1String("r")).toUInt();
        line = stated > 0 && stated <= mostSheetRows ? stated : line + 1;
        Row row = readRow(xml, shared, {file, line, 1});
        cellsLeft -= qint64(row.size());
        if (!row.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace entente::formats
