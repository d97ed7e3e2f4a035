#pragma once

#include "domain/id.h"
#include "domain/source.h"

namespace entente::domain {

enum class StanceKind { Affirms, Denies, Open };

// Who says what of the thing that holds it, and through whom it is known.
struct Position
{
    QString id;
    FirmId by;
    StanceKind stance = StanceKind::Open;
    QString text;        // in the author's words
    QString attribution; // "sources familiar with the matter"
    Cites cites;
    bool operator==(const Position &) const = default;
};
using Positions = QList<Position>;

// A condition is text; whether it is met may be known, unknown or disputed.
enum class ConditionState { Unknown, Met, Unmet, Disputed };

struct Condition
{
    QString text;
    ConditionState state = ConditionState::Unknown;
    Positions positions;
    Cites cites;
    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Condition &) const = default;
};

QString toWords(const Condition &condition); // "it is listed (met)"; the text alone where that is unknown

} // namespace entente::domain
