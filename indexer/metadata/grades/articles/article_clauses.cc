#include "indexer/metadata/grades/articles/article_clauses.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/articles/article_phrases.h"
#include "indexer/metadata/grades/words/grade_words.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

// "upgraded from inadequate to good" -> "upgraded to good"
void drop_grade_before(std::string* words) {
  for (size_t at = find_phrase(*words, "from"); at != std::string::npos;
       at = find_phrase(*words, "from", at + 1)) {
    const std::string_view behind = std::string_view(*words).substr(at + 4);
    size_t end = 0;
    if (behind.empty() || !grade_at_start(behind.substr(1), &end)) continue;
    if (behind.substr(1 + end).starts_with(" to ")) words->erase(at, 4 + 1 + end + 1);
  }
}

// "Last Ofsted inspection: 2 November 2023, good": what follows is of before.
bool is_label_of_before(std::string_view words) {
  static constexpr std::array<std::string_view, 4> kWhat = {"inspection", "rating", "grade",
                                                            "judgement"};
  return (words.starts_with("last ") || words.starts_with("previous ")) &&
         std::ranges::any_of(kWhat, [&](std::string_view what) { return words.ends_with(what); });
}

// "the council's services" are those of one council.
std::string without_genitives(std::string_view sentence) {
  std::string out(sentence);
  for (std::string_view genitive : {"ouncil's", "ouncil\u2019s"})
    for (size_t at = out.find(genitive); at != out.npos; at = out.find(genitive, at))
      out.replace(at, genitive.size(), "ouncil");
  return out;
}

// "Kent rated good?" awards nothing.
bool is_question(std::string_view sentence) {
  static constexpr std::string_view kBehind = " \"')\n\u2019\u201d";
  const size_t last = sentence.find_last_not_of(kBehind);
  return last != sentence.npos && sentence[last] == '?';
}

bool counts_or_recalls(std::string_view sentence) {
  std::string words = bare_words(without_genitives(sentence));
  return has_any_phrase(words, kElsewhere) || has_any_phrase(words, kCounts);
}

}  // namespace

bool gives_no_grade(std::string_view sentence) {
  return is_question(sentence) || counts_or_recalls(sentence);
}

std::vector<std::string> clauses_of(std::string_view sentence) {
  static constexpr std::string_view kPast = "required improvement", kNow = "requires improvement";
  std::vector<std::string> clauses;
  for (size_t begin = 0; begin < sentence.size();) {
    size_t end = std::min({sentence.find(", ", begin), sentence.find("; ", begin),
                           sentence.find(": ", begin), sentence.size()});
    std::string words = bare_words(sentence.substr(begin, end - begin));
    if (sentence.substr(end).starts_with(": ") && is_label_of_before(words)) break;
    begin = end + 1;
    drop_grade_before(&words);
    for (std::string_view phrase : kBefore)
      if (size_t at = find_phrase(words, phrase); at != std::string::npos) words.resize(at);
    while (words.ends_with(' ')) words.pop_back();
    if (size_t at = find_phrase(words, kPast);
        at != std::string::npos &&
        (has_any_phrase(words, kWhole) || has_phrase(words, "required improvement to be good")))
      words.replace(at, kPast.size(), kNow);
    if (!words.empty()) clauses.push_back(std::move(words));
  }
  return clauses;
}

}  // namespace ofsearch
