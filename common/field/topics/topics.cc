#include "common/field/topics/topics.h"

#include "common/field/stemmer_of_thread.h"
#include "common/field/topics/no_prose.h"
#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/words/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace ofsearch {
namespace {

constexpr int kNear = 20;  // words between two phrases that are asked for together

struct Word {
  std::string term, stem;
  bool capitals = false;      // found only so
  bool exact = false;         // found only in this form
  bool ending = false;        // of the list: "*scb", the end of a word in capitals
  bool after_end = false;     // a sentence, or a part of one, ended before it
  bool begins = false;        // a sentence
  size_t begin = 0, end = 0;  // bytes of the text
};

constexpr std::string_view kNoTopic = "-";  // sentences that begin so speak of no topic

// Words of sentences that tell what inspectors heard, stems: such a sentence does speak of topics.
constexpr std::array<std::string_view, 9> kTelling = {"who",  "told",    "said",  "report", "that",
                                                      "felt", "describ", "found", "saw"};

// Words side by side. `item` is the entry of the list that it is a part of.
struct Phrase {
  std::vector<Word> words;
  size_t item = 0;
};

struct Item {
  size_t topic = 0;
  size_t parts = 1;                        // phrases that must stand near each other
  std::vector<std::vector<Word>> but_not;  // phrases of which none of the parts is a part
};

// Whether one of `signs` ends a sentence in what stands between two words.
bool ends_sentence(std::string_view between, std::string_view signs) {
  const size_t sign = between.find_first_of(signs);
  return sign != std::string_view::npos && sign + 1 < between.size();
}

std::vector<Word> words_of(std::string_view text, Stemmer* stemmer) {
  std::vector<Word> words;
  size_t end = 0;
  for (Token& token : tokenise(text)) {
    if (token.joined) continue;
    std::string stem = stemmer->stem(token.term);
    words.push_back({std::move(token.term), std::move(stem), token.capitals});
    const std::string_view between = text.substr(end, token.begin - end);
    words.back().after_end = ends_sentence(between, ".!?;:");
    words.back().begins = words.size() == 1 || ends_sentence(between, ".!?");
    end = token.end;
    words.back().begin = token.begin;
    words.back().end = token.end;
  }
  return words;
}

// A phrase of the list: "=word" is found in this form only, "*scb" is the end of a word in
// capitals.
std::vector<Word> phrase_of(std::string_view text, Stemmer* stemmer) {
  std::vector<Word> phrase;
  for (std::string_view part : split(text, ' ')) {
    const bool exact = part.starts_with('=');
    for (Word& word : words_of(part, stemmer)) {
      word.exact = exact;
      word.ending = part.starts_with('*');
      phrase.push_back(std::move(word));
    }
  }
  return phrase;
}

bool is(const Word& wanted, const Word& word) {
  if (wanted.ending) return word.capitals && word.term.ends_with(wanted.term);
  return wanted.stem == word.stem && (!wanted.capitals || word.capitals) &&
         (!wanted.exact || wanted.term == word.term);
}

bool stands_at(const std::vector<Word>& phrase, const std::vector<Word>& text, size_t at) {
  if (at + phrase.size() > text.size()) return false;
  for (size_t i = 0; i < phrase.size(); ++i)
    if (!is(phrase[i], text[at + i]) || (i > 0 && text[at + i].after_end)) return false;
  return true;
}

// Whether the `length` words at `at` are a part of `phrase`, which stands there.
bool is_part_of(const std::vector<Word>& phrase, const std::vector<Word>& text, size_t at,
                size_t length) {
  if (phrase.size() < length) return false;
  const size_t before = std::min(at, phrase.size() - length);
  for (size_t begin = at - before; begin <= at; ++begin)
    if (stands_at(phrase, text, begin)) return true;
  return false;
}

// Words of sentences that speak of no topic, as they begin with one of `beginnings`.
std::vector<bool> silent_words(const std::vector<Word>& words,
                               const std::vector<std::vector<Word>>& beginnings) {
  std::vector<bool> silent(words.size());
  for (size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    for (end = begin + 1; end < words.size() && !words[end].begins;) ++end;
    const auto tells = [](const Word& word) {
      return std::ranges::find(kTelling, word.stem) != kTelling.end();
    };
    const bool is_silent =
        std::ranges::any_of(beginnings,
                            [&](const auto& phrase) { return stands_at(phrase, words, begin); }) &&
        std::none_of(words.begin() + begin, words.begin() + end, tells);
    std::fill(silent.begin() + begin, silent.begin() + end, is_silent);
  }
  return silent;
}

}  // namespace

struct Topics::Phrases {
  std::vector<std::vector<Word>> silent;  // how a sentence begins that speaks of no topic
  std::vector<Item> items;
  std::vector<Phrase> phrases;
  std::unordered_map<std::string, std::vector<size_t>> by_first;  // stem to phrases
  std::vector<size_t> endings;  // phrases whose first word is an end of words

  // A sentence that begins with `entry` speaks of no topic. False where it has no word.
  bool add_silent(std::string_view entry) {
    silent.push_back(phrase_of(entry, &stemmer_of_thread()));
    return !silent.back().empty();
  }

