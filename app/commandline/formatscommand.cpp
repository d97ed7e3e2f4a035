#include "commandline/commands.h"
#include "commandline/console.h"
#include "document/jsonwriter.h"
#include "exports/exporttable.h"
#include "formats/formattable.h"

namespace entente::commandline {

using document::Value;

FormatsCommand::FormatsCommand()
    : Command(QStringLiteral("formats"), QStringLiteral("[--json]"),
              QStringLiteral("Lists what can be read and written."))
{}

void FormatsCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("json"), QStringLiteral("Prints the list as JSON.")});
}

namespace {

Value toJson(const formats::Format &format)
{
    Value value = Value::object();
    value.set(QStringLiteral("name"), json(format.name));
    value.set(QStringLiteral("title"), json(format.title));
    value.set(QStringLiteral("endings"), json(format.endings));
    value.set(QStringLiteral("reads"), Value::boolean(format.reads));
    value.set(QStringLiteral("writes"), Value::boolean(format.writes));
    value.set(QStringLiteral("note"), json(format.note));
    value.set(QStringLiteral("command"), json(QStringLiteral("convert")));
    return value;
}

Value toJson(const exports::ExportFormat &format)
{
    Value value = Value::object();
    value.set(QStringLiteral("name"), json(format.name));
    value.set(QStringLiteral("title"), json(format.title));
    value.set(QStringLiteral("endings"), json(QStringList{format.ending}));
    value.set(QStringLiteral("reads"), Value::boolean(false));
    value.set(QStringLiteral("writes"), Value::boolean(true));
    value.set(QStringLiteral("note"), json(format.note));
    value.set(QStringLiteral("command"), json(format.command));
    return value;
}

} // namespace

ExitCode FormatsCommand::run(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(QStringLiteral("it takes no files"));
    if (parser.isSet(QStringLiteral("json"))) {
        Value list = Value::array();
        for (const formats::Format &format : formats::formats())
            list.append(toJson(format));
        for (const exports::ExportFormat &format : exports::exportFormats())
            list.append(toJson(format));
        Value result = jsonResult(QStringLiteral("formats"));
        result.set(QStringLiteral("formats"), list);
        writeOut(document::toJson(result));
        return ExitCode::Done;
    }
    for (const formats::Format &format : formats::formats()) {
        const QString does = format.reads && format.writes ? QStringLiteral("reads and writes")
                             : format.reads                ? QStringLiteral("reads")
                                                           : QStringLiteral("writes");
        writeOut(QStringLiteral("%1  %2, %3 (%4): %5\n")
                     .arg(format.name, -10)
                     .arg(format.title, does, format.endings.join(QStringLiteral(", ")), format.note));
    }
    for (const exports::ExportFormat &format : exports::exportFormats())
        writeOut(QStringLiteral("%1  %2, written by “entente %3” (%4): %5\n")
                     .arg(format.name, -10)
                     .arg(format.title, format.command, format.ending, format.note));
    return ExitCode::Done;
}

} // namespace entente::commandline
