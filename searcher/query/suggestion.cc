#include "searcher/query/suggestion.h"

#include "common/index/schema.h"
#include "common/text/nearest.h"
#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kShortest = 4;  // letters; shorter words have too many neighbours

struct Nearest {
  std::string word;  // search form of what was typed
  std::string best;
  int distance = 0;
  Xapian::doccount frequency = 0;
};

void consider(const std::string& term, const Xapian::TermIterator& it, Nearest* nearest) {
  int distance = edit_distance(nearest->word, term, nearest->distance);
  if (distance > nearest->distance) return;
  Xapian::doccount frequency = it.get_termfreq();
  if (distance == nearest->distance && frequency <= nearest->frequency) return;
  *nearest = {nearest->word, term, distance, frequency};
}

// The index's word nearest to each: fewest edits, then most reports, then the first. One pass for
// all words, as a server sends the whole list each time.
void find_nearest(std::vector<Nearest>* words, const Xapian::Database& database) {
  if (words->empty()) return;
  std::string prefix(kReportWordPrefix);
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
    std::string term = (*it).substr(prefix.size());
    for (Nearest& nearest : *words) consider(term, it, &nearest);
  }
}

}  // namespace

std::optional<std::string> suggest(const std::string& query,
                                   const std::vector<std::string>& unknown,
                                   const Xapian::Database& database) {
  std::vector<Nearest> words;
  for (const std::string& typed : unknown) {
    std::string word = search_form(typed);
    int most = word.size() < 7 ? 1 : 2;
    if (word.size() >= kShortest) words.push_back({word, "", most, 0});
  }
  find_nearest(&words, database);
  std::string suggestion = query;
  bool changed = false;
  for (const std::string& typed : unknown) {
    size_t at = suggestion.find(typed);
    std::string word = search_form(typed);
    auto near = std::find_if(words.begin(), words.end(),
                             [&](const Nearest& nearest) { return nearest.word == word; });
    if (at == std::string::npos || near == words.end() || near->best.empty()) continue;
    suggestion.replace(at, typed.size(), near->best);
    changed = true;
  }
  return changed ? std::optional(suggestion) : std::nullopt;
}

}  // namespace ofsearch
