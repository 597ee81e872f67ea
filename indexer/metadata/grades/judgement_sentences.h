// Judgements as headings and running text state them.
#pragma once

#include "indexer/metadata/grades/tables/judgement_table.h"
#include "indexer/metadata/grades/words/other_judgements.h"
#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <vector>

namespace ofsearch {

// Judgements printed behind or under section headings: "Children in care: good".
std::vector<JudgementRow> read_judgement_headings(const View& view, const Occasion& occasion);

// Returns judgements stated in sentences of their own: "The overall judgement is that children's
// services are inadequate", "The Local Safeguarding Children Board requires improvement". What an
// earlier inspection judged, or anybody else, is left out, and so is what is judged of another
// authority.
std::vector<JudgementRow> read_judgement_sentences(const View& view, const Occasion& occasion);

// Returns the judgement that one sentence states; for tests. `opening` means on the report's first
// pages, where "Children's services in Loamshire are good" is the judgement and not a remark.
std::optional<JudgementRow> read_judgement_sentence(std::string_view sentence, bool opening,
                                                    const Occasion& occasion = {});

}  // namespace ofsearch
