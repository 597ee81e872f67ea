// A passage as it lies in the index: one line of tab-separated facts, then the text. Read for
// every candidate of every search, so it is not JSON.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

struct StoredPassage {
  std::string report_id;
  Passage passage;
  // Short forms used in the passage that its report defines, and what they mean there.
  std::vector<std::pair<std::string, std::string>> acronyms;
  int year = 0;  // of the report; 0: not known
};

std::string encode_passage(const StoredPassage& stored);

// Nothing if `record` is not what encode_passage writes.
std::optional<StoredPassage> decode_passage(std::string_view record);

// What of a passage decides how well it answers; parts of its record.
struct PassageView {
  std::string_view record, report_id, section, text;
  int n = 0;
  int year = 0;  // of the report; 0: not known
  double finding_score = 0;
  std::string_view written_sentences, written_findings;  // see sentences_of, findings_of
  std::vector<std::pair<std::string_view, std::string_view>> acronyms;
};

// As decode_passage, without a copy: it holds while the record does.
std::optional<PassageView> view_passage(std::string_view record);

// The sentences of a passage and what each finds (-1 to 1), taken from its record. No findings
// where none were looked for.
Sentences sentences_of(const PassageView& passage);
std::vector<double> findings_of(const PassageView& passage);

// The passage's text alone; empty if there is none.
std::string_view text_of_record(std::string_view record);

}  // namespace ofsearch
