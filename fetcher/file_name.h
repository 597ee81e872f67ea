// File names for reports: readable, and valid on every system.
#pragma once

#include "fetcher/record.h"

#include <string>

namespace ofsearch {

// "cumberland-2733690/2024-07-15-area-send-full-inspection-50252240.pdf": lower-case letters,
// digits and dashes only, whatever the site wrote. Addresses with different numbers never share
// one. `nth` > 1: the name to take where those before it are taken, "...-50252240-2.pdf".
std::string file_name_for(const FetchedReport& report, int nth = 1);

}  // namespace ofsearch
