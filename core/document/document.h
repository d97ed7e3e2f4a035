#pragma once

#include "problems/problem.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace entente::document {

enum class Type : quint8 { Null, Boolean, Number, String, Array, Object };

// Where a value starts: the index of its file in the document's list, and line and column from 1 (columns in
// code points).
struct Position
{
    quint32 file = 0;
    quint32 line = 0;
    quint32 column = 0;
    bool operator==(const Position &) const = default;
};

struct Member;

// A JSON value that knows where it stands. Numbers keep the author's digits; members keep the author's order.
class Value
{
public:
    Value() = default;

    static Value boolean(bool value);
    static Value number(QString digits); // of JSON's number syntax
    static Value string(QString text);
    static Value array();
    static Value object();

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isObject() const { return m_type == Type::Object; }
    bool isArray() const { return m_type == Type::Array; }
    bool isString() const { return m_type == Type::String; }
    bool isNumber() const { return m_type == Type::Number; }
    bool isBoolean() const { return m_type == Type::Boolean; }

    const QString &text() const;           // of a string, or a number's digits; empty of anything else
    bool truth() const { return m_truth; } // of a boolean

    const std::vector<Member> &members() const; // of an object; none of a value that holds nothing
    std::vector<Member> &members(); // of an object or an array; of a scalar none, and none can be added
    const std::vector<Member> &items() const { return members(); } // of an array; their keys are empty
    const Value *find(QStringView key) const;                      // of an object; null where absent
    Value *find(QStringView key);
    void set(const QString &key, Value value); // replaces, or adds at the end: looks at every member
    // Adds a member whose key the caller knows to be new: large maps are built by it.
    Value &add(const QString &key, Value value, Position keyPosition = {});
    void append(Value value);

    Position position() const { return m_position; }
    void setPosition(Position position) { m_position = position; }

    // The same JSON, wherever it stands and in whatever order its members are; numbers by their digits.
    bool sameJson(const Value &other) const;

private:
    explicit Value(Type type);

    std::variant<std::monostate, QString, std::vector<Member>> m_content;
    Position m_position;
    Type m_type = Type::Null;
    bool m_truth = false;
};

struct Member
{
    QString key;
    Value value;
    Position keyPosition;
};

// A tree and the names of the files that its values come from.
struct Document
{
    Value root;
    QStringList files;

    Place placeOf(Position position) const;
};

QString typeName(Type type); // "a string", as in "expected a string, found a number"

// JSON Pointers (RFC 6901).
QString childPointer(const QString &parent, const QString &key);
QString childPointer(const QString &parent, qsizetype index);
const Value *resolve(const Value &root, QStringView pointer); // null where nothing is
// The pointers of values of the tree, by their addresses: one walk over it finds them all.
QHash<const Value *, QString> pointersTo(const Value &root, const QSet<const Value *> &sought);
// Sets what the pointer names, and makes objects of what is missing on the way or holds nothing. null is set
// too: set in an empty object it makes a merge patch that removes. False, and nothing done, where the way
// leads beyond an array's end.
bool setAt(Value &root, QStringView pointer, Value value);
// The value at the pointer, or the deepest one on the way to it.
const Value &nearest(const Value &root, QStringView pointer);

} // namespace entente::document
