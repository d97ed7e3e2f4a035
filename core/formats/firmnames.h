#pragma once

#include <QString>
#include <QStringList>

namespace entente::formats {

// A firm's name as it is compared: without case, accents and punctuation, "&" as "and", initials joined
// ("S. A." → "sa"), and without what only says of which legal form the firm is.
struct FirmName
{
    QString bare; // "acme and sons"; the whole name where nothing but a legal form is left of it
    QString form; // "ltd", one word for each family of forms; empty where the name has none
};
FirmName firmNameOf(const QString &name);

// The bare name alone: two names of one firm have the same.
QString normalisedName(const QString &name);

// Its words in alphabetical order, so that "Bank of Utopia" meets "Utopia, Bank of".
QString wordsInOrder(const QString &bare);

// A scheme of identifiers as it is compared, whatever a register calls it: "leiCode", "XI-LEI" → "lei".
QString normalisedScheme(const QString &scheme);
// Whether one value of the scheme names one firm in the whole world; else it does so within one jurisdiction
// at best.
bool isWorldwide(const QString &normalisedScheme);
// An identifier's letters and digits, in capitals.
QString normalisedIdentifier(const QString &identifier);

} // namespace entente::formats
