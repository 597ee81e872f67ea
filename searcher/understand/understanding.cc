#include "searcher/understand/understanding.h"

#include "common/field/authorities.h"
#include "common/index/schema.h"
#include "common/text/characters.h"
#include "searcher/understand/understanding_grades.h"
#include "searcher/understand/understanding_names.h"
#include "searcher/understand/understanding_negations.h"
#include "searcher/understand/understanding_phrases.h"
#include "searcher/understand/understanding_times.h"
#include "searcher/understand/understanding_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

using namespace understanding;
using Kind = QueryNode::Kind;

constexpr std::string_view kPhraseTakes =
    "type kind region focus section finding send-outcome sort period drop";

// The name that JSON has for a filter's name in queries.
std::string json_name(const std::string& field) {
  const Field* known = find_field(field);
  return known != nullptr ? std::string(known->name) : field;
}

Recognised recognised_by(const FoundPhrase& found, size_t at, const Vocabulary& vocabulary) {
  const Phrase& phrase = *found.phrase;
  Recognised recognised{at, found.length, {}, {}, false, phrase.keeps_words, {}};
  if (phrase.takes == "sort") {
    recognised.newest_first = true;
  } else if (phrase.takes == "period") {
    std::string years = phrase.value == "recent" ? recent_years(vocabulary) : phrase.value;
    if (!years.empty()) recognised.filters.emplace_back("year", years);
  } else if (phrase.takes != "drop") {
    for (std::string_view value : split(phrase.value, ','))
      recognised.filters.emplace_back(phrase.takes, value);
  }
  return recognised;
}

AllRecognised find_phrases(const Words& words, const Vocabulary& vocabulary) {
  AllRecognised all;
  for (size_t at = 0; at < words.size(); ++at)
    for (const FoundPhrase& phrase : Phrases::builtin().at(words, at, kPhraseTakes))
      all.push_back(recognised_by(phrase, at, vocabulary));
  return all;
}

// Longest first, none overlapping another, in the order of the words. Of "weaknesses in Kent" the
// "in" goes to the first, and Kent stays.
AllRecognised without_overlaps(const Words& words, AllRecognised all) {
  std::stable_sort(all.begin(), all.end(), [](const Recognised& a, const Recognised& b) {
    return a.count != b.count ? a.count > b.count : a.first < b.first;
  });
  AllRecognised kept;
  for (Recognised& each : all) {
    auto is_free = [&] {
      return std::none_of(kept.begin(), kept.end(), [&](const Recognised& other) {
        return each.first < other.first + other.count && other.first < each.first + each.count;
      });
    };
    if (!is_free() && each.count > 1 && words.is_one_of(each.first, kPrepositions)) {
      ++each.first;
      --each.count;
    }
    if (is_free()) kept.push_back(std::move(each));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Recognised& a, const Recognised& b) { return a.first < b.first; });
  return kept;
}

bool filters_by(const Recognised& recognised, std::string_view field) {
  return std::any_of(recognised.filters.begin(), recognised.filters.end(),
                     [&](const auto& filter) { return filter.first == field; });
}

// "north west leicestershire" is no region and an authority of another.
void drop_regions_of_other_authorities(AllRecognised* all) {
  std::set<std::string> regions;
  for (const Recognised& each : *all)
    for (const auto& [field, value] : each.filters)
      if (field == "authority")
        if (const Authority* authority = Authorities::builtin().find(value))
          regions.insert(authority->region);
  if (regions.empty()) return;
  std::erase_if(*all, [&](const Recognised& each) {
    return filters_by(each, "region") &&
           std::none_of(each.filters.begin(), each.filters.end(),
                        [&](const auto& filter) { return regions.contains(filter.second); });
  });
}

AllRecognised recognise(const Words& words, const Vocabulary& vocabulary,
                        const std::set<std::string>& taken) {
  AllRecognised all = find_authorities(words, vocabulary);
  for (AllRecognised more : {find_inspectors(words, vocabulary), find_times(words, vocabulary),
                             find_phrases(words, vocabulary)})
    all.insert(all.end(), more.begin(), more.end());
  auto is_taken = [&](const Recognised& each) {
    return std::any_of(each.filters.begin(), each.filters.end(), [&](const auto& filter) {
      return taken.contains(json_name(filter.first)) || taken.contains(filter.first);
    });
  };
  std::erase_if(all, is_taken);
  all = without_overlaps(words, std::move(all));
  drop_regions_of_other_authorities(&all);
  AllRecognised telling =
      all;  // what only carries the question may be part of what is said of a grade
  std::erase_if(telling, [](const Recognised& each) { return each.filters.empty(); });
  AllRecognised grades = find_grades(words, telling);
  std::erase_if(grades, is_taken);
  // A grade's words may take in those of a phrase that carries the question.
  std::erase_if(all, [&](const Recognised& each) {
    return each.filters.empty() && !each.newest_first &&
           std::any_of(grades.begin(), grades.end(), [&](const Recognised& grade) {
             return each.first < grade.first + grade.count && grade.first < each.first + each.count;
           });
  });
  all.insert(all.begin(), grades.begin(), grades.end());
  all = without_overlaps(words, std::move(all));
  take_negations(words, &all);
  return all;
}

// One run of plain words: what is recognised goes to `understood`, what is left comes back.
std::vector<QueryNode> understand_run(const std::vector<QueryNode>& run,
                                      const Vocabulary& vocabulary,
                                      const std::set<std::string>& taken, Understood* understood) {
  std::vector<std::string> typed;
  for (const QueryNode& node : run) typed.push_back(node.text);
  const Words words(typed);
  std::vector<bool> gone(typed.size());
  for (const Recognised& each : recognise(words, vocabulary, taken)) {
    const std::string text = words.text(each.first, each.count);
    for (const auto& [field, value] : each.filters)
      understood->filters.push_back({json_name(field), value, text, each.excluded});
    if (each.newest_first) {
      understood->newest_first = true;
      understood->filters.push_back({"sort", "newest", text, false});
    }
    if (each.filters.empty() && !each.newest_first && !each.keeps_words)
      understood->dropped.push_back(text);
    understood->notes.insert(understood->notes.end(), each.notes.begin(), each.notes.end());
    if (each.keeps_words) continue;
    const auto [begin, end] = words.words_of(each.first, each.count);
    std::fill(gone.begin() + static_cast<long>(begin), gone.begin() + static_cast<long>(end), true);
    for (size_t at : each.kept) gone[words.word_of(at)] = false;
  }
  std::vector<QueryNode> left;
  for (size_t i = 0; i < run.size(); ++i)
    if (!gone[i]) left.push_back(run[i]);
  return left;
}

bool is_plain(const QueryNode& node) {
  return node.kind == Kind::kWord && node.need == QueryNode::Need::kOptional;
}

}  // namespace

Understood understand(const ParsedQuery& query, const Vocabulary& vocabulary,
                      const std::set<std::string>& taken) {
  Understood understood;
  understood.query.filters = query.filters;
  std::vector<QueryNode> left, run;
  auto end_run = [&] {
    if (run.empty()) return;
    for (QueryNode& node : understand_run(run, vocabulary, taken, &understood))
      left.push_back(std::move(node));
    run.clear();
  };
  for (const QueryNode& node : query.root.children) {
    if (is_plain(node)) {
      run.push_back(node);
      continue;
    }
    end_run();
    left.push_back(node);
  }
  end_run();
  understood.query.root = query.root;
  understood.query.root.children = std::move(left);
  return understood;
}

}  // namespace ofsearch
