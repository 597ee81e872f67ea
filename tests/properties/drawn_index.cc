#include "tests/properties/drawn_index.h"

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
      if (passage.section_kind != SectionKind::kBoilerplate)
        passages_.push_back({{report.id, passage.n}, &report, &passage});
}

std::set<int> DrawnIndex::found_in(const Report& report, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.filters = {{"authority", report.metadata.authority}};
  request.limit = 1000;
  request.passages = 1000;
  request.match = MatchMode::kAll;
  SearchResults results = must(searcher_.search(request));
  std::set<int> found;
  std::set<std::string> texts;  // what says the same as was shown is not shown again
  for (const ReportHit& hit : results.hits)
    for (const PassageHit& passage : hit.passages) {
      texts.insert(passage.passage.text);
      if (hit.report.id == report.id) found.insert(passage.passage.n);
    }
  for (const Passage& passage : report.passages)
    if (texts.contains(passage.text)) found.insert(passage.n);
  return found;
}

void Tally::add(bool good, const std::string& what) {
  constexpr size_t kPrinted = 20;
  ++runs;
  if (good) return;
  if (failed++ < kPrinted) std::cout << "failed: " << what << "\n";
}

}  // namespace ofsearch::properties
