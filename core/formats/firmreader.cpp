#include "formats/thingreaders.h"

namespace entente::formats {

using document::Value;

namespace {

// Only addresses of the web: the window opens them on a click, and no other scheme is safe to hand on.
QString readUrl(ObjectReader &reader, const QString &key)
{
    const QString url = reader.text(key);
    if (url.isEmpty() || url.startsWith(QLatin1String("https://")) ||
        url.startsWith(QLatin1String("http://")))
        return url;
    reader.context().error(QStringLiteral("bad-url"), reader.get(key)->position(), reader.pathOf(key),
                           QStringLiteral("\"%1\" of %2 is no web address").arg(key, reader.thing()),
                           QStringLiteral("expected one that begins with https:// or http://"));
    return {};
}

} // namespace

domain::Source readSource(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::Source source;
    source.id = domain::SourceId(id);
    source.place = context.placeOf(value.position());
    ObjectReader reader(context, value, path, {QStringLiteral("source \"%1\""), id});
    if (!reader.isObject())
        return source;
    source.title = reader.requiredText(QStringLiteral("title"));
    source.publisher = reader.text(QStringLiteral("publisher"));
    source.author = reader.text(QStringLiteral("author"));
    source.kind = reader.text(QStringLiteral("kind"));
    source.language = reader.text(QStringLiteral("language"));
    source.published = reader.date(QStringLiteral("published"));
    source.url = readUrl(reader, QStringLiteral("url"));
    source.archivedUrl = readUrl(reader, QStringLiteral("archived_url"));
    source.accessed = reader.date(QStringLiteral("accessed"));
    source.file = reader.text(QStringLiteral("file"));
    source.sha256 = reader.text(QStringLiteral("sha256"));
    source.grade = reader.text(QStringLiteral("grade"));
    source.note = reader.text(QStringLiteral("note"));
    source.extras = reader.extras();
    reader.finish();
    return source;
}

domain::Firm readFirm(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::Firm firm;
    firm.id = domain::FirmId(id);
    firm.place = context.placeOf(value.position());
    ObjectReader reader(context, value, path, {QStringLiteral("firm \"%1\""), id});
    if (!reader.isObject())
        return firm;
    firm.name = reader.requiredText(QStringLiteral("name"));
    reader.require(QStringLiteral("kind"));
    firm.kind = reader.word<domain::FirmKind>(QStringLiteral("kind")).value_or(domain::FirmKind::Other);
    firm.partOf = domain::FirmId(reader.reference(QStringLiteral("part_of"), Target::Firm));
    firm.jurisdiction = reader.text(QStringLiteral("jurisdiction"));
    firm.legalForm = reader.text(QStringLiteral("legal_form"));
    firm.aliases = reader.texts(QStringLiteral("aliases"));
    const QString identifiers = QStringLiteral("identifiers");
    if (const Value *map = reader.get(identifiers);
        map && reader.isObject(*map, reader.pathOf(identifiers), identifiers)) {
        ObjectReader schemes(context, *map, reader.pathOf(identifiers), QStringLiteral("\"identifiers\""));
        for (const document::Member &member : map->members()) {
            if (!member.value.isNull())
                firm.identifiers.insert(member.key, schemes.text(member.key));
        }
    }
    firm.note = reader.text(QStringLiteral("note"));
    firm.cites = reader.cites();
    firm.extras = reader.extras();
    reader.finish();
    return firm;
}

namespace {

// Positions say who affirms or denies; a reading that is agreed or rejected leaves nobody to disagree.
void warnOfDisagreement(ReadContext &context, const domain::NarrowerThan &narrower, const Value &value,
                        const Path &path)
{
    bool affirmed = false;
    bool denied = false;
    for (const domain::Position &position : narrower.positions) {
        affirmed = affirmed || position.stance == domain::StanceKind::Affirms;
        denied = denied || position.stance == domain::StanceKind::Denies;
    }
    const bool mismatch = (narrower.reading == domain::Reading::Agreed && denied) ||
                          (narrower.reading == domain::Reading::Rejected && affirmed) ||
                          (narrower.reading == domain::Reading::Disputed && !narrower.positions.isEmpty() &&
                           affirmed != denied);
    if (!mismatch)
        return;
    context.warn(QStringLiteral("reading-and-positions"), value.position(), path,
                 QStringLiteral("the reading is \"%1\", but the positions say otherwise")
                     .arg(domain::toWord(narrower.reading)),
                 QStringLiteral("the reading decides; the positions only say who holds what"));
}

domain::NarrowerThan readNarrower(ReadContext &context, const QString &id, const Value &value,
                                  const Path &path)
{
    domain::NarrowerThan narrower;
    narrower.term = domain::TermId(id);
    ObjectReader reader(context, value, path, {QStringLiteral("narrower_than \"%1\""), id});
    context.refer(Target::FirmOrTerm, id, value.position(), value);
    if (!reader.isObject())
        return narrower;
    narrower.reading =
        reader.word<domain::Reading>(QStringLiteral("reading")).value_or(domain::Reading::Agreed);
    narrower.positions = readPositions(reader);
    narrower.cites = reader.cites();
    reader.finish();
    warnOfDisagreement(context, narrower, value, path);
    return narrower;
}

} // namespace

domain::DefinedTerm readTerm(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::DefinedTerm term;
    term.id = domain::TermId(id);
    term.place = context.placeOf(value.position());
    ObjectReader reader(context, value, path, {QStringLiteral("defined term \"%1\""), id});
    if (!reader.isObject())
        return term;
    term.name = reader.requiredText(QStringLiteral("name"));
    term.definition = reader.text(QStringLiteral("definition"));
    reader.each(QStringLiteral("narrower_than"),
                [&](const QString &wider, const Value &member, const Path &at) {
                    term.narrowerThan.append(readNarrower(context, wider, member, at));
                });
    term.cites = reader.cites();
    term.extras = reader.extras();
    reader.finish();
    return term;
}

namespace {

std::optional<QPointF> readPoint(ReadContext &context, const Value &value, const Path &path)
{
    const bool isPair = value.isArray() && value.items().size() == 2 && value.items()[0].value.isNumber() &&
                        value.items()[1].value.isNumber();
    constexpr double furthest = 1e6; // in pixels; beyond it nothing can be drawn
    const QPointF point =
        isPair ? QPointF(value.items()[0].value.text().toDouble(), value.items()[1].value.text().toDouble())
               : QPointF();
    if (isPair && std::abs(point.x()) <= furthest && std::abs(point.y()) <= furthest)
        return point;
    context.error(QStringLiteral("bad-place"), value.position(), path, QStringLiteral("this is no place"),
                  QStringLiteral("expected [x, y] in pixels, at most a million each"));
    return std::nullopt;
}

} // namespace

domain::SavedView readView(ReadContext &context, const QString &id, const Value &value, const Path &path)
{
    domain::SavedView view;
    view.id = id;
    ObjectReader reader(context, value, path, {QStringLiteral("view \"%1\""), id});
    if (!reader.isObject())
        return view;
    view.title = reader.text(QStringLiteral("title"));
    reader.each(QStringLiteral("places"), [&](const QString &thing, const Value &member, const Path &at) {
        if (const auto point = readPoint(context, member, at))
            view.places.insert(thing, *point);
    });
    reader.finish();
    return view;
}

} // namespace entente::formats
