#include "searcher/match/ranking.h"

#include "common/report/acronyms.h"
#include "common/text/string_map.h"
#include "common/text/text.h"
#include "common/text/word_families.h"
#include "searcher/match/word_starts.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ofsearch {
namespace {

// A word of the passages being matched, as far as the patterns of the plan care.
struct WordForm {
  std::string term;  // as tokenise() has it
  bool capitals = false;
  int stem = kNone, exact = kNone;  // numbers of the stem and of the term among the patterns' words

  static constexpr int kNone = -1;
};

// A word that may be one of the patterns'.
struct Word {
  size_t at;  // which word of the text
  size_t begin, end;
  const WordForm* form;
};

// The words of a text.
struct Words {
  size_t count = 0;
  std::vector<Word> possible;  // in order
};

struct Occurrence {
  size_t first, last;  // words
  size_t begin, end;   // bytes
  size_t pattern;
};

// The words that patterns are made of, numbered, and the words of passages that may be one of them.
// Few are, and the others need not be folded and stemmed.
class Vocabulary {
 public:
  Vocabulary(const SearchPlan& plan, Stemmer* stemmer) : stemmer_(*stemmer) {
    constexpr size_t kEnough = 1000;  // of a hundred to five hundred: nearly each in its own place
    forms_.reserve(kEnough);
    add_irregular_starts(plan);
    for (const Pattern& pattern : plan.patterns) {
      std::vector<int> numbers;
      for (const std::string& word : pattern.sequence) {
        auto& known = pattern.exact ? exact_ : stems_;
        numbers.push_back(known.emplace(word, static_cast<int>(known.size())).first->second);
        if (pattern.exact)
          starts_.add(word);
        else
          starts_.add_stem(word);
      }
      sequences_.push_back(std::move(numbers));
    }
  }

  // The words of the patterns by number, in the plan's order.
  const std::vector<std::vector<int>>& sequences() const { return sequences_; }

  // nullptr: no pattern has the word. `capitals`: words of capitals are asked for all the same.
  const WordForm* form(std::string_view printed, bool capitals) {
    if (!starts_.may_begin(printed) && !(capitals && is_capital(printed.front()))) return nullptr;
    auto it = forms_.find(printed);
    if (it == forms_.end()) it = forms_.emplace(std::string(printed), make_form(printed)).first;
    const WordForm& form = it->second;
    bool asked_for = form.stem != WordForm::kNone || form.exact != WordForm::kNone ||
                     (capitals && form.capitals);
    return asked_for ? &form : nullptr;
  }

 private:
  using Numbers = std::unordered_map<std::string, int>;

  // Irregular forms need not begin as their stem does ("people", "went").
  void add_irregular_starts(const SearchPlan& plan) {
    for (const IrregularForm& irregular : irregular_forms()) {
      const std::string& stem = stemmer_.stem(std::string(irregular.form));
      for (const Pattern& pattern : plan.patterns)
        if (!pattern.exact && std::find(pattern.sequence.begin(), pattern.sequence.end(), stem) !=
                                  pattern.sequence.end())
          starts_.add(irregular.form);
    }
  }

  static bool is_ascii(char c) { return (c & 0x80) == 0; }
  static bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || !is_ascii(c); }

  WordForm make_form(std::string_view printed) {
    Token token = token_of_word(printed);
    WordForm form{std::move(token.term), token.capitals};
    auto number = [](const Numbers& known, const std::string& word) {
      auto it = known.find(word);
      return it == known.end() ? WordForm::kNone : it->second;
    };
    form.exact = number(exact_, form.term);
    form.stem = number(stems_, stemmer_.stem(form.term));
    return form;
  }

  Stemmer& stemmer_;
  Numbers stems_, exact_;
  std::vector<std::vector<int>> sequences_;
  WordStarts starts_;
  StringMap<WordForm> forms_;  // by printed word
};

class Matcher {
 public:
  Matcher(const SearchPlan& plan, Stemmer* stemmer) : plan_(plan), vocabulary_(plan, stemmer) {
    for (size_t i = 0; i < plan.patterns.size(); ++i) {
      const std::vector<int>& sequence = vocabulary_.sequences()[i];
      if (sequence.empty()) continue;
      auto& by_first = plan.patterns[i].exact ? by_first_exact_ : by_first_stem_;
      auto first = static_cast<size_t>(sequence.front());
      if (by_first.size() <= first) by_first.resize(first + 1);
      by_first[first].push_back(i);
    }
  }

