// Whether two passages of an authority's reports speak of the same matter. One topic in common is
// not enough: "care leavers" or "management oversight" stand in what is asked of anything. What two
// passages share is weighed beside what each has: words by their rarity in the authority's reports,
// and topics, broad ones less. What is asked of a safeguarding board is the matter of boards only.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

class SameMatter {
 public:
  // `reports`: those that tell how rare a word is.
  explicit SameMatter(const std::vector<Report>& reports);

  // Whether some sentence of `found`, or two that follow each other, speaks of what `asked` asks
  // for. One of `topics`, those that both are about, must be in it.
  bool speaks_of(const Passage& asked, const Passage& found,
                 const std::vector<std::string>& topics) const;

 private:
  // What stands in a text, by name or stem, with its weight.
  struct Content {
    std::unordered_map<std::string, double> topics, words;
  };
  Content content_of(std::string_view text) const;
  double rarity(const std::string& stem) const;

  std::unordered_map<std::string, size_t> passages_with_;  // by stem
  size_t passages_ = 0;
};

}  // namespace ofsearch
