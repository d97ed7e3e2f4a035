#pragma once

#include "formats/scenariodraft.h"

#include <QStringList>

namespace entente::formats {

// What registers say of things, set in a draft so that the scenario's reader takes it: what can't be said in
// its words is kept as it was written, with a warning. Positions are those of the foreign values.

// A date of ISO 8601, of any precision, its time left out, as EDTF; empty for others.
QString isoDate(const QString &text);

// "start/end" of ISO dates, either of which may be empty.
void setPeriod(ScenarioDraft &draft, document::Value &agreement, const QString &start, const QString &end,
               document::Position at);

void setDate(ScenarioDraft &draft, document::Value &thing, const QString &key, const QString &text,
             document::Position at);

// A share in percent, "25" or "25 %", into the agreement's stake: "economic" or "voting".
void setShare(ScenarioDraft &draft, document::Value &agreement, const QString &key, const QString &text,
              document::Position at);

struct DraftAmount
{
    QString value;
    QString currency;
    QString from; // ids of firms; may be empty
    QString to;
    QString instrument;
};
void addAmount(ScenarioDraft &draft, document::Value &agreement, const DraftAmount &amount,
               document::Position at);

void addIdentifier(document::Value &firm, const QString &scheme, const QString &value, document::Position at);
void addAlias(document::Value &firm, const QString &alias, document::Position at);

// Texts kept under "x-KEY", one as a text, more as a list.
void keepTexts(document::Value &thing, const QString &key, const QStringList &texts, document::Position at);

// A source of that web address (or, without one, title), and a cite of it by the thing. Nothing for neither.
void citeSource(ScenarioDraft &draft, document::Value &thing, const QString &title, const QString &url,
                document::Position at);
QString sourceOf(ScenarioDraft &draft, const QString &title, const QString &url, document::Position at);
void cite(document::Value &thing, const QString &source, document::Position at);

bool isWebAddress(const QString &text);

} // namespace entente::formats
