#include "exports/exporttable.h"

#include "exports/reportformats.h"

namespace entente::exports {

const QList<ExportFormat> &exportFormats()
{
    static const QList<ExportFormat> table = [] {
        QList<ExportFormat> all{
            {QStringLiteral("html"), QStringLiteral("Web page"), QStringLiteral(".html"),
             QStringLiteral("draw"),
             QStringLiteral("one interactive page: picture, details, search, dates; needs no network")}};
        for (const ReportFormat &format : reportFormats())
            all.append({format.name, format.title, format.ending, QStringLiteral("report"), format.note});
        return all;
    }();
    return table;
}

} // namespace entente::exports
