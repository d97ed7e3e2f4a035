#include "formats/formattable.h"

#include <algorithm>

namespace entente::formats {

const QList<Format> &formats()
{
    static const QList<Format> table{
        {QStringLiteral("scenario"),
         QStringLiteral("Entente scenario"),
         {QStringLiteral(".entente.json"), QStringLiteral(".json")},
         true,
         true,
         QStringLiteral(
             "holds everything; overlays are read with their bases and written as one whole scenario")},
        {QStringLiteral("overlay"),
         QStringLiteral("Entente overlay"),
         {QStringLiteral(".entente.json")},
         true,
         true,
         QStringLiteral("only what changes of a base; written with --base")},
    };
    return table;
}

const Format *formatNamed(QStringView name)
{
    const auto &table = formats();
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const Format &f) { return f.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const Format *formatForFile(const QString &path)
{
    for (const Format &format : formats()) {
        for (const QString &ending : format.endings) {
            if (path.endsWith(ending, Qt::CaseInsensitive))
                return &format;
        }
    }
    return nullptr;
}

} // namespace entente::formats
