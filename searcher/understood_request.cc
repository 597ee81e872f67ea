#include "searcher/understood_request.h"

#include "common/index/schema.h"
#include "common/report/values.h"
#include "common/text/nearest.h"
#include "searcher/query/grade_changes.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_filters.h"
#include "searcher/understand/grades/understanding_grade_changes.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "searcher/understand/words/understanding_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ofsearch {
namespace {

std::string field_name(const std::string& typed) {
  const Field* field = find_field(typed);
  return field != nullptr ? std::string(field->name) : typed;
}

// The fields that the request filters by already.
std::set<std::string> fields_taken(const SearchRequest& request, const ParsedQuery& query) {
  std::set<std::string> taken;
  for (const auto& filter : request.filters) taken.insert(field_name(filter.first));
  for (const QueryFilter& filter : query.filters) taken.insert(field_name(filter.field));
  if (request.from || request.to || taken.contains("year")) taken.insert({"year", "from", "to"});
  return taken;
}

void add_filter(const std::string& field, const std::string& value, SearchRequest* request) {
  // Several periods become the whole between their first and last day.
  if (field == "from")
    request->from = request->from ? std::min(*request->from, value) : value;
  else if (field == "to")
    request->to = request->to ? std::max(*request->to, value) : value;
  else if (field != "sort")
    request->filters.emplace_back(field, value);
}

// The kinds of visit that are asked for, by filters given and by what was understood.
std::set<std::string> types_wanted(const SearchRequest& request, const ParsedQuery& query,
                                   const std::vector<UnderstoodWords>& understood) {
  const Field* field = find_field("visit_type");
  std::set<std::string> types;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (find_field(name) != field) return;
    for (std::string& each : expanded_values(*field, value)) types.insert(std::move(each));
  };
  for (const auto& [name, value] : request.filters) add(name, value);
  for (const QueryFilter& filter : query.filters) add(filter.field, filter.value);
  for (const UnderstoodWords& each : understood)
    if (!each.excluded) add(each.field, each.value);
  return types;
}

// "LSCB reviews judged inadequate": a board has a judgement of its own, also where it was reviewed
// within another inspection. False: no grade of it is asked for.
bool take_board_grades(Understood* understood) {
  const auto is_board = [](const UnderstoodWords& each) {
    return find_field(each.field) == find_field("type") && each.value == "lscb-review";
  };
  const auto is_grade = [](const UnderstoodWords& each) {
    return each.field == "grade" && !each.excluded && find_grade(each.value) != nullptr;
  };
  std::vector<UnderstoodWords>& filters = understood->filters;
  if (std::ranges::none_of(filters, is_board) || std::ranges::none_of(filters, is_grade))
    return false;
  for (UnderstoodWords& each : filters)
    if (is_grade(each)) each.value = "lscb:" + each.value;
  std::erase_if(filters, is_board);
  return true;
}

// "Focused visits to inadequate councils": where the kinds wanted award no grade, the one meant is
// that in force at the time of the visit.
void take_standing_grades(const std::set<std::string>& types, Understood* understood) {
  if (types.empty() || !std::ranges::all_of(types, awards_no_grade)) return;
  if (take_board_grades(understood)) return;
  bool some = false, some_changes = false;
  std::vector<UnderstoodWords> filters;
  for (UnderstoodWords& each : understood->filters) {
    if (each.field == "grade" && each.value.find(':') == std::string::npos) {
      const auto change = grade_change(*find_field("grade"), each.value);
      some_changes = some_changes || change;
      if (change && change->direction != 0) continue;
      if (change) each.value = change->now;
      each.field = "standing_grade";
      some = true;
    }
    if (std::ranges::find(filters, each) == filters.end()) filters.push_back(std::move(each));
  }
  understood->filters = std::move(filters);
  if (some_changes) {
    std::erase(understood->notes, std::string(understanding::kChangeNote));
    understood->notes.emplace_back("not asked for: a change of grade, as these visits award none");
  }
  if (some)
    understood->notes.emplace_back(
        "these visits award no grade: that of the council at the time of the visit is searched");
}

// "Not graded good" leaves in what has no grade.
void tell_ungraded(const std::vector<UnderstoodWords>& understood,
                   std::vector<std::string>* notes) {
  std::vector<std::string> grades;
  for (const UnderstoodWords& each : understood)
    if (each.excluded && each.field == "grade" && find_grade(each.value) != nullptr)
      grades.push_back(each.value);
  if (grades.empty()) return;
  notes->push_back(
      fmt::format("reports that award no grade are among those not graded {}; -grade:none leaves "
                  "them out",
                  list_in_words(grades)));
}

// Whether what is left beside filters names no topic: "reports", "the inspection of".
bool says_nothing(const std::vector<QueryNode>& nodes) {
  std::vector<std::string> typed;
  for (const QueryNode& node : nodes) {
    if (!is_plain_word(node)) return false;
    typed.push_back(node.text);
  }
  return understanding::names_no_topic(understanding::Words(typed));
}

// "Which councils do visits well": a finding is asked for, and visits are what it is on.
bool asks_about_visits(const Understood& understood) {
  const auto is_finding = [](const UnderstoodWords& each) { return each.field == "finding"; };
  const auto is_visit = [](const QueryNode& node) {
    return understanding::Words({node.text}).is_one_of(0, "visit visiting");
  };
  return std::ranges::all_of(understood.filters, is_finding) &&
         std::ranges::any_of(understood.query.root.children, is_visit);
}

