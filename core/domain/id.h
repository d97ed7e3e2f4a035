#pragma once

#include <QHashFunctions>
#include <QString>

#include <utility>

namespace entente::domain {

// The author's id of a thing, typed so that a firm's can't be passed where an agreement's is meant.
template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return m_text < other.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

using FirmId = Id<struct FirmTag>;
using TermId = Id<struct TermTag>;
using AgreementId = Id<struct AgreementTag>;
using ClauseId = Id<struct ClauseTag>; // unique within its agreement
using AmountId = Id<struct AmountTag>; // unique within its agreement
using SourceId = Id<struct SourceTag>;

// A clause, by the agreement that holds it.
struct ClauseRef
{
    AgreementId agreement;
    ClauseId clause;

    bool operator==(const ClauseRef &) const = default;
};

} // namespace entente::domain
