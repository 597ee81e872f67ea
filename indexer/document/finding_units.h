// Cuts a passage into units of judgement, a sentence or one side of a contrast, and names what in
// each of them speaks for praise or criticism. Training and prediction both read texts through
// this, so that a weight always means what it was learnt from.
#pragma once

#include "common/report/sentences.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A sentence, a bullet's item, or a clause of one: "Plans are clear, | but reviews are late."
struct FindingUnit {
  size_t begin = 0, end = 0;  // bytes of the text it was cut from
  int words = 0;              // words, numbers and names left out
  int numbers = 0;            // numbers other than those of paragraphs
  int names = 0;              // capitalised words that do not begin it
  bool demanded = false;      // has the feature "list:improve"
  // Grades printed as labels, each time: "outstanding", "good", "adequate",
  // "requires improvement", "inadequate".
  std::vector<std::string_view> grades;
  // Each at most once, in order of first occurrence:
  //   "timely", "timely and", "timely and proportionate"  words and phrases in search form
  //   "not_robust"      a word under a negation: "not sufficiently robust"
  //   "^ensure", "^ensure that"  the words it begins with
  //   "grade:good"      a grade printed as a cell or label: "Judgement Grade ... Good"
  //   "side:conceded"   a side that "although" grants
  //   "side:contrast"   a side that "however" or "but" begins
  //   "list:improve"    part of a list of what must improve: its heading or its imperatives say so
  //   "many:names", "many:numbers"  more names than words; two numbers or more
  // Names, recognised by their capitals, and numbers are left out and no phrase crosses them.
  std::vector<std::string> features;
};

using WantedFeature = std::function<bool(std::string_view)>;

// The units of `text` (UTF-8), which has these sentences, in order, with all features, or those
// that are `wanted`. Empty for a text without words.
std::vector<FindingUnit> finding_units(std::string_view text, const Sentences& sentences,
                                       const WantedFeature& wanted = {});

}  // namespace ofsearch
