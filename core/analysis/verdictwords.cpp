#include "analysis/verdictwords.h"

namespace entente::analysis {

QString toWord(Verdict verdict)
{
    return verdict == Verdict::Conflict ? QStringLiteral("conflict") : QStringLiteral("possible");
}

QString toWords(Verdict verdict)
{
    return verdict == Verdict::Conflict ? QStringLiteral("conflict") : QStringLiteral("may conflict");
}

QString toVerb(Verdict verdict)
{
    return verdict == Verdict::Conflict ? QStringLiteral("conflicts with")
                                        : QStringLiteral("may conflict with");
}

} // namespace entente::analysis
