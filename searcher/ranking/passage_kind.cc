#include "searcher/ranking/passage_kind.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 11> kOffices = {
    "Director",        "Chief Executive",     "Chief Officer",    "Chief Operating Officer",
    "Chief Constable", "Accountable Officer", "Commissioner for", "Crime Commissioner",
    "Lead Inspector",  "Chief Nurse",         "Head of"};

// A stop before a space or at the end is one, but not that of "St. Helens". Most texts end with
// one, so the search begins at the end.
bool has_sentence_end(std::string_view text) {
  constexpr size_t kAbbreviation = 2;  // letters at most, in front of the stop
  for (size_t i = text.size(); i-- > 0;) {
    const char c = text[i];
    if (c == '?' || c == '!' || c == ';') return true;
    if (c != '.' || !(i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n')) continue;
    const size_t word = text.find_last_of(" \n\t", i) + 1;
    if (i - word > kAbbreviation) return true;
  }
  return false;
}

size_t count_in(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

bool is_table(std::string_view text) {
  size_t tab = text.find('\t');
  return tab != std::string_view::npos && text.find('\t', tab + 1) != std::string_view::npos;
}

bool lists_offices(std::string_view text) {
  constexpr size_t kFewest = 2;
  if (has_sentence_end(text)) return false;
  size_t offices = 0;
  for (std::string_view office : kOffices) offices += count_in(text, office);
  return offices >= kFewest;
}

}  // namespace ofsearch
