#include "analysis/fields.h"

#include "analysis/jsontext.h"
#include "domain/words.h"

#include <QHash>

namespace entente::analysis {

namespace {

// Gathers fields; what is empty or unknown is left out.
class Gatherer
{
public:
    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            raw(QString::fromLatin1(key), quoted(value));
    }
    template <typename I> void id(const char *key, const I &value) { text(key, value.text()); }
    template <typename T> void written(const char *key, const std::optional<T> &value)
    {
        if (value)
            text(key, value->text());
    }
    template <typename E> void word(const char *key, const std::optional<E> &value)
    {
        if (value)
            text(key, domain::wordFor(*value));
    }
    void list(const char *key, const QStringList &values)
    {
        QStringList parts;
        for (const QString &value : values)
            parts.append(quoted(value));
        if (!parts.isEmpty())
            raw(QString::fromLatin1(key), u'[' + parts.join(QStringLiteral(", ")) + u']');
    }
    void raw(const QString &key, const QString &json) { fields.append({u'/' + m_prefix + key, json}); }

    void flag(const char *key, const std::optional<bool> &value)
    {
        if (value)
            raw(QString::fromLatin1(key), *value ? QStringLiteral("true") : QStringLiteral("false"));
    }

    void within(const QString &prefix) { m_prefix = prefix.isEmpty() ? QString() : prefix + u'/'; }

    Fields fields;

private:
    QString m_prefix;
};

void gatherCites(Gatherer &gather, const domain::Cites &cites)
{
    QStringList sources;
    for (const domain::Cite &cite : cites) {
        QString text = cite.source.text();
        for (const QString &part : {cite.locator, cite.quote, cite.note}) {
            if (!part.isEmpty())
                text += QStringLiteral(" · ") + part;
        }
        sources.append(text);
    }
    gather.list("cites", sources);
}

void gatherPositions(Gatherer &gather, const QString &prefix, const domain::Positions &positions)
{
    for (const domain::Position &position : positions) {
        gather.within(prefix + QStringLiteral("positions/") + position.id);
        gather.id("by", position.by);
        gather.word("stance", std::optional(position.stance));
        gather.text("text", position.text);
        gather.text("attribution", position.attribution);
        gatherCites(gather, position.cites);
    }
    gather.within({});
}

void gatherAmounts(Gatherer &gather, const QList<domain::Amount> &amounts)
{
    for (const domain::Amount &amount : amounts) {
        gather.within(QStringLiteral("amounts/") + amount.id.text());
        if (amount.value)
            gather.raw(QStringLiteral("value"), amount.value->toString());
        gather.text("currency", amount.currency);
        gather.text("unit", amount.unit);
        gather.word("qualifier", std::optional(amount.qualifier));
        gather.word("instrument", std::optional(amount.instrument));
        gather.written("over", amount.over);
        gather.id("from", amount.from);
        gather.id("to", amount.to);
        gather.text("condition", amount.condition.text);
        gather.id("part_of", amount.partOf);
        gather.text("text", amount.text);
        gatherCites(gather, amount.cites);
    }
    gather.within({});
}

void gatherExceptions(Gatherer &gather, const QString &prefix, const QList<domain::Exception> &exceptions)
{
    for (const domain::Exception &exception : exceptions) {
        const QString at = prefix + QStringLiteral("exceptions/") + exception.id;
        gather.within(at);
        gather.word("kind", std::optional(exception.kind));
        gather.text("text", exception.text);
        gather.text("action", exception.action);
        gather.text("object", exception.object);
        gather.id("counterparty", exception.counterparty);
        gather.text("territory", exception.territory);
        gather.written("period", exception.period);
        gather.id("agreement", exception.agreement);
        gather.word("reading", exception.reading);
        gatherCites(gather, exception.cites);
        gatherExceptions(gather, at + u'/', exception.exceptions);
    }
    gather.within({});
}

void gatherStake(Gatherer &gather, const domain::Stake &stake)
{
    gather.within(QStringLiteral("stake"));
    if (stake.economic)
        gather.raw(QStringLiteral("economic"), stake.economic->toString());
    if (stake.voting)
        gather.raw(QStringLiteral("voting"), stake.voting->toString());
    if (stake.boardSeats)
        gather.raw(QStringLiteral("board_seats"), QString::number(*stake.boardSeats));
    gather.word("qualifier", std::optional(stake.qualifier));
    gather.text("veto_rights", stake.vetoRights);
    gather.within({});
}

} // namespace

