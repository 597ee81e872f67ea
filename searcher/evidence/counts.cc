#include "searcher/evidence/counts.h"

#include "common/field/authorities/authorities.h"
#include "common/index/listed_values.h"
#include "common/report/values.h"
#include "common/text/counted.h"
#include "common/text/nearest.h"
#include "searcher/answer.h"
#include "searcher/results/request_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

bool selects_passages(const std::pair<std::string, std::string>& filter) {
  return is_of_passages(filter.first);
}

// Notes what a table counts otherwise than the words let expect.
void tell_differences(const SearchResults& results, std::vector<std::string>* notes) {
  if (std::string counted = counted_in_words(results); !counted.empty())
    notes->push_back(std::move(counted));
  if (!results.not_counted.empty())
    notes->push_back(fmt::format("passages are counted whatever they find; a list of results is {}",
                                 results.not_counted));
}

}  // namespace

size_t count_of(const ValueCounts& counts, const std::string& value) {
  auto it = std::ranges::find(counts, value, &ValueCount::value);
  return it == counts.end() ? 0 : it->reports;
}

Result<ValueCounts> counts_by(Searcher* searcher, SearchRequest request, const Field& field) {
  request.limit = 0;
  request.facets = {std::string(field.name)};
  SearchResults results = OF_TRY(searcher->search(request));
  ValueCounts counts;
  if (results.facets.empty()) return counts;
  const std::vector<FacetValue>& values = results.facets.front().values;
  const bool chosen = std::ranges::any_of(values, &FacetValue::selected);
  for (const FacetValue& value : values)
    if (!chosen || value.selected) counts.push_back({value.value, value.count});
  return counts;
}

Result<size_t> count_reports(Searcher* searcher, SearchRequest request) {
  request.limit = 0;
  request.facets.clear();
  SearchResults results = OF_TRY(searcher->search(request));
  return results.total_reports;
}

Result<SearchRequest> to_be_counted(Searcher* searcher, const SearchRequest& request,
                                    std::vector<std::string>* notes) {
  const Field& finding = *find_field("finding");
  if (filters_by(request, finding))
    return Error{ErrorCode::kUsage,
                 "strengths and weaknesses are both counted here, so --finding has no meaning",
                 "leave --finding out"};
  SearchRequest same = OF_TRY(understood(searcher, request, notes));
  if (filters_by(same, finding)) {
    same = without(std::move(same), finding);
    if (notes != nullptr)
      notes->emplace_back("strengths and weaknesses are both counted, whichever the words ask for");
  }
  same.literal = true;
  if (!same.query.empty()) {
    SearchRequest once = same;
    once.limit = 0;
    once.facets.clear();
    const SearchResults results = OF_TRY(searcher->search(once));
    ask_for_the_same(results, &same);
    if (notes != nullptr) tell_differences(results, notes);
  }
  same.count_opposite = true;  // as views_of() does
  return same;
}

void ask_for_the_same(const SearchResults& results, SearchRequest* request) {
  if (results.level == name_of(MatchMode::kAny)) {
    request->match = MatchMode::kAny;
    return;
  }
  request->concepts.emplace();
  for (const ConceptUse& use : results.concepts)
    if (use.required) request->concepts->push_back(use.shown);
}

SearchRequest without(SearchRequest request, const Field& field) {
  std::erase_if(request.filters,
                [&](const auto& filter) { return find_field(filter.first) == &field; });
  return request;
}

bool filters_by(const SearchRequest& request, const Field& field) {
  return std::ranges::any_of(
      request.filters, [&](const auto& filter) { return find_field(filter.first) == &field; });
}

SearchRequest with_only(SearchRequest request, const Field& field, const std::string& value) {
  request = without(std::move(request), field);
  request.filters.emplace_back(std::string(field.name), value);
  return request;
}

bool asks_of_passages(const SearchRequest& request) {
  return !request.query.empty() || std::ranges::any_of(request.filters, selects_passages);
}

SearchRequest of_whole_reports(SearchRequest request) {
  request.query.clear();
  std::erase_if(request.filters, selects_passages);
  return request;
}

SearchRequest listing(SearchRequest request, SortOrder sort) {
  request.query.clear();
  request.limit = kAll;
  request.offset = 0;
  request.passages = 0;
  request.sort = sort;
  request.facets.clear();
  return request;
}

