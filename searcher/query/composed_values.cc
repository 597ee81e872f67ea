#include "searcher/query/composed_values.h"

#include "common/index/listed_values.h"
#include "common/index/schema.h"

#include <algorithm>

namespace ofsearch {

std::optional<std::string> composed_value(const Field& field, std::string_view typed) {
  const std::vector<std::string> parts = values_together(field, typed);
  if (parts.size() == 1) {
    const auto change = grade_change(field, typed);
    return change ? std::optional(value_of(*change)) : std::nullopt;
  }
  std::string composed;
  for (const std::string& part : parts) {
    const auto change = grade_change(field, part);
    const auto value = change ? std::optional(value_of(*change)) : canonical_value(field, part);
    if (!value) return std::nullopt;
    composed += (composed.empty() ? "" : "+") + *value;
  }
  return composed;
}

void ComposedValues::take(const Field& field, const std::string& value,
                          const Xapian::Database& database) {
  Value found;
  if (const auto parts = values_together(field, value); parts.size() > 1) {
    for (const std::string& part : parts) {
      take(field, part, database);
      found.terms.push_back(filter_term(field, part));
    }
  } else if (const auto change = grade_change(field, value)) {
    if (!changes_) changes_ = changes_of_grades(database);
    for (const ChangesOfReport& report : *changes_)
      if (std::ranges::any_of(report.changes,
                              [&](const GradeChange& each) { return is_among(each, *change); }))
        found.reports.insert(report.id);
  } else {
    return;
  }
  values_[filter_term(field, value)] = std::move(found);
}

Xapian::Query ComposedValues::query_of(const std::string& term) const {
  const Value& value = values_.at(term);
  std::vector<Xapian::Query> parts;
  if (value.terms.empty()) {
    for (const std::string& id : value.reports)
      parts.emplace_back(prefixed_term(kReportIdPrefix, id));
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  }
  for (const std::string& each : value.terms)
    parts.push_back(has(each) ? query_of(each) : Xapian::Query(each));
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

bool ComposedValues::admits(const std::string& term, const std::string& id,
                            const std::set<std::string>& own) const {
  const auto it = values_.find(term);
  if (it == values_.end()) return own.contains(term);
  if (it->second.terms.empty()) return it->second.reports.contains(id);
  return std::ranges::all_of(it->second.terms,
                             [&](const std::string& each) { return admits(each, id, own); });
}

}  // namespace ofsearch
