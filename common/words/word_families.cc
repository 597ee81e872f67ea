#include "common/words/word_families.h"

#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace ofsearch {
namespace {

// A row a family: its head, then the forms that a stemmer leaves apart. Forms that are as often
// another word ("left", "found", "sent", which is also a register of needs) are not here.
constexpr std::string_view kFamilies[] = {
    "child children childrens",
    "grandchild grandchildren",
    "stepchild stepchildren",
    "people person persons peoples",  // not "person", the stem of "personal" too
    "salesperson salespeople",
    "woman women womens",
    "man men mens",
    "policeman policemen",
    "wife wives",
    "midwife midwives",
    "life lives",
    "half halves",
    "foot feet",
    "tooth teeth",
    "add added adding",
    "analyse analysis",
    "diagnose diagnosis",
    "crisis crises",
    "hypothesis hypotheses",
    "synthesis syntheses",
    "criterion criteria",
    "index indices",
    "curriculum curricula",
    "appendix appendices",
    "begin began begun",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "catch caught",
    "choose chose chosen",
    "deal dealt",
    "draw drew drawn",
    "drive drove driven",
    "eat ate eaten",
    "embedded embed embeds",
    "fall fell fallen",
    "fight fought",
    "flee fled",
    "forget forgot forgotten",
    "give gave given",
    "go went gone goes",
    "grow grew grown",
    "hear heard",
    "hide hid hidden",
    "hold held",
    "keep kept",
    "know knew known",
    "learn learnt",
    "lose lost",
    "make made",
    "meet met",
    "pay paid",
    "run ran",
    "say said",
    "seek sought",
    "sell sold",
    "shake shook shaken",
    "sleep slept",
    "speak spoke spoken",
    "spend spent",
    "steal stole stolen",
    "strive strove striven",
    "take took taken",
    "teach taught",
    "tell told",
    "think thought",
    "throw threw thrown",
    "understand understood",
    "undertake undertook undertaken",
    "win won",
    "withdraw withdrew withdrawn",
    "write wrote written",
    "enquiry inquiry",
    "enquiries inquiries",
    "enquire inquire",
    "programme program programs",
    "advisor adviser advisers",
    "practice practise practised practises practising",
    "licence license licensed licenses licensing",
    "defence defense",
    "offence offense",
    "focus focussed focusses focussing",
    "benefit benefitted benefitting",
    "fulfil fulfill fulfills",
    "enrol enroll enrolls",
    "enrolment enrollment",
    "judgement judgment judgments",
    "acknowledgement acknowledgment",
    "ageing aging",
    "grey gray",
    "mum mom",
    "counsellor counselor counselors",
    "counselling counseling",
    "carer caregiver caregivers",
    "ok okay",
};

// Beginnings of words and how they are spelt here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kBeginnings = {{
    {"behavior", "behaviour"},
    {"neighbor", "neighbour"},
    {"favor", "favour"},
    {"centered", "centred"},
    {"center", "centre"},
    {"pediatric", "paediatric"},
    {"traveler", "traveller"},
    {"labeling", "labelling"},
    {"modeling", "modelling"},
}};

// Endings behind "-iz" and "-yz" that are also spelt with an s: "organize", "analyzing".
constexpr std::array<std::string_view, 12> kEndings = {"e",    "ed",      "es",        "er",
                                                       "ers",  "ing",     "ation",     "ations",
                                                       "able", "ational", "ationally", "ement"};

const std::unordered_set<std::string_view>& always_with_z() {
  static const std::unordered_set<std::string_view> kWords = {
      "size",     "sized",     "sizes",      "sizing",   "sizable",  "sizeable",  "resize",
      "resized",  "prize",     "prized",     "prizes",   "seize",    "seized",    "seizes",
      "seizing",  "maize",     "capsize",    "capsized", "oversize", "oversized", "undersized",
      "downsize", "downsized", "downsizing", "outsize",  "outsized", "midsize",   "baize"};
  return kWords;
}

std::unordered_map<std::string_view, std::string_view> heads_by_form() {
  std::unordered_map<std::string_view, std::string_view> heads;
  for (const IrregularForm& each : irregular_forms()) heads.emplace(each.form, each.head);
  return heads;
}

// "organization" as "organisation".
std::string with_s_for_z(std::string_view word) {
  std::string out(word);
  constexpr size_t kShortest = 3;  // letters before the z
  size_t z = word.rfind('z');
  if (z == std::string_view::npos || z < kShortest || always_with_z().contains(word)) return out;
  bool spelt_so = (word[z - 1] == 'i' || word[z - 1] == 'y') &&
                  std::find(kEndings.begin(), kEndings.end(), word.substr(z + 1)) != kEndings.end();
  if (spelt_so) out[z] = 's';
  return out;
}

}  // namespace

const std::vector<IrregularForm>& irregular_forms() {
  static const std::vector<IrregularForm> kForms = [] {
    std::vector<IrregularForm> forms;
    for (std::string_view row : kFamilies) {
      std::string_view head = row.substr(0, row.find(' '));
      for (size_t begin = head.size(); begin < row.size();) {
        size_t end = std::min(row.find(' ', begin + 1), row.size());
        forms.push_back({row.substr(begin + 1, end - begin - 1), head});
        begin = end;
      }
    }
    return forms;
  }();
  return kForms;
}

std::string family_head(std::string_view word) {
  static const auto kHeads = heads_by_form();
  if (auto known = kHeads.find(word); known != kHeads.end()) return std::string(known->second);
  for (const auto& [beginning, spelt] : kBeginnings)
    if (word.starts_with(beginning))
      return std::string(spelt).append(word.substr(beginning.size()));
  return with_s_for_z(word);
}

}  // namespace ofsearch
