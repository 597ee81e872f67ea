// What a passage finds of each topic it is about: praise of one may stand beside criticism of
// another.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// What the sentences of `passage` that speak of one of `topics` (names of Topics) find; where none
// of them praises or criticises, what those find that go on with them ("This limits ..."), else, or
// where what each finds is not known, what the passage as a whole does: mixed where they lean the
// other way, neutral where they only count.
Finding topic_finding(const Passage& passage, const std::vector<std::string>& topics);

// The terms by which a passage is found whose filters ask for a topic and a finding: one for each
// of its topics. `topic`: a value of the field, in any spelling.
std::vector<std::string> topic_finding_terms(const Passage& passage);
std::string topic_finding_term(std::string_view topic, std::string_view finding);

}  // namespace ofsearch
