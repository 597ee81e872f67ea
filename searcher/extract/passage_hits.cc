#include "searcher/extract/passage_hits.h"

#include "common/records/passage_record.h"
#include "searcher/extract/snippet.h"

#include <utility>

namespace ofsearch {
namespace {

// Nobody needs them to show a passage, and many passages may be shown.
void drop_sentences(Passage* passage) {
  passage->sentences = Sentences();
  passage->sentence_findings = std::vector<double>();
}

}  // namespace

std::optional<PassageHit> passage_hit(FoundPassage found) {
  std::optional<StoredPassage> stored = decode_passage(found.record);
  if (!stored) return std::nullopt;
  PassageHit hit;
  hit.passage = std::move(stored->passage);
  hit.score = found.score;
  hit.marks = std::move(found.marks);
  hit.reasons = std::move(found.reasons);
  hit.same_as = std::move(found.same_as);
  hit.topics = std::move(found.topics);
  make_snippet(&hit, kLongestSnippet, found.telling);
  drop_sentences(&hit.passage);
  return hit;
}

void for_each_hit(const SearchResults& results,
                  const std::function<void(const ReportHit&)>& function) {
  for (const ReportHit& hit : results.hits) {
    if (hit.aside == 0) {
      function(hit);
      continue;
    }
    ReportHit whole = hit;
    whole.aside = 0;
    for (size_t i = 0; i < hit.aside; ++i)
      whole.passages.push_back(passage_hit(results.aside->passage(hit.first_aside + i)).value());
    function(whole);
  }
}

}  // namespace ofsearch
