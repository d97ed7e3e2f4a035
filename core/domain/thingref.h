#pragma once

#include "domain/agreement.h"

namespace entente::domain {

enum class ThingKind { None, Firm, Agreement, Clause, Term, Source, Conflict };

// Anything a user can select. `id` is the firm's, agreement's, term's or source's; of a clause
// "agreement/clause"; of a conflict "agreement/clause~agreement/clause".
struct ThingRef
{
    ThingKind kind = ThingKind::None;
    QString id;

    static ThingRef of(const FirmId &id) { return {ThingKind::Firm, id.text()}; }
    static ThingRef of(const AgreementId &id) { return {ThingKind::Agreement, id.text()}; }
    static ThingRef of(const TermId &id) { return {ThingKind::Term, id.text()}; }
    static ThingRef of(const SourceId &id) { return {ThingKind::Source, id.text()}; }
    static ThingRef of(const ClauseRef &ref) { return {ThingKind::Clause, toText(ref)}; }
    static ThingRef conflict(const ClauseRef &a, const ClauseRef &b);

    static QString toText(const ClauseRef &ref) { return ref.agreement.text() + u'/' + ref.clause.text(); }
    ClauseRef clauseRef() const; // of a clause; empty for others

    bool isNone() const { return kind == ThingKind::None; }
    bool operator==(const ThingRef &) const = default;
    friend size_t qHash(const ThingRef &ref, size_t seed = 0)
    {
        return qHashMulti(seed, int(ref.kind), ref.id);
    }

    // "firm:openai", as links in panels and ids in settings; none for what can't be read.
    QString toString() const;
    static ThingRef fromString(QStringView text);
};

} // namespace entente::domain
