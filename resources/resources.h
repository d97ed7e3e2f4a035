#pragma once

namespace entente {

// Makes what the program carries readable under ":/entente/" (fonts, icons, themes, scenarios, guide,
// schemas, licences). Call once before the first use; calling it again does nothing.
void loadResources();

} // namespace entente
