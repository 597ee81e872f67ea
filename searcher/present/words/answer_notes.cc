#include "searcher/present/words/answer_notes.h"

#include "common/field/authorities/authority_groups.h"
#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/text/counted.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

namespace ofsearch {

namespace {

// "5 more reports have only some of it"; empty where none has.
std::string some_in_words(const SearchResults& results) {
  const size_t some = results.some_reports.value_or(0);
  if (some == 0) return "";
  return fmt::format("{}{} {} only some of it", some, results.total_reports > 0 ? " more" : "",
                     some == 1 ? "report has" : "reports have");
}

// "5 more reports find the opposite"; empty where none does, or nobody asked.
std::string opposite_in_words(const SearchResults& results) {
  const size_t more = results.opposite_reports;
  if (more == 0) return "";
  return fmt::format("{} {} the opposite; to count them too: --finding any",
                     counted(more, "more report"), more == 1 ? "finds" : "find");
}

}  // namespace

std::vector<std::string> level_lines(const SearchResults& results) {
  std::vector<std::string> lines;
  if (std::string counted = counted_in_words(results); !counted.empty())
    lines.push_back(std::move(counted));
  if (std::string more = opposite_in_words(results); !more.empty())
    lines.push_back(std::move(more));
  if (std::string some = some_in_words(results); !some.empty()) lines.push_back(std::move(some));
  return lines;
}

std::vector<std::string> level_notes(const SearchResults& results) {
  std::vector<std::string> notes = level_lines(results);
  if (!some_in_words(results).empty()) notes.back() += "; for all of them: --match any";
  return notes;
}

std::vector<std::string> understood_lines(const SearchResults& results) {
  std::vector<std::string> lines;
  for (const Correction& each : results.corrected) lines.push_back(in_words(each));
  const std::vector<UnderstoodWords>& all = results.understood;
  for (size_t i = 0; i < all.size();) {
    std::vector<std::string> values;
    const size_t first = i;
    const Field* field = find_field(all[first].field);
    for (; i < all.size() && all[i].field == all[first].field && all[i].words == all[first].words;
         ++i) {
      const std::string group = group_in_words(all[i].value);
      values.push_back(!group.empty()     ? group
                       : field != nullptr ? together_in_words(*field, all[i].value)
                                          : all[i].value);
    }
    const std::string& words = all[first].words;
    const size_t sign = words.starts_with('-') ? 1 : 0;
    lines.push_back(fmt::format("understood: {}{} {}; as words: {}\"{}\"",
                                all[first].excluded ? "not " : "",
                                field != nullptr ? field->option : all[first].field,
                                any_in_words(values), words.substr(0, sign), words.substr(sign)));
  }
  return lines;
}

std::vector<std::string> answer_notes(const SearchResults& results) {
  std::vector<std::string> notes = level_notes(results);
  for (std::string& line : understood_lines(results)) notes.push_back(std::move(line));
  notes.insert(notes.end(), results.notices.begin(), results.notices.end());
  if (results.suggestion) notes.push_back("did you mean: " + *results.suggestion);
  return notes;
}

}  // namespace ofsearch
