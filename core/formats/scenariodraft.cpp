#include "formats/scenariodraft.h"

#include <QFileInfo>

#include <algorithm>

namespace entente::formats {

using document::Member;
using document::Position;
using document::Value;

namespace {

constexpr qsizetype mostIdLength = 60; // long names make ids that nobody can read

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// A thing with room for the few members that most things have: it isn't moved while it grows.
Value roomy(Position at, size_t members)
{
    Value value = ScenarioDraft::object(at);
    value.members().reserve(members);
    return value;
}

// Adds without looking whether the key is there: the draft's own tables know that it isn't.
Value &appendMember(Value &object, const QString &key, Value value, Position at)
{
    object.members().push_back({key, std::move(value), at});
    return object.members().back().value;
}

} // namespace

QString idStem(const QString &name)
{
    QString id;
    const QString start = name.left(mostIdLength * 2);
    const QString decomposed =
        (isAscii(start) ? start : start.normalized(QString::NormalizationForm_KD)).toLower();
    id.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (domain::isIdLetter(c))
            id += c;
        else if (c.category() != QChar::Mark_NonSpacing && c != u'\'' && c != u'’' && !id.endsWith(u'-') &&
                 !id.isEmpty())
            id += u'-';
    }
    id.truncate(mostIdLength);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("thing") : id;
}

ScenarioDraft::ScenarioDraft(const QString &file, const document::ReadProgress *progress)
    : m_files{file}
    , m_progress(progress)
{}

quint32 ScenarioDraft::addFile(const QString &file)
{
    m_files.append(file);
    return quint32(m_files.size() - 1);
}

Value ScenarioDraft::text(const QString &text, Position at)
{
    Value value = Value::string(text);
    value.setPosition(at);
    return value;
}

Value ScenarioDraft::object(Position at)
{
    Value value = Value::object();
    value.setPosition(at);
    return value;
}

QString ScenarioDraft::firm(const QString &key, Position at)
{
    const auto known = m_firmIds.constFind(key);
    return known != m_firmIds.constEnd() ? *known : nameFirm(key, key, at);
}

Value &ScenarioDraft::firmOf(const QString &id)
{
    return m_firms.members()[size_t(m_firmAt.value(id))].value;
}

QString ScenarioDraft::nameFirm(const QString &key, const QString &name, Position at)
{
    const auto known = m_firmIds.constFind(key);
    if (known != m_firmIds.constEnd()) {
        firmOf(*known).set(QStringLiteral("name"), text(name, at));
        return *known;
    }
    const QString id = m_ids.next(idStem(name));
    m_firmIds.insert(key, id);
    m_firmAt.insert(id, firmCount());
    Value &firm = appendMember(m_firms, id, roomy(at, 2), at);
    appendMember(firm, QStringLiteral("name"), text(name, at), at);
    appendMember(firm, QStringLiteral("kind"), text(QStringLiteral("other"), at), at);
    return id;
}

Value &ScenarioDraft::agreementAt(int index)
{
    return m_agreements.members()[size_t(index)].value;
}

Value &ScenarioDraft::addAgreement(const QString &title, Position at, const QString &wanted)
{
    const bool isWanted = domain::isId(wanted) && m_agreementIdsTaken.take(wanted);
    const QString id = isWanted ? wanted : m_agreementIdsTaken.next(idStem(title));
    constexpr size_t usualMembers = 6;
    Value &agreement = appendMember(m_agreements, id, roomy(at, usualMembers), at);
    appendMember(agreement, QStringLiteral("title"), text(title, at), at);
    appendMember(agreement, QStringLiteral("kind"), text(QStringLiteral("other"), at), at);
    appendMember(agreement, QStringLiteral("parties"), Value::array(), at);
    return agreement;
}

void ScenarioDraft::addParty(Value &agreement, const QString &firm, const QString &role, Position at)
{
    Value party = roomy(at, role.isEmpty() ? 1 : 2);
    appendMember(party, QStringLiteral("firm"), text(firm, at), at);
    if (!role.isEmpty())
        appendMember(party, QStringLiteral("role"), text(role, at), at);
    Value &parties = *agreement.find(u"parties");
    if (parties.members().empty())
        parties.members().reserve(2);
    parties.append(std::move(party));
}

QString ScenarioDraft::source(const QString &title, Position at)
{
    const auto known = m_sourceIds.constFind(title);
    if (known != m_sourceIds.constEnd())
        return *known;
    const QString id = m_sourceIdsTaken.next(idStem(title));
    m_sourceIds.insert(title, id);
    m_sourceAt.insert(id, int(m_sources.members().size()));
    Value &source = appendMember(m_sources, id, object(at), at);
    appendMember(source, QStringLiteral("title"), text(title, at), at);
    return id;
}

Value &ScenarioDraft::sourceOf(const QString &id)
{
    return m_sources.members()[size_t(m_sourceAt.value(id))].value;
}

QString ScenarioDraft::keptAs(const QString &key)
{
    const QString prefix = QStringLiteral("x-");
    return prefix + idStem(key.startsWith(prefix) ? key.mid(prefix.size()) : key);
}

void ScenarioDraft::keep(Value &thing, const QString &key, const QString &value, Position at)
{
    if (!value.isEmpty())
        thing.set(keptAs(key), text(value, at));
}

void ScenarioDraft::setSummary(const QString &summary, Position at)
{
    if (!summary.isEmpty())
        m_about.set(QStringLiteral("summary"), text(summary, at));
}

void ScenarioDraft::keepOfWhole(const QString &key, const QString &value, Position at)
{
    if (!value.isEmpty())
        appendMember(m_about, keptAs(key), text(value, at), at); // the caller numbers what may be there twice
}

Place ScenarioDraft::placeOf(Position at) const
{
    return {m_files.value(at.file), int(at.line), int(at.column)};
}

void ScenarioDraft::error(const QString &code, Position at, const QString &message, const QString &hint)
{
    problems.add({Severity::Error, Cause::Input, code, placeOf(at), {}, message, hint});
}

void ScenarioDraft::warn(const QString &code, Position at, const QString &message, const QString &hint)
{
    problems.add({Severity::Warning, Cause::Input, code, placeOf(at), {}, message, hint});
}

Outcome<document::Document> ScenarioDraft::finish(const QString &title, const QString &formatTitle)
{
    if (firmCount() == 0 && !problems.hasErrors()) {
        error(QStringLiteral("nothing-in-it"), {}, QStringLiteral("nothing in this file names a firm"),
              QStringLiteral("it was read as %1").arg(formatTitle));
    }
    if (problems.hasErrors())
        return {std::nullopt, problems};
    Value root = object({0, 1, 1});
    const auto member = [&root](const char *key, Value value) {
        appendMember(root, QString::fromLatin1(key), std::move(value), {0, 1, 1});
    };
    member("format", Value::string(QStringLiteral("entente-scenario")));
    member("version", Value::string(QStringLiteral("1.0")));
    member("id", Value::string(idStem(title)));
    member("title", Value::string(title));
    for (Member &about : m_about.members())
        root.members().push_back(std::move(about));
    member("sources", std::move(m_sources));
    member("firms", std::move(m_firms));
    member("agreements", std::move(m_agreements));
    return {document::Document{std::move(root), m_files}, problems};
}

QString titleFrom(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    if (name.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        name.chop(3);
    return QFileInfo(name).completeBaseName();
}

} // namespace entente::formats
