// Tells whether two passages of an authority's reports speak of the same matter. One topic in
// common is not enough: "care leavers" or "management oversight" stand in what is asked of
// anything. So what two passages share is weighed beside what each has. Words weigh by their rarity
// in the authority's reports, and broad topics weigh less than others. What is asked of a
// safeguarding board is the matter of boards only.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

class SameMatter {
 public:
  // `reports` tell how rare a word is.
  explicit SameMatter(const std::vector<Report>& reports);

  // Tells whether some sentence of `found`, or two that follow each other, speaks of what `asked`
  // asks for. One of `topics`, those that both are about, must be in it.
  bool speaks_of(const Passage& asked, const Passage& found,
                 const std::vector<std::string>& topics) const;

 private:
  // The topics and words of a text, by name or stem, with their weights.
  struct Content {
    std::unordered_map<std::string, double> topics, words;
  };
  Content content_of(std::string_view text) const;
  double rarity(const std::string& stem) const;

  std::unordered_map<std::string, size_t> passages_with_;  // by stem
  size_t passages_ = 0;
};

}  // namespace ofsearch
