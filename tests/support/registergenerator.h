#pragma once

#include "layout/layoutrequest.h"

namespace entente::tests {

// What a register of firms and agreements looks like; sizes are those of a layout request.
struct RegisterShape
{
    int firms = 1000;
    int agreements = 2000; // up to millions; never fewer than it takes to tie each firm to another
    double grouped = 0;    // the share of firms that are parts of another
    int industries = 0;    // clusters in which most agreements stay; 0 for one in fifty firms
};

// A layout request as large registers have them: scale-free, since firms gain agreements where they have many
// (Barabási & Albert, "Emergence of scaling in random networks", 1999), mostly within an industry; one in ten
// agreements with parallels, one in twelve of three to five parties, one in twenty of one; groups of two to
// six parts, some nested. Cards come first, in the request as in scenarios. The same shape and seed give the
// same request.
layout::LayoutRequest generatedRegister(quint32 seed, const RegisterShape &shape);

} // namespace entente::tests