  // The words of a text that `passage` has; they hold until the next call.
  const Words& words_of(std::string_view text, const PassageView& passage) {
    find_words(text, &ranges_);
    words_.count = ranges_.size();
    words_.possible.clear();
    bool capitals = !passage.acronyms.empty();
    for (size_t at = 0; at < ranges_.size(); ++at) {
      auto [begin, end] = ranges_[at];
      if (const WordForm* form = vocabulary_.form(text.substr(begin, end - begin), capitals))
        words_.possible.push_back({at, begin, end, form});
    }
    return words_;
  }

  std::vector<Occurrence> find(const Words& words, const PassageView& passage) const {
    std::vector<Occurrence> found;
    for (size_t i = 0; i < words.possible.size(); ++i) {
      const Word& word = words.possible[i];
      if (means_otherwise(*word.form, passage)) continue;
      add_matches(words.possible, i, false, &found);
      add_matches(words.possible, i, true, &found);
      add_meanings(word, passage, &found);
    }
    return found;
  }

 private:
  using ByFirst = std::vector<std::vector<size_t>>;

  static int number_of(const Word& word, bool exact) {
    return exact ? word.form->exact : word.form->stem;
  }

  void add_matches(const std::vector<Word>& words, size_t i, bool exact,
                   std::vector<Occurrence>* found) const {
    int number = number_of(words[i], exact);
    if (number == WordForm::kNone) return;
    const ByFirst& by_first = exact ? by_first_exact_ : by_first_stem_;
    if (static_cast<size_t>(number) >= by_first.size()) return;
    for (size_t index : by_first[static_cast<size_t>(number)]) {
      const std::vector<int>& sequence = vocabulary_.sequences()[index];
      size_t last = i + sequence.size() - 1;
      if (last >= words.size() || words[last].at != words[i].at + sequence.size() - 1) continue;
      bool same = true;
      for (size_t j = 1; j < sequence.size() && same; ++j)
        same = number_of(words[i + j], exact) == sequence[j];
      if (same)
        found->push_back({words[i].at, words[last].at, words[i].begin, words[last].end, index});
    }
  }

  // A short form that means, in this report, what the query asks for.
  void add_meanings(const Word& word, const PassageView& passage,
                    std::vector<Occurrence>* found) const {
    if (!word.form->capitals) return;
    for (const auto& [short_form, meaning] : passage.acronyms) {
      if (!is_short_form(word.form->term, short_form)) continue;
      std::string key = meaning_key(meaning);
      for (size_t i = 0; i < plan_.patterns.size(); ++i)
        if (!plan_.patterns[i].meaning.empty() && plan_.patterns[i].meaning == key)
          found->push_back({word.at, word.at, word.begin, word.end, i});
    }
  }

  static bool is_short_form(const std::string& term, std::string_view short_form) {
    std::string form = search_form(short_form);
    return term == form || term == form + "s";
  }

  // A typed acronym that this report uses for something else.
  bool means_otherwise(const WordForm& word, const PassageView& passage) const {
    if (!word.capitals || passage.acronyms.empty()) return false;
    for (const auto& [typed, meanings] : plan_.meanings) {
      if (word.term != typed && word.term != typed + "s") continue;
      for (const auto& [short_form, meaning] : passage.acronyms)
        if (is_short_form(word.term, short_form) &&
            std::none_of(meanings.begin(), meanings.end(),
                         [&, &meaning = meaning](const std::string& known) {
                           return same_meaning(known, meaning);
                         }))
          return true;
    }
    return false;
  }

  const SearchPlan& plan_;
  Vocabulary vocabulary_;
  ByFirst by_first_stem_, by_first_exact_;  // patterns by the number of their first word
  std::vector<std::pair<size_t, size_t>> ranges_;
  Words words_;
};

// Words that several patterns find count once a term, for the typed words first.
std::vector<TermCount> frequencies(const std::vector<Occurrence>& found, const SearchPlan& plan,
                                   const RankingSettings& settings) {
  std::vector<TermCount> counts(plan.terms.size());
  for (bool typed : {true, false}) {
    std::vector<size_t> counted_to(plan.terms.size());  // word behind the last one counted
    for (const Occurrence& occurrence : found) {
      const Pattern& pattern = plan.patterns[occurrence.pattern];
      if (pattern.typed != typed) continue;
      for (size_t term : pattern.terms) {
        if (occurrence.first < counted_to[term]) continue;
        counted_to[term] = occurrence.last + 1;
        TermCount& count = counts[term];
        if (typed) {
          count.typed += 1;
          continue;
        }
        double weight = pattern.weight * settings.expansion;
        count.expanded += weight;
        count.best = std::max(count.best, weight);
      }
    }
  }
  return counts;
}

