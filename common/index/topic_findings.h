// Tells what a passage finds of each topic it is about: what its sentences find that speak of the
// topic.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns what the sentences of `passage` find that speak of one of `topics` (names of Topics), as
// SentenceFindings::of tells it. If none of them speaks of one, returns what the passage finds.
Finding topic_finding(const Passage& passage, const std::vector<std::string>& topics);

// Returns the terms by which a passage is found for filters by a topic and a finding: one for each
// of its topics.
std::vector<std::string> topic_finding_terms(const Passage& passage);

// Returns one of these terms. `topic` is a value of the field, in any spelling; `finding` is of
// finding_name().
std::string topic_finding_term(std::string_view topic, std::string_view finding);

}  // namespace ofsearch
