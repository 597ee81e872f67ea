// What a passage finds of each topic it is about: what its sentences that speak of the topic do.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// What the sentences of `passage` that speak of one of `topics` (names of Topics) find
// (SentenceFindings::of); what the passage does where none of them speaks of one.
Finding topic_finding(const Passage& passage, const std::vector<std::string>& topics);

// The terms by which a passage is found whose filters ask for a topic and a finding: one for each
// of its topics.
std::vector<std::string> topic_finding_terms(const Passage& passage);

// One of them. `topic`: a value of the field, in any spelling; `finding`: of finding_name().
std::string topic_finding_term(std::string_view topic, std::string_view finding);

}  // namespace ofsearch
