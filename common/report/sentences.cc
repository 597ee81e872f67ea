#include "common/report/sentences.h"

#include "common/report/report.h"
#include "common/system/of_thread.h"
#include "common/text/icu_status.h"

#include <unicode/brkiter.h>

#include <algorithm>
#include <array>
#include <memory>

namespace ofsearch {
namespace {

// Reading its rules takes longer than many texts do.
icu::BreakIterator& sentence_iterator() {
  return of_thread([] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale("en", "GB"), status));
    require_success(status);
    return made;
  });
}

bool ends_with_abbreviation(std::string_view sentence) {
  static constexpr std::array<std::string_view, 14> kAbbreviations = {
      "e.g.", "i.e.",  "etc.", "Mr.", "Mrs.", "Ms.",  "Dr.",
      "No.",  "para.", "St.",  "cf.", "vs.",  "Rev.", "pp."};
  return std::any_of(kAbbreviations.begin(), kAbbreviations.end(),
                     [&](std::string_view a) { return sentence.ends_with(a); });
}

// The stop of "N.E." or "Co." before the rest of a place's name.
bool is_within_place(std::string_view sentence, std::string_view behind) {
  static constexpr std::array<std::string_view, 8> kShort = {"N.", "S.",   "E.",   "W.",
                                                             "C.", "Nth.", "Sth.", "Co."};
  static constexpr std::array<std::string_view, 9> kRests = {
      "Durham", "Somerset", "Sussex", "Tyneside", "Riding", "Yorks", "Lincs", "Northants", "Glos"};
  const auto is_last_word = [&](std::string_view word) {
    if (!sentence.ends_with(word)) return false;
    const size_t begin = sentence.size() - word.size();
    return begin == 0 || sentence[begin - 1] == ' ' || sentence[begin - 1] == '.';
  };
  if (std::ranges::none_of(kShort, is_last_word)) return false;
  const std::string_view next = behind.substr(0, behind.find_first_of(" ,.;:'\n"));
  return next.ends_with("shire") || std::ranges::find(kRests, next) != kRests.end();
}

}  // namespace

Sentences sentences(std::string_view text) {
  Sentences out;
  icu::BreakIterator& iterator = sentence_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  iterator.setText(&utext, status);
  require_success(status);
  bool join = false;
  for (int32_t from = iterator.first(), to = iterator.next(); to != icu::BreakIterator::DONE;
       from = to, to = iterator.next()) {
    auto begin = static_cast<size_t>(from), end = static_cast<size_t>(to);
    while (end > begin && text[end - 1] == ' ') --end;
    while (begin < end && text[begin] == ' ') ++begin;
    if (end == begin) continue;
    if (join ||
        (!out.empty() && is_within_place(text.substr(0, out.back().second), text.substr(begin))))
      out.back().second = end;
    else
      out.emplace_back(begin, end);
    join = ends_with_abbreviation(text.substr(begin, end - begin));
  }
  utext_close(&utext);
  return out;
}

Sentences sentences_of(const Passage& passage) {
  return passage.sentences.empty() ? sentences(passage.text) : passage.sentences;
}

}  // namespace ofsearch
