#include "searcher/suggestion.h"

#include "common/nearest.h"
#include "common/text.h"

namespace ofsearch {
namespace {

constexpr size_t kShortest = 4;  // letters; shorter words have too many neighbours

// The index's word nearest to `word`: fewest edits, then most passages. Words without a prefix
// are the terms that do not begin with a capital.
std::string nearest_word(const std::string& word, const Xapian::Database& database) {
  int limit = word.size() < 7 ? 1 : 2;
  std::string best;
  int best_distance = limit + 1;
  Xapian::doccount best_frequency = 0;
  auto it = database.allterms_begin();
  it.skip_to("a");
  for (; it != database.allterms_end(); ++it) {
    std::string term = *it;
    int distance = edit_distance(word, term, std::min(limit, best_distance));
    if (distance > limit || distance > best_distance) continue;
    Xapian::doccount frequency = it.get_termfreq();
    if (distance < best_distance || frequency > best_frequency) {
      best = term;
      best_distance = distance;
      best_frequency = frequency;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string> suggest(const std::string& query,
                                   const std::vector<std::string>& unknown,
                                   const Xapian::Database& database) {
  std::string suggestion = query;
  bool changed = false;
  for (const std::string& typed : unknown) {
    std::string word = search_form(typed);
    size_t at = suggestion.find(typed);
    if (word.size() < kShortest || at == std::string::npos) continue;
    std::string near = nearest_word(word, database);
    if (near.empty()) continue;
    suggestion.replace(at, typed.size(), near);
    changed = true;
  }
  return changed ? std::optional(suggestion) : std::nullopt;
}

}  // namespace ofsearch
