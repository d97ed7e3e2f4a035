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
    void text(const QString &key, const QString &value)
    {
        if (!value.isEmpty())
            raw(key, quoted(value));
    }
    template <typename I> void id(const QString &key, const I &value) { text(key, value.text()); }
    template <typename T> void written(const QString &key, const std::optional<T> &value)
    {
        if (value)
            text(key, value->text());
    }
    template <typename E> void word(const QString &key, const std::optional<E> &value)
    {
        if (value)
            text(key, domain::wordFor(*value));
    }
    void list(const QString &key, const QStringList &values)
    {
        QStringList parts;
        for (const QString &value : values)
            parts.append(quoted(value));
        if (!parts.isEmpty())
            raw(key, u'[' + parts.join(QStringLiteral(", ")) + u']');
    }
    void raw(const QString &key, const QString &json) { fields.append({u'/' + m_prefix + key, json}); }

    void flag(const QString &key, const std::optional<bool> &value)
    {
        if (value)
            raw(key, *value ? QStringLiteral("true") : QStringLiteral("false"));
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
        const std::pair<QString, QString> parts[] = {{QStringLiteral(" · %1"), cite.locator},
                                                     {QStringLiteral(" · “%1”"), cite.quote},
                                                     {QStringLiteral(" (%1)"), cite.note}};
        for (const auto &[form, part] : parts) {
            if (!part.isEmpty())
                text += form.arg(part);
        }
        sources.append(text);
    }
    gather.list(QStringLiteral("cites"), sources);
}

void gatherExtras(Gatherer &gather, const domain::Extras &extras)
{
    for (auto it = extras.begin(); it != extras.end(); ++it)
        gather.raw(pointerToken(it.key()), it.value());
}

void gatherPositions(Gatherer &gather, const QString &prefix, const domain::Positions &positions)
{
    for (const domain::Position &position : positions) {
        gather.within(prefix + QStringLiteral("positions/") + position.id);
        gather.id(QStringLiteral("by"), position.by);
        gather.word(QStringLiteral("stance"), std::optional(position.stance));
        gather.text(QStringLiteral("text"), position.text);
        gather.text(QStringLiteral("attribution"), position.attribution);
        gatherCites(gather, position.cites);
    }
    gather.within({});
}

// At the path given. Its text alone may stand for the whole of it.
void gatherCondition(Gatherer &gather, const QString &path, const domain::Condition &condition)
{
    if (condition.isEmpty())
        return;
    gather.within({});
    gather.text(path, condition.text);
    gather.within(path);
    gather.word(QStringLiteral("state"), std::optional(condition.state));
    gatherCites(gather, condition.cites);
    gatherPositions(gather, path + u'/', condition.positions);
}

void gatherAmounts(Gatherer &gather, const QList<domain::Amount> &amounts)
{
    for (const domain::Amount &amount : amounts) {
        const QString path = QStringLiteral("amounts/") + amount.id.text();
        gather.within(path);
        if (amount.value)
            gather.raw(QStringLiteral("value"), amount.value->toString());
        gather.text(QStringLiteral("currency"), amount.currency);
        gather.text(QStringLiteral("unit"), amount.unit);
        gather.word(QStringLiteral("qualifier"), std::optional(amount.qualifier));
        gather.word(QStringLiteral("instrument"), std::optional(amount.instrument));
        gather.written(QStringLiteral("over"), amount.over);
        gather.id(QStringLiteral("from"), amount.from);
        gather.id(QStringLiteral("to"), amount.to);
        gather.text(QStringLiteral("part_of"),
                    amount.partOfAgreement.isEmpty()
                        ? amount.partOf.text()
                        : amount.partOfAgreement.text() + u'/' + amount.partOf.text());
        gather.text(QStringLiteral("text"), amount.text);
        gatherCites(gather, amount.cites);
        gatherCondition(gather, path + QStringLiteral("/condition"), amount.condition);
    }
    gather.within({});
}

void gatherExceptions(Gatherer &gather, const QString &prefix, const QList<domain::Exception> &exceptions)
{
    for (const domain::Exception &exception : exceptions) {
        const QString at = prefix + QStringLiteral("exceptions/") + exception.id;
        gather.within(at);
        gather.word(QStringLiteral("kind"), std::optional(exception.kind));
        gather.text(QStringLiteral("text"), exception.text);
        gather.text(QStringLiteral("action"), exception.action);
        gather.text(QStringLiteral("object"), exception.object);
        gather.id(QStringLiteral("counterparty"), exception.counterparty);
        gather.text(QStringLiteral("territory"), exception.territory);
        gather.written(QStringLiteral("period"), exception.period);
        gather.id(QStringLiteral("agreement"), exception.agreement);
        gather.word(QStringLiteral("reading"), exception.reading);
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
    gather.word(QStringLiteral("qualifier"), std::optional(stake.qualifier));
    gather.text(QStringLiteral("veto_rights"), stake.vetoRights);
    gatherCites(gather, stake.cites);
    gather.within({});
}

} // namespace

Fields fieldsOf(const domain::Firm &firm)
{
    Gatherer gather;
    gather.text(QStringLiteral("name"), firm.name);
    gather.word(QStringLiteral("kind"), std::optional(firm.kind));
    gather.id(QStringLiteral("part_of"), firm.partOf);
    gather.text(QStringLiteral("jurisdiction"), firm.jurisdiction);
    gather.text(QStringLiteral("legal_form"), firm.legalForm);
    gather.list(QStringLiteral("aliases"), firm.aliases);
    for (auto it = firm.identifiers.begin(); it != firm.identifiers.end(); ++it)
        gather.text(QStringLiteral("identifiers/") + pointerToken(it.key()), it.value());
    gather.text(QStringLiteral("note"), firm.note);
    gatherCites(gather, firm.cites);
    gatherExtras(gather, firm.extras);
    return gather.fields;
}

