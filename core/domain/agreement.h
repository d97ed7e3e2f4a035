#pragma once

#include "domain/condition.h"
#include "domain/firm.h"
#include "domain/money.h"

#include <QMap>
#include <QStringList>

namespace entente::domain {

enum class Heading { Agreements, OwnershipAndControl, Proceedings, Policies };

// What a role does in its kind of agreement: money and goods go from a giving role to a taking one.
enum class RoleSide {
    Equal,   // no direction: partner, party
    Source,  // the arrow starts here: investor, customer (pays), licensor …
    Target,  // the arrow ends here
    Channel, // joined by a thin plain line
    Subject  // likewise
};

struct RoleInfo
{
    QString word; // "customer"
    RoleSide side = RoleSide::Equal;
    bool pays = false; // money goes from who pays to who is paid
    bool paid = false;
    bool supplies = false; // goods, services and rights go from supplier to supplied
    bool supplied = false;
};

struct KindInfo
{
    QString word;  // as in the file: "funding_round"
    QString label; // "Funding round"
    Heading heading = Heading::Agreements;
    QList<RoleInfo> roles;
};

// The documented table of agreement kinds: the one source for the reader, the schema, the guide and
// arrowheads.
const QList<KindInfo> &agreementKinds();
const KindInfo *agreementKind(QStringView word);             // null where unknown
QString kindInWords(QStringView word);                       // its label; the word itself where it is unknown
RoleInfo roleIn(QStringView kindWord, QStringView roleWord); // equal, named so, where the table has none
QString toLabel(Heading heading);                            // "Ownership and control"

enum class Status {
    Rumoured,
    Planned,
    Announced,
    Signed,
    InForce,
    Suspended,
    Waived,
    Superseded,
    Expired,
    Terminated,
    Completed,
    Considered,
    Filed,
    Pending,
    Decided,
    Settled
};
enum class Evidence { Confirmed, Reported, Alleged, Disproven };
enum class Performance { Active, Fulfilled, BreachAlleged, Breached };
enum class Modality { Obligation, Prohibition, Permission };
enum class Reading { Agreed, Rejected, Disputed };

struct Party
{
    FirmId firm;
    QString role;
    bool operator==(const Party &) const = default;
};

// "This term is narrower than that one": a fact that may be disputed.
struct NarrowerThan
{
    TermId term;
    Reading reading = Reading::Agreed;
    Positions positions;
    Cites cites;
    bool operator==(const NarrowerThan &) const = default;
};

struct DefinedTerm
{
    TermId id;
    QString name;
    QString definition;
    QList<NarrowerThan> narrowerThan;
    Cites cites;
    Extras extras;
    Place place;
    bool operator==(const DefinedTerm &) const = default;
};

enum class ExceptionKind { Exception, Waiver };

struct Exception
{
    QString id;
    ExceptionKind kind = ExceptionKind::Exception;
    QString text;
    QString action;
    QString object;
    FirmId counterparty;
    QString territory;
    std::optional<Period> period;
    AgreementId agreement;
    std::optional<Reading> reading;
    QList<Exception> exceptions;
    Cites cites;
    bool operator==(const Exception &other) const; // recursive, so not defaulted
};

struct Clause
{
    ClauseId id;
    QString title;
    QString kind; // CUAD category in snake case
    std::optional<Modality> modality;
    FirmId bearer;       // obligor
    FirmId counterparty; // obligee
    QString action;      // a firm's or term's id
    QString object;      // likewise
    FirmId onlyThrough;
    FirmId through;
    QString territory;
    bool bindsAffiliates = false;
    std::optional<Period> period;
    std::optional<Status> status; // none: the agreement's
    std::optional<Evidence> evidence;
    QString text; // its wording
    QString language;
    QString section;
    Condition condition;
    QList<Exception> exceptions;
    QStringList supersedes; // "agreement" or "agreement/clause"
    Positions positions;
    QString note;
    Cites cites;
    Extras extras;
    Place place;
    bool operator==(const Clause &) const = default;
};

// Of ownership: shares in percent as exact decimals.
struct Stake
{
    std::optional<Decimal> economic;
    std::optional<Decimal> voting;
    Qualifier qualifier = Qualifier::Exact;
    std::optional<int> boardSeats;
    QString vetoRights;
    Cites cites;
    bool operator==(const Stake &) const = default;
};

// The date that the file speaks of, its as_of: what it says without a date is so then. Not part of what the
// agreement says, so it never makes two differ.
struct SpokenOn
{
    std::optional<EventDate> date;
    bool operator==(const SpokenOn &) const { return true; }
};

struct Agreement
{
    AgreementId id;
    QString title;
    QString kind; // a word of agreementKinds()
    AgreementId partOf;
    QList<Party> parties;
    QList<Amount> amounts;
    std::optional<Stake> stake;
    std::optional<Period> period;
    std::optional<EventDate> announced;
    std::optional<EventDate> signedOn; // "signed" in the file
    std::optional<EventDate> trial;    // of proceedings
    std::optional<Status> status;
    std::optional<bool> binding;
    Evidence evidence = Evidence::Reported;
    std::optional<Performance> performance;
    QString governingLaw;
    QString forum;
    QList<AgreementId> amends;
    QStringList supersedes; // "agreement" or "agreement/clause"
    QList<Clause> clauses;
    Positions positions;
    QMap<QString, Cites> factCites; // cites of single facts by key: "period", "announced", "status"
    Cites cites;
    QString note;
    Extras extras;
    Place place;
    SpokenOn spokenOn; // by Scenario::index()

    Heading heading() const;
    bool operator==(const Agreement &) const = default;
};

// As in the file ("in_force") and as read by people ("in force").
QString toWord(Status value);
QString toWord(Evidence value);
QString toWord(Performance value);
QString toWord(Modality value);
QString toWord(StanceKind value);
QString toWord(Reading value);
QString toWord(Qualifier value);
QString toWord(Instrument value);
QString toWord(ConditionState value);
QString bindingInWords(std::optional<bool> binding); // "yes", "no" or "not known"
QString clauseKindInWords(const QString &kind);      // "right of first refusal, offer or negotiation"
QString toReadable(QStringView word); // underscores become spaces: for every word of the format
bool hasEnded(Status status);         // terminated, expired, superseded, waived, completed
bool isOfProceedings(Status status);  // considered, filed, pending, decided, settled

} // namespace entente::domain
