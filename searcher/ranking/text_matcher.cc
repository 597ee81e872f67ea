#include "searcher/ranking/text_matcher.h"

#include "common/index/field_phrases.h"
#include "common/report/acronyms.h"
#include "common/text/string_map.h"
#include "common/text/text.h"
#include "common/words/word_families.h"
#include "common/words/words.h"
#include "searcher/ranking/word_starts.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace ofsearch {
namespace {

// A word of the passages being matched, as far as the patterns of the plan care.
struct WordForm {
  std::string term;  // as tokenise() has it
  bool capitals = false;
  // Numbers of the stem, of the term and of its possessive among the patterns' words.
  int stem = kNone, exact = kNone, owner = kNone;

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

std::string without_possessive(const std::string& stem) {
  return is_owner(stem) ? token_of_word(stem).term : stem;
}

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
          starts_.add_stem(without_possessive(word));
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
                     form.owner != WordForm::kNone || (capitals && form.capitals);
    return asked_for ? &form : nullptr;
  }

 private:
  using Numbers = std::unordered_map<std::string, int>;

  // Irregular forms need not begin as their stem does ("people", "went").
  void add_irregular_starts(const SearchPlan& plan) {
    for (const IrregularForm& irregular : irregular_forms()) {
      const std::string& stem = stemmer_.stem(std::string(irregular.form));
      for (const Pattern& pattern : plan.patterns)
        if (!pattern.exact && std::ranges::count(pattern.sequence, stem, without_possessive) > 0)
          starts_.add(irregular.form);
    }
  }

  static bool is_ascii(char c) { return (c & 0x80) == 0; }
  static bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || !is_ascii(c); }

  WordForm make_form(std::string_view printed) {
    Token token = token_of_word(printed);
    const std::string owner = owner_of(token);
    WordForm form{std::move(token.term), token.capitals};
    auto number = [](const Numbers& known, const std::string& word) {
      auto it = known.find(word);
      return it == known.end() ? WordForm::kNone : it->second;
    };
    form.exact = number(exact_, form.term);
    form.stem = number(stems_, stemmer_.stem(form.term));
    if (!owner.empty()) form.owner = number(stems_, stem_in_phrase(owner, &stemmer_));
    return form;
  }

  Stemmer& stemmer_;
  Numbers stems_, exact_;
  std::vector<std::vector<int>> sequences_;
  WordStarts starts_;
  StringMap<WordForm> forms_;  // by printed word
};

}  // namespace

class TextMatcher::Impl {
 public:
  Impl(const SearchPlan& plan, Stemmer* stemmer) : plan_(plan), vocabulary_(plan, stemmer) {
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
      add_matches(words.possible, i, word.form->stem, false, &found);
      add_matches(words.possible, i, word.form->owner, false, &found);
      add_matches(words.possible, i, word.form->exact, true, &found);
      add_meanings(word, passage, &found);
    }
    return found;
  }

 private:
  using ByFirst = std::vector<std::vector<size_t>>;

  static int number_of(const Word& word, bool exact) {
    return exact ? word.form->exact : word.form->stem;
  }

  // The patterns whose first word has this number.
  void add_matches(const std::vector<Word>& words, size_t i, int number, bool exact,
                   std::vector<Occurrence>* found) const {
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

TextMatcher::TextMatcher(const SearchPlan& plan, Stemmer* stemmer)
    : impl_(std::make_unique<Impl>(plan, stemmer)) {}
TextMatcher::~TextMatcher() = default;

Found TextMatcher::find(std::string_view text, const PassageView& passage) {
  const Words& words = impl_->words_of(text, passage);
  return {words.count, impl_->find(words, passage)};
}

}  // namespace ofsearch
