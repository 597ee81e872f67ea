#include "searcher/query/filters.h"

#include "common/field/authorities.h"
#include "common/report/date.h"
#include "common/report/report_json.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/text/nearest.h"
#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace ofsearch {
namespace {

constexpr size_t kSuggestions = 3;

Error unknown_value(std::string_view option, const std::string& typed,
                    const std::vector<std::string>& near, const std::vector<std::string>& all) {
  std::string hint = near.empty() ? "" : fmt::format("did you mean {}?", list_in_words(near));
  if (!all.empty())
    hint += fmt::format(
        "{} {}", hint.empty() ? "valid values:" : " Valid values:", list_in_words(all, "and"));
  if (hint.empty())
    hint = fmt::format("see the values with: ofsearch --facets {} --limit 0", option);
  return {ErrorCode::kUsage, fmt::format("there is no {} \"{}\"", option, typed), hint};
}

// YYYYMMDD; the first of January as the bare year, which stands before all its days and is the
// key of reports that state no more than a year.
std::string from_key(const std::string& iso) {
  std::string key = iso;
  std::erase(key, '-');
  return key.ends_with("0101") ? key.substr(0, 4) : key;
}

std::string to_key(const std::string& iso) {
  std::string key = iso;
  std::erase(key, '-');
  return key;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](unsigned char c) { return c >= '0' && c <= '9'; });
}

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return match_all();
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

std::vector<std::string> prefixed(std::string_view prefix, const std::vector<std::string>& keys) {
  std::vector<std::string> terms;
  for (const std::string& key : keys) terms.push_back(prefixed_term(prefix, key));
  return terms;
}

void push_unique(std::vector<std::string>* values, std::string value) {
  if (std::find(values->begin(), values->end(), value) == values->end())
    values->push_back(std::move(value));
}

// Every value of `field` as the reports write it. Slower than values_in_index(): for messages.
std::vector<std::string> shown_values(const Field& field, const Xapian::Database& database) {
  Xapian::ValueCountMatchSpy spy(field.slot);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  std::set<std::string> values;
  for (auto it = spy.values_begin(); it != spy.values_end(); ++it) {
    std::istringstream lines(*it);
    for (std::string value; std::getline(lines, value);) values.insert(value);
  }
  values.erase("unknown");
  return {values.begin(), values.end()};
}

// The names of which the whole or one word is near to `typed`.
std::vector<std::string> nearest_names(const std::string& typed,
                                       const std::vector<std::string>& names) {
  std::vector<std::string> near = nearest(typed, names, kSuggestions);
  for (const std::string& name : names) {
    std::vector<std::string> words;
    for (const Token& token : tokenise(name)) words.push_back(token.term);
    if (near.size() < kSuggestions && !nearest(typed, words, 1).empty()) push_unique(&near, name);
  }
  return near;
}

Error unknown_judgement(const std::string& typed) {
  std::vector<std::string> names, all;
  for (const Judgement& judgement : judgements()) {
    names.emplace_back(judgement.name);
    for (const std::string& grade : grade_names()) all.push_back(names.back() + ":" + grade);
  }
  std::vector<std::string> near = nearest(typed, all, 1);
  std::string meant = near.empty() ? "" : fmt::format("did you mean {}? ", near.front());
  return {ErrorCode::kUsage, fmt::format("there is no judgement and grade \"{}\"", typed),
          fmt::format("{}{} JUDGEMENT:GRADE with a judgement of {}", meant,
                      meant.empty() ? "write" : "Write", list_in_words(names))};
}

// When the latest report entered the index: the start of the run that brought it. The database's
// own upper bound of the slot does not do, it still knows of reports that are gone.
std::string latest_entry(const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kIndexedSlot, true);
  Xapian::MSet latest = enquire.get_mset(0, 1);
  return latest.empty() ? std::string() : latest.begin().get_sort_key();
}

}  // namespace

std::vector<std::string> values_in_index(const Field& field, const Xapian::Database& database) {
  std::vector<std::string> values;
  std::string prefix = prefixed_term(field.term_prefix, "");
  for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it)
    values.push_back((*it).substr(prefix.size()));
  return values;
}

