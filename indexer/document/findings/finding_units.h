// Cuts a passage into units of judgement (a sentence, or one side of a contrast) and extracts
// the features of each. Training and prediction both use this, so that their features are the
// same.
#pragma once

#include "common/report/sentences.h"
#include "indexer/document/findings/plain_statements.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A sentence, an item of a list, or a clause of one: "Plans are clear, | but reviews are late."
struct FindingUnit {
  size_t begin = 0, end = 0;  // byte offsets in the text
  int words = 0;              // words, without numbers and names
  int numbers = 0;            // numbers other than those of paragraphs
  int names = 0;              // capitalised words, except at its beginning
  bool criticises = false;    // criticism, whatever its words: what must improve ("list:improve")
  PlainStatement statement = PlainStatement::kNone;  // set by the model
  // Grades printed as labels, every occurrence: "outstanding", "good", "adequate",
  // "requires improvement", "inadequate".
  std::vector<std::string_view> grades;
  // Each at most once, in order of first occurrence:
  //   "timely", "timely and", "timely and proportionate"  words and phrases in search form
  //   "not_robust"      a word under a negation: "not sufficiently robust"
  //   "^ensure", "^ensure that"  the words it begins with
  //   "grade:good"      a grade printed as a cell or label: "Judgement Grade ... Good"
  //   "side:conceded"   the side of a contrast after "although"
  //   "side:contrast"   the side of a contrast after "however" or "but"
  //   "list:improve"    part of a list of what must improve: its heading or its imperatives say so
  //   "many:names", "many:numbers"  more names than words; two numbers or more
  // Names (capitalised words) and numbers are left out, and no phrase extends over them.
  std::vector<std::string> features;
};

using WantedFeature = std::function<bool(std::string_view)>;

// Returns the units of `text` (UTF-8) in order; `sentences` are its sentences. They have all
// features, or only those that are `wanted`. A text without words has no units.
std::vector<FindingUnit> finding_units(std::string_view text, const Sentences& sentences,
                                       const WantedFeature& wanted = {});

}  // namespace ofsearch
