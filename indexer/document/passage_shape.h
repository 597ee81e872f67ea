// Tells what a passage says apart from whom and when. It serves to count the text that many reports
// share.
#pragma once

#include "common/report/report.h"

#include <cstdint>
#include <optional>

namespace ofsearch {

// Returns a hash of the words of `passage` without names of authorities, numbers, months, words of
// form ("the", "of") and what a number is compared by: the same for "87 children live in Loamshire,
// an increase from 80" and "5 children live in Eastvale, a reduction from 9". Names of people stay.
// Nothing for what is too short to tell, for rows of tables and lines of a title page, for who has
// been in post since when and for grades, which people look for, and for what praises or
// criticises: that may be a formula, and is a finding all the same.
std::optional<uint64_t> passage_shape(const Passage& passage);

}  // namespace ofsearch
