#include "domain/words.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace entente::domain {

namespace {

constexpr std::array kindsOfFirm{
    Word<FirmKind>{FirmKind::Company, QLatin1String("company")},
    Word<FirmKind>{FirmKind::Subsidiary, QLatin1String("subsidiary")},
    Word<FirmKind>{FirmKind::Division, QLatin1String("division")},
    Word<FirmKind>{FirmKind::Product, QLatin1String("product")},
    Word<FirmKind>{FirmKind::Platform, QLatin1String("platform")},
    Word<FirmKind>{FirmKind::Fund, QLatin1String("fund")},
    Word<FirmKind>{FirmKind::Person, QLatin1String("person")},
    Word<FirmKind>{FirmKind::Government, QLatin1String("government")},
    Word<FirmKind>{FirmKind::Court, QLatin1String("court")},
    Word<FirmKind>{FirmKind::Other, QLatin1String("other")},
};

constexpr std::array statusWords{
    Word<Status>{Status::Rumoured, QLatin1String("rumoured")},
    Word<Status>{Status::Planned, QLatin1String("planned")},
    Word<Status>{Status::Announced, QLatin1String("announced")},
    Word<Status>{Status::Signed, QLatin1String("signed")},
    Word<Status>{Status::InForce, QLatin1String("in_force")},
    Word<Status>{Status::Suspended, QLatin1String("suspended")},
    Word<Status>{Status::Waived, QLatin1String("waived")},
    Word<Status>{Status::Superseded, QLatin1String("superseded")},
    Word<Status>{Status::Expired, QLatin1String("expired")},
    Word<Status>{Status::Terminated, QLatin1String("terminated")},
    Word<Status>{Status::Completed, QLatin1String("completed")},
    Word<Status>{Status::Considered, QLatin1String("considered")},
    Word<Status>{Status::Filed, QLatin1String("filed")},
    Word<Status>{Status::Pending, QLatin1String("pending")},
    Word<Status>{Status::Decided, QLatin1String("decided")},
    Word<Status>{Status::Settled, QLatin1String("settled")},
};

constexpr std::array evidenceWords{
    Word<Evidence>{Evidence::Confirmed, QLatin1String("confirmed")},
    Word<Evidence>{Evidence::Reported, QLatin1String("reported")},
    Word<Evidence>{Evidence::Alleged, QLatin1String("alleged")},
    Word<Evidence>{Evidence::Disproven, QLatin1String("disproven")},
};

constexpr std::array performanceWords{
    Word<Performance>{Performance::Active, QLatin1String("active")},
    Word<Performance>{Performance::Fulfilled, QLatin1String("fulfilled")},
    Word<Performance>{Performance::BreachAlleged, QLatin1String("breach_alleged")},
    Word<Performance>{Performance::Breached, QLatin1String("breached")},
};

constexpr std::array modalityWords{
    Word<Modality>{Modality::Obligation, QLatin1String("obligation")},
    Word<Modality>{Modality::Prohibition, QLatin1String("prohibition")},
    Word<Modality>{Modality::Permission, QLatin1String("permission")},
};

constexpr std::array stanceKindWords{
    Word<StanceKind>{StanceKind::Affirms, QLatin1String("affirms")},
    Word<StanceKind>{StanceKind::Denies, QLatin1String("denies")},
    Word<StanceKind>{StanceKind::Open, QLatin1String("open")},
};

constexpr std::array readingWords{
    Word<Reading>{Reading::Agreed, QLatin1String("agreed")},
    Word<Reading>{Reading::Rejected, QLatin1String("rejected")},
    Word<Reading>{Reading::Disputed, QLatin1String("disputed")},
};

constexpr std::array qualifierWords{
    Word<Qualifier>{Qualifier::Exact, QLatin1String("exact")},
    Word<Qualifier>{Qualifier::About, QLatin1String("about")},
    Word<Qualifier>{Qualifier::UpTo, QLatin1String("up_to")},
    Word<Qualifier>{Qualifier::AtLeast, QLatin1String("at_least")},
    Word<Qualifier>{Qualifier::Undisclosed, QLatin1String("undisclosed")},
};

constexpr std::array instrumentWords{
    Word<Instrument>{Instrument::Cash, QLatin1String("cash")},
    Word<Instrument>{Instrument::Equity, QLatin1String("equity")},
    Word<Instrument>{Instrument::Debt, QLatin1String("debt")},
    Word<Instrument>{Instrument::Credits, QLatin1String("credits")},
    Word<Instrument>{Instrument::Warrants, QLatin1String("warrants")},
    Word<Instrument>{Instrument::PurchaseObligation, QLatin1String("purchase_obligation")},
    Word<Instrument>{Instrument::RevenueShare, QLatin1String("revenue_share")},
    Word<Instrument>{Instrument::LicenseFee, QLatin1String("license_fee")},
    Word<Instrument>{Instrument::Other, QLatin1String("other")},
};

constexpr std::array conditionStateWords{
    Word<ConditionState>{ConditionState::Unknown, QLatin1String("unknown")},
    Word<ConditionState>{ConditionState::Met, QLatin1String("met")},
    Word<ConditionState>{ConditionState::Unmet, QLatin1String("unmet")},
    Word<ConditionState>{ConditionState::Disputed, QLatin1String("disputed")},
};

constexpr std::array exceptionKindWords{
    Word<ExceptionKind>{ExceptionKind::Exception, QLatin1String("exception")},
    Word<ExceptionKind>{ExceptionKind::Waiver, QLatin1String("waiver")},
};

} // namespace

