// Writes and reads a passage as bytes in the index: one line of tab-separated fields, then the
// text. It is not JSON, since every search reads hundreds of them.
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
  // Acronyms used in the passage that its report defines: short form and long form.
  std::vector<std::pair<std::string, std::string>> acronyms;
  int year = 0;  // of the report; 0: not known
};

std::string encode_passage(const StoredPassage& stored);

// Returns the passage of `record`; nothing if encode_passage() did not write it.
std::optional<StoredPassage> decode_passage(std::string_view record);

// The parts of a record that ranking needs, without a copy.
struct PassageView {
  std::string_view record, report_id, section, section_kind, text;
  int n = 0;
  int year = 0;  // of the report; 0: not known
  double finding_score = 0;
  std::string_view written_sentences, written_findings;  // for sentences_of() and findings_of()
  std::vector<std::pair<std::string_view, std::string_view>> acronyms;
};

// Returns the same as decode_passage(), without a copy: the view is valid as long as `record`.
std::optional<PassageView> view_passage(std::string_view record);

// Returns the sentences of a passage, and the finding of each (-1 weakness to 1 strength), from its
// record. There are no findings if none were stored.
Sentences sentences_of(const PassageView& passage);
std::vector<double> findings_of(const PassageView& passage);

}  // namespace ofsearch
