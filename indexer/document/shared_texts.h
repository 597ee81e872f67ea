// Text that many reports print alike, but for names and dates: legal notes, introductions, lines of
// statistics. It belongs to none of them.
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ofsearch {

// A passage as it counts: words in lower case, every number and every name (a run of words with
// capitals inside a sentence) as one sign. Two passages that differ in names and dates only have
// the same number; 0 for one that is too short to be told from chance.
uint64_t shape_of(std::string_view text);

// The shapes that stand in more than `most` of `reports`, however often in each. Takes the passages
// as they are; changes none.
std::unordered_set<uint64_t> shared_texts(const std::vector<const Report*>& reports,
                                          size_t most = 20);

// Makes boilerplate of the passages of `report` whose shape is in `shared`: they are shown with
// the report, and neither ranked nor counted. Returns how many there are.
size_t mark_shared_texts(const std::unordered_set<uint64_t>& shared, Report* report);

}  // namespace ofsearch
