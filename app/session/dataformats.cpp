#include "session/dataformats.h"

#include "document/jsonreader.h"
#include "domain/agreement.h"
#include "formats/csvreader.h"
#include "formats/formattable.h"
#include "formats/scenariowriter.h"
#include "formats/tablemapping.h"
#include "formats/unpacking.h"
#include "session/session.h"

#include <QFile>
#include <QSet>

namespace entente::session {

namespace {

constexpr int mostPreviewRows = 50;

formats::TableMapping mappingOf(const QString &text)
{
    return formats::parseMapping(text).value.value_or(formats::TableMapping());
}

QString wordFor(const formats::ColumnUse &use)
{
    return use.meaning == formats::Meaning::Party && !use.role.isEmpty() ? use.role
                                                                         : formats::wordOf(use.meaning);
}

// The format of a table's bytes of that name; null where they are no table.
const formats::Format *tableFormatOf(QByteArrayView bytes, const QString &path)
{
    const formats::Format *format = formats::formatOf(bytes, formats::unpackedName(path));
    return format && format->preview ? format : nullptr;
}

// The same of what a person calls a table: text then is one, whatever its name.
const formats::Format &tableFormatFor(QByteArrayView bytes, const QString &path)
{
    const formats::Format *format = tableFormatOf(bytes, path);
    return format ? *format : *formats::formatNamed(u"csv");
}

} // namespace

QList<DataFormat> dataFormats()
{
    QList<DataFormat> list;
    for (const formats::Format &format : formats::formats())
        list.append({format.name, format.title, format.endings, format.reads, format.writes, format.needsBase,
                     format.note});
    return list;
}

QString fileFilter(const DataFormat &format)
{
    QStringList patterns;
    for (const QString &ending : format.endings)
        patterns.append(u'*' + ending);
    return QStringLiteral("%1 (%2)").arg(format.title, patterns.join(u' '));
}

Outcome<QByteArray> writtenAs(const Session &session, const QString &formatName)
{
    formats::ScenarioFile file;
    file.scenario = session.scenario();
    file.document = session.document();
    return formats::writeAs(*formats::formatNamed(formatName), file);
}

std::optional<TableQuestion> tableIn(const QByteArray &bytes, const QString &path, const QString &mapping)
{
    const formats::TableMapping how = mappingOf(mapping);
    const auto preview = tableFormatFor(bytes, path).preview(bytes, path, how, mostPreviewRows);
    if (!preview || preview.value->headers.isEmpty())
        return std::nullopt;
    TableQuestion question{
        preview.value->headers, preview.value->rows, {}, preview.value->hasHeader, preview.value->certain};
    for (const formats::ColumnUse &use : preview.value->columns)
        question.meanings.append(wordFor(use));
    return question;
}

QByteArray beginningOf(const QString &path)
{
    constexpr qint64 looked = 1 << 20; // bytes of a text
    const formats::ReadLimits limits;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray start = file.peek(looked);
    if (formats::isGzip(start) || start.contains('\0')) { // packed: of no use in part
        const auto packed = document::readFile(path, limits.bytes);
        const auto bytes = packed ? formats::unpackGzip(*packed.value, path, limits.bytes) : packed;
        return bytes.value.value_or(QByteArray());
    }
    const qsizetype lastLine = start.lastIndexOf('\n');
    return start.size() < looked || lastLine < 0 ? start : start.first(lastLine + 1);
}

std::optional<TableQuestion> tableInFile(const QString &path, const QString &mapping)
{
    const QByteArray bytes = beginningOf(path);
    if (!tableFormatOf(bytes, path))
        return std::nullopt;
    return tableIn(bytes, path, mapping);
}

const QList<MeaningWord> &meaningWords()
{
    static const QList<MeaningWord> words = [] {
        QList<MeaningWord> list;
        for (const formats::Meaning meaning : formats::allMeanings()) {
            if (meaning != formats::Meaning::Identifier) // which needs a scheme
                list.append({formats::wordOf(meaning), formats::labelOf(meaning)});
        }
        QSet<QString> known;
        for (const domain::KindInfo &kind : domain::agreementKinds()) {
            for (const domain::RoleInfo &role : kind.roles) {
                if (formats::parseMapping(role.word + QStringLiteral("=1")).value->columns.first().role ==
                        role.word &&
                    !known.contains(role.word))
                    list.append({role.word, QStringLiteral("Party: ") + domain::toReadable(role.word)});
                known.insert(role.word);
            }
        }
        return list;
    }();
    return words;
}

TableOutcome tryTable(const QByteArray &bytes, const QString &path, const QString &mapping)
{
    constexpr int mostLines = 12;
    formats::ReadOptions options;
    options.mapping = mappingOf(mapping);
    options.format = tableFormatFor(bytes, path).name;
    const auto file = formats::readScenario(bytes, path, options);
    TableOutcome outcome;
    outcome.isUsable = bool(file);
    const auto &problems = file.problems.all();
    if (!file) {
        outcome.summary = problems.isEmpty() ? QString() : problems.first().message;
        return outcome;
    }
    const domain::Scenario &scenario = file.value->scenario;
    const auto unused = std::count_if(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.code == QLatin1String("row-not-used");
    });
    outcome.summary = QStringLiteral("%1 firms, %2 agreements, %3 rows that can’t be used")
                          .arg(scenario.firms.size())
                          .arg(scenario.agreements.size())
                          .arg(unused);
    for (const domain::Agreement &agreement : scenario.agreements) {
        QStringList parties;
        for (const domain::Party &party : agreement.parties)
            parties.append(scenario.nameOf(party.firm) +
                           (party.role.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(party.role)));
        QString line = QStringLiteral("%1: %2").arg(agreement.title, parties.join(QStringLiteral(", ")));
        for (const domain::Amount &amount : agreement.amounts)
            line += QStringLiteral(" · ") + domain::toShortText(amount);
        if (outcome.lines.size() < mostLines)
            outcome.lines.append(line);
    }
    for (const domain::Firm &firm : scenario.firms) {
        if (outcome.lines.size() < mostLines)
            outcome.lines.append(firm.name);
    }
    return outcome;
}

} // namespace entente::session