Fields fieldsOf(const domain::Firm &firm)
{
    Gatherer gather;
    gather.text("name", firm.name);
    gather.word("kind", std::optional(firm.kind));
    gather.id("part_of", firm.partOf);
    gather.text("jurisdiction", firm.jurisdiction);
    gather.text("legal_form", firm.legalForm);
    gather.list("aliases", firm.aliases);
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        gather.text(("identifiers/" + it.key().toUtf8()).constData(), it.value());
    gather.text("note", firm.note);
    gatherCites(gather, firm.cites);
    return gather.fields;
}

Fields fieldsOf(const domain::Agreement &agreement)
{
    Gatherer gather;
    gather.text("title", agreement.title);
    gather.text("kind", agreement.kind);
    gather.id("part_of", agreement.partOf);
    QStringList parties;
    for (const domain::Party &party : agreement.parties)
        parties.append(party.firm.text() + QStringLiteral(" as ") + party.role);
    gather.list("parties", parties);
    gatherAmounts(gather, agreement.amounts);
    if (agreement.stake)
        gatherStake(gather, *agreement.stake);
    gather.written("period", agreement.period);
    gather.written("announced", agreement.announced);
    gather.written("signed", agreement.signedOn);
    gather.written("trial", agreement.trial);
    gather.word("status", agreement.status);
    gather.flag("binding", agreement.binding);
    gather.word("evidence", std::optional(agreement.evidence));
    gather.word("performance", agreement.performance);
    gather.text("governing_law", agreement.governingLaw);
    gather.text("forum", agreement.forum);
    gather.list("supersedes", agreement.supersedes);
    gatherPositions(gather, {}, agreement.positions);
    gatherCites(gather, agreement.cites);
    gather.text("note", agreement.note);
    return gather.fields;
}

Fields fieldsOf(const domain::Clause &clause)
{
    Gatherer gather;
    gather.text("title", clause.title);
    gather.text("kind", clause.kind);
    gather.word("modality", clause.modality);
    gather.id("bearer", clause.bearer);
    gather.id("counterparty", clause.counterparty);
    gather.text("action", clause.action);
    gather.text("object", clause.object);
    gather.id("only_through", clause.onlyThrough);
    gather.id("through", clause.through);
    gather.text("territory", clause.territory);
    gather.flag("binds_affiliates", clause.bindsAffiliates);
    gather.written("period", clause.period);
    gather.word("status", clause.status);
    gather.word("evidence", clause.evidence);
    gather.text("text", clause.text);
    gather.text("section", clause.section);
    gather.text("condition", clause.condition.text);
    gatherExceptions(gather, {}, clause.exceptions);
    gather.list("supersedes", clause.supersedes);
    gatherPositions(gather, {}, clause.positions);
    gather.text("note", clause.note);
    gatherCites(gather, clause.cites);
    return gather.fields;
}

Fields fieldsOf(const domain::DefinedTerm &term)
{
    Gatherer gather;
    gather.text("name", term.name);
    gather.text("definition", term.definition);
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        const QString prefix = QStringLiteral("narrower_than/") + narrower.term.text();
        gather.within(prefix);
        gather.word("reading", std::optional(narrower.reading));
        gatherPositions(gather, prefix + u'/', narrower.positions);
    }
    gather.within({});
    gatherCites(gather, term.cites);
    return gather.fields;
}

Fields fieldsOf(const domain::Source &source)
{
    Gatherer gather;
    gather.text("title", source.title);
    gather.text("publisher", source.publisher);
    gather.text("author", source.author);
    gather.text("kind", source.kind);
    gather.written("published", source.published);
    gather.text("url", source.url);
    gather.written("accessed", source.accessed);
    gather.text("note", source.note);
    return gather.fields;
}

QList<Change> changesBetween(const QString &path, const Fields &before, const Fields &after)
{
    const QHash<QString, QString> old(before.begin(), before.end());
    const QHash<QString, QString> now(after.begin(), after.end());
    QList<Change> changes;
    for (const auto &[key, value] : before) {
        if (!now.contains(key))
            changes.append({path + key, value, {}});
    }
    for (const auto &[key, value] : after) {
        if (old.value(key) != value)
            changes.append({path + key, old.value(key), value});
    }
    return changes;
}

} // namespace entente::analysis
