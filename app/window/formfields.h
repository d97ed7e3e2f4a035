#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace entente::window {

// Every kind of thing that has a form.
enum class FormKind {
    Scenario,
    Firm,
    Agreement,
    Amount,
    Clause,
    Exception,
    Term,
    NarrowerThan,
    Position,
    Source,
    Cite,
    Stake,
    Condition,
    CitedFact // the cites of a date or status
};

// How a field is asked for.
enum class Ask {
    Text,
    LongText,
    Lines,     // an array of texts, one a line
    Pairs,     // a map of texts, "key: text" a line
    Word,      // one of `words`; nothing is "not stated"
    Flag,      // true or absent
    MaybeFlag, // true, false or absent
    Number,
    Reference,  // an id, by name
    References, // an array of them
    Parties,
    Things, // a map of things that have a form themselves
    Thing   // one such thing; a text alone where it says no more
};

enum class Names { Nothing, Firms, FirmsAndTerms, Agreements, AgreementsAndClauses, Amounts, Sources };

struct Field
{
    QString key; // in the file
    QString label;
    QString explained;
    Ask ask = Ask::Text;
    QStringList words = {};
    QStringList wordLabels = {}; // parallel to them; empty where they are readable as they are
    QString unstated = {};       // the one of them that counts where none is stated, if one does
    Names names = Names::Nothing;
    FormKind of = FormKind::Cite; // of Things and Thing
    bool cited = false;           // may be {"value": …, "cites": …}
    QString section = {};         // the heading above it, where one begins
};

struct FormInfo
{
    QString word;                   // in object names: "firm"
    QString title;                  // "Firm"
    QString nameKey;                // the field that an id is made of; empty where it has no id
    Names idNames = Names::Nothing; // where the id is itself a reference: the source of a cite
    QList<Field> fields;
};

// The one table behind all forms: a field that is added here is asked for, checked and written.
const FormInfo &formFor(FormKind kind);

} // namespace entente::window
