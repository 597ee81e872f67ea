#include "searcher/match/similar.h"

#include "common/field/topics/topics.h"
#include "common/index/schema.h"
#include "common/words/words.h"
#include "searcher/opened/document_data.h"
#include "searcher/query/deadline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr size_t kTerms = 40;   // telling words that are looked for
constexpr size_t kShown = 10;   // of them, named to people
constexpr int kLeastCount = 2;  // a word used once tells little
// The factor for a word that is no part of the field's terms, such as "easily" or "impressive".
// Such a word is rare in reports, too. It tells how they are written rather than what they are
// about.
constexpr double kOutsideWeight = 0.3;

struct TellingWord {
  std::string stem;
  std::string shown;  // the word's first form in the report
  // The logarithm of a ratio of shares: how much more often it is there than in all reports.
  double weight = 0;
  double share = 0;  // of the report's passages

  double tells() const { return weight * share; }
};

struct WordCount {
  std::string shown;
  int count = 0;
  int passages = 0;
  int in_terms = 0;         // of them, within a term of a topic of the field
  bool lower_case = false;  // somewhere; a word that never is, is a name
};

// Words of grammar, which stopwords of a search leave out: a search may ask for them.
constexpr std::array<std::string_view, 48> kOfGrammar = {
    "again",   "ago",     "almost", "alone",   "along",    "already", "although", "always",
    "another", "anyone",  "around", "because", "behind",   "beside",  "cannot",   "despite",
    "either",  "else",    "ever",   "every",   "few",      "forward", "hence",    "himself",
    "instead", "itself",  "just",   "least",   "less",     "lot",     "neither",  "never",
    "next",    "none",    "nor",    "often",   "once",     "perhaps", "quite",    "rather",
    "seldom",  "someone", "still",  "thus",    "together", "unless",  "whether",  "yet"};
constexpr size_t kShortest = 3;  // letters; "e" of "e-learning" is none of its subjects

bool tells_subject(const std::string& word) {
  return word.size() >= kShortest && !std::ranges::binary_search(kOfGrammar, word);
}

bool is_lower_case(std::string_view printed) {
  return !printed.empty() && printed[0] >= 'a' && printed[0] <= 'z';
}

// Part of an address of the web or of mail, which has names in small letters.
bool is_in_address(std::string_view text, const Token& token) {
  const auto joins = [](char c) { return c == '@' || c == '/' || c == '.'; };
  const bool before = token.begin > 0 && joins(text[token.begin - 1]);
  return before || (token.end + 1 < text.size() && joins(text[token.end]) &&
                    is_lower_case(text.substr(token.end + 1)));
}

std::unordered_map<std::string, WordCount> count_words(const Report& report, OpenedIndex* opened) {
  std::unordered_map<std::string, WordCount> counts;
  for (const Passage& passage : report.passages) {
    opened->deadline.check_now();
    if (passage.section_kind == SectionKind::kBoilerplate) continue;
    const std::vector<TopicHit> terms = Topics::builtin().hits(passage.text);
    std::set<std::string> of_passage;
    for (const Token& token : tokenise(passage.text)) {
      if (token.joined || is_stopword(token.term) || !tells_subject(token.term) ||
          is_in_address(passage.text, token))
        continue;
      const std::string& stem = opened->stemmer.stem(token.term);
      WordCount& word = counts[stem];
      if (of_passage.insert(stem).second) ++word.passages;
      if (word.shown.empty()) word.shown = token.term;
      ++word.count;
      if (is_in_hit(token.begin, token.end, terms)) ++word.in_terms;
      word.lower_case = word.lower_case || is_lower_case(passage.text.substr(token.begin, 1));
    }
  }
  return counts;
}

// How many passages of each report have a word, and of how many.
class Shares {
 public:
  explicit Shares(OpenedIndex* opened)
      : opened_(*opened),
        // Servers know no clock; they have a limit of their own.
        clock_(opened->index.is_remote() ? Query() : clock_query(&opened->deadline)),
        passages_(count(Query(std::string(kPassageTerm)))) {}

