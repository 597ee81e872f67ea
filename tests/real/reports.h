// Where the real reports lie.
#pragma once

#include <filesystem>

namespace ofsearch::test {

// $OFSEARCH_REPORTS, else the folder given when the tests were built; it need not be there.
std::filesystem::path reports_folder();

}  // namespace ofsearch::test
