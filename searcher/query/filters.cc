#include "searcher/query/filters.h"

#include "common/index/listed_values.h"
#include "common/index/schema.h"
#include "common/index/topic_findings.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"
#include "searcher/query/filter_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

// YYYYMMDD; the first of January as the bare year, which stands before all its days and is the
// key of reports that state no more than a year. Before all years where no date is asked for.
std::string from_key(const std::string& iso) {
  if (iso.empty()) return "0";
  std::string key = iso;
  std::erase(key, '-');
  return key.ends_with("0101") ? key.substr(0, 4) : key;
}

std::string to_key(const std::string& iso) {
  if (iso.empty()) return "9999";
  std::string key = iso;
  std::erase(key, '-');
  return key;
}

std::vector<std::string> terms_of(const Field& field, const std::vector<std::string>& values) {
  std::vector<std::string> terms;
  for (const std::string& value : values) terms.push_back(filter_term(field, value));
  return terms;
}

Xapian::Query any_of(const std::vector<std::string>& terms) {
  return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

// As typed where that is shorter than the values: a range than the years in it, authorities that go
// together than their names.
std::string shown(const Field& field, const std::vector<std::string>& typed,
                  const std::vector<std::string>& values) {
  if (field.kind == FieldKind::kYear) return list_in_words(typed);
  std::vector<std::string> words;
  for (const std::string& each : typed) words.push_back(value_in_words(field, each));
  if (words != typed) return any_in_words(words);
  words.clear();
  for (const std::string& value : values) words.push_back(typed_for(field, value));
  return any_in_words(words);
}

// The reports, and their passages, that have no value of `field`.
Xapian::Query without_any(const Field& field, const Xapian::Database& database) {
  std::vector<std::string> terms;
  const std::string prefix = prefixed_term(field.term_prefix, "");
  for (const std::string& key : values_in_index(field, database)) terms.push_back(prefix + key);
  return {Xapian::Query::OP_AND_NOT, match_all(), any_of(terms)};
}

Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return match_all();
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

}  // namespace

// The database's own upper bound of the slot does not do, it still knows of reports that are gone.
std::string latest_entry(const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(std::string(kReportTerm)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kIndexedSlot, true);
  Xapian::MSet latest = enquire.get_mset(0, 1);
  return latest.empty() ? std::string() : latest.begin().get_sort_key();
}

