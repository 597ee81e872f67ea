#include "searcher/match/similar.h"

#include "common/field/topics/topics.h"
#include "common/index/schema.h"
#include "common/words/words.h"
#include "searcher/opened/document_data.h"
#include "searcher/query/deadline.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr size_t kTerms = 40;   // telling words that are looked for
constexpr size_t kShown = 10;   // of them, named to people
constexpr int kLeastCount = 3;  // a word used once or twice tells little
// Weights are whole numbers of such parts, so that their sum is exact, whatever the order in which
// a shard adds them up, and reports that share the same words weigh the same.
constexpr double kSteps = 1 << 20;
constexpr double kCommonShare = 0.8;  // a word in more of the reports than that tells nothing
// Of a word that is no part of the field's terms, such as "easily" or "impressive": it is rare in
// reports, too, and tells how they are written rather than what they are about.
constexpr double kOutsideWeight = 0.3;

struct TellingWord {
  std::string stem;
  std::string shown;  // the word's first form in the report
  double weight = 0;
};

struct WordCount {
  std::string shown;
  int count = 0;
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
    for (const Token& token : tokenise(passage.text)) {
      if (token.joined || is_stopword(token.term) || !tells_subject(token.term) ||
          is_in_address(passage.text, token))
        continue;
      WordCount& word = counts[opened->stemmer.stem(token.term)];
      if (word.shown.empty()) word.shown = token.term;
      ++word.count;
      if (is_in_hit(token.begin, token.end, terms)) ++word.in_terms;
      word.lower_case = word.lower_case || is_lower_case(passage.text.substr(token.begin, 1));
    }
  }
  return counts;
}

// By tf-idf over reports, best first.
std::vector<TellingWord> telling_words(const std::unordered_map<std::string, WordCount>& counts,
                                       IndexTerms* index) {
  double reports = std::max<double>(1, index->frequency(std::string(kReportTerm)));
  std::vector<TellingWord> words;
  for (const auto& [stem, word] : counts) {
    double frequency = index->frequency(term_with(kReportStemPrefix, stem));
    if (!word.lower_case || word.count < kLeastCount || frequency < 2 ||
        frequency > reports * kCommonShare)
      continue;
    double weight = (1 + std::log(word.count)) * std::log(reports / frequency);
    if (word.in_terms * 2 < word.count) weight *= kOutsideWeight;
    words.push_back({stem, word.shown, std::round(weight * kSteps) / kSteps});
  }
  std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
  });
  words.resize(std::min(words.size(), kTerms));
  return words;
}

Query any_of(const std::vector<TellingWord>& words) {
  std::vector<Query> parts;
  for (const TellingWord& word : words)
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(term_with(kReportStemPrefix, word.stem)),
                       word.weight);
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

// The words that each of these reports shares, by report id. Each word weighs a power of two, so
// that the weight of a report says which it has: the lists of its terms are not needed for that,
// which databases and servers may do without.
std::map<std::string, std::vector<std::string>> shared_words(const std::vector<std::string>& ids,
                                                             const std::vector<TellingWord>& words,
                                                             const Xapian::Database& database) {
  static_assert(kTerms <= 52, "a double holds no larger sums exactly");
  std::vector<std::string> reports;
  for (const std::string& id : ids) reports.push_back(prefixed_term(kReportIdPrefix, id));
  std::vector<Query> parts;
  for (size_t i = 0; i < words.size(); ++i)
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(term_with(kReportStemPrefix, words[i].stem)),
                       std::ldexp(1, static_cast<int>(i)));
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, Query(Query::OP_OR, parts.begin(), parts.end()),
                          Query(Query::OP_OR, reports.begin(), reports.end())));
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_sort_by_relevance_then_value(kReportIdSlot, false);
  Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(ids.size()));
  std::map<std::string, std::vector<std::string>> shared;
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    auto bits = static_cast<uint64_t>(it.get_weight());
    std::vector<std::string>& of_report = shared[it.get_sort_key()];
    for (size_t i = 0; i < words.size() && of_report.size() < kShown; ++i)
      if ((bits >> i & 1) != 0) of_report.push_back(words[i].shown);
  }
  return shared;
}

}  // namespace

SearchResults find_similar(const Report& wanted, size_t limit, OpenedIndex* opened) {
  const Xapian::Database& database = opened->index.database;
  // Servers know no clock; they have a limit of their own.
  const Query clock = opened->index.is_remote() ? Query() : clock_query(&opened->deadline);
  SearchResults results;
  std::unordered_map<std::string, WordCount> counts = count_words(wanted, opened);
  std::vector<TellingWord> words;
  do {
    words = telling_words(counts, &opened->terms);
    opened->deadline.check_now();
  } while (opened->terms.fetch_missed());
  for (size_t i = 0; i < std::min(words.size(), kShown); ++i)
    results.searched += (i == 0 ? "like " + wanted.path + ": " : ", ") + words[i].shown;
  if (words.empty()) return results;
  Xapian::Enquire enquire(database);
  enquire.set_query(timed(
      Query(Query::OP_AND_NOT, any_of(words), Query(prefixed_term(kReportIdPrefix, wanted.id))),
      clock));
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  enquire.set_sort_by_relevance_then_value(kReportIdSlot, false);
  Xapian::MSet matches =
      enquire.get_mset(0, static_cast<Xapian::doccount>(limit), database.get_doccount());
  results.total_reports = matches.get_matches_estimated();  // exact: every document was checked
  results.listed_reports = results.total_reports;
  std::vector<std::string> ids;
  for (auto it = matches.begin(); it != matches.end(); ++it) ids.push_back(it.get_sort_key());
  opened->deadline.check_now();
  auto shared = shared_words(ids, words, database);
  for (auto it = matches.begin(); it != matches.end(); ++it) {
    ReportHit hit;
    hit.rank = it.get_rank() + 1;
    hit.score = it.get_weight();
    hit.report = report_of_fields(it.get_document().get_value(kReportFieldsSlot));
    if (hit.report.id != it.get_sort_key())
      throw Xapian::DatabaseCorruptError("a report has the id of another, " + it.get_sort_key());
    hit.shared_words = std::move(shared[it.get_sort_key()]);
    results.hits.push_back(std::move(hit));
  }
  return results;
}

}  // namespace ofsearch
