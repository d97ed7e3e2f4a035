#include "session/readoptions.h"

#include "session/dotparsing.h"

namespace entente::session {

formats::ReadOptions readOptions()
{
    formats::ReadOptions options;
    options.parseDot = parseDotInWorker;
    bool isNumber = false;
    const qint64 values = qEnvironmentVariable("ENTENTE_MAX_VALUES").toLongLong(&isNumber);
    if (isNumber && values > 0)
        options.limits.values = values;
    return options;
}

} // namespace entente::session
