// Verbs that say of a topic what went wrong, or well, with it: "lost confidence", "let down",
// "refused support", "takes too long"; "kept informed", "listened to".
#pragma once

#include "common/report/report.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

enum class VerbKind {
  kAsked,    // what is found should have the word: "refused"
  kCarried,  // the words say nothing of the topic: "let down"
  kTopic,    // they are what is asked about as well: "special measures"
  kOfWait,   // "kept waiting", of which "waiting" is the topic
};

struct JudgingVerb {
  Finding finding = Finding::kNeutral;  // where nothing denies it
  VerbKind kind = VerbKind::kAsked;
};

// `words`: of a query, as typed. The verb that begins with word number `at`; neutral for any other
// word, and where it says what happened and is no judgement ("refused asylum", "staff dismissed",
// "lost children").
JudgingVerb verb_of(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
