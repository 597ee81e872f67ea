#include "tests/properties/drawn_index.h"

#include "common/words/words.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace ofsearch::properties {
namespace {

template <typename Value>
Value must(Result<Value> result) {
  if (result) return std::move(*result);
  std::cerr << result.error().text() << "\n";
  std::exit(3);
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  for (const Token& token : tokenise(text)) words.insert(token.term);
  return words;
}

// Whoever shows `shown` need not show `text`.
bool says_nearly_the_same(const std::string& shown, const std::string& text) {
  const std::set<std::string> a = words_of(shown), b = words_of(text);
  size_t both = 0;
  for (const std::string& word : a) both += b.count(word);
  return 10 * both >= 8 * (a.size() + b.size() - both);
}

}  // namespace

DrawnIndex::DrawnIndex(const std::string& path, const Searcher::Options& options, unsigned seed,
                       size_t most)
    : searcher_(must(Searcher::open(path, options))), random_(seed) {
  SearchRequest all;
  all.limit = 100000;
  std::vector<std::string> ids;
  for (const ReportHit& hit : must(searcher_.search(all)).hits) ids.push_back(hit.report.id);
  std::sort(ids.begin(), ids.end());
  std::shuffle(ids.begin(), ids.end(), random_);
  ids.resize(std::min(ids.size(), most));
  for (const std::string& id : ids) reports_.push_back(must(searcher_.report(id)));
  for (const Report& report : reports_)
    for (const Passage& passage : report.passages)
      (passage.section_kind == SectionKind::kBoilerplate ? boilerplate_ : passages_)
          .push_back({{report.id, passage.n}, &report, &passage});
}

bool DrawnIndex::finds(const DrawnPassage& wanted, const std::string& query) {
  const Report& report = *wanted.report;
  SearchRequest request;
  request.query = query;
  // Of few reports, as what nearly says the same as was shown is not shown again.
  request.filters = {{"authority", report.metadata.authority},
                     {"visit_type", report.metadata.visit_type}};
  request.from = request.to = report.metadata.inspection_end;
  request.limit = 1000;
  request.passages = 1000;
  request.match = MatchMode::kAll;
  SearchResults results = must(searcher_.search(request));
  for (const ReportHit& hit : results.hits)
    for (const PassageHit& passage : hit.passages)
      if (PassageId(hit.report.id, passage.passage.n) == wanted.id) return true;
  // What nearly says the same as was shown is not shown again.
  for (const ReportHit& hit : results.hits)
    for (const PassageHit& passage : hit.passages)
      if (says_nearly_the_same(passage.passage.text, wanted.passage->text)) return true;
  return false;
}

void Tally::add(bool good, const std::string& what) {
  constexpr size_t kPrinted = 20;
  ++runs;
  if (good) return;
  if (failed++ < kPrinted) std::cout << "failed: " << what << "\n";
}

}  // namespace ofsearch::properties
