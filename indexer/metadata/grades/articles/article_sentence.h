// Tells what one sentence of an article says of grades.
#pragma once

#include "indexer/metadata/grades/tables/judgement_table.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns what a sentence or headline states, in order, with keys as in judgement_labels.h; nothing
// for one that speaks of another time or counts authorities. The rule of a row is "named" if the
// judgement's own name stands there.
std::vector<JudgementRow> read_article_sentence(std::string_view sentence, bool headline);

}  // namespace ofsearch
