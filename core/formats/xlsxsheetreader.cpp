#include "formats/xlsxsheetreader.h"

#include <cmath>

namespace entente::formats {

namespace {

constexpr quint32 mostSheetRows = 1'048'576;

// The column of "BC12", from 1; 0 where it says none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > int(mostColumns))
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column <= int(mostColumns) ? column : 0;
}

struct RawCell
{
    QString type;
    size_t style = 0;
    QString value;
    QString inlineText;
};

RawCell readRawCell(XmlScanner &xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    RawCell cell{attributes.value(QLatin1String("t")).toString(),
                 size_t(attributes.value(QLatin1String("s")).toUInt()),
                 {},
                 {}};
    while (xml.nextWithin()) {
        if (xml.name() == QLatin1String("v"))
            cell.value = xml.textWithin();
        else if (xml.name() == QLatin1String("is"))
            cell.inlineText = readStringItem(xml);
        else
            xml.skipElement();
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
        bool isIndex = false;
        const int index = raw.value.toInt(&isIndex);
        cell.text = isIndex ? shared.strings.value(index) : QString();
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

Row readRow(XmlScanner &xml, const XlsxShared &shared, document::Position at)
{
    Row row;
    while (xml.nextWithin()) {
        if (xml.name() != QLatin1String("c")) {
            xml.skipElement();
            continue;
        }
        const int stated = columnOf(xml.attributes().value(QLatin1String("r")));
        const RawCell raw = readRawCell(xml);
        const auto column = size_t(stated > 0 ? stated : int(row.size()) + 1);
        if (column > mostColumns)
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

QString readStringItem(XmlScanner &xml)
{
    QString text;
    const int outside = xml.depth() - 1;
    while (xml.depth() > outside && xml.next()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("t"))
            text += xml.textWithin();
        else if (xml.name() != QLatin1String("r")) // a run has texts in it
            xml.skipElement();                     // phonetic hints and their fonts
    }
    return text;
}

std::vector<Row> readSheetRows(XmlScanner &xml, const XlsxShared &shared, quint32 file, qint64 &cellsLeft)
{
    std::vector<Row> rows;
    quint32 line = 0;
    while (cellsLeft >= 0 && xml.nextStart()) {
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
