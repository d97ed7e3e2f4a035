#include "domain/condition.h"

#include "domain/words.h"

namespace entente::domain {

QString toWords(const Condition &condition)
{
    switch (condition.state) {
    case ConditionState::Unknown:
        return condition.text;
    case ConditionState::Unmet:
        return QStringLiteral("%1 (not met)").arg(condition.text);
    case ConditionState::Met:
    case ConditionState::Disputed:
        break;
    }
    return QStringLiteral("%1 (%2)").arg(condition.text, wordFor(condition.state));
}

} // namespace entente::domain
