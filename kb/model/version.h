// What --version prints, and what an index, a SARIF report and the API's description say made them.
#pragma once

#include <string_view>

namespace kb {

// "0.1.0" for a release, "0.1.0+12.g1f0c3a9" for the twelfth commit after it, "0.1.0+g1f0c3a9" while there is
// no release yet. The build writes the definition (cmake/version.cmake).
std::string_view program_version();

}  // namespace kb
