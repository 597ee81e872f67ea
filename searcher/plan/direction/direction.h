// Words of judgement in a query: "weak", "late", "too high"; "strong", "good practice". They are
// either part of the topic, or the direction of the query: the findings that are asked for.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Direction {
  Finding finding = Finding::kNeutral;  // strength, weakness or, for a word of the topic, neutral
  bool only = false;  // the word is not searched for, it only gives the direction ("not", "lack")
  bool negated = false;  // "no delay": the finding is the opposite of the word's own
  bool topic = false;    // "backlog": gives the direction and is part of the topic
  bool loose = false;  // "too": nothing where it is part of a saying or a term ("too long": delay)
  bool ended = false;  // "no longer late": what is found may name what has ended
};

// The direction of word number `at` of a query's unquoted words as typed. Its neighbours decide
// whether it is part of the topic: "high" is direction in "caseloads too high", but not in "high
// risk"; "missing" is direction in "voice missing from assessments", but not in "missing from
// care". "no" before "delay" negates it, and has no direction of its own.
Direction direction_of(const std::vector<std::string>& words, size_t at);

// Whether the words ask if something is so ("are visits timely", "do children wait too long"):
// what is good and what is not are answers alike.
bool asks_whether(const std::vector<std::string>& words);

// 1 for strengths, -1 for weaknesses, 0 for anything else: as SearchPlan::direction has it.
int sign_of(Finding finding);

// What a word of judgement (search form) finds by itself; neutral for any other.
Finding finding_of(const std::string& word);

// Word number `at` with the negator that turns it and what stands between ("no undue delay"); the
// word alone where nothing before it denies.
std::string with_negator(const std::vector<std::string>& typed, size_t at);

// Words for the opposite of `word` ("delay": "timely"), in search form; empty if the table has
// none.
std::vector<std::string_view> opposites_of(const std::string& word);

}  // namespace ofsearch
