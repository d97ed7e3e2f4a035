#include "formats/bodsinterests.h"

#include "formats/draftfacts.h"
#include "formats/jsonrecords.h"

namespace entente::formats {

using document::Position;
using document::Value;

const Value *objectIn(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    return value && value->isObject() ? value : nullptr;
}

QString firstOf(const Value &object, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const QString text = firstText(object, key);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString interestWord(const QString &type)
{
    return QString(type).remove(u'-').toLower();
}

void keepAnother(Value &thing, const char *key, const QString &text, Position at)
{
    const QString kept = QStringLiteral("x-") + QString::fromLatin1(key);
    QStringList texts = textsOf(thing, kept);
    if (!text.isEmpty() && !texts.contains(text))
        keepTexts(thing, QString::fromLatin1(key), texts += text, at);
}

namespace {

QString rangeOf(const Value &share)
{
    const QString exact = firstText(share, u"exact");
    return exact.isEmpty()
               ? firstText(share, u"minimum") + QStringLiteral(" to ") + firstText(share, u"maximum")
               : exact;
}

// An exact share, or its least with the most beside it. The stake has one qualifier for
// both shares: one of another is kept as text.
void readShare(ScenarioDraft &draft, Value &agreement, const char *key, const Value &share)
{
    const QString name = QString::fromLatin1(key);
    const Position at = share.position();
    const QString exact = firstText(share, u"exact");
    const QString least = firstText(share, u"minimum");
    const QString most = firstText(share, u"maximum");
    const bool isExact = !exact.isEmpty() || (least == most && !least.isEmpty());
    const QString qualifier = isExact           ? QStringLiteral("exact")
                              : least.isEmpty() ? QStringLiteral("up_to")
                                                : QStringLiteral("at_least");
    const Value *stake = agreement.find(u"stake");
    if (stake && firstText(*stake, u"qualifier") != qualifier) {
        keepAnother(agreement, "shares", name + QStringLiteral(": ") + rangeOf(share), at);
        return;
    }
    const QString value = isExact && !exact.isEmpty() ? exact : least.isEmpty() ? most : least;
    setShare(draft, agreement, name, value, at);
    if (Value *set = agreement.find(u"stake"))
        set->set(QStringLiteral("qualifier"), ScenarioDraft::text(qualifier, at));
    if (!isExact && !least.isEmpty() && !most.isEmpty())
        ScenarioDraft::keep(agreement, name + QStringLiteral("-maximum"), most, at);
}

void readInterest(ScenarioDraft &draft, Value &agreement, const Value &interest)
{
    const Position at = interest.position();
    const QString type = firstText(interest, u"type");
    keepAnother(agreement, "interests", type, at);
    keepAnother(agreement, "directOrIndirect", firstOf(interest, {u"directOrIndirect", u"interestLevel"}),
                at);
    keepAnother(agreement, "details", firstText(interest, u"details"), at);
    keepAnother(agreement, "beneficialOwnershipOrControl",
                firstText(interest, u"beneficialOwnershipOrControl"), at);
    const Value *share = objectIn(interest, u"share");
    if (!share)
        return;
    const QString word = interestWord(type);
    if (word == QLatin1String("shareholding"))
        readShare(draft, agreement, "economic", *share);
    else if (word == QLatin1String("votingrights"))
        readShare(draft, agreement, "voting", *share);
    else
        keepAnother(agreement, "shares", type + QStringLiteral(": ") + rangeOf(*share), share->position());
}

// Where the interests have one period, it is the agreement's; others are told one by one.
void readPeriod(ScenarioDraft &draft, Value &agreement, const QList<const Value *> &interests)
{
    QStringList periods;
    for (const Value *interest : interests) {
        const QString period = firstText(*interest, u"startDate") + u'/' + firstText(*interest, u"endDate");
        if (period.size() > 1 && !periods.contains(period))
            periods.append(period);
    }
    if (periods.isEmpty())
        return;
    const Position at = interests.first()->position();
    setPeriod(draft, agreement, periods.first().section(u'/', 0, 0), periods.first().section(u'/', 1), at);
    keepTexts(agreement, QStringLiteral("further-periods"), periods.mid(1), at);
}

} // namespace

void readBodsInterests(ScenarioDraft &draft, Value &agreement, const QList<const Value *> &interests)
{
    for (const Value *interest : interests)
        readInterest(draft, agreement, *interest);
    readPeriod(draft, agreement, interests);
}

} // namespace entente::formats
