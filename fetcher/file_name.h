// Makes file names for reports: readable, and valid on every system.
#pragma once

#include "fetcher/record.h"

#include <string>

namespace ofsearch {

// Returns "cumberland-2733690/2024-07-15-area-send-full-inspection-50252240.pdf": lower-case
// letters, digits and dashes only, whatever the site wrote. Addresses with different numbers never
// share a name. With `nth` > 1 it is the name to take if those before it are taken,
// "...-50252240-2.pdf".
std::string file_name_for(const FetchedReport& report, int nth = 1);

}  // namespace ofsearch
