#include "searcher/understand/understanding_run.h"

#include "common/field/authorities/authorities.h"
#include "common/field/authorities/authority_groups.h"
#include "common/index/schema.h"
#include "common/text/characters.h"
#include "searcher/understand/grades/understanding_grades.h"
#include "searcher/understand/grades/understanding_said_grades.h"
#include "searcher/understand/names/understanding_bodies.h"
#include "searcher/understand/names/understanding_comparisons.h"
#include "searcher/understand/names/understanding_inspectors.h"
#include "searcher/understand/names/understanding_names.h"
#include "searcher/understand/names/understanding_places.h"
#include "searcher/understand/questions/understanding_counts.h"
#include "searcher/understand/questions/understanding_frames.h"
#include "searcher/understand/questions/understanding_meanings.h"
#include "searcher/understand/questions/understanding_standing.h"
#include "searcher/understand/questions/understanding_trends.h"
#include "searcher/understand/times/understanding_ages.h"
#include "searcher/understand/times/understanding_counted.h"
#include "searcher/understand/times/understanding_times.h"
#include "searcher/understand/words/abbreviations.h"
#include "searcher/understand/words/understanding_lists.h"
#include "searcher/understand/words/understanding_negations.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "searcher/understand/words/understanding_sentences.h"
#include "searcher/understand/words/understanding_slashes.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kPhraseTakes =
    "type kind authority region focus section finding send-outcome sort period drop no-place plan";

// Of pieces [first, end) the last that says something: "police" of "Metropolitan Police Service".
size_t last_kept(const Words& words, size_t first, size_t end) {
  while (end - first > 1 && words.is_one_of(end - 2, "police") &&
         words.is_one_of(end - 1, "service force constabulary"))
    --end;
  return end - 1;
}

Recognised recognised_by(const FoundPhrase& found, size_t at, const Words& words,
                         const Vocabulary& vocabulary) {
  const Phrase& phrase = *found.phrase;
  Recognised recognised;
  recognised.first = at;
  recognised.count = found.length;
  recognised.keeps_words = phrase.keeps_words;
  if (phrase.keeps_last) recognised.kept.push_back(last_kept(words, at, at + found.length));
  recognised.needs_topic = phrase.needs_topic;
  if (phrase.takes == "sort") {
    recognised.order = phrase.value == "oldest" ? SortOrder::kOldest : SortOrder::kNewest;
  } else if (phrase.takes == "period") {
    std::string years = phrase.value == "recent" ? recent_years(vocabulary) : phrase.value;
    if (!years.empty()) recognised.filters.emplace_back("year", years);
    if (phrase.value == "recent" && newest_day(vocabulary))
      recognised.notes.push_back(counted_in_words(words.text(at, found.length), vocabulary));
  } else if (phrase.takes == "no-place") {
    recognised.notes.push_back(
        fmt::format("no such place is known: {}", words.text(at, found.length)));
  } else if (phrase.takes == "plan") {
    recognised.is_furniture = true;
  } else if (phrase.takes != "drop") {
    for (std::string_view value : values_of(phrase))
      if (phrase.takes != "authority" || value.starts_with(kKindOf) ||
          has_authority(vocabulary, value))
        recognised.filters.emplace_back(phrase.takes, value);
  }
  return recognised;
}

// "Problems with recording have been sorted out" asks for no problems.
bool has_ended(const Words& words, size_t from) {
  for (size_t at = from; at < words.size(); ++at)
    if (Phrases::builtin().length_of("ended", words, at) > 0) return true;
  return false;
}

