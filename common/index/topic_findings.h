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

struct TopicFinding {
  std::string topic;  // a name of Topics
  Finding finding;
};

// Returns what `passage` finds of each topic it is about, in the order of the list of topics.
std::vector<TopicFinding> topic_findings(const Passage& passage);

// Returns the terms by which a passage is found for filters by a topic and a finding: one for each
// of its topics.
std::vector<std::string> topic_finding_terms(const Passage& passage);

// Returns one of these terms. `topic` is a value of the field, in any spelling; `finding` is of
// finding_name().
std::string topic_finding_term(std::string_view topic, std::string_view finding);

// Returns what these terms say, as topic_findings() does. Other terms, and those of topics that the
// list no longer has, say nothing.
std::vector<TopicFinding> topic_findings_of(const std::vector<std::string>& terms);

// Returns what these terms and those of topics alone begin with, and no others.
std::string topic_terms_prefix();

}  // namespace ofsearch
