// The facts of reports as they go into the index: what was read from each document, then what
// people corrected, then what the series of an authority's reports says. The last needs all
// reports, so this takes two passes over them, of which only the few facts that matter are kept
// in between.
#pragma once

#include "common/report/report.h"
#include "common/report/report_json.h"
#include "indexer/metadata/corrections.h"

#include <optional>
#include <utility>
#include <vector>

namespace ofsearch {

class Settling {
 public:
  explicit Settling(std::optional<Corrections> corrections)
      : corrections_(std::move(corrections)) {}

  // The few facts of a report, as it was read, that matter to others.
  Metadata facts_of(Report report);

  // First pass: facts_of() every report.
  void add(Metadata facts) { facts_.push_back(std::move(facts)); }

  // Between the passes.
  void settle();

  // Second pass, in the same order: the head as it goes into the index, from that of
  // DocumentAnswer.
  Json settled(const Json& head);

  // What parse() and apply() of the corrections had to say; after the first pass.
  std::vector<std::string> warnings() const;

 private:
  Report corrected(Report report);

  std::optional<Corrections> corrections_;
  std::vector<Metadata> facts_;  // with evidence for the standing grade only
  size_t next_ = 0;
};

}  // namespace ofsearch
