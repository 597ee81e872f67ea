// Reads the names of judgements as tables and headings of all eras print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Keys beside the names of judgements (common/report/values.h).
inline constexpr std::string_view kOverall = "overall";
inline constexpr std::string_view kOtherJudgement =
    "other";  // a row that is no judgement of values.h

struct LabelMatch {
  std::string_view key;  // "leaders", "overall", ...
  size_t words = 0;      // how many words the label takes
};

// Returns the labels that begin at words[from], longest first. The words are those of bare_words().
std::vector<LabelMatch> match_labels(const std::vector<std::string_view>& words, size_t from);

// Returns true if a label begins with these words and goes on: "the experiences and progress of".
bool begins_label(const std::vector<std::string_view>& words);

// Returns true if the words (two at least) are the last ones of a label that began in the line
// above.
bool ends_label(const std::vector<std::string_view>& words);

// Returns the key of a heading that is a label and nothing else.
std::optional<std::string_view> label_of_heading(std::string_view bare_words);

// Reports of 2009 to 2012 judge two services, each with an overall effectiveness. The part that
// begins with this heading or row: "safeguarding", "looked after", or empty.
std::string_view part_of(std::string_view bare_words);

}  // namespace ofsearch
