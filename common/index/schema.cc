#include "common/index/schema.h"

#include "common/report/acronyms.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr size_t kLongestTerm = 245;  // bytes, Xapian's limit

}  // namespace

std::string term_with(std::string_view prefix, std::string_view word) {
  std::string term(prefix);
  term += word;
  return term;
}

std::string prefixed_term(std::string_view prefix, std::string_view key) {
  std::string term = std::string(prefix) + ":" + std::string(key);
  term.resize(cut_at_character(term, kLongestTerm));
  return term;
}

std::string meaning_term(std::string_view long_form) {
  return prefixed_term(kMeaningPrefix, meaning_key(long_form));
}

std::string report_term(std::string_view passage_term) {
  if (passage_term.starts_with(kStemPrefix)) passage_term.remove_prefix(kStemPrefix.size());
  return term_with(kReportStemPrefix, passage_term);
}

std::string told_term(Finding finding, std::string_view term) {
  std::string told = term_with(kToldPrefix, finding == Finding::kStrength ? "+" : "-");
  told += term;
  told.resize(cut_at_character(told, kLongestTerm));
  return told;
}

std::string date_key(const Metadata& metadata) {
  const auto& date = metadata.inspection_end ? metadata.inspection_end : metadata.published;
  if (date) {
    std::string key = *date;
    std::erase(key, '-');
    return key;
  }
  return metadata.year ? std::to_string(*metadata.year) : std::string();
}

std::vector<std::pair<unsigned, std::string>> order_keys(const Report& report) {
  std::string date = date_key(report.metadata), reversed = date;
  for (char& digit : reversed) digit = static_cast<char>('0' + '9' - digit);
  // The bare year is the earliest of its year. A report without a date comes last either way.
  std::string newest = reversed + "~" + report.id;
  std::string oldest = (date.empty() ? "~" : date) + " " + report.id;
  // Values order bytes, so what parts name and date must come before any letter.
  return {{kAuthorityOrderSlot, search_form(report.metadata.authority) + '\n' + newest},
          {kNewestOrderSlot, newest},
          {kOldestOrderSlot, oldest}};
}

}  // namespace ofsearch
