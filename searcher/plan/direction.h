// Words of judgement in a query: "weak", "late", "too high"; "strong", "good practice". Where they
// are the query's direction and not its topic they say which findings are asked for.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Direction {
  Finding finding = Finding::kNeutral;  // strength, weakness or, for a word of the topic, neutral
  bool only = false;  // the word asks for nothing else ("not", "lack"): it is not looked for itself
  bool negated = false;  // "no delay": the finding is the opposite of the word's own
  bool topic = false;    // "backlog": judges, and is what is asked about
};

// The direction of word `at` of a query's unquoted words as typed. Its neighbours tell whether it
// is topic: "high" in "caseloads too high" is direction, in "high risk" and "high court" it is not;
// "missing" is direction in "voice missing from assessments", not in "missing from care".
// "no" before "delay" turns it, and says nothing of its own.
Direction direction_of(const std::vector<std::string>& words, size_t at);

// What reports write where they find the opposite of `word` ("delay": "timely"), in search form;
// none where the table has none.
std::vector<std::string_view> opposites_of(const std::string& word);

}  // namespace ofsearch
