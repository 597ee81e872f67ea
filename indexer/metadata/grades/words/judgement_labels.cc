#include "indexer/metadata/grades/words/judgement_labels.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/view/view.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

struct LabelPattern {
  std::string_view key;
  std::string_view words;  // "?" behind a word: it may be missing
};

// Frameworks: 2018- (ILACS), 2013-2018 (SIF), 2012-2013 (child protection, looked after),
// 2009-2012 (safeguarding and looked after children), board reviews.
constexpr std::array kLabels = {
    LabelPattern{"leaders",
                 "the? impact of leaders on social work practice with children and families"},
    LabelPattern{"leaders", "the? impact of leaders on social work practice"},
    LabelPattern{"leaders", "the? impact of leaders"},
    LabelPattern{"care_and_leavers",
                 "the? experiences? and? progress? of? children in care and care leavers"},
    LabelPattern{"in_care", "the? experiences? and? progress? of? children in care"},
    LabelPattern{"help_protection",
                 "the? experiences? and? progress? of? children who need help and protection"},
    LabelPattern{"help_protection",
                 "the? experiences? and? progress? of? children in need of help and protection"},
    LabelPattern{"care_leavers", "the? experiences and progress of children? care leavers"},
    LabelPattern{"care_leavers", "the? experience and progress of care leavers"},
    LabelPattern{"care_leavers", "the? experiences and progress of care experienced young people"},
    LabelPattern{"care_leavers", "care leavers"},

    LabelPattern{"looked_after",
                 "the? experiences? and? progress? of? children looked after and achieving "
                 "permanence"},
    LabelPattern{"adoption", "adoption performance"},
    LabelPattern{"leaders", "leadership management and governance"},
    LabelPattern{"lscb", "the? effectiveness? of? the? local safeguarding children board"},
    LabelPattern{"lscb", "the? effectiveness? of? the? local safeguarding children board lscb"},
    LabelPattern{"lscb", "the? effectiveness of the lscb"},

    LabelPattern{"help_protection",
                 "the? effectiveness of the help and protection provided to children young people "
                 "families and carers"},
    LabelPattern{"help_protection", "the? effectiveness of the help and protection"},
    LabelPattern{"help_protection", "help and protection"},
    LabelPattern{"quality_of_practice", "the? quality of practice"},
    LabelPattern{"leaders", "leadership and governance"},
    LabelPattern{"leaders", "leadership and management"},

    LabelPattern{"overall", "the? overall effectiveness"},
    LabelPattern{
        "overall",
        "the? overall effectiveness of services for looked after children and young people"},
    LabelPattern{"overall", "the? overall effectiveness of services for looked after children"},
    LabelPattern{"overall", "the? overall effectiveness of the arrangements to protect children"},
    LabelPattern{"overall", "the? overall judgement"},

    LabelPattern{"other", "capacity to improve"},
    LabelPattern{"other", "capacity for improvement"},
    LabelPattern{"other", "outcomes for looked after children and young people"},
    LabelPattern{"other", "quality of provision"},
    LabelPattern{"other", "children and young people are safe and feel safe"},
    LabelPattern{"other",
                 "the? contribution of health agencies to keeping children and young people safe"},
    LabelPattern{"other", "ambition and prioritisation"},
    LabelPattern{"other", "performance management and quality assurance"},
    LabelPattern{"other", "partnership working"},
    LabelPattern{"other", "equality and diversity"},
    LabelPattern{"other", "being healthy"},
    LabelPattern{"other", "staying safe"},
    LabelPattern{"other", "enjoying and achieving"},
    LabelPattern{"other", "making a positive contribution"},
    LabelPattern{"other", "making a positive contribution including user engagement"},
    LabelPattern{"other", "economic wellbeing"},
    LabelPattern{"other", "achieving economic wellbeing"},
};

// Headings inside the summary tables of 2009 to 2012, which judge two services.
struct PartHeading {
  std::string_view start;
  std::string_view part;
};
constexpr std::array kParts = {
    PartHeading{"safeguarding services", "safeguarding"},
    PartHeading{"safeguarding outcomes", "safeguarding"},
    PartHeading{"services for looked after children", "looked after"},
    PartHeading{"looked after children", "looked after"},
    PartHeading{"how good are outcomes for looked after children", "looked after"},
    PartHeading{"outcomes for looked after children and care leavers", "looked after"},
};

struct CompiledPattern {
  std::string_view key;
  std::vector<std::pair<std::string_view, bool>> words;  // word, may be missing
};

const std::vector<CompiledPattern>& patterns() {
  static const std::vector<CompiledPattern> compiled = [] {
    std::vector<CompiledPattern> out;
    for (const LabelPattern& row : kLabels) {
      CompiledPattern pattern{row.key, {}};
      for (std::string_view word : split_words(row.words)) {
        bool optional = word.ends_with('?');
        if (optional) word.remove_suffix(1);
        pattern.words.emplace_back(word, optional);
      }
      out.push_back(std::move(pattern));
    }
    return out;
  }();
  return compiled;
}

struct Progress {
  size_t words = 0;  // taken, if the pattern was completed
  bool complete = false;
};

// Optional words are taken where they match; no pattern needs one left out that matches.
Progress follow(const CompiledPattern& pattern, const std::vector<std::string_view>& words,
                size_t from) {
  size_t at = from;
  for (const auto& [word, optional] : pattern.words) {
    if (at == words.size()) {
      if (optional) continue;
      return {};
    }
    if (words[at] == word)
      ++at;
    else if (!optional)
      return {};
  }
  return {at - from, true};
}

}  // namespace

std::vector<LabelMatch> match_labels(const std::vector<std::string_view>& words, size_t from) {
  std::vector<LabelMatch> matches;
  for (const CompiledPattern& pattern : patterns()) {
    Progress progress = follow(pattern, words, from);
    if (progress.complete) matches.push_back({pattern.key, progress.words});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const LabelMatch& a, const LabelMatch& b) { return a.words > b.words; });
  return matches;
}

bool begins_label(const std::vector<std::string_view>& words) {
  constexpr size_t kEnoughWords = 3;
  if (words.size() < kEnoughWords) return false;
  return std::any_of(patterns().begin(), patterns().end(), [&](const CompiledPattern& pattern) {
    size_t at = 0;
    for (const auto& [word, optional] : pattern.words) {
      if (at == words.size()) return true;
      if (words[at] == word)
        ++at;
      else if (!optional)
        return false;
    }
    return false;
  });
}

bool ends_label(const std::vector<std::string_view>& words) {
  constexpr size_t kEnoughWords = 2;
  if (words.size() < kEnoughWords) return false;
  return std::any_of(patterns().begin(), patterns().end(), [&](const CompiledPattern& pattern) {
    return words.size() <= pattern.words.size() &&
           std::equal(words.rbegin(), words.rend(), pattern.words.rbegin(),
                      [](std::string_view word, const auto& own) { return word == own.first; });
  });
}

std::optional<std::string_view> label_of_heading(std::string_view words) {
  std::vector<std::string_view> split = split_words(without_numbers(words));
  for (const LabelMatch& match : match_labels(split, 0))
    if (match.words == split.size()) return match.key;
  return std::nullopt;
}

std::string_view part_of(std::string_view words) {
  for (const PartHeading& row : kParts)
    if (words.starts_with(row.start)) return row.part;
  return {};
}

}  // namespace ofsearch