AllRecognised together(AllRecognised all, const AllRecognised& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

AllRecognised find_phrases(const Words& words, const Vocabulary& vocabulary) {
  AllRecognised all = together(find_ages(words), find_frames(words));
  for (size_t at = 0; at < words.size(); ++at)
    for (const FoundPhrase& found : Phrases::builtin().at(words, at, kPhraseTakes))
      if (!Phrases::builtin().rules_out(words, at, found.phrase->value) &&
          !(found.phrase->value == "weakness" && has_ended(words, at + found.length))) {
        Recognised recognised = recognised_by(found, at, words, vocabulary);
        if (found.phrase->takes != "authority" || !recognised.filters.empty())
          all.push_back(std::move(recognised));
      }
  return all;
}

// Of what says its filters together both parts stay, or none.
void drop_parts(AllRecognised* all) {
  const AllRecognised kept = *all;
  const auto has_end = [&](const Recognised& begin) {
    return std::ranges::any_of(kept, [&](const Recognised& each) {
      return each.is_of_before && each.first + each.count == begin.until;
    });
  };
  const auto has_begin = [&](const Recognised& end) {
    return std::ranges::any_of(kept, [&](const Recognised& each) {
      return !each.is_of_before && each.until >= end.first + end.count;
    });
  };
  std::erase_if(*all, [&](const Recognised& each) {
    return each.is_of_before ? !has_begin(each) : each.until > 0 && !has_end(each);
  });
}

// Longest first, of equal ones what filters, none overlapping another, in the order of the words.
// Of "weaknesses in Kent" the "in" goes to the first, and Kent stays.
AllRecognised without_overlaps(const Words& words, AllRecognised all) {
  std::stable_sort(all.begin(), all.end(), [](const Recognised& a, const Recognised& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.filters.empty() != b.filters.empty()) return b.filters.empty();
    return a.first < b.first;
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
  drop_parts(&kept);
  return kept;
}

bool is_taken(const Recognised& each, const std::set<std::string>& taken) {
  return std::any_of(each.filters.begin(), each.filters.end(), [&](const auto& filter) {
    return taken.contains(json_name(filter.first)) || taken.contains(filter.first);
  });
}

AllRecognised recognise_phrases(const Words& words, const Vocabulary& vocabulary,
                                const std::set<std::string>& taken, bool names_place) {
  AllRecognised all = find_phrases(words, vocabulary);
  all = together(all, find_bodies(words, together(find_authorities(words, vocabulary), all)));
  std::erase_if(all, [&](const Recognised& each) { return is_taken(each, taken); });
  keep_judged_trends(words, names_place, &all);
  all = without_overlaps(words, std::move(all));
  take_negations(words, &all);
  return all;
}

bool asks_nothing(const Recognised& each) {
  return each.filters.empty() && !each.order && !each.keeps_words;
}

bool carries_only(const Recognised& each) {
  return asks_nothing(each) && each.notes.empty() && !each.asks_counts;
}

// What is recognised among `run` goes to `understood`, what is left of it comes back.
std::vector<QueryNode> take(const AllRecognised& all, const Words& words,
                            const std::vector<QueryNode>& run, Understood* understood) {
  std::vector<bool> gone(run.size());
  for (const Recognised& each : all) {
    const std::size_t end = std::max(each.first + each.count, each.until);
    const std::string text = words.text(each.first, end - each.first);
    for (const auto& [field, value] : each.filters)
      if (!each.is_of_before)
        understood->filters.push_back({json_name(field), value, text, each.excluded});
    if (each.order) {
      understood->order = each.order;
      understood->filters.push_back(
          {"sort", *each.order == SortOrder::kOldest ? "oldest" : "newest", text, false});
    }
    if (asks_nothing(each)) understood->dropped.push_back(text);
    understood->asks_counts = understood->asks_counts || each.asks_counts;
    if (each.is_furniture) understood->furniture.push_back(text);
    understood->notes.insert(understood->notes.end(), each.notes.begin(), each.notes.end());
    if (each.keeps_words) continue;
    const auto [from, to] = words.words_of(each.first, each.count);
    std::fill(gone.begin() + static_cast<long>(from), gone.begin() + static_cast<long>(to), true);
    for (size_t at : each.kept) gone[words.word_of(at)] = false;
  }
  std::vector<QueryNode> left;
  for (size_t i = 0; i < run.size(); ++i)
    if (!gone[i]) left.push_back(run[i]);
  return left;
}

bool is_one_of(const QueryNode& node, std::string_view list) {
  return Words({node.text}).is_one_of(0, list);
}

// Words that joined what is left to what was understood: "about care leavers", "early help in".
std::vector<QueryNode> without_loose_ends(std::vector<QueryNode> run) {
  while (!run.empty() &&
         is_one_of(run.back(), "and or but at in by of for from with vs versus about the"))
    run.pop_back();
  const auto begin = std::ranges::find_if_not(run, [](const QueryNode& node) {
    return is_one_of(node, "and or but on of for with vs versus about regarding");
  });
  run.erase(run.begin(), begin);
  return run;
}

// Grades beside names and times are the grades: "good in 2019", "Leeds good or outstanding".
std::vector<QueryNode> without_lone_grade(std::vector<QueryNode> left, Understood* understood) {
  const Words words = words_of(left);
  if (understood->filters.empty()) return left;
  for (const FoundPhrase& found : Phrases::builtin().at(words, 0, "grade not-grade")) {
    const SaidGrade said = said_grade(words, 0, found);
    if (said.end != words.size()) continue;
    for (const std::string& grade : said.grades)
      understood->filters.push_back({"grade", grade, words.text(0, words.size()), said.is_denied});
    return {};
  }
  return left;
}

// The words of what needs a topic, where nothing else is one: "getting worse".
std::vector<QueryNode> topic_taken(const AllRecognised& all, const Words& words,
                                   const std::vector<QueryNode>& run) {
  for (const Recognised& each : all) {
    if (!each.needs_topic) continue;
    const auto [begin, end] = words.words_of(each.first, each.count);
    return {run.begin() + static_cast<long>(begin), run.begin() + static_cast<long>(end)};
  }
  return {};
}

}  // namespace

std::string json_name(const std::string& field) {
  const Field* known = find_field(field);
  return known != nullptr ? std::string(known->name) : field;
}

AllRecognised recognise(const Words& words, const Vocabulary& vocabulary,
                        const std::set<std::string>& taken) {
  AllRecognised all = find_authorities(words, vocabulary);
  const AllRecognised phrases = find_phrases(words, vocabulary);
  const AllRecognised bodies = find_bodies(words, together(all, phrases));
  for (const AllRecognised& more : {find_counts(words), find_inspectors(words, vocabulary),
                                    find_times(words, vocabulary), phrases, bodies})
    all = together(std::move(all), more);
  const auto unwanted = [&](const Recognised& each) { return is_taken(each, taken); };
  std::erase_if(all, unwanted);
  keep_judged_trends(words, false, &all);
  all = without_overlaps(words, std::move(all));
  AllRecognised telling =
      all;  // what only carries the question may be part of what is said of a grade
  std::erase_if(telling, [](const Recognised& each) { return each.filters.empty(); });
  AllRecognised grades = find_grades(words, telling);
  std::erase_if(grades, unwanted);
  // A grade's words may take in those of a phrase that carries the question.
  std::erase_if(all, [&](const Recognised& each) {
    return each.filters.empty() && !each.order &&
           std::any_of(grades.begin(), grades.end(), [&](const Recognised& grade) {
             return each.first < grade.first + grade.count && grade.first < each.first + each.count;
           });
  });
  all.insert(all.begin(), grades.begin(), grades.end());
  all = without_overlaps(words, std::move(all));
  take_newest_before_kinds(words, &all);
  take_negations(words, &all);
  take_comparisons(words, &all);
  take_forces_together(words, vocabulary, &all);
  take_places_together(words, &all);
  return all;
}

namespace {

// Where only the standing of one authority is asked for.
AllRecognised find_standing_of_one(const Words& words, const Vocabulary& vocabulary,
                                   const std::set<std::string>& taken) {
  const AllRecognised names = without_overlaps(words, find_authorities(words, vocabulary));
  if (names.size() != 1 || is_taken(names[0], taken) || names[0].excluded) return {};
  return find_standing(words, names[0]);
}

// What stands around a name may be one phrase: "what Leeds needs to improve".
std::vector<QueryNode> understand_words(const std::vector<QueryNode>& run,
                                        const Vocabulary& vocabulary,
                                        const std::set<std::string>& taken,
                                        Understood* understood) {
  const Words words = words_of(run);
  AllRecognised all = find_standing_of_one(words, vocabulary, taken);
  if (!all.empty()) {
    understood->asks_standing = true;
    return take(all, words, run, understood);
  }
  all = recognise(words, vocabulary, taken);
  const bool tells = std::any_of(all.begin(), all.end(), [](const Recognised& each) {
    return !carries_only(each) && !each.keeps_words;
  });
  if (!tells) return write_out(take(all, words, run, understood), &understood->is_rewritten);
  std::erase_if(all, carries_only);  // it may be part of such a phrase
  const std::vector<QueryNode> left = take(all, words, run, understood);
  const Words rest = words_of(left);
  const bool names_place = std::ranges::any_of(
      understood->filters, [](const auto& each) { return is_place_or_time(each.field); });
  AllRecognised around = recognise_phrases(rest, vocabulary, taken, names_place);
  std::erase_if(around, [](const Recognised& each) { return each.keeps_words; });  // known by now
  std::vector<QueryNode> more = without_loose_ends(take(around, rest, left, understood));
  if (names_no_topic(words_of(more)) && understood->filters.size() == 1) {
    std::vector<QueryNode> topic = topic_taken(all, words, run);
    if (!topic.empty()) more = std::move(topic);
  }
  if (!taken.contains("grade")) more = without_lone_grade(std::move(more), understood);
  return write_out(std::move(more), &understood->is_rewritten);
}

}  // namespace

std::vector<QueryNode> understand_run(const std::vector<QueryNode>& run,
                                      const Vocabulary& vocabulary,
                                      const std::set<std::string>& taken, Understood* understood) {
  const std::vector<QueryNode> parted =
      with_slashes_parted(take_meanings(run, &understood->notes, &understood->dropped),
                          [&](const Words& words) { return recognise(words, vocabulary, taken); });
  std::vector<QueryNode> left =
      without_slashes(understand_words(parted, vocabulary, taken, understood));
  if (join_lists(&left)) understood->is_rewritten = true;
  const bool has_grade = std::ranges::any_of(
      understood->filters, [](const UnderstoodWords& each) { return each.field == "grade"; });
  // "Worst rated councils" are those with the lowest grade.
  if (std::string note = note_on_ranking(words_of(parted)); !has_grade && !note.empty())
    understood->notes.push_back(std::move(note));
  return left;
}

}  // namespace ofsearch::understanding
