#include "formats/draftfacts.h"

#include "domain/money.h"
#include "formats/uniting.h"

namespace entente::formats {

using document::Position;
using document::Value;

namespace {

Value &madeIn(Value &thing, const QString &key, Position at)
{
    if (!thing.find(key))
        thing.set(key, ScenarioDraft::object(at));
    return *thing.find(key);
}

Value numberAt(const domain::Decimal &number, Position at)
{
    Value value = Value::number(number.toString());
    value.setPosition(at);
    return value;
}

} // namespace

QString isoDate(const QString &text)
{
    const QString date = text.trimmed().section(u'T', 0, 0).section(u' ', 0, 0);
    const auto parsed = domain::EventDate::parse(date);
    return parsed && parsed->text().size() <= 10 ? date : QString();
}

void setPeriod(ScenarioDraft &draft, Value &agreement, const QString &start, const QString &end, Position at)
{
    const QString first = isoDate(start);
    const QString last = isoDate(end);
    const auto unread = [&](const char *key, const QString &written, const QString &read) {
        if (written.trimmed().isEmpty() || !read.isEmpty())
            return;
        draft.warn(QStringLiteral("bad-date"), at, QStringLiteral("\"%1\" is no date").arg(written),
                   QStringLiteral("expected YYYY-MM-DD; it is kept as text"));
        ScenarioDraft::keep(agreement, QString::fromLatin1(key), written, at);
    };
    unread("start", start, first);
    unread("end", end, last);
    if (first.isEmpty() && last.isEmpty())
        return;
    const QString open = QStringLiteral("..");
    const QString period = (first.isEmpty() ? open : first) + u'/' + (last.isEmpty() ? open : last);
    const auto parsed = domain::Period::parse(period);
    if (parsed && !parsed->isInverted()) {
        agreement.set(QStringLiteral("period"), ScenarioDraft::text(period, at));
        return;
    }
    draft.warn(QStringLiteral("inverted-period"), at,
               QStringLiteral("it ends (%1) before it starts (%2)").arg(last, first),
               QStringLiteral("both are kept as text"));
    ScenarioDraft::keep(agreement, QStringLiteral("start"), first, at);
    ScenarioDraft::keep(agreement, QStringLiteral("end"), last, at);
}

void setDate(ScenarioDraft &draft, Value &thing, const QString &key, const QString &text, Position at)
{
    const QString date = isoDate(text);
    if (!date.isEmpty()) {
        thing.set(key, ScenarioDraft::text(date, at));
    } else if (!text.trimmed().isEmpty()) {
        draft.warn(QStringLiteral("bad-date"), at, QStringLiteral("\"%1\" is no date").arg(text),
                   QStringLiteral("expected YYYY-MM-DD; it is kept as text"));
        ScenarioDraft::keep(thing, key, text, at);
    }
}

void setShare(ScenarioDraft &draft, Value &agreement, const QString &key, const QString &text, Position at)
{
    QString digits = text.trimmed();
    if (digits.isEmpty())
        return;
    if (digits.endsWith(u'%'))
        digits = digits.chopped(1).trimmed();
    const auto share = domain::Decimal::parse(digits);
    constexpr double whole = 100;
    if (share && share->toDouble() >= 0 && share->toDouble() <= whole) {
        madeIn(agreement, QStringLiteral("stake"), at).set(key, numberAt(*share, at));
        return;
    }
    draft.warn(QStringLiteral("bad-share"), at, QStringLiteral("\"%1\" is no share in percent").arg(text),
               QStringLiteral("expected 0 to 100; it is kept as text"));
    ScenarioDraft::keep(agreement, key + QStringLiteral(" share"), text, at);
}

void addAmount(ScenarioDraft &draft, Value &agreement, const DraftAmount &amount, Position at)
{
    if (amount.value.trimmed().isEmpty())
        return;
    const QString currency = amount.currency.trimmed().toUpper();
    const auto value = domain::Decimal::parse(amount.value.trimmed());
    if (!value || value->toDouble() < 0 || !domain::isCurrency(currency)) {
        draft.warn(
            QStringLiteral("bad-amount"), at,
            QStringLiteral("\"%1\" in \"%2\" is no amount of money").arg(amount.value, amount.currency),
            QStringLiteral("expected a number from 0 on and an ISO 4217 code; it is kept as text"));
        ScenarioDraft::keep(agreement, QStringLiteral("amount"),
                            (amount.value + u' ' + amount.currency).trimmed(), at);
        return;
    }
    Value sum = ScenarioDraft::object(at);
    sum.set(QStringLiteral("value"), numberAt(*value, at));
    sum.set(QStringLiteral("currency"), ScenarioDraft::text(currency, at));
    const auto set = [&](const char *key, const QString &text) {
        if (!text.isEmpty())
            sum.set(QString::fromLatin1(key), ScenarioDraft::text(text, at));
    };
    set("from", amount.from);
    set("to", amount.to);
    set("instrument", amount.instrument);
    Value &amounts = madeIn(agreement, QStringLiteral("amounts"), at);
    const size_t count = amounts.members().size();
    const QString id = count == 0 ? QStringLiteral("total") : QStringLiteral("amount-%1").arg(count + 1);
    amounts.set(id, sum);
}

void addIdentifier(Value &firm, const QString &scheme, const QString &value, Position at)
{
    if (value.isEmpty())
        return;
    Value &identifiers = madeIn(firm, QStringLiteral("identifiers"), at);
    const Value *present = identifiers.find(scheme);
    if (!present)
        identifiers.set(scheme, ScenarioDraft::text(value, at));
    else if (present->text() != value)
        addTexts(firm, QStringLiteral("x-other-identifiers"), {scheme + QStringLiteral(": ") + value});
}

void addAlias(Value &firm, const QString &alias, Position at)
{
    const Value *name = firm.find(u"name");
    if (alias.isEmpty() || (name && name->text() == alias))
        return;
    if (!firm.find(u"aliases")) {
        Value aliases = Value::array();
        aliases.setPosition(at);
        firm.set(QStringLiteral("aliases"), aliases);
    }
    addTexts(firm, QStringLiteral("aliases"), {alias});
}

void keepTexts(Value &thing, const QString &key, const QStringList &texts, Position at)
{
    const QString kept = QStringLiteral("x-") + key;
    if (texts.size() == 1)
        thing.set(kept, ScenarioDraft::text(texts.first(), at));
    else if (!texts.isEmpty())
        addTexts(thing, kept, texts);
}

bool isWebAddress(const QString &text)
{
    return text.startsWith(QLatin1String("https://")) || text.startsWith(QLatin1String("http://"));
}

QString sourceOf(ScenarioDraft &draft, const QString &title, const QString &url, Position at)
{
    const QString name = title.isEmpty() ? url : title;
    if (name.isEmpty())
        return {};
    // Two addresses under one title are two sources.
    const bool apart = !url.isEmpty() && url != name;
    const QString id = draft.source(apart ? name + QStringLiteral(", ") + url : name, at);
    Value &source = draft.sourceOf(id);
    source.set(QStringLiteral("title"), ScenarioDraft::text(name, at));
    if (isWebAddress(url))
        source.set(QStringLiteral("url"), ScenarioDraft::text(url, at));
    else if (!url.isEmpty())
        ScenarioDraft::keep(source, QStringLiteral("url"), url, at);
    return id;
}

void cite(Value &thing, const QString &source, Position at)
{
    if (source.isEmpty())
        return;
    Value &cites = madeIn(thing, QStringLiteral("cites"), at);
    if (!cites.find(source))
        cites.set(source, ScenarioDraft::object(at));
}

void citeSource(ScenarioDraft &draft, Value &thing, const QString &title, const QString &url, Position at)
{
    cite(thing, sourceOf(draft, title, url, at), at);
}

} // namespace entente::formats
