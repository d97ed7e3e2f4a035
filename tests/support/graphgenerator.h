#pragma once

#include "layout/layoutrequest.h"

namespace entente::tests {

// A layout request made up from a number: two to three hundred things with parallel agreements, agreements of
// three to five parties and of one, nested groups, several components, and sizes as short and long names have
// them. The same number gives the same request.
layout::LayoutRequest generatedRequest(quint32 seed);

} // namespace entente::tests