  // One entry of the list: "care leaver + housing ! housing benefit". False where a part has no
  // word.
  bool add(size_t topic, std::string_view entry) {
    const std::vector<std::string_view> sides = split(entry, '!');
    const std::vector<std::string_view> parts = split(sides.front(), '+');
    items.push_back({topic, parts.size(), {}});
    for (size_t i = 1; i < sides.size(); ++i) {
      items.back().but_not.push_back(phrase_of(sides[i], &stemmer_of_thread()));
      if (items.back().but_not.back().empty()) return false;
    }
    for (std::string_view part : parts) {
      Phrase phrase{phrase_of(part, &stemmer_of_thread()), items.size() - 1};
      if (phrase.words.empty()) return false;
      const Word& first = phrase.words.front();
      if (first.ending)
        endings.push_back(phrases.size());
      else
        by_first[first.stem].push_back(phrases.size());
      phrases.push_back(std::move(phrase));
    }
    return true;
  }
};

bool is_in_hit(size_t begin, size_t end, const std::vector<TopicHit>& hits) {
  return std::ranges::any_of(
      hits, [&](const TopicHit& hit) { return begin < hit.end && hit.begin < end; });
}

Result<Topics> Topics::parse(std::string_view text, std::string_view file_name) {
  Topics topics;
  auto phrases = std::make_shared<Phrases>();
  int number = 0;
  auto fail = [&](std::string_view what) {
    return Error{ErrorCode::kUnreadable, fmt::format("{}:{}: {}", file_name, number, what), ""};
  };
  std::vector<size_t> entries;  // of each topic
  bool silent = false;          // the lines are of kNoTopic
  for (std::string_view line : split(text, '\n')) {
    ++number;
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (!goes_on) {
      const size_t colon = line.find(':');
      if (colon == std::string_view::npos || colon == 0) return fail("no topic and colon");
      std::string name(trimmed(line.substr(0, colon)));
      line.remove_prefix(colon + 1);
      silent = name == kNoTopic;
      if (!silent && std::ranges::find(topics.names_, name) != topics.names_.end())
        return fail(fmt::format("the topic {} is there twice", name));
      if (!silent) {
        topics.names_.push_back(std::move(name));
        entries.push_back(0);
      }
    }
    if (!silent && topics.names_.empty()) return fail("phrases before the first topic");
    for (std::string_view entry : split(line, ',')) {
      if (trimmed(entry).empty()) continue;  // a comma at a line's end
      if (entry.rfind('+') != entry.npos && entry.find('!') < entry.rfind('+'))
        return fail("\"+\" stands behind \"!\"");
      if (!(silent ? phrases->add_silent(entry) : phrases->add(topics.names_.size() - 1, entry)))
        return fail("a phrase without words");
      if (!silent) ++entries.back();
    }
  }
  for (size_t i = 0; i < entries.size(); ++i)
    if (entries[i] == 0) return fail(fmt::format("the topic {} has no phrases", topics.names_[i]));
  topics.phrases_ = std::move(phrases);
  return topics;
}

const Topics& Topics::builtin() {
  static const auto topics = embedded_table<Topics>("topics.txt");
  return topics;
}

std::vector<TopicHit> Topics::hits(std::string_view text) const {
  std::vector<TopicHit> hits;
  if (phrases_ == nullptr || is_no_prose(text)) return hits;
  const std::vector<Word> words = words_of(text, &stemmer_of_thread());
  const std::vector<bool> silent = silent_words(words, phrases_->silent);
  std::unordered_map<size_t, std::vector<std::pair<size_t, size_t>>> places;  // item: phrase, word
  auto look_at = [&](size_t at, size_t p) {
    const Phrase& phrase = phrases_->phrases[p];
    const Item& item = phrases_->items[phrase.item];
    const size_t length = phrase.words.size();
    if (!stands_at(phrase.words, words, at)) return;
    if (std::ranges::any_of(item.but_not, [&](const std::vector<Word>& longer) {
          return is_part_of(longer, words, at, length);
        }))
      return;
    const auto hit_at = [&](size_t begin, size_t count) {
      hits.push_back({item.topic, words[begin].begin, words[begin + count - 1].end});
    };
    if (item.parts == 1) return hit_at(at, length);
    std::vector<std::pair<size_t, size_t>>& seen = places[phrase.item];
    std::erase_if(seen, [&](const auto& place) { return place.second + kNear < at; });
    std::erase_if(seen, [&](const auto& place) { return place.first == p; });
    seen.emplace_back(p, at);
    if (seen.size() == item.parts) hit_at(at, length);
  };
  for (size_t at = 0; at < words.size(); ++at) {
    if (silent[at]) continue;
    auto begun = phrases_->by_first.find(words[at].stem);
    if (begun != phrases_->by_first.end())
      for (size_t p : begun->second) look_at(at, p);
    if (words[at].capitals)
      for (size_t p : phrases_->endings) look_at(at, p);
  }
  return hits;
}

std::vector<std::string> Topics::find(std::string_view text) const {
  std::vector<bool> found(names_.size());
  for (const TopicHit& hit : hits(text)) found[hit.topic] = true;
  std::vector<std::string> names;
  for (size_t i = 0; i < names_.size(); ++i)
    if (found[i]) names.push_back(names_[i]);
  return names;
}

}  // namespace ofsearch