Result<void> Filters::add_authority(const Field& field, const std::string& typed,
                                    const Xapian::Database& database) {
  const Authorities& table = Authorities::builtin();
  if (const Authority* authority = table.find(typed)) {
    push_unique(&values_[&field], authority->name);
    // Reports whose own name for it is another of its names.
    for (const std::string& key : values_in_index(field, database))
      if (table.find(key) == authority &&
          filter_term(field, key) != filter_term(field, authority->name))
        push_unique(&values_[&field], key);
    if (with_predecessors_)
      for (const Authority* before : table.predecessors_of(*authority))
        push_unique(&values_[&field], before->name);
    return {};
  }
  // A name that the table does not know is kept as the reports write it.
  if (database.term_exists(filter_term(field, typed))) {
    push_unique(&values_[&field], typed);
    return {};
  }
  std::vector<std::string> near = nearest_names(typed, shown_values(field, database));
  for (const std::string& name : table.nearest(typed, kSuggestions))
    if (near.size() < kSuggestions) push_unique(&near, name);
  return unknown_value("authority", typed, near, {});
}

// "2018", "2018..2022", "..2015", "2020..", "unknown".
Result<void> Filters::add_years(const Field& field, const std::string& typed,
                                const Xapian::Database& database) {
  push_unique(&years_typed_, typed);
  size_t dots = typed.find("..");
  std::string first = typed.substr(0, dots);
  std::string last = dots == std::string::npos ? first : typed.substr(dots + 2);
  if (typed == "unknown") {
    push_unique(&values_[&field], typed);
    return {};
  }
  auto is_year = [](const std::string& text) { return is_number(text) && text.size() == 4; };
  bool open = dots != std::string::npos;
  if ((!is_year(first) && !(open && first.empty())) ||
      (!is_year(last) && !(open && last.empty())) || (first.empty() && last.empty()))
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no year", typed),
                 "write 2018, 2018..2022, ..2015 or 2020.."};
  if (!first.empty() && !last.empty() && first > last)
    return Error{ErrorCode::kUsage, fmt::format("the years \"{}\" run backwards", typed),
                 fmt::format("write {}..{}", last, first)};
  if (!open) {
    push_unique(&values_[&field], first);
    return {};
  }
  values_[&field];  // a range that no report lies in has no value and so selects nothing
  for (const std::string& year : values_in_index(field, database))
    if (is_year(year) && (first.empty() || year >= first) && (last.empty() || year <= last))
      push_unique(&values_[&field], year);
  return {};
}

// A name, or part of one: "walsh" selects every inspector called so.
Result<void> Filters::add_inspectors(const Field& field, const std::string& typed,
                                     const Xapian::Database& database) {
  std::string words = " " + bare_words(typed) + " ";
  std::vector<std::string> all = values_in_index(field, database);
  bool found = false;
  for (const std::string& name : all)
    if ((" " + name + " ").find(words) != std::string::npos) {
      push_unique(&values_[&field], name);
      found = true;
    }
  if (found) return {};
  return unknown_value("inspector", typed, nearest_names(typed, shown_values(field, database)), {});
}

// "inadequate", or "leaders:inadequate" for one judgement.
Result<void> Filters::add_grade(const Field& field, const std::string& typed) {
  if (field.name == "grade" && typed.find(':') == std::string::npos) {
    std::vector<std::string> values = expanded_values(field, typed);
    if (values.empty())
      return unknown_value("grade", typed, nearest(typed, field.values, kSuggestions),
                           field.values);
    push_unique(&values_[&field], values.front());
    return {};
  }
  const Field& judgements = *find_field("judgements");
  std::vector<std::string> values = expanded_values(judgements, typed);
  if (values.empty()) return unknown_judgement(typed);
  push_unique(&values_[&judgements], values.front());
  return {};
}

Result<void> Filters::add(const Field& field, const std::string& typed,
                          const Xapian::Database& database) {
  if (field.name == "authority") return add_authority(field, typed, database);
  if (field.name == "year") return add_years(field, typed, database);
  if (field.name == "lead_inspector") return add_inspectors(field, typed, database);
  if (field.name == "grade" || field.name == "judgements") return add_grade(field, typed);
  std::vector<std::string> values = expanded_values(field, typed);
  if (values.empty())
    return unknown_value(field.option, typed, nearest(typed, field.values, kSuggestions),
                         field.values);
  for (std::string& value : values) push_unique(&values_[&field], std::move(value));
  return {};
}