Result<SearchResults> documents_of(Searcher* searcher, const std::string& name,
                                   const SearchRequest& filters, SortOrder sort) {
  if (filters_by(filters, *find_field("authority")))
    return Error{
        ErrorCode::kUsage,
        fmt::format("the documents of {} are asked for, and --authority names others", name),
        "leave --authority out"};
  SearchRequest request = listing(filters, sort);
  request.filters.emplace_back("authority", name);
  request.with_predecessors = false;
  SearchResults results = OF_TRY(searcher->search(request));
  auto key_of = [](const ReportHit& hit) {
    const std::string usual = Authorities::builtin().usual_name(hit.report.metadata.authority);
    return usual.empty() ? hit.report.metadata.authority : usual;
  };
  for (const ReportHit& hit : results.hits)
    if (key_of(hit) != key_of(results.hits.front()))
      return Error{ErrorCode::kUsage, fmt::format("\"{}\" is more than one authority", name),
                   "name one; several side by side: ofsearch --compare Kent Medway"};
  return results;
}

std::string filters_in_title(const SearchRequest& search) {
  std::string text;
  for (const auto& [name, value] : search.filters) {
    const Field* field = find_field(name);
    text += field == nullptr ? fmt::format(", {} {}", name, value)
                             : fmt::format(", {} {}", field->printed,
                                           list_in_words(listed_values(*field, value)));
  }
  if (search.from) text += fmt::format(", from {}", *search.from);
  if (search.to) text += fmt::format(", to {}", *search.to);
  return text;
}

std::string about(const SearchRequest& search) {
  return (search.query.empty() ? "reports" : fmt::format("“{}”", search.query)) +
         filters_in_title(search);
}

std::string left_out_note(size_t reports, std::string_view what, std::string_view place) {
  return fmt::format("{} no {} and {} in no {}",
                     counted(reports, "report") + (reports == 1 ? " has" : " have"), what,
                     reports == 1 ? "stands" : "stand", place);
}

Result<void> tell_left_out(Searcher* searcher, const SearchRequest& search, const Field& field,
                           std::string_view place, std::vector<std::string>* notes) {
  if (!stands_for_none(field, kUnknown) || filters_by(search, field)) return {};
  const size_t reports = OF_TRY(
      count_reports(searcher, of_whole_reports(with_only(search, field, std::string(kUnknown)))));
  if (reports > 0) notes->push_back(left_out_note(reports, field.printed, place));
  return {};
}

std::string finding_note(bool of_topics, bool asks) {
  return fmt::format(
      "a report has a strength or weakness if {}; they are told from words and can be wrong, and "
      "mixed {} count as neither",
      of_topics ? "the sentences about the topic in one of its passages say so"
      : asks    ? "a passage that speaks of it says so as a whole"
                : "one of its passages says so as a whole",
      of_topics ? "ones" : "passages");
}

TableColumn value_column(const Field& field) {
  return {std::string(field.name), std::string(field.printed),
          field.kind == FieldKind::kYear ? TableColumn::Kind::kNumber : TableColumn::Kind::kText};
}

TableCell value_cell(const Field& field, const std::string& value) {
  TableCell cell = text_cell(value);
  if (field.kind != FieldKind::kYear || !is_year(value)) return cell;
  cell.number = std::stoi(value);
  cell.has_number = true;
  return cell;
}

std::vector<std::string> years_between(const std::string& first, const std::string& last,
                                       const SearchRequest& search) {
  const Field& field = *find_field("year");
  const auto selected = [&](const std::string& year) {
    const auto names_it = [&](const auto& filter) {
      return find_field(filter.first) == &field &&
             std::ranges::any_of(
                 listed_values(field, filter.second),
                 [&](const std::string& typed) { return is_in_years(typed, year); });
    };
    return !filters_by(search, field) || std::ranges::any_of(search.filters, names_it);
  };
  std::vector<std::string> years;
  for (int year = std::stoi(first); year <= std::stoi(last); ++year)
    if (std::string text = fmt::format("{:04}", year); selected(text))
      years.push_back(std::move(text));
  return years;
}

Views views_of(SearchRequest request) {
  request.count_opposite = true;
  const Field& finding = *find_field("finding");
  return {request, with_only(request, finding, std::string(finding_name(Finding::kStrength))),
          with_only(request, finding, std::string(finding_name(Finding::kWeakness)))};
}

}  // namespace ofsearch