// Returns the words that could be a topic, if all words beside the filters name none: "visits",
// "outcomes".
std::string possible_topic(const std::vector<QueryNode>& nodes) {
  const understanding::Words words = understanding::words_of(nodes);
  std::string topic;
  for (size_t at = 0; at < words.size();) {
    const size_t filler = understanding::Phrases::builtin().length_of("filler", words, at);
    if (filler == 1 && words.is_one_of(at, "visit outcome result service"))
      topic += (topic.empty() ? "" : " ") + words.text(at, 1);
    at += std::max<size_t>(filler, 1);
  }
  return topic;
}

}  // namespace

UnderstoodRequest understand_request(const SearchRequest& request, const ParsedQuery& query,
                                     bool mended, const Vocabulary& vocabulary) {
  UnderstoodRequest result;
  result.request = request;
  if (request.literal || query.empty()) return result;
  Understood understood = understand(query, vocabulary, fields_taken(request, query));
  if (!understood.changed() && !mended) {
    result.notes = std::move(understood.notes);
    return result;
  }
  take_standing_grades(types_wanted(request, query, understood.filters), &understood);
  std::vector<QueryNode>& left = understood.query.root.children;
  if (says_nothing(left)) {
    // Nothing is left of a question, and nothing was understood: its words are all there is.
    if (understood.filters.empty() && !mended && !understood.asks_counts) {
      result.notes = std::move(understood.notes);
      return result;
    }
    if ((!understood.filters.empty() && !asks_about_visits(understood)) || understood.asks_counts) {
      if (const std::string topic = possible_topic(left); !topic.empty())
        understood.notes.push_back("not looked for, as it names no topic: " + topic);
      left.clear();
    }
  }
  result.request.query = query_of(left);
  for (const QueryFilter& filter : query.filters)
    add_filter(filter.field, filter.value, &result.request);
  for (const UnderstoodWords& each : understood.filters) {
    if (!each.excluded)
      add_filter(each.field, each.value, &result.request);
    else
      result.request.query += (result.request.query.empty() ? "" : " ") + exclusion(each);
  }
  if (result.request.from && result.request.to && *result.request.from > *result.request.to)
    std::swap(result.request.from, result.request.to);
  if (request.query.find("-grade:none") == std::string::npos)
    tell_ungraded(understood.filters, &understood.notes);
  result.understood = std::move(understood.filters);
  result.notes = std::move(understood.notes);
  result.asks_standing = understood.asks_standing;
  if (!understood.furniture.empty())
    result.notes.push_back(fmt::format("not looked for, as words around an action in a plan: {}",
                                       list_in_words(understood.furniture, "and")));
  if (request.sort) return result;
  if (left.empty())
    result.request.sort = understood.order.value_or(SortOrder::kNewest);
  else
    result.order = understood.order;
  return result;
}

Result<void> leave_out_last_words(UnderstoodRequest* understood) {
  SearchRequest& request = understood->request;
  ParsedQuery query = OF_TRY(parse_within_limits(request.query, kTypedLimits));
  const std::string left_out = leave_out_last_words(&query.root);
  request.query = query_of(query.root.children);
  request = with_query_filters(std::move(request), query);
  OF_CHECK(parse_within_limits(request.query));
  understood->notes.push_back(fmt::format("not searched, as a query has {} words at most: {}",
                                          kQueryLimits.words, left_out));
  return {};
}

std::string exclusion(const UnderstoodWords& words) {
  const Field* field = find_field(words.field);
  return fmt::format("-{}:\"{}\"", field != nullptr ? field->option : words.field, words.value);
}

constexpr size_t kLookedAt = 40;  // answers among which the good ones are ordered

SearchRequest request_for_order(SearchRequest request) {
  if (request.limit != kAll) request.limit = std::max(kLookedAt, request.offset + request.limit);
  request.offset = 0;
  return request;
}

void put_in_order(SortOrder order, const SearchRequest& wanted, SearchResults* results) {
  // Shares of the best answer's score. A question for one authority's last report wants the last
  // that speaks of the topic, though another says more.
  constexpr double kGood = 0.6, kGoodOfOne = 0.4;
  const bool of_one = std::ranges::any_of(
      wanted.filters, [](const auto& filter) { return filter.first == "authority"; });
  std::vector<ReportHit>& hits = results->hits;
  if (!hits.empty()) {
    const double least = (of_one ? kGoodOfOne : kGood) * hits.front().score;
    const auto looked_at =
        hits.begin() + static_cast<std::ptrdiff_t>(std::min(kLookedAt, hits.size()));
    const auto end = std::find_if(hits.begin(), looked_at, [&](const ReportHit& hit) {
      return hit.some || hit.score < least;
    });
    std::stable_sort(hits.begin(), end, [&](const ReportHit& a, const ReportHit& b) {
      const auto date_of_a = date_key(a.report.metadata), date_of_b = date_key(b.report.metadata);
      return order == SortOrder::kOldest ? date_of_a < date_of_b : date_of_a > date_of_b;
    });
  }
  for (size_t i = 0; i < hits.size(); ++i) hits[i].rank = i + 1;
  const size_t begin = std::min(wanted.offset, hits.size());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(begin));
  if (hits.size() > wanted.limit) hits.resize(wanted.limit);
}

}  // namespace ofsearch
