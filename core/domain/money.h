#pragma once

#include "domain/condition.h"
#include "domain/eventdate.h"
#include "domain/id.h"
#include "domain/source.h"

#include <QString>

#include <optional>

namespace entente::domain {

// An exact decimal of up to 15 significant digits.
class Decimal
{
public:
    static constexpr int maxDigits = 15;

    Decimal() = default;
    // Nothing for what is no number, has more digits than fit, or an exponent beyond ±30. "138e9" is
    // 138000000000.
    static std::optional<Decimal> parse(QStringView text, QString *why = nullptr);

    QString toString() const; // plain: "138000000000", "0.5"
    double toDouble() const;
    // Exact; nothing where the sum has more digits than fit.
    std::optional<Decimal> plus(const Decimal &other) const;
    Decimal negated() const;
    bool isZero() const { return m_digits == 0; }
    bool operator==(const Decimal &) const = default;
    bool operator<(const Decimal &other) const;

private:
    static Decimal normalized(qint64 digits, int scale);

    qint64 m_digits = 0; // value = digits × 10^-scale, the digits without trailing zeros
    int m_scale = 0;
};

enum class Qualifier { Exact, About, UpTo, AtLeast, Undisclosed };

enum class Instrument {
    Unstated,
    Cash,
    Equity,
    Debt,
    Credits,
    Warrants,
    PurchaseObligation,
    RevenueShare,
    LicenseFee,
    Other
};

// A sum of money, or a quantity of something else (then `unit` is set and `currency` is empty).
struct Amount
{
    AmountId id;
    std::optional<Decimal> value; // none only when undisclosed
    QString currency;             // ISO 4217
    QString unit;                 // "GW", "percent"
    Qualifier qualifier = Qualifier::Exact;
    Instrument instrument = Instrument::Unstated;
    std::optional<Period> over;
    FirmId from;
    FirmId to;
    Condition condition;
    AmountId partOf;             // within the same agreement; a tranche of that amount
    AgreementId partOfAgreement; // with partOf: the amount of another agreement that this one is part of
    QString text;                // the author's own words
    Cites cites;

    bool isMoney() const { return unit.isEmpty(); }
    bool operator==(const Amount &) const = default;
};

// "$138B", "up to €1.2M", "2 GW", "undisclosed": for pills. `style` is "$138B" or "$138bn" (see Theme).
enum class NumberStyle { CapitalLetter, LowerCaseBn };
QString toShortText(const Amount &amount, NumberStyle style = NumberStyle::CapitalLetter);
// "138,000,000,000 USD".
QString toFullText(const Amount &amount);

bool isCurrency(QStringView code); // in ISO 4217, historic codes included

} // namespace entente::domain
