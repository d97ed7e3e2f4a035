#include "document/document.h"

#include <algorithm>

namespace entente::document {

Value::Value(Type type)
    : m_type(type)
{
    if (type == Type::Array || type == Type::Object)
        m_content.emplace<std::vector<Member>>();
}

Value Value::boolean(bool value)
{
    Value result(Type::Boolean);
    result.m_truth = value;
    return result;
}

Value Value::number(QString digits)
{
    Value result(Type::Number);
    result.m_content = std::move(digits);
    return result;
}

Value Value::string(QString text)
{
    Value result(Type::String);
    result.m_content = std::move(text);
    return result;
}

Value Value::array()
{
    return Value(Type::Array);
}

Value Value::object()
{
    return Value(Type::Object);
}

const QString &Value::text() const
{
    static const QString none;
    const auto *text = std::get_if<QString>(&m_content);
    return text ? *text : none;
}

const std::vector<Member> &Value::members() const
{
    static const std::vector<Member> none;
    const auto *children = std::get_if<std::vector<Member>>(&m_content);
    return children ? *children : none;
}

std::vector<Member> &Value::members()
{
    if (auto *members = std::get_if<std::vector<Member>>(&m_content))
        return *members;
    if (m_type == Type::Array || m_type == Type::Object)
        return m_content.emplace<std::vector<Member>>();
    thread_local std::vector<Member> none; // what is put into a scalar is nowhere
    none.clear();
    return none;
}

const Value *Value::find(QStringView key) const
{
    if (!isObject())
        return nullptr;
    const auto found = std::find_if(members().begin(), members().end(),
                                    [key](const Member &member) { return member.key == key; });
    return found == members().end() ? nullptr : &found->value;
}

Value *Value::find(QStringView key)
{
    return const_cast<Value *>(std::as_const(*this).find(key));
}

void Value::set(const QString &key, Value value)
{
    if (Value *existing = find(key))
        *existing = std::move(value);
    else
        add(key, std::move(value));
}

Value &Value::add(const QString &key, Value value, Position keyPosition)
{
    return members().emplace_back(Member{key, std::move(value), keyPosition}).value;
}

void Value::append(Value value)
{
    add({}, std::move(value));
}

bool Value::sameJson(const Value &other) const
{
    const std::vector<Member> &mine = members();
    const std::vector<Member> &theirs = other.members();
    if (m_type != other.m_type || m_truth != other.m_truth || text() != other.text() ||
        mine.size() != theirs.size())
        return false;
    if (isArray()) {
        return std::equal(mine.begin(), mine.end(), theirs.begin(),
                          [](const Member &a, const Member &b) { return a.value.sameJson(b.value); });
    }
    for (size_t i = 0; i < mine.size(); ++i) {
        const Member &member = mine[i];
        const Member &likely = theirs[i]; // mostly the order is the same; a search is linear
        const Value *match = likely.key == member.key ? &likely.value : other.find(member.key);
        if (!match || !member.value.sameJson(*match))
            return false;
    }
    return true;
}

Place Document::placeOf(Position position) const
{
    return {files.value(position.file), int(position.line), int(position.column)};
}

QString typeName(Type type)
{
    switch (type) {
    case Type::Null:
        return QStringLiteral("null");
    case Type::Boolean:
        return QStringLiteral("true or false");
    case Type::Number:
        return QStringLiteral("a number");
    case Type::String:
        return QStringLiteral("a string");
    case Type::Array:
        return QStringLiteral("an array");
    case Type::Object:
        return QStringLiteral("an object");
    }
    return {};
}

QString childPointer(const QString &parent, const QString &key)
{
    QString escaped = key;
    if (key.contains(u'~') || key.contains(u'/'))
        escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return parent + u'/' + escaped;
}

QString childPointer(const QString &parent, qsizetype index)
{
    return parent + u'/' + QString::number(index);
}

namespace {

QString unescaped(QStringView token)
{
    return token.toString()
        .replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

const Value *item(const Value &array, QStringView token)
{
    bool isIndex = false;
    const uint index = token.toUInt(&isIndex);
    return isIndex && index < array.items().size() ? &array.items()[index].value : nullptr;
}

const Value *child(const Value &value, QStringView token)
{
    return value.isArray() ? item(value, token) : value.find(unescaped(token));
}

// The child to be set, made where an object has none; null beyond an array's end.
Value *childToSet(Value &value, QStringView token)
{
    if (value.isArray())
        return const_cast<Value *>(item(value, token));
    if (!value.isObject())
        value = Value::object();
    const QString key = unescaped(token);
    if (!value.find(key))
        value.set(key, {});
    return value.find(key);
}

struct Walk
{
    const Value *reached;
    bool whole;
};

Walk walk(const Value &root, QStringView pointer)
{
    const Value *value = &root;
    if (pointer.isEmpty())
        return {value, true};
    const QList<QStringView> tokens = pointer.mid(1).split(u'/');
    for (QStringView token : tokens) {
        const Value *next = child(*value, token);
        if (!next)
            return {value, false};
        value = next;
    }
    return {value, true};
}

} // namespace

const Value *resolve(const Value &root, QStringView pointer)
{
    const Walk result = walk(root, pointer);
    return result.whole ? result.reached : nullptr;
}

namespace {

// The way from the root to a value, deepest step last.
class PointerSearch
{
public:
    explicit PointerSearch(const QSet<const Value *> &sought)
        : m_sought(sought)
    {}

    void look(const Value &value)
    {
        if (m_sought.contains(&value))
            found.insert(&value, pointer());
        for (size_t i = 0; i < value.members().size() && found.size() < m_sought.size(); ++i) {
            m_way.append({&value, i});
            look(value.members()[i].value);
            m_way.removeLast();
        }
    }

    QHash<const Value *, QString> found;

private:
    struct Step
    {
        const Value *holder;
        size_t index;
    };

    QString pointer() const
    {
        QString pointer;
        for (const Step &step : m_way) {
            pointer = step.holder->isArray() ? childPointer(pointer, qsizetype(step.index))
                                             : childPointer(pointer, step.holder->members()[step.index].key);
        }
        return pointer;
    }

    const QSet<const Value *> &m_sought;
    QList<Step> m_way;
};

} // namespace

QHash<const Value *, QString> pointersTo(const Value &root, const QSet<const Value *> &sought)
{
    PointerSearch search(sought);
    if (!sought.isEmpty())
        search.look(root);
    return search.found;
}

bool setAt(Value &root, QStringView pointer, Value value)
{
    Value *place = &root;
    const QList<QStringView> tokens = pointer.isEmpty() ? QList<QStringView>() : pointer.mid(1).split(u'/');
    for (QStringView token : tokens) {
        place = childToSet(*place, token);
        if (!place)
            return false;
    }
    *place = std::move(value);
    return true;
}

const Value &nearest(const Value &root, QStringView pointer)
{
    return *walk(root, pointer).reached;
}

} // namespace entente::document
