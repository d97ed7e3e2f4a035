#include "formats/objectreader.h"

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

domain::Cite readCite(ReadContext &context, const QString &source, const Value &value, const Path &path)
{
    domain::Cite cite;
    cite.source = domain::SourceId(source);
    ObjectReader reader(context, value, path, {QStringLiteral("the cite of \"%1\""), source});
    if (!reader.isObject())
        return cite;
    cite.locator = reader.text(QStringLiteral("locator"));
    cite.quote = reader.text(QStringLiteral("quote"));
    cite.note = reader.text(QStringLiteral("note"));
    reader.finish();
    return cite;
}

} // namespace

domain::Cites readCites(ReadContext &context, const Value &value, const Path &path)
{
    domain::Cites cites;
    if (!value.isObject()) {
        context.error(QStringLiteral("wrong-type"), value.position(), path,
                      QStringLiteral("\"cites\" is %1").arg(document::typeName(value.type())),
                      QStringLiteral("expected an object: source id → {locator, quote}"));
        return cites;
    }
    for (const Member &member : value.members()) {
        const Path at(path, member.key);
        if (member.key.startsWith(QLatin1String("x-")) || member.value.isNull())
            continue;
        context.refer(Target::Source, member.key, member.keyPosition, member.value);
        if (!member.value.isArray()) {
            cites.append(readCite(context, member.key, member.value, at));
            continue;
        }
        for (size_t i = 0; i < member.value.items().size(); ++i) {
            cites.append(
                readCite(context, member.key, member.value.items()[i].value, Path(at, qsizetype(i))));
        }
    }
    return cites;
}

} // namespace entente::formats