// BM25's saturation of a frequency.
double saturated(double frequency, double norm, double k1) {
  return frequency * (k1 + 1) / (frequency + norm);
}

// What the occurrences of a term are worth beside its weight. However often they occur, expansions
// alone are worth no more than their weight beside the words typed.
double occurrence_value(const TermCount& count, double norm, const RankingSettings& settings) {
  if (count.typed > 0)
    return saturated(count.typed + settings.expansion_beside_typed * count.expanded, norm,
                     settings.k1);
  if (count.best <= 0) return 0;
  return count.best * saturated(count.expanded / count.best, norm, settings.k1);
}

// The fewest words in a row that hold every query term that is there at all; 0 if one is.
size_t smallest_window(const std::vector<Occurrence>& found, const SearchPlan& plan) {
  std::vector<size_t> last_seen(plan.terms.size(), SIZE_MAX);
  size_t present = 0, best = SIZE_MAX;
  for (const Occurrence& occurrence : found)
    for (size_t term : plan.patterns[occurrence.pattern].terms)
      if (last_seen[term] == SIZE_MAX) {
        last_seen[term] = 0;
        ++present;
      }
  if (present < 2) return 0;
  std::fill(last_seen.begin(), last_seen.end(), SIZE_MAX);
  for (const Occurrence& occurrence : found) {
    for (size_t term : plan.patterns[occurrence.pattern].terms) last_seen[term] = occurrence.first;
    size_t earliest = SIZE_MAX, seen = 0;
    for (size_t at : last_seen)
      if (at != SIZE_MAX) {
        earliest = std::min(earliest, at);
        ++seen;
      }
    if (seen == present) best = std::min(best, occurrence.last - earliest + 1);
  }
  return best == SIZE_MAX ? 0 : best;
}

// For each two query terms typed side by side, one over the distance at which they stand at best:
// 1 as a phrase, towards 0 far apart. In the order typed or not.
double pair_bonus(const std::vector<Occurrence>& found, const SearchPlan& plan,
                  const std::vector<double>& weights) {
  double bonus = 0;
  for (size_t left = 0; left + 1 < plan.terms.size(); ++left) {
    size_t best = SIZE_MAX, last[2] = {SIZE_MAX, SIZE_MAX};
    for (const Occurrence& occurrence : found)
      for (size_t term : plan.patterns[occurrence.pattern].terms) {
        if (term != left && term != left + 1) continue;
        size_t side = term - left;
        if (last[1 - side] != SIZE_MAX && occurrence.first >= last[1 - side])
          best = std::min(best, std::max<size_t>(1, occurrence.first - last[1 - side]));
        last[side] = occurrence.last;
      }
    if (best != SIZE_MAX)
      bonus += std::min(weights[left], weights[left + 1]) / static_cast<double>(best);
  }
  return bonus;
}

Marks marks_of(const std::vector<Occurrence>& found) {
  Marks marks;
  for (const Occurrence& occurrence : found) marks.emplace_back(occurrence.begin, occurrence.end);
  std::sort(marks.begin(), marks.end());
  Marks merged;
  for (const auto& mark : marks) {
    // Neighbours with a space or hyphen between them are one mark.
    if (!merged.empty() && mark.first <= merged.back().second + 1)
      merged.back().second = std::max(merged.back().second, mark.second);
    else
      merged.push_back(mark);
  }
  return merged;
}

void add_heading(const PassageView& passage, const SearchPlan& plan,
                 const RankingSettings& settings, Matcher* matcher,
                 std::vector<TermCount>* counts) {
  if (settings.heading <= 0 || passage.section.empty()) return;
  const Words& words = matcher->words_of(passage.section, passage);
  std::vector<TermCount> heading = frequencies(matcher->find(words, passage), plan, settings);
  for (size_t i = 0; i < counts->size(); ++i)
    if (heading[i].any()) {
      (*counts)[i].expanded += settings.heading;
      (*counts)[i].best = std::max((*counts)[i].best, settings.heading);
    }
}

double direction_factor(const PassageView& passage, const SearchPlan& plan,
                        const RankingSettings& settings) {
  return 1 + settings.direction_pull * plan.direction * passage.finding_score;
}

