// A passage as it lies in the index: one line of tab-separated facts, then the text. Read for
// every candidate of every search, so it is not JSON.
#pragma once

#include "common/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct StoredPassage {
  std::string report_id;
  Passage passage;
  // Short forms used in the passage that its report defines, and what they mean there.
  std::vector<std::pair<std::string, std::string>> acronyms;
};

std::string encode_passage(const StoredPassage& stored);

// Nothing if `record` is not what encode_passage writes.
std::optional<StoredPassage> decode_passage(std::string_view record);

// The passage's text alone; empty if there is none.
std::string_view text_of_record(std::string_view record);

}  // namespace ofsearch
