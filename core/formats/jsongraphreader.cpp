#include "formats/jsongraphreader.h"

#include "document/jsonwriter.h"

#include <algorithm>

namespace entente::formats {

using document::Value;

Cell cellOf(const Value &value)
{
    Cell cell{value.text(), value.position(), value.isNumber(), value.isBoolean()};
    if (value.isBoolean())
        cell.text = value.truth() ? QStringLiteral("true") : QStringLiteral("false");
    else if (value.isArray() || value.isObject())
        cell.text = QString::fromUtf8(document::toCompactJson(value));
    return cell;
}

Cell cellAt(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    return value ? cellOf(*value) : Cell{{}, object.position()};
}

bool namesMembers(QByteArrayView bytes, std::initializer_list<QByteArrayView> keys)
{
    constexpr qsizetype head = 1 << 20; // nodes come before links, and may be long
    const QByteArrayView start = bytes.first(std::min(bytes.size(), head));
    const auto names = [&start](QByteArrayView key) {
        const QByteArray quoted = '"' + key.toByteArray() + '"';
        return start.indexOf(quoted) >= 0;
    };
    return start.trimmed().startsWith('{') && std::all_of(keys.begin(), keys.end(), names) &&
           start.indexOf("\"entente-scenario\"") < 0;
}

JsonGraphReader::JsonGraphReader(const ForeignFile &file, const QString &formatTitle)
    : m_file(file)
    , m_tables(file, formatTitle)
{}

bool JsonGraphReader::begin()
{
    const ReadOptions &options = m_file.options;
    auto root = document::readJson(m_file.bytes.toByteArray(), m_file.path, 0, options.limits.ofJson(),
                                   options.progress);
    m_tables.draft().problems.append(root.problems);
    if (root)
        m_root = std::move(*root.value);
    return m_root.isObject();
}

bool JsonGraphReader::isCollection(const Value &value, const char *what)
{
    if (value.isArray() || (m_mayBeMaps && value.isObject()))
        return true;
    m_tables.draft().error(QStringLiteral("wrong-type"), value.position(),
                           QStringLiteral("\"%1\" is %2").arg(QLatin1String(what), typeName(value.type())),
                           m_mayBeMaps ? QStringLiteral("expected an array or an object")
                                       : QStringLiteral("expected an array"));
    return false;
}

bool JsonGraphReader::tellNoObject(const Value &value, const char *what)
{
    m_tables.draft().warn(QStringLiteral("wrong-type"), value.position(),
                          QStringLiteral("an item of \"%1\" is %2; it is left out")
                              .arg(QLatin1String(what), typeName(value.type())),
                          QStringLiteral("expected an object"));
    return true;
}

} // namespace entente::formats
