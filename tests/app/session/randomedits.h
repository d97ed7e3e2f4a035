#pragma once

#include "formats/references.h"
#include "session/session.h"

#include <QRandomGenerator>

namespace entente::test {

// Sound edits of whatever scenario is given, the same for the same seed.
class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed)
        : m_random(seed)
    {}

    session::Edit next(const session::Session &session)
    {
        using document::Change;
        const domain::Scenario &scenario = session.scenario();
        const document::Document &document = session.document();
        const auto firm = pick(scenario.firms);
        const auto agreement = pick(scenario.agreements);
        switch (m_random.bounded(7)) {
        case 0:
            return edit("Add firm", {Change::set(QStringLiteral("/firms/") + newId(),
                                                 object({{"name", newId()}, {"kind", "company"}}))});
        case 1:
            return edit("Add term", {Change::set(QStringLiteral("/defined_terms/") + newId(),
                                                 object({{"name", newId()}, {"definition", "“ü”\n\\ 漢"}}))});
        case 2:
            return firm.isEmpty() ? next(session)
                                  : edit("Add agreement", {addAgreement(firm, pick(scenario.firms))});
        case 3:
            return firm.isEmpty()
                       ? next(session)
                       : edit("Note", {Change::set(QStringLiteral("/firms/") + firm + QStringLiteral("/note"),
                                                   document::Value::string(newId()))});
        case 4:
            return firm.isEmpty() ? next(session)
                                  : edit("Rename", formats::renaming(document, firmRef(firm), newId()));
        case 5:
            return firm.isEmpty() || m_random.bounded(2) == 0
                       ? next(session)
                       : edit("Remove", formats::removal(document, firmRef(firm)).changes);
        default:
            return agreement.isEmpty() ? next(session) : edit("Amount", {addAmount(agreement)});
        }
    }

private:
    struct Text : QString
    {
        Text(const char *utf8)
            : QString(QString::fromUtf8(utf8))
        {}
        Text(const QString &text)
            : QString(text)
        {}
    };

    static document::Value object(std::initializer_list<std::pair<const char *, Text>> members)
    {
        document::Value value = document::Value::object();
        for (const auto &[key, text] : members)
            value.set(QString::fromLatin1(key), document::Value::string(text));
        return value;
    }

    static session::Edit edit(const char *text, const QList<document::Change> &changes)
    {
        return {QString::fromLatin1(text), changes, {}};
    }

    static domain::ThingRef firmRef(const QString &id) { return domain::ThingRef::of(domain::FirmId(id)); }

    QString newId() { return QStringLiteral("n%1").arg(m_random.bounded(100'000)); }

    template <typename T> QString pick(const QList<T> &things)
    {
        return things.isEmpty() ? QString() : things.at(m_random.bounded(int(things.size()))).id.text();
    }

    document::Change addAgreement(const QString &from, const QString &to)
    {
        document::Value parties = document::Value::array();
        parties.append(object({{"firm", from}, {"role", "lender"}}));
        parties.append(object({{"firm", to}, {"role", "borrower"}}));
        document::Value loan = object({{"title", newId()}, {"kind", "loan"}});
        loan.set(QStringLiteral("parties"), parties);
        return document::Change::set(QStringLiteral("/agreements/") + newId(), loan);
    }

    document::Change addAmount(const QString &agreement)
    {
        document::Value amount = object({{"currency", "USD"}, {"text", "some"}});
        amount.set(QStringLiteral("value"), document::Value::number(QString::number(m_random.bounded(1000))));
        return document::Change::set(QStringLiteral("/agreements/%1/amounts/%2").arg(agreement, newId()),
                                     amount);
    }

    QRandomGenerator m_random;
};

} // namespace entente::test
