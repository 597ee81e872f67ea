#include "indexer/metadata/names/inspector_name.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/view/misreadings.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ofsearch {
namespace {

// Words that may follow a name or stand between a name and "lead inspector", in lower case.
constexpr std::array<std::string_view, 18> kOffices = {
    "her majesty",    "his majesty",          "hmi",          "ofsted",     "cqc",
    "lead inspector", "regulatory",           "social care",  "senior her", "senior hmi",
    "senior his",     "additional inspector", "seconded",     "contracted", "inspector",
    "deputy",         "team inspector",       "report author"};
constexpr std::array<std::string_view, 9> kCourtesies = {"mr",   "mrs", "ms",   "miss",     "dr",
                                                         "prof", "sir", "dame", "professor"};

bool is_multibyte(char c) {
  return (c & 0x80) != 0;
}
bool is_courtesy(std::string_view word) {
  std::string folded = bare_words(word);
  return std::find(kCourtesies.begin(), kCourtesies.end(), folded) != kCourtesies.end();
}

bool begins_office(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kBegin = {
      "Her", "His", "Senior", "Team", "Deputy", "Social", "Ofsted,", "Ofsted"};
  return std::find(kBegin.begin(), kBegin.end(), word) != kBegin.end();
}

// Two to four words with capitals: "Paula Thomson-Jones", "Jo van der Berg".
bool is_name(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kParticles = {"van", "der", "de",
                                                                 "la",  "von", "al"};
  static constexpr std::array<std::string_view, 7> kNoNames = {
      "Services", "Commission", "Council", "Board", "Partnership", "Inspectors", "Street"};
  std::vector<std::string_view> words = split_words(text);
  constexpr size_t kMostWords = 5;
  if (words.size() < 2 || words.size() > kMostWords) return false;
  for (std::string_view word : words) {
    bool particle = std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
    bool office = std::find(kNoNames.begin(), kNoNames.end(), word) != kNoNames.end();
    if (office || (!particle && !is_ascii_upper(word[0]) && !is_multibyte(word[0]))) return false;
    if (word.find_first_of("0123456789@:/\\[]") != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::string_view trim_marks(std::string_view text) {
  constexpr std::string_view kAround = " ,;:.-()\t*\\";
  size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
}

std::string clean_name(std::string_view text) {
  text = trim_marks(text);
  const std::string folded = to_ascii_lower(text);
  size_t end = text.size();
  for (std::string_view office : kOffices) {
    size_t at = folded.find(office);
    while (at != std::string::npos && at > 0 && folded[at - 1] != ' ' && folded[at - 1] != ',')
      at = folded.find(office, at + 1);
    if (at != std::string::npos) end = std::min(end, at);
  }
  size_t comma = text.find_first_of(",;(|");
  if (comma != std::string_view::npos) end = std::min(end, comma);
  std::vector<std::string_view> words = split_words(trim_marks(text.substr(0, end)));
  // The line may have ended in an office: "Una Other Her" / "Majesty's Inspector".
  while (!words.empty() && begins_office(words.back())) words.pop_back();
  std::string name;
  for (std::string_view word : words) {
    if (name.empty() && is_courtesy(word)) continue;
    if (!name.empty()) name.push_back(' ');
    name += word;
  }
  return is_name(name) ? mended_first_name(name) : std::string();
}

std::string name_at_end(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kNoNames = {
      "Ofsted",     "Commission", "HMI",  "CQC",        "Inspector",
      "Inspection", "Team",       "Lead", "Partnership"};
  constexpr size_t kLongestName = 4;  // words
  std::vector<std::string_view> words = split_words(text);
  size_t first = words.size();
  while (first > 0) {
    std::string_view word = words[first - 1];
    bool part = (is_ascii_upper(word[0]) || is_multibyte(word[0])) &&
                word.find_first_of("0123456789.:,") == word.npos &&
                std::find(kNoNames.begin(), kNoNames.end(), word) == kNoNames.end();
    if (!part) break;
    if (words.size() - --first > kLongestName) return {};
  }
  if (first == 0) return {};
  std::string name;
  for (; first < words.size(); ++first) name += std::string(words[first]) + ' ';
  return clean_name(name);
}

}  // namespace ofsearch