Fields fieldsOf(const domain::Agreement &agreement)
{
    Gatherer gather;
    gather.text(QStringLiteral("title"), agreement.title);
    gather.text(QStringLiteral("kind"), agreement.kind);
    gather.id(QStringLiteral("part_of"), agreement.partOf);
    QStringList parties;
    for (const domain::Party &party : agreement.parties)
        parties.append(party.firm.text() + QStringLiteral(" as ") + party.role);
    gather.list(QStringLiteral("parties"), parties);
    gatherAmounts(gather, agreement.amounts);
    if (agreement.stake)
        gatherStake(gather, *agreement.stake);
    gather.written(QStringLiteral("period"), agreement.period);
    gather.written(QStringLiteral("announced"), agreement.announced);
    gather.written(QStringLiteral("signed"), agreement.signedOn);
    gather.written(QStringLiteral("trial"), agreement.trial);
    gather.word(QStringLiteral("status"), agreement.status);
    gather.flag(QStringLiteral("binding"), agreement.binding);
    gather.word(QStringLiteral("evidence"), std::optional(agreement.evidence));
    gather.word(QStringLiteral("performance"), agreement.performance);
    gather.text(QStringLiteral("governing_law"), agreement.governingLaw);
    gather.text(QStringLiteral("forum"), agreement.forum);
    QStringList amended;
    for (const domain::AgreementId &older : agreement.amends)
        amended.append(older.text());
    gather.list(QStringLiteral("amends"), amended);
    gather.list(QStringLiteral("supersedes"), agreement.supersedes);
    gatherPositions(gather, {}, agreement.positions);
    for (auto it = agreement.factCites.begin(); it != agreement.factCites.end(); ++it) {
        gather.within(it.key());
        gatherCites(gather, it.value());
    }
    gather.within({});
    gatherCites(gather, agreement.cites);
    gather.text(QStringLiteral("note"), agreement.note);
    gatherExtras(gather, agreement.extras);
    return gather.fields;
}

Fields fieldsOf(const domain::Clause &clause)
{
    Gatherer gather;
    gather.text(QStringLiteral("title"), clause.title);
    gather.text(QStringLiteral("kind"), clause.kind);
    gather.word(QStringLiteral("modality"), clause.modality);
    gather.id(QStringLiteral("bearer"), clause.bearer);
    gather.id(QStringLiteral("counterparty"), clause.counterparty);
    gather.text(QStringLiteral("action"), clause.action);
    gather.text(QStringLiteral("object"), clause.object);
    gather.id(QStringLiteral("only_through"), clause.onlyThrough);
    gather.id(QStringLiteral("through"), clause.through);
    gather.text(QStringLiteral("territory"), clause.territory);
    gather.flag(QStringLiteral("binds_affiliates"), clause.bindsAffiliates);
    gather.written(QStringLiteral("period"), clause.period);
    gather.word(QStringLiteral("status"), clause.status);
    gather.word(QStringLiteral("evidence"), clause.evidence);
    gather.text(QStringLiteral("text"), clause.text);
    gather.text(QStringLiteral("language"), clause.language);
    gather.text(QStringLiteral("section"), clause.section);
    gatherCondition(gather, QStringLiteral("condition"), clause.condition);
    gatherExceptions(gather, {}, clause.exceptions);
    gather.list(QStringLiteral("supersedes"), clause.supersedes);
    gatherPositions(gather, {}, clause.positions);
    gather.text(QStringLiteral("note"), clause.note);
    gatherCites(gather, clause.cites);
    gatherExtras(gather, clause.extras);
    return gather.fields;
}

Fields fieldsOf(const domain::DefinedTerm &term)
{
    Gatherer gather;
    gather.text(QStringLiteral("name"), term.name);
    gather.text(QStringLiteral("definition"), term.definition);
    for (const domain::NarrowerThan &narrower : term.narrowerThan) {
        const QString prefix = QStringLiteral("narrower_than/") + narrower.term.text();
        gather.within(prefix);
        gather.word(QStringLiteral("reading"), std::optional(narrower.reading));
        gatherCites(gather, narrower.cites);
        gatherPositions(gather, prefix + u'/', narrower.positions);
    }
    gather.within({});
    gatherCites(gather, term.cites);
    gatherExtras(gather, term.extras);
    return gather.fields;
}

Fields fieldsOf(const domain::Source &source)
{
    Gatherer gather;
    gather.text(QStringLiteral("title"), source.title);
    gather.text(QStringLiteral("publisher"), source.publisher);
    gather.text(QStringLiteral("author"), source.author);
    gather.text(QStringLiteral("kind"), source.kind);
    gather.text(QStringLiteral("language"), source.language);
    gather.written(QStringLiteral("published"), source.published);
    gather.text(QStringLiteral("url"), source.url);
    gather.text(QStringLiteral("archived_url"), source.archivedUrl);
    gather.written(QStringLiteral("accessed"), source.accessed);
    gather.text(QStringLiteral("file"), source.file);
    gather.text(QStringLiteral("sha256"), source.sha256);
    gather.text(QStringLiteral("grade"), source.grade);
    gather.text(QStringLiteral("note"), source.note);
    gatherExtras(gather, source.extras);
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
