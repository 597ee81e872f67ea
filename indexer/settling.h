// The facts of reports as they go into the index: what was read from each document, then what
// people corrected, then what the series of an authority's reports says. The last needs all
// reports, so this takes two passes over them, of which only the few facts that matter are kept
// in between.
#pragma once

#include "common/report.h"
#include "common/report_json.h"
#include "indexer/metadata/corrections.h"

#include <optional>
#include <vector>

namespace ofsearch {

class Settling {
 public:
  explicit Settling(std::optional<Corrections> corrections)
      : corrections_(std::move(corrections)) {}

  // First pass: `head` of every report, as DocumentAnswer has it.
  void add(const Json& head);

  // Between the passes.
  void settle();

  // Second pass, in the same order: the head as it goes into the index.
  Json settled(const Json& head);

  // What parse() and apply() of the corrections had to say; after the first pass.
  std::vector<std::string> warnings() const;

 private:
  Report corrected(const Json& head);

  std::optional<Corrections> corrections_;
  std::vector<Metadata> facts_;  // with evidence for the standing grade only
  size_t next_ = 0;
};

// report_fields() with "evidence" and "warnings": a head.
Json report_head(const Report& report);

}  // namespace ofsearch
