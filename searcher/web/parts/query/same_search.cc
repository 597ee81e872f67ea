#include "searcher/web/parts/query/same_search.h"

#include "common/text/characters.h"
#include "searcher/query/query_filters.h"
#include "searcher/results/request_names.h"
#include "searcher/understood_request.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::web {
namespace {

std::string option_of(const std::string& name) {
  const Field* field = find_field(name);
  return field == nullptr ? name : std::string(field->option);
}

// The request with the filters that stand in its query beside the others.
SearchRequest taken_apart(const SearchRequest& typed) {
  const ParsedQuery query = parse_query(typed.query);
  if (query.filters.empty()) return typed;
  SearchRequest request = with_query_filters(typed, query);
  request.query = query_of(query.root.children);
  return request;
}

// Years and days are understood together, as of one field.
bool is_of_time(std::string_view name) {
  return name == "from" || name == "to" || name == "year";
}

// `text` without `words`, where they stand in it.
std::string with_words_taken_out(std::string text, std::string_view words) {
  if (const size_t at = text.find(words); at != std::string::npos) text.erase(at, words.size());
  return std::string(trimmed(text));
}

// Returns the words without the sign that excluded them.
std::string_view words_of(const UnderstoodWords& understood) {
  std::string_view words = understood.words;
  if (understood.excluded && words.starts_with('-')) words.remove_prefix(1);
  return words;
}

}  // namespace

Parameters parameters_of(const SearchRequest& request) {
  Parameters parameters;
  if (!request.query.empty()) {
    parameters = parameters.with("q", request.query).with(request.exact ? "exact" : "literal", "1");
    for (const std::string& words : request.without) parameters = parameters.with("without", words);
  }
  bool has_finding = false;
  for (const auto& [name, value] : request.filters) {
    parameters = parameters.with(option_of(name), value);
    has_finding = has_finding || option_of(name) == "finding";
  }
  // If a finding is asked for, what is the opposite counts anyway.
  if (request.count_opposite && !has_finding) parameters = parameters.with("finding", "any");
  if (request.from) parameters = parameters.with("from", *request.from);
  if (request.to) parameters = parameters.with("to", *request.to);
  if (request.indexed_since) parameters = parameters.with("indexed-since", *request.indexed_since);
  if (std::string_view level = name_of(request.match); !level.empty())
    parameters = parameters.with("match", level);
  if (request.with_predecessors) parameters = parameters.with("with-predecessors", "1");
  return parameters;
}

std::string with_filter_value(const std::string& query, const QueryFilter& filter,
                              std::string_view value) {
  if (!value.empty()) {
    const size_t behind_colon = query.find(':', filter.begin) + 1;
    return query.substr(0, behind_colon) + fmt::format("\"{}\"", value) + query.substr(filter.end);
  }
  const size_t end = std::min(query.find_first_not_of(' ', filter.end), query.size());
  return std::string(trimmed(query.substr(0, filter.begin) + query.substr(end)));
}

std::string without_filters(std::string query) {
  for (auto filters = parse_query(query).filters; !filters.empty();
       filters = parse_query(query).filters)
    query = with_filter_value(query, filters.back(), "");
  return query;
}

bool filters_by(const Field& field, std::string_view name, std::string_view typed) {
  return find_field(name) == &field || filter_field(name, typed) == &field;
}

ReadSearch::ReadSearch(const Parameters& parameters, const SearchRequest& typed,
                       const SearchRequest& read)
    : typed_(parameters.without("offset")) {
  const SearchRequest apart = taken_apart(read);
  apart_ = typed_.without("q").without("literal").without("from").without("to");
  if (!apart.query.empty()) apart_ = apart_.with("q", apart.query);
  if (!apart.query.empty() && !parameters.has("exact")) apart_ = apart_.with("literal", "1");
  // The filters that were understood stand behind those that were asked for.
  for (size_t i = typed.filters.size(); i < apart.filters.size(); ++i)
    moved_.emplace_back(option_of(apart.filters[i].first), apart.filters[i].second);
  for (const auto& [name, value] : moved_) apart_ = apart_.with(name, value);
  auto add_day = [&](const char* name, const auto& day, const auto& asked) {
    if (day) apart_ = apart_.with(name, *day);
    if (day != asked) moved_.emplace_back(name, day.value_or(""));
  };
  add_day("from", apart.from, typed.from);
  add_day("to", apart.to, typed.to);
}

const Parameters& ReadSearch::for_change_of(const Field& field) const {
  const bool is_moved = std::ranges::any_of(moved_, [&](const Parameters::Pair& pair) {
    return filters_by(field, pair.first, pair.second) ||
           (is_of_time(field.name) && is_of_time(pair.first));
  });
  return is_moved ? apart_ : typed_;
}

Parameters ReadSearch::giving_up(const UnderstoodWords& given_up,
                                 const std::vector<UnderstoodWords>& understood) const {
  Parameters changed = apart_;
  std::string query(apart_.value("q"));
  if (given_up.excluded)
    query = with_words_taken_out(std::move(query), exclusion(given_up));
  else
    changed = changed.without(option_of(given_up.field), given_up.value);
  bool is_read = false;  // as something else, too
  for (const UnderstoodWords& kept : understood) {
    if (kept == given_up) continue;
    is_read = is_read || kept.words == given_up.words;
    if (kept.field == "sort") changed = changed.with("sort", kept.value);
  }
  if (!is_read) query += (query.empty() ? "" : " ") + std::string(words_of(given_up));
  if (query.empty()) return changed.without("q");
  return (changed.has("exact") ? changed : changed.set("literal", "1")).set("q", query);
}

}  // namespace ofsearch::web
