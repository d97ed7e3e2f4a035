#pragma once

#include <QList>
#include <QString>

namespace entente::formats {

// FollowTheMoney's schemata as agreements: what it calls an interval between two things.
struct FtmInterval
{
    QString schema;     // "Ownership"
    QString sourceName; // the property that names the one: "owner"
    QString targetName; // and the other: "asset"
    QString kind;       // of agreement: "ownership"
    QString sourceRole; // its roles there
    QString targetRole;
    QString title; // "Ownership"
};

const FtmInterval *ftmIntervalOf(const QString &schema); // null for things and what is not known
const FtmInterval *ftmIntervalFor(const QString &kind, const QString &sourceRole, const QString &targetRole);

bool isFtmThing(const QString &schema);       // what becomes a firm
QString firmKindOfFtm(const QString &schema); // "other" where the scenario has no word for it
QString ftmSchemaOf(const QString &firmKind); // the other way round

// A property that holds an identifier, and the scheme that it is of; both ways, itself where it has no other
// name.
bool isFtmIdentifier(const QString &property);
QString schemeOfFtm(const QString &property);
QString ftmPropertyOf(const QString &scheme);

} // namespace entente::formats
