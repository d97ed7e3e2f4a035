#include "formats/scenariowriter.h"

#include "document/jsonwriter.h"
#include "document/merge.h"

#include <algorithm>

namespace entente::formats {

using document::Member;
using document::Value;

QByteArray writeScenario(const document::Document &document)
{
    Value root = document.root;
    std::erase_if(root.members(),
                  [](const Member &member) { return member.key == QLatin1String("extends"); });
    return document::toJson(root);
}

QByteArray writeOverlay(const document::Document &base, const document::Document &target,
                        const QString &baseFile, const QString &baseId)
{
    Value extends = Value::object();
    extends.set(QStringLiteral("file"), Value::string(baseFile));
    extends.set(QStringLiteral("id"), Value::string(baseId));
    Value overlay = Value::object();
    for (const QString &key : {QStringLiteral("format"), QStringLiteral("version")}) {
        if (const Value *value = target.root.find(key))
            overlay.set(key, *value);
    }
    overlay.set(QStringLiteral("extends"), std::move(extends));
    const Value patch = document::mergePatchBetween(base.root, target.root);
    for (const Member &member : patch.members())
        overlay.set(member.key, member.value);
    return document::toJson(overlay);
}

Outcome<QByteArray> writeAs(const Format &format, const ScenarioFile &file)
{
    if (format.write)
        return format.write(file.scenario);
    if (format.writeDocument)
        return format.writeDocument(file.document);
    return {writeScenario(file.document), {}};
}

} // namespace entente::formats