Result<Filters> Filters::resolve(const SearchRequest& request, const Xapian::Database& database) {
  Filters filters;
  filters.with_predecessors_ = request.with_predecessors;
  for (const auto& [name, value] : request.filters) {
    const Field* field = find_field(name);
    if (field == nullptr)
      return Error{ErrorCode::kUsage, fmt::format("there is no field {}", name), ""};
    OF_CHECK(OF_TRY(xapian_try("read the values of the index", [&, &value = value] {
      return filters.add(*field, value, database);
    })));
  }
  for (const std::string& typed : request.sections) {
    std::string name = search_form(typed);
    std::vector<std::string> names = section_kind_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
      return unknown_value("section", typed, nearest(typed, names, kSuggestions), names);
    push_unique(&filters.sections_, name);
  }
  for (const std::string& typed : request.findings) {
    std::string name = search_form(typed);
    if (!finding_from_name(name))
      return unknown_value("finding", typed, nearest(typed, finding_names(), kSuggestions),
                           finding_names());
    push_unique(&filters.findings_, name);
  }
  if (request.from) filters.from_ = *request.from;
  if (request.to) filters.to_ = *request.to;
  if (request.from && request.to && *request.from > *request.to)
    return Error{ErrorCode::kUsage,
                 fmt::format("--from {} lies after --to {}", *request.from, *request.to),
                 "swap them"};
  filters.indexed_since_ = request.indexed_since.value_or("");
  if (request.indexed_since == kLastRun)
    filters.indexed_since_ =
        OF_TRY(xapian_try("read the dates of the index", [&] { return latest_entry(database); }));
  return filters;
}

bool Filters::empty() const {
  return values_.empty() && !selects_passages() && from_.empty() && to_.empty() &&
         indexed_since_.empty();
}

bool Filters::is_selected(const Field& field, const std::string& value) const {
  auto it = values_.find(&field);
  if (it == values_.end()) return false;
  std::string term = filter_term(field, value);
  return std::any_of(it->second.begin(), it->second.end(),
                     [&](const std::string& v) { return filter_term(field, v) == term; });
}

std::vector<std::string> Filters::selected(const Field& field) const {
  auto it = values_.find(&field);
  if (it == values_.end() || field.name == "lead_inspector") return {};
  return it->second;
}

Xapian::Query Filters::query(bool passages, const Field* except) const {
  std::vector<Xapian::Query> parts;
  for (const auto& [field, values] : values_) {
    if (field == except) continue;
    std::vector<std::string> terms;
    for (const std::string& value : values) terms.push_back(filter_term(*field, value));
    parts.push_back(any_of(terms));
  }
  Xapian::Query of_passages = passage_query();
  if (passages && !is_match_all(of_passages)) parts.push_back(of_passages);
  if (!from_.empty() || !to_.empty())
    parts.emplace_back(Xapian::Query::OP_VALUE_RANGE, kDateSlot,
                       from_.empty() ? "0" : from_key(from_), to_.empty() ? "9999" : to_key(to_));
  if (!indexed_since_.empty())
    parts.emplace_back(Xapian::Query::OP_VALUE_GE, kIndexedSlot, indexed_since_);
  return all_of(parts);
}

Xapian::Query Filters::passage_query() const {
  std::vector<Xapian::Query> parts;
  if (!sections_.empty()) parts.push_back(any_of(prefixed(kSectionPrefix, sections_)));
  if (!findings_.empty()) parts.push_back(any_of(prefixed(kFindingPrefix, findings_)));
  return all_of(parts);
}

Xapian::Query Filters::query_without_findings() const {
  Filters others = *this;
  others.findings_.clear();
  return others.query(true);
}

bool Filters::selects_finding(const std::string& name) const {
  return std::find(findings_.begin(), findings_.end(), name) != findings_.end();
}

std::string Filters::describe() const {
  std::vector<std::string> parts;
  for (const auto& [field, values] : values_)
    parts.push_back(fmt::format("{} {}", field->query_name,
                                list_in_words(field->name == "year" ? years_typed_ : values)));
  if (!sections_.empty()) parts.push_back("section " + list_in_words(sections_));
  if (!findings_.empty()) parts.push_back("finding " + list_in_words(findings_));
  if (!from_.empty()) parts.push_back("from " + from_);
  if (!to_.empty()) parts.push_back("to " + to_);
  if (!indexed_since_.empty()) parts.push_back("indexed since " + indexed_since_);
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

Xapian::Query match_all() {
  return Xapian::Query(std::string());
}

bool is_match_all(const Xapian::Query& query) {
  return query.get_type() == Xapian::Query::LEAF_MATCH_ALL;
}

Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
  return is_match_all(filter) ? query : Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
}

}  // namespace ofsearch
