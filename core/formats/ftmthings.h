#pragma once

#include "formats/jsonrecords.h"
#include "formats/scenariodraft.h"

#include <QHash>
#include <QMap>

namespace entente::formats {

// Whether a property only says where a statement comes from.
bool isFtmProvenance(const QString &property);

// The entities of a FollowTheMoney file by what they are, and its things and documents as firms and sources.
class FtmThings
{
public:
    explicit FtmThings(const ForeignFile &file);

protected:
    void readThings();
    static const document::Value &propertiesOf(const document::Value &entity)
    {
        return *entity.find(u"properties");
    }
    static QString idOf(const document::Value &entity) { return firstText(entity, u"id"); }
    QString nameOf(const document::Value &entity) const;
    // `proof` names documents; `sourceUrl` and `publisher` are sources themselves.
    void citeSources(document::Value &thing, const document::Value &properties, document::Position at);
    QStringList firmsNamed(const document::Value &properties, const QString &key, bool isText = false);
    void warnOfDangling(const QString &named, document::Position at);

    QString m_path;
    ScenarioDraft m_draft;
    JsonRecords m_json;
    QHash<QString, const document::Value *> m_byId;
    QList<const document::Value *> m_intervals;
    QList<const document::Value *> m_cases;
    QList<const document::Value *> m_contracts;

private:
    void index();
    void sort(const document::Value &record, const QString &schema, const document::Value &properties);
    void noteUnread(const QString &schema, document::Position at);
    void readDocument(const document::Value &entity);
    void readThing(const document::Value &entity);
    void readCountry(document::Value &firm, const document::Value &properties, QStringView key);
    void readFact(document::Value &firm, const document::Member &member, const document::Value &properties);

    QList<const document::Value *> m_things;
    QList<const document::Value *> m_documents;
    QHash<QString, QString> m_idOfName;                         // of things; "" where two have the name
    QHash<QString, QString> m_sources;                          // by the document's id
    QMap<QString, std::pair<document::Position, int>> m_unread; // by schema: the first, and how many
    bool m_hasJurisdiction = false;                             // of the firm being read
    QString m_jurisdictionKey;
};

} // namespace entente::formats
