// The headers of Qt's core and of the standard library that nearly every test includes, compiled once for all
// of them.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>
