#pragma once

#include "domain/money.h"

#include <QString>

#include <optional>

namespace entente::formats {

// Which sign parts the decimals of numbers; Unknown leaves "1,234" and "1.234" open.
enum class DecimalMark { Unknown, Point, Comma };

// A sum as people write it.
struct LooseAmount
{
    std::optional<domain::Decimal> value; // none where it is undisclosed
    QString currency;                     // ISO 4217; empty where the text names none
    domain::Qualifier qualifier = domain::Qualifier::Exact;
    bool dollars = false; // the currency is a bare "$": any dollar that is named elsewhere fits
    bool operator==(const LooseAmount &) const = default;
};

// "$1.2B", "£1.2bn", "USD 1,200,000", "1.234.567,89 EUR", "up to $10 billion", "Undisclosed amount".
// Nothing where the text can be read in more ways than one, or in none; `why` then says so in a phrase
// ("\"1,234\" may be a thousand or a decimal"). `stated` is the currency that is named elsewhere: it tells
// which one "¥" or "kr" is.
std::optional<LooseAmount> readLooseAmount(QStringView text, DecimalMark mark = DecimalMark::Unknown,
                                           QString *why = nullptr, const QString &stated = {});

// "n/a", "-", "—", "none": cells that say that there is nothing to say.
bool saysNothing(QStringView text);

} // namespace entente::formats