template <> std::span<const Word<FirmKind>> wordsOf()
{
    return kindsOfFirm;
}

template <> std::span<const Word<Status>> wordsOf()
{
    return statusWords;
}

template <> std::span<const Word<Evidence>> wordsOf()
{
    return evidenceWords;
}

template <> std::span<const Word<Performance>> wordsOf()
{
    return performanceWords;
}

template <> std::span<const Word<Modality>> wordsOf()
{
    return modalityWords;
}

template <> std::span<const Word<StanceKind>> wordsOf()
{
    return stanceKindWords;
}

template <> std::span<const Word<Reading>> wordsOf()
{
    return readingWords;
}

template <> std::span<const Word<Qualifier>> wordsOf()
{
    return qualifierWords;
}

template <> std::span<const Word<Instrument>> wordsOf()
{
    return instrumentWords;
}

template <> std::span<const Word<ConditionState>> wordsOf()
{
    return conditionStateWords;
}

template <> std::span<const Word<ExceptionKind>> wordsOf()
{
    return exceptionKindWords;
}

QString toWord(FirmKind kind)
{
    return wordFor(kind);
}

QString toWord(Status value)
{
    return wordFor(value);
}

QString toWord(Evidence value)
{
    return wordFor(value);
}

QString toWord(Performance value)
{
    return wordFor(value);
}

QString toWord(Modality value)
{
    return wordFor(value);
}

QString toWord(StanceKind value)
{
    return wordFor(value);
}

QString toWord(Reading value)
{
    return wordFor(value);
}

QString toWord(Qualifier value)
{
    return wordFor(value);
}

QString toWord(Instrument value)
{
    return wordFor(value);
}

QString toWord(ConditionState value)
{
    return wordFor(value);
}

std::optional<FirmKind> firmKindFrom(QStringView word)
{
    return fromWord<FirmKind>(word);
}

QStringList firmKindWords()
{
    return allWords<FirmKind>();
}

QString bindingInWords(std::optional<bool> binding)
{
    if (!binding)
        return QStringLiteral("not known");
    return *binding ? QStringLiteral("yes") : QStringLiteral("no");
}

QString toReadable(QStringView word)
{
    return word.toString().replace(u'_', u' ');
}

bool hasEnded(Status status)
{
    switch (status) {
    case Status::Terminated:
    case Status::Expired:
    case Status::Superseded:
    case Status::Waived:
    case Status::Completed:
        return true;
    default:
        return false;
    }
}

bool isOfProceedings(Status status)
{
    switch (status) {
    case Status::Considered:
    case Status::Filed:
    case Status::Pending:
    case Status::Decided:
    case Status::Settled:
        return true;
    default:
        return false;
    }
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

const QStringList &clauseKinds()
{
    // CUAD v1 (Hendrycks and others, 2021), its 41 labels without those that are facts about the whole
    // document; and other.
    static const QStringList kinds =
        QStringLiteral("most_favored_nation non_compete exclusivity no_solicit_of_customers "
                       "competitive_restriction_exception no_solicit_of_employees non_disparagement "
                       "termination_for_convenience rofr_rofo_rofn change_of_control anti_assignment "
                       "revenue_profit_sharing price_restrictions minimum_commitment volume_restriction "
                       "ip_ownership_assignment joint_ip_ownership license_grant non_transferable_license "
                       "affiliate_license_licensor affiliate_license_licensee "
                       "unlimited_all_you_can_eat_license irrevocable_or_perpetual_license "
                       "source_code_escrow post_termination_services audit_rights uncapped_liability "
                       "cap_on_liability liquidated_damages warranty_duration insurance "
                       "covenant_not_to_sue third_party_beneficiary renewal_term "
                       "notice_period_to_terminate_renewal governing_law other")
            .split(u' ');
    return kinds;
}

QString clauseKindInWords(const QString &kind)
{
    static const QHash<QString, QString> labels{
        {QStringLiteral("rofr_rofo_rofn"), QStringLiteral("right of first refusal, offer or negotiation")},
        {QStringLiteral("no_solicit_of_customers"), QStringLiteral("no solicitation of customers")},
        {QStringLiteral("no_solicit_of_employees"), QStringLiteral("no solicitation of employees")},
        {QStringLiteral("revenue_profit_sharing"), QStringLiteral("revenue or profit sharing")},
        {QStringLiteral("ip_ownership_assignment"), QStringLiteral("assignment of IP ownership")},
        {QStringLiteral("joint_ip_ownership"), QStringLiteral("joint IP ownership")},
        {QStringLiteral("affiliate_license_licensor"),
         QStringLiteral("licence of the licensor’s affiliates")},
        {QStringLiteral("affiliate_license_licensee"),
         QStringLiteral("licence of the licensee’s affiliates")},
        {QStringLiteral("unlimited_all_you_can_eat_license"), QStringLiteral("unlimited licence")},
    };
    return labels.value(kind, toReadable(kind));
}

QString extraName(const QString &key)
{
    const QString prefix = QStringLiteral("x-");
    return key.startsWith(prefix) ? key.mid(prefix.size()) : key;
}

QString extraInWords(const QString &json)
{
    const QByteArray list = '[' + json.toUtf8() + ']';
    const QJsonValue value = QJsonDocument::fromJson(list).array().at(0);
    return value.isString() ? value.toString() : json;
}

} // namespace entente::domain
