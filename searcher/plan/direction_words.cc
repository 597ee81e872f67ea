#include "searcher/plan/direction_words.h"

#include "common/text/text.h"

namespace ofsearch {
namespace {

constexpr Direction kWeak = {Finding::kWeakness, false};
constexpr Direction kWeakOnly = {Finding::kWeakness, true};
constexpr Direction kStrong = {Finding::kStrength, false};

struct Row {
  std::string_view word;
  Direction direction;
};

constexpr Row kRows[] = {
    {"not", kWeakOnly},        {"never", kWeakOnly},      {"no", kWeakOnly},
    {"without", kWeakOnly},    {"lack", kWeakOnly},       {"lacking", kWeakOnly},
    {"don't", kWeakOnly},      {"doesn't", kWeakOnly},    {"didn't", kWeakOnly},
    {"isn't", kWeakOnly},      {"aren't", kWeakOnly},     {"wasn't", kWeakOnly},
    {"weren't", kWeakOnly},    {"won't", kWeakOnly},      {"can't", kWeakOnly},
    {"cannot", kWeakOnly},     {"couldn't", kWeakOnly},   {"haven't", kWeakOnly},
    {"hasn't", kWeakOnly},     {"hadn't", kWeakOnly},     {"nobody", kWeakOnly},
    {"hardly", kWeakOnly},     {"rarely", kWeakOnly},     {"seldom", kWeakOnly},
    {"dont", kWeakOnly},       {"doesnt", kWeakOnly},     {"isnt", kWeakOnly},
    {"arent", kWeakOnly},      {"cant", kWeakOnly},       {"none", kWeakOnly},
    {"few", kWeakOnly},        {"inconsistently", kWeak}, {"inadequately", kWeak},
    {"insufficiently", kWeak}, {"ineffectively", kWeak},  {"inappropriately", kWeak},
    {"underdeveloped", kWeak}, {"patchy", kWeak},         {"unmanageable", kWeak},
    {"manageable", kStrong},   {"effectively", kStrong},  {"successfully", kStrong},
    {"sensitively", kStrong},  {"weak", kWeak},           {"weaker", kWeak},
    {"weakness", kWeak},       {"weaknesses", kWeak},     {"poor", kWeak},
    {"poorly", kWeak},         {"late", kWeak},           {"ineffective", kWeak},
    {"backlog", kWeak},        {"backlogs", kWeak},       {"delay", kWeak},
    {"delays", kWeak},         {"delayed", kWeak},        {"drift", kWeak},
    {"high", kWeak},           {"failing", kWeak},        {"failings", kWeak},
    {"failure", kWeak},        {"failures", kWeak},       {"failed", kWeak},
    {"inadequate", kWeak},     {"inconsistent", kWeak},   {"insufficient", kWeak},
    {"slow", kWeak},           {"concerns", kWeak},       {"problems", kWeak},
    {"gaps", kWeak},           {"shortfalls", kWeak},     {"deficits", kWeak},
    {"inappropriate", kWeak},  {"unsafe", kWeak},         {"unsuitable", kWeak},
    {"overdue", kWeak},        {"unclear", kWeak},        {"outdated", kWeak},
    {"unallocated", kWeak},    {"shortage", kWeak},       {"shortages", kWeak},
    {"worse", kWeak},          {"worsening", kWeak},      {"deteriorating", kWeak},
    {"deteriorated", kWeak},   {"excessive", kWeak},      {"missed", kWeak},
    {"missing", kWeak},        {"absent", kWeak},         {"incomplete", kWeak},
    {"superficial", kWeak},    {"variable", kWeak},       {"low", kWeak},
    {"instability", kWeak},    {"turnover", kWeak},       {"overlooked", kWeak},
    {"ignored", kWeak},        {"strong", kStrong},       {"strength", kStrong},
    {"strengths", kStrong},    {"effective", kStrong},    {"good", kStrong},
    {"excellent", kStrong},    {"outstanding", kStrong},  {"best", kStrong},
    {"impressive", kStrong},   {"exemplary", kStrong},    {"successful", kStrong},
    {"robust", kStrong},       {"timely", kStrong},       {"improved", kStrong},
    {"innovative", kStrong},   {"creative", kStrong},     {"well", kStrong},
    {"positive", kStrong},     {"prompt", kStrong},       {"promptly", kStrong},
    {"swift", kStrong},        {"swiftly", kStrong},      {"regularly", kStrong},
    {"consistently", kStrong}, {"useful", kStrong},       {"helpful", kStrong},
    {"thorough", kStrong},     {"thoroughly", kStrong},   {"proud", kStrong},
    {"purposeful", kStrong},   {"meaningful", kStrong},   {"skilled", kStrong},
    {"praised", kStrong},      {"slowly", kWeak},         {"bad", kWeak},
    {"badly", kWeak},          {"wrong", kWeak},          {"infrequent", kWeak},
    {"irregular", kWeak},      {"rushed", kWeak},         {"unmet", kWeak},
    {"excluded", kWeak},       {"forgotten", kWeak},      {"stuck", kWeak},
    {"little", kWeakOnly},     {"overwhelmed", kWeak},
};

}  // namespace

const std::unordered_map<std::string_view, Direction>& words_of_judgement() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Direction> words;
    for (const auto& [word, direction] : kRows) words.emplace(word, direction);
    return words;
  }();
  return kWords;
}

std::string word_at(const std::vector<std::string>& words, size_t at) {
  return at < words.size() ? search_form(words[at]) : std::string();
}

}  // namespace ofsearch
