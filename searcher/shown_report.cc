#include "searcher/shown_report.h"

#include "common/index/fields.h"

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

// The passages of `report` that `request` finds.
Result<std::map<int, Marks>> found_in(Searcher* searcher, const Report& report,
                                      SearchRequest request) {
  request.filters.emplace_back("authority", report.metadata.authority);
  request.filters.emplace_back("visit_type", report.metadata.visit_type);
  request.limit = request.passages = kAll;
  request.offset = 0;
  request.facets.clear();
  request.keep_repeats = request.count_opposite = true;
  request.literal = true;
  request.match = MatchMode::kAny;
  const SearchResults results = OF_TRY(searcher->search(request));
  std::map<int, Marks> found;
  for (const ReportHit& hit : results.hits)
    if (hit.report.id == report.id)
      for (const PassageHit& passage : hit.passages) found[passage.passage.n] = passage.marks;
  return found;
}

}  // namespace

Result<ShownReport> shown_report(Searcher* searcher, const std::string& id,
                                 const SearchRequest& request) {
  ShownReport shown{OF_TRY(searcher->report(id)), {}};
  if (!request.filters.empty()) {
    SearchRequest filters = request;
    filters.query.clear();
    const auto passing = OF_TRY(found_in(searcher, shown.report, std::move(filters)));
    std::erase_if(shown.report.passages,
                  [&](const Passage& passage) { return !passing.contains(passage.n); });
  }
  if (request.query.empty()) return shown;
  SearchRequest words = request;
  words.filters.clear();
  shown.marks = OF_TRY(found_in(searcher, shown.report, std::move(words)));
  std::erase_if(shown.marks, [&](const auto& entry) {
    return entry.second.empty() || std::ranges::find(shown.report.passages, entry.first,
                                                     &Passage::n) == shown.report.passages.end();
  });
  return shown;
}

std::vector<std::string> filters_of_reports(const SearchRequest& request) {
  std::vector<std::string> names;
  for (const auto& [name, value] : request.filters)
    if (const Field* field = find_field(name); field == nullptr)
      names.push_back(name);
    else if (field->level == FieldLevel::kReport)
      names.emplace_back(field->option);
  if (request.from) names.emplace_back("from");
  if (request.to) names.emplace_back("to");
  if (request.indexed_since) names.emplace_back("indexed-since");
  return names;
}

}  // namespace ofsearch
