#include "searcher/clauses.h"

#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/grade_changes.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

bool is_of(const Field& field, const std::pair<std::string, std::string>& filter) {
  return filter_field(filter.first, filter.second) == &field;
}

// Returns the values asked for, one by one.
Values values_of(const SearchRequest& request, const Field& field) {
  Values values;
  for (const auto& filter : request.filters)
    if (is_of(field, filter))
      for (std::string& value : listed_values(field, filter.second))
        push_unique(&values, std::move(value));
  return values;
}

// Returns a change to a request: it then searches with `values` instead of those of `field`.
std::function<void(SearchRequest*)> instead(const Field& field, Values values) {
  return [&field, values = std::move(values)](SearchRequest* request) {
    std::erase_if(request->filters, [&](const auto& filter) { return is_of(field, filter); });
    for (const std::string& value : values)
      request->filters.emplace_back(std::string(field.option), value);
  };
}

std::string joined(const Values& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "+") + value;
  return text;
}

// Adds clauses for judgements that must all be so: one without the first, one without the second,
// ...
void add_parts(const Field& field, const Values& values, std::vector<Clause>* clauses) {
  size_t most = 1;
  for (const std::string& value : values)
    most = std::max(most, values_together(field, value).size());
  for (size_t place = 0; most > 1 && place < most; ++place) {
    Values left_out, rest;
    for (const std::string& value : values) {
      Values parts = values_together(field, value);
      if (place < parts.size() && parts.size() > 1) {
        push_unique(&left_out, parts[place]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(place));
      }
      push_unique(&rest, joined(parts));
    }
    clauses->push_back({fmt::format("without {} {}", field.option, list_in_words(left_out)),
                        instead(field, std::move(rest))});
  }
}

// Adds a clause that asks for the grades at the end of changes, whatever they were before.
void add_later_grades(const Field& field, const Values& values, std::vector<Clause>* clauses) {
  Values later, before;
  for (const std::string& value : values) {
    const auto change = grade_change(field, value);
    if (change && change->direction != 0) return;
    if (change) push_unique(&before, change->before);
    push_unique(
        &later,
        change ? (change->judgement.empty() ? "" : change->judgement + ":") + change->now : value);
  }
  if (before.empty()) return;
  clauses->push_back({fmt::format("without the earlier grade {}", list_in_words(before)),
                      instead(field, std::move(later))});
}

}  // namespace

std::vector<Clause> filter_clauses(const SearchRequest& request) {
  std::vector<Clause> clauses;
  for (const Field& field : fields()) {
    Values shown;
    for (const auto& filter : request.filters)
      if (is_of(field, filter)) shown.push_back(value_in_words(field, filter.second));
    if (shown.empty()) continue;
    const Values values = values_of(request, field);
    add_parts(field, values, &clauses);
    add_later_grades(field, values, &clauses);
    clauses.push_back(
        {fmt::format("without {} {}", field.option, any_in_words(shown)), instead(field, {})});
  }
  auto add = [&](bool there, std::string shown, std::function<void(SearchRequest*)> leave_out) {
    if (there) clauses.push_back({"without " + shown, std::move(leave_out)});
  };
  add(request.from.has_value(), "from " + request.from.value_or(""),
      [](SearchRequest* r) { r->from.reset(); });
  add(request.to.has_value(), "to " + request.to.value_or(""),
      [](SearchRequest* r) { r->to.reset(); });
  add(request.indexed_since.has_value(), "indexed-since " + request.indexed_since.value_or(""),
      [](SearchRequest* r) { r->indexed_since.reset(); });
  return clauses;
}

}  // namespace ofsearch
