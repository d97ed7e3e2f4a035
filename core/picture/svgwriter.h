#pragma once

#include "picture/picture.h"

#include <QByteArray>

namespace entente::picture {

// SVG 1.1 without CSS, filters, markers or anything external; sizes in px; each item a <g id class> with a
// <title>.
QByteArray toSvg(const Picture &picture);

// The picture as JSON, as the command line documents it ("draw to .json").
QByteArray toJson(const Picture &picture);

} // namespace entente::picture
