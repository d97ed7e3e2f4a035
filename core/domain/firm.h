#pragma once

#include "domain/source.h"

#include <QMap>
#include <QStringList>

namespace entente::domain {

enum class FirmKind {
    Company,
    Subsidiary,
    Division,
    Product,
    Platform,
    Fund,
    Person,
    Government,
    Court,
    Other
};

// Whoever or whatever agreements name: a product or a person is a firm here (the window calls them by their
// kind).
struct Firm
{
    FirmId id;
    QString name;
    FirmKind kind = FirmKind::Other; // as where none is stated
    FirmId partOf;                   // empty for a root
    QString jurisdiction;
    QString legalForm;
    QStringList aliases;
    QMap<QString, QString> identifiers; // scheme → identifier
    QString note;
    Cites cites;
    Extras extras;
    Place place;

    bool operator==(const Firm &) const = default;
};

QString toWord(FirmKind kind); // as in the file: "company"
std::optional<FirmKind> firmKindFrom(QStringView word);
QStringList firmKindWords();

} // namespace entente::domain
