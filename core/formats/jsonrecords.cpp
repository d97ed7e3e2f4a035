#include "formats/jsonrecords.h"

#include "document/jsonreader.h"
#include "document/textchecks.h"

namespace entente::formats {

using document::Member;
using document::Value;

namespace {

// Moves a tree that was read as the only line of a file to the line where it stands; tells how many values it
// has.
qint64 moveToLine(Value &value, quint32 line)
{
    document::Position at = value.position();
    at.line += line - 1;
    value.setPosition(at);
    qint64 count = 1;
    for (Member &member : value.members()) {
        member.keyPosition.line += line - 1;
        count += moveToLine(member.value, line);
    }
    return count;
}

class RecordReader
{
public:
    explicit RecordReader(const ForeignFile &file)
        : m_file(file)
        , m_left(file.options.limits.values)
    {}

    JsonRecords read()
    {
        if (const auto foreign = document::recogniseForeign(m_file.bytes, m_file.path))
            m_result.problems.add(*foreign);
        else if (isLines())
            readLines();
        else
            readWhole();
        return std::move(m_result);
    }

private:
    // A first line that is an object of its own begins JSON lines.
    bool isLines() const
    {
        const QByteArray line = lineAt(0).toByteArray();
        return line.trimmed().startsWith('{') &&
               document::readJson(line, m_file.path, 0, limits()).value.has_value();
    }

    QByteArrayView lineAt(qsizetype from) const
    {
        const qsizetype end = m_file.bytes.indexOf('\n', from);
        return m_file.bytes.sliced(from, (end < 0 ? m_file.bytes.size() : end) - from);
    }

    document::JsonLimits limits() const
    {
        document::JsonLimits limits = m_file.options.limits.ofJson();
        limits.values = m_left;
        return limits;
    }

    void readLines()
    {
        quint32 number = 1;
        for (qsizetype from = 0; from < m_file.bytes.size() && !stops(); ++number) {
            const QByteArrayView line = lineAt(from);
            from += line.size() + 1;
            if (!line.trimmed().isEmpty())
                readLine(line, number);
        }
    }

    // A limit that was reached, more errors than anybody reads, or nobody who waits.
    bool stops() const
    {
        const document::ReadProgress *progress = m_file.options.progress;
        return (progress && progress->isCancelled) || m_result.problems.hasErrors(Cause::Limit) ||
               m_result.problems.errorCount() >= ProblemList::defaultCapacity;
    }

    void readLine(QByteArrayView line, quint32 number)
    {
        Outcome<Value> outcome = document::readJson(line.toByteArray(), m_file.path, 0, limits());
        for (Problem problem : outcome.problems.all()) {
            problem.place.line += problem.place.isKnown() ? int(number) - 1 : int(number);
            m_result.problems.add(problem);
        }
        if (!outcome)
            return;
        m_left -= moveToLine(*outcome.value, number);
        add(std::move(*outcome.value));
    }

    void readWhole()
    {
        Outcome<Value> outcome =
            document::readJson(m_file.bytes.toByteArray(), m_file.path, 0, limits(), m_file.options.progress);
        m_result.problems.append(outcome.problems);
        if (!outcome)
            return;
        if (!outcome.value->isArray()) {
            add(std::move(*outcome.value));
            return;
        }
        for (Member &item : outcome.value->members())
            add(std::move(item.value));
    }

    void add(Value value)
    {
        if (value.isObject()) {
            m_result.records.push_back(std::move(value));
            return;
        }
        m_result.problems.add({Severity::Error,
                               Cause::Input,
                               QStringLiteral("wrong-type"),
                               {m_file.path, int(value.position().line), int(value.position().column)},
                               {},
                               QStringLiteral("this is %1").arg(document::typeName(value.type())),
                               QStringLiteral("expected an object")});
    }

    const ForeignFile &m_file;
    qint64 m_left; // of the values that may be read
    JsonRecords m_result;
};

void collectTexts(const Value &value, QStringList &texts)
{
    if ((value.isString() || value.isNumber()) && !value.text().isEmpty())
        texts.append(value.text());
    else if (value.isBoolean())
        texts.append(value.truth() ? QStringLiteral("true") : QStringLiteral("false"));
}

} // namespace

JsonRecords readJsonRecords(const ForeignFile &file)
{
    return RecordReader(file).read();
}

QByteArrayView beginningOf(QByteArrayView bytes)
{
    constexpr qsizetype looked = 8192;
    return bytes.first(std::min(bytes.size(), looked));
}

QStringList textsOf(const Value &object, QStringView key)
{
    QStringList texts;
    const Value *value = object.find(key);
    if (!value)
        return texts;
    if (!value->isArray()) {
        collectTexts(*value, texts);
        return texts;
    }
    for (const Member &item : value->items())
        collectTexts(item.value, texts);
    return texts;
}

QString firstText(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    if (value && value->isString())
        return value->text();
    return textsOf(object, key).value(0);
}

QStringList textsOfJson(const QString &json)
{
    Value holder = Value::object();
    if (const auto value = document::readJson(json.toUtf8(), {}, 0))
        holder.set(QStringLiteral("value"), *value.value);
    return textsOf(holder, u"value");
}

document::Position positionIn(const Value &object, QStringView key)
{
    const Value *value = object.find(key);
    return value ? value->position() : object.position();
}

} // namespace entente::formats
