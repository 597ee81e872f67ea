#include "indexer/run/settling.h"

#include "indexer/metadata/standing_grades.h"

#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

bool is_about_standing(std::string_view field) {
  return field.starts_with("standing_grade");
}

void erase_evidence(Metadata* metadata, bool about_standing) {
  std::erase_if(metadata->evidence, [&](const auto& entry) {
    return is_about_standing(entry.first) == about_standing;
  });
}

// Without what only readers of the report need.
Metadata slim(Metadata metadata) {
  erase_evidence(&metadata, false);
  metadata.title.clear();
  metadata.lead_inspector.reset();
  return metadata;
}

// What fill_standing_grades() may have changed.
void take_standing(const Metadata& from, Metadata* to) {
  to->standing_grade = from.standing_grade;
  to->warnings = from.warnings;
  erase_evidence(to, true);
  to->evidence.insert(from.evidence.begin(), from.evidence.end());
}

}  // namespace

Report Settling::corrected(Report report) {
  if (corrections_) corrections_->apply(&report);
  return report;
}

Metadata Settling::facts_of(Report report) {
  return slim(corrected(std::move(report)).metadata);
}

void Settling::settle() {
  std::vector<Metadata*> all;
  for (Metadata& facts : facts_) all.push_back(&facts);
  fill_standing_grades(all);
}

Json Settling::settled(const Json& head) {
  Report report = corrected(report_from_json(head));
  take_standing(facts_.at(next_++), &report.metadata);
  return report_head(report);
}

std::vector<std::string> Settling::warnings() const {
  if (!corrections_) return {};
  std::vector<std::string> out = corrections_->warnings(), unmatched = corrections_->unmatched();
  out.insert(out.end(), unmatched.begin(), unmatched.end());
  return out;
}

}  // namespace ofsearch
