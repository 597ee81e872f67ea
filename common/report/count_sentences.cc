#include "common/report/count_sentences.h"

#include "common/text/characters.h"
#include "common/text/string_map.h"
#include "common/text/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// More of them, or fewer.
constexpr std::string_view kChange =
    "decline declined declining decrease decreased decreasing doubled fall fallen falling "
    "fell grew growing grown growth increase increased increasing increasingly reduced "
    "reducing reduction rise risen rising rose";
constexpr std::string_view kNumber = "high higher large low lower number numbers";
constexpr std::string_view kCounted =
    "arrangements child children contacts families leavers parents people pupils referrals";
// The words for what children are, which is neither good nor bad.
constexpr std::string_view kStatus =
    "after arrangement asylum care carers children's choose choosing educate educated "
    "educating education ehe elect electing elective electively families' fostered "
    "fostering guardianship home homes live lives living looked need opt opting orders "
    "parents' placement placements plan plans private privately protection seekers seeking "
    "social special subject unaccompanied unregistered young";
// Times, places and small words.
constexpr std::string_view kAround =
    "a about across age aged all also among an and approximately are area areas around as "
    "at authorities authority average be been being both by case city common compared "
    "consistently context continue continued continues continuing council county covid "
    "current currently during england extremely few for from had has have however "
    "identified in inspection is it its just known last list local many month months more "
    "most national nationally notably now of on ongoing only or over pandemic past phase "
    "previous rapidly rate recent recently reflecting registered remain remains saw "
    "secondary seen sharp significant significantly similar since slightly small some "
    "steadily steady than that the their them there these this those time to trend very was "
    "were while who whose with year years";

StringSet table_of(std::string_view words) {
  StringSet table;
  for (std::string_view word : split_words(words)) table.emplace(word);
  return table;
}

bool is_in(const StringSet& table, std::string_view word) {
  return table.find(word) != table.end();
}

// The words without signs, in small letters; a number is "0", a name (a capital within the
// sentence, not all of them: "PEP") is left out.
std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> words;
  std::string word;
  bool number = false;
  size_t capitals = 0;
  auto close = [&] {
    const bool name = capitals > 0 && capitals < word.size() && !words.empty();
    if (number)
      words.emplace_back("0");
    else if (!word.empty() && !name)
      words.push_back(word);
    word.clear();
    number = false, capitals = 0;
  };
  for (size_t at = 0; at < sentence.size(); ++at) {
    const char c = sentence[at];
    const bool apostrophe = c == '\'' || sentence.substr(at).starts_with("\u2019");
    if (is_ascii_digit(c)) {
      number = true;
    } else if (is_ascii_letter(c)) {
      capitals += is_ascii_upper(c) ? 1 : 0;
      word.push_back(to_ascii_lower(c));
    } else if (apostrophe && !word.empty()) {
      word.push_back('\'');
      if (c != '\'') at += 2;
    } else if (!(number && (c == ',' || c == '.')) && (c & 0x80) == 0) {
      close();
    }
  }
  close();
  return words;
}

}  // namespace

bool tells_count(std::string_view sentence) {
  static const StringSet kChanges = table_of(kChange), kNumbers = table_of(kNumber),
                         kThings = table_of(kCounted), kStates = table_of(kStatus),
                         kOthers = table_of(kAround);
  bool number = false, thing = false, change = false, bad = false;
  for (const std::string& word : words_of(sentence)) {
    // Fewer in them is good.
    bad = bad || word == "unregistered";
    if (is_in(kChanges, word))
      change = true;
    else if (word == "0" || is_in(kNumbers, word))
      number = true;
    else if (is_in(kThings, word))
      thing = true;
    else if (!is_in(kStates, word) && !is_in(kOthers, word))
      return false;
  }
  return thing && (number || change) && !(bad && change);
}

}  // namespace ofsearch