  MatchesByReport with(const TellingWord& word) const {
    return count(Query(term_with(kStemPrefix, word.stem)));
  }
  double of(const std::string& report, size_t matches) const {
    const auto all = passages_.find(report);
    if (all == passages_.end())
      throw Xapian::DatabaseCorruptError("report " + report + " is not there");
    return static_cast<double>(matches) / static_cast<double>(all->second);
  }

 private:
  MatchesByReport count(const Query& query) const {
    opened_.deadline.check_now();
    return count_by_report(timed(query, clock_), opened_.index.database);
  }

  OpenedIndex& opened_;
  Query clock_;
  MatchesByReport passages_;
};

// The words that more passages of the report have than of others, those that tell most first.
std::vector<TellingWord> telling_words(const std::unordered_map<std::string, WordCount>& counts,
                                       double passages, IndexTerms* index) {
  const double all = std::max<double>(1, index->frequency(std::string(kPassageTerm)));
  std::vector<TellingWord> words;
  for (const auto& [stem, word] : counts) {
    const double frequency = index->frequency(term_with(kStemPrefix, stem));
    if (!word.lower_case || word.count < kLeastCount || frequency <= word.passages) continue;
    const double share = word.passages / passages;
    double weight = std::log(share * all / frequency);
    if (weight <= 0) continue;
    if (word.in_terms * 2 < word.count) weight *= kOutsideWeight;
    words.push_back({stem, word.shown, weight, share});
  }
  std::ranges::sort(words, [](const TellingWord& a, const TellingWord& b) {
    return a.tells() != b.tells() ? a.tells() > b.tells() : a.stem < b.stem;
  });
  words.resize(std::min(words.size(), kTerms));
  return words;
}

// A report beside the one that is wanted.
struct Likeness {
  double score = 0;                              // of what tells the wanted one, 1 for all
  std::vector<std::pair<double, size_t>> words;  // what each shared one adds, and its number
};

std::map<std::string, Likeness> likenesses(const std::string& wanted,
                                           const std::vector<TellingWord>& words,
                                           const Shares& shares) {
  double all = 0;
  for (const TellingWord& word : words) all += word.tells();
  std::map<std::string, Likeness> found;
  for (size_t i = 0; i < words.size(); ++i)
    for (const auto& [report, matches] : shares.with(words[i])) {
      if (report == wanted) continue;
      const double shared =
          words[i].weight * std::min(words[i].share, shares.of(report, matches)) / all;
      Likeness& likeness = found[report];
      likeness.score += shared;
      likeness.words.emplace_back(shared, i);
    }
  return found;
}

std::vector<std::string> shown_words(Likeness likeness, const std::vector<TellingWord>& words) {
  std::ranges::sort(likeness.words, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> shown;
  for (size_t i = 0; i < std::min(likeness.words.size(), kShown); ++i)
    shown.push_back(words[likeness.words[i].second].shown);
  return shown;
}

}  // namespace

SearchResults find_similar(const Report& wanted, size_t limit, OpenedIndex* opened) {
  SearchResults results;
  const Shares shares(opened);
  const auto counts = count_words(wanted, opened);
  const auto passages = static_cast<double>(wanted.passages.size());
  std::vector<TellingWord> words;
  do {
    words = telling_words(counts, passages, &opened->terms);
    opened->deadline.check_now();
  } while (opened->terms.fetch_missed());
  for (size_t i = 0; i < std::min(words.size(), kShown); ++i)
    results.searched += (i == 0 ? "like " + wanted.path + ": " : ", ") + words[i].shown;
  std::map<std::string, Likeness> found = likenesses(wanted.id, words, shares);
  results.total_reports = results.listed_reports = found.size();
  std::vector<std::string> ids;
  for (const auto& [id, likeness] : found) ids.push_back(id);
  std::ranges::stable_sort(ids, [&](const std::string& a, const std::string& b) {
    return found.at(a).score > found.at(b).score;
  });
  ids.resize(std::min(ids.size(), limit));
  std::map<std::string, Report> reports = opened->documents->reports(ids, opened->index.database);
  for (const std::string& id : ids) {
    ReportHit hit;
    hit.rank = results.hits.size() + 1;
    hit.score = found.at(id).score;
    hit.report = std::move(reports.at(id));
    hit.shared_words = shown_words(found.at(id), words);
    results.hits.push_back(std::move(hit));
  }
  return results;
}

}  // namespace ofsearch
