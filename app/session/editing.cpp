#include "session/editing.h"

#include "document/merge.h"

#include <QCoreApplication>

namespace entente::session {

using document::Value;

Value inReadingOrder(const Value &root, const std::optional<Value> &base)
{
    if (!base)
        return root;
    Value merged = *base;
    ProblemList none; // a patch between the two removes only what is there
    document::applyMergePatch(merged, document::mergePatchBetween(*base, root), {}, none);
    return merged;
}

Value emptyScenario()
{
    Value root = Value::object();
    root.set(QStringLiteral("format"), Value::string(QStringLiteral("entente-scenario")));
    root.set(QStringLiteral("version"), Value::string(QStringLiteral("1.0")));
    root.set(QStringLiteral("id"), Value::string(QStringLiteral("untitled")));
    root.set(QStringLiteral("title"),
             Value::string(QCoreApplication::translate("Session", "Untitled scenario")));
    for (const QString &map : {QStringLiteral("sources"), QStringLiteral("firms"),
                               QStringLiteral("defined_terms"), QStringLiteral("agreements")})
        root.set(map, Value::object());
    return root;
}

} // namespace entente::session
