#include "painting/creationdate.h"

namespace entente::painting {

QDateTime creationDate(const std::optional<QDate> &asOf)
{
    bool isNumber = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    if (isNumber)
        return QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC);
    return asOf.value_or(QDate(1970, 1, 1)).startOfDay(Qt::UTC);
}

} // namespace entente::painting