Result<Filters> Filters::resolve(const SearchRequest& request, const Xapian::Database& database) {
  Filters filters;
  for (const auto& [name, typed] : request.filters) {
    const Field* field = find_field(name);
    if (field == nullptr)
      return Error{ErrorCode::kUsage, fmt::format("there is no field {}", name), ""};
    auto read = OF_TRY(xapian_try("read the values of the index", [&, &typed = typed] {
      return filter_values(*field, typed, request.with_predecessors, database);
    }));
    std::set<const Field*> fields_of_list;
    for (FilterValues& found : OF_TRY(std::move(read))) {
      fields_of_list.insert(found.field);
      std::vector<std::string>& values = filters.values_[found.field];
      for (std::string& value : found.values) {
        const std::string term = filter_term(*found.field, value);
        const auto until = found.until.find(value);
        if (until == found.until.end())
          filters.until_.erase(term);  // asked for without an end too
        else if (std::ranges::find(values, value) == values.end())
          filters.until_[term] = to_key(until->second);
        push_unique(&values, std::move(value));
      }
      push_unique(&filters.typed_[found.field], std::move(found.typed));
    }
    if (fields_of_list.size() > 1) filters.mixed_.merge(fields_of_list);
  }
  for (const auto& [field, values] : filters.values_) {
    filters.terms_[field] = terms_of(*field, values);
    OF_CHECK(xapian_try("read the values of the index", [&, field = field, &values = values] {
      for (const std::string& value : values) {
        if (stands_for_none(*field, value))
          filters.without_any_[filter_term(*field, value)] = without_any(*field, database);
        filters.composed_.take(*field, value, database);
      }
      return true;
    }));
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
  return values_.empty() && from_.empty() && to_.empty() && indexed_since_.empty();
}

bool Filters::is_selected(const Field& field, const std::string& value) const {
  auto it = terms_.find(&field);
  return it != terms_.end() &&
         std::ranges::find(it->second, filter_term(field, value)) != it->second.end();
}

std::vector<std::string> Filters::selected(const Field& field) const {
  auto it = values_.find(&field);
  if (it == values_.end() || field.kind == FieldKind::kPerson) return {};
  std::vector<std::string> values = it->second;
  std::erase_if(values,
                [&](const std::string& value) { return composed_.has(filter_term(field, value)); });
  return values;
}

bool Filters::selects_passages() const {
  return std::ranges::any_of(
      values_, [](const auto& entry) { return entry.first->level == FieldLevel::kPassage; });
}

Xapian::Query Filters::query(bool passages, const Field* except) const {
  const Field *topic = find_field("topic"), *finding = find_field("finding");
  const bool of_topic =
      passages && except != topic && except != finding && has(*topic) && has(*finding);
  std::vector<Xapian::Query> parts;
  if (of_topic) parts.push_back(any_of(topic_finding_terms()));
  for (const auto& [field, terms] : terms_) {
    if (field == except || are_alternatives(field, except)) continue;
    if (of_topic && (field == topic || field == finding)) continue;
    if (passages || field->level == FieldLevel::kReport)
      parts.push_back(query_of(terms_with_alternatives(field)));
  }
  if (!from_.empty() || !to_.empty())
    parts.emplace_back(Xapian::Query::OP_VALUE_RANGE, kDateSlot, from_key(from_), to_key(to_));
  if (!indexed_since_.empty())
    parts.emplace_back(Xapian::Query::OP_VALUE_GE, kIndexedSlot, indexed_since_);
  return all_of(parts);
}

bool Filters::are_alternatives(const Field* a, const Field* b) const {
  return mixed_.contains(a) && mixed_.contains(b);
}

std::vector<std::string> Filters::typed_of_mixed() const {
  std::vector<std::string> all;
  for (const Field* field : mixed_)
    all.insert(all.end(), typed_.at(field).begin(), typed_.at(field).end());
  return all;
}

// Those of `field`, and of the fields whose values do as well.
std::vector<std::string> Filters::terms_with_alternatives(const Field* field) const {
  std::vector<std::string> all;
  for (const auto& [other, terms] : terms_)
    if (other == field || are_alternatives(other, field))
      all.insert(all.end(), terms.begin(), terms.end());
  return all;
}

Xapian::Query Filters::query_of(const std::vector<std::string>& terms) const {
  std::vector<std::string> always;
  std::vector<Xapian::Query> parts;
  for (const std::string& term : terms) {
    const auto until = until_.find(term);
    const auto none = without_any_.find(term);
    if (none != without_any_.end())
      parts.push_back(none->second);
    else if (composed_.has(term))
      parts.push_back(composed_.query_of(term));
    else if (until == until_.end())
      always.push_back(term);
    else
      parts.push_back(filtered(Xapian::Query(term),
                               {Xapian::Query::OP_VALUE_RANGE, kDateSlot, "0", until->second}));
  }
  if (parts.empty()) return any_of(always);
  parts.push_back(any_of(always));
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

bool Filters::admits(const Report& report) const {
  const std::string date = date_key(report.metadata);
  const auto is_over = [&](const std::string& term) {
    const auto until = until_.find(term);
    return until != until_.end() && (date.empty() || date > until->second);
  };
  const auto has_any_of = [&](const Field* field) {
    const std::vector<std::string> own = field_values(*field, report.metadata);
    if (own.empty() && stands_for_none(*field, kUnknown) &&
        is_selected(*field, std::string(kUnknown)))
      return true;
    std::set<std::string> own_terms;
    for (const std::string& value : own)
      if (const std::string term = filter_term(*field, value); !is_over(term))
        own_terms.insert(term);
    return std::ranges::any_of(terms_.at(field), [&](const std::string& term) {
      return composed_.admits(term, report.id, own_terms);
    });
  };
  for (const auto& [field, terms] : terms_) {
    if (field->level != FieldLevel::kReport || has_any_of(field)) continue;
    if (std::ranges::none_of(terms_, [&, field = field](const auto& other) {
          return are_alternatives(other.first, field) && has_any_of(other.first);
        }))
      return false;
  }
  const bool is_dated = !from_.empty() || !to_.empty();
  if (is_dated && (date < from_key(from_) || date > to_key(to_))) return false;
  return report.indexed >= indexed_since_;
}

std::vector<std::string> Filters::topic_finding_terms() const {
  std::vector<std::string> terms;
  for (const std::string& topic : values_.at(find_field("topic")))
    for (const std::string& finding : values_.at(find_field("finding")))
      terms.push_back(topic_finding_term(topic, finding));
  return terms;
}

Filters Filters::with_only(const Field& field, const std::string& value) const {
  Filters filters = *this;
  if (mixed_.contains(&field)) {
    for (const Field* other : mixed_) {
      filters.values_.erase(other);
      filters.terms_.erase(other);
      filters.typed_.erase(other);
    }
    filters.mixed_.clear();
  }
  filters.values_[&field] = filters.typed_[&field] = {value};
  filters.terms_[&field] = terms_of(field, {value});
  if (field.kind == FieldKind::kAuthority) filters.until_.clear();
  return filters;
}

std::vector<SearchedFilter> Filters::in_words() const {
  std::vector<SearchedFilter> filters;
  bool has_mixed = false;
  for (const auto& [field, values] : values_) {
    const bool is_mixed = mixed_.contains(field);
    if (is_mixed && has_mixed) continue;
    has_mixed = has_mixed || is_mixed;
    const std::vector<std::string> typed = is_mixed ? typed_of_mixed() : typed_.at(field);
    const std::string words = is_mixed ? list_in_words(typed) : shown(*field, typed, values);
    filters.push_back(
        {std::string(field->name), typed, fmt::format("{} {}", field->query_name, words)});
  }
  auto add = [&](const char* name, const char* words, const std::string& date) {
    if (!date.empty()) filters.push_back({name, {date}, fmt::format("{} {}", words, date)});
  };
  add("from", "from", from_);
  add("to", "to", to_);
  add("indexed-since", "indexed since", indexed_since_);
  return filters;
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