// Cells of a table are parted by tabs.
bool is_table(std::string_view text) {
  size_t tab = text.find('\t');
  return tab != std::string_view::npos && text.find('\t', tab + 1) != std::string_view::npos;
}

// How often a passage has a term, with what the passages around it add: their words are near,
// though not in it.
TermCount with_context(TermCount count, const TermCount* before, const TermCount* after,
                       double share) {
  for (const TermCount* near : {before, after}) {
    if (near == nullptr) continue;
    double weight = share * (near->typed > 0 ? 1 : near->best);
    if (weight <= 0 || count.typed > 0) continue;
    count.expanded += weight;
    count.best = std::max(count.best, weight);
  }
  return count;
}

// The square without the library that a search would enter for this alone.
double power(double base, double exponent) {
  return exponent == 2 ? base * base : std::pow(base, exponent);
}

const TermCount* count_in(const PassageMatch* match, size_t term) {
  return match == nullptr ? nullptr : &match->counts[term];
}

}  // namespace

class PassageMatcher::Impl {
 public:
  Impl(const SearchPlan& plan, const RankingSettings& settings, Stemmer* stemmer)
      : plan_(plan), settings_(settings), matcher_(plan, stemmer) {
    for (const QueryTerm& term : plan.terms) weights_.push_back(term_weight(term, settings));
  }

  PassageMatch match(const PassageView& passage) {
    PassageMatch match;
    const Words& words = matcher_.words_of(passage.text, passage);
    std::vector<Occurrence> found = matcher_.find(words, passage);
    match.length = static_cast<double>(words.count);
    match.counts = frequencies(found, plan_, settings_);
    match.togetherness = togetherness(found, match.counts);
    add_heading(passage, plan_, settings_, &matcher_, &match.counts);
    match.direction = direction_factor(passage, plan_, settings_);
    match.table = is_table(passage.text);
    return match;
  }

  Marks marks(const PassageView& passage) {
    return marks_of(matcher_.find(matcher_.words_of(passage.text, passage), passage));
  }

 private:
  double togetherness(const std::vector<Occurrence>& found,
                      const std::vector<TermCount>& counts) const {
    double matched = 0, present = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
      if (!counts[i].any()) continue;
      matched += weights_[i];
      ++present;
    }
    double bonus = settings_.pairs * pair_bonus(found, plan_, weights_);
    auto window = static_cast<double>(smallest_window(found, plan_));
    if (present > 1 && window > 0)
      bonus += settings_.proximity * matched * std::min(1.0, present / window);
    return bonus;
  }

  const SearchPlan& plan_;
  const RankingSettings& settings_;
  Matcher matcher_;
  std::vector<double> weights_;
};

PassageMatcher::PassageMatcher(const SearchPlan& plan, const RankingSettings& settings,
                               Stemmer* stemmer)
    : impl_(std::make_unique<Impl>(plan, settings, stemmer)) {}
PassageMatcher::~PassageMatcher() = default;

PassageMatch PassageMatcher::match(const PassageView& passage) {
  return impl_->match(passage);
}

Marks PassageMatcher::marks(const PassageView& passage) {
  return impl_->marks(passage);
}

double passage_score(const PassageMatch& match, const PassageMatch* before,
                     const PassageMatch* after, const SearchPlan& plan,
                     const RankingSettings& settings) {
  double length = match.length / settings.average_length;
  double norm = settings.k1 * (1 - settings.b + settings.b * length);
  double total = 0, matched = 0, score = match.togetherness;
  for (size_t i = 0; i < match.counts.size(); ++i) {
    double weight = term_weight(plan.terms[i], settings);
    total += weight;
    const TermCount count =
        with_context(match.counts[i], count_in(before, i), count_in(after, i), settings.context);
    if (!count.any()) continue;
    matched += weight * (count.typed > 0 ? 1.0 : std::min(count.best, 1.0));
    score += weight * occurrence_value(count, norm, settings);
  }
  if (total <= 0) return 0;
  if (match.table) score *= settings.table;
  return score * power(matched / total, settings.coverage) * match.direction;
}

double term_weight(const QueryTerm& term, const RankingSettings& settings) {
  return std::min(term.idf, settings.most_idf) * (term.direction ? settings.direction_weight : 1);
}

double report_score(const std::vector<double>& scores, const RankingSettings& settings) {
  if (scores.empty()) return 0;
  double score = scores.front();
  for (size_t i = 1; i < scores.size() && i <= settings.further_passages; ++i)
    score += settings.further * scores[i];
  return score;
}

}  // namespace ofsearch
