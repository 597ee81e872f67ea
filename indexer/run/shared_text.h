// Finds text that many reports share but for names and dates: introductions, legal notes,
// statistics. It is found by counting over all reports of an index, each time one is made.
#pragma once

#include "indexer/run/settle.h"

#include <vector>

namespace ofsearch {

// Sets `shared` of each report: its passages whose shape those of more than 20 authorities have. A
// report of an unknown authority counts for itself.
void find_shared_text(std::vector<SettledReport>* reports);

// Makes these passages of `report` boilerplate: shown with it, found only if quoted.
void set_shared_text_apart(const std::vector<size_t>& shared, Report* report);

}  // namespace ofsearch
