#include "common/field/topics.h"

#include "common/system/embedded_table.h"
#include "common/text/characters.h"
#include "common/text/stemmer.h"
#include "common/text/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace ofsearch {
namespace {

constexpr int kNear = 20;  // words between two phrases that are asked for together

struct Word {
  std::string term, stem;
  bool capitals = false;   // found only so
  bool exact = false;      // found only in this form
  bool after_end = false;  // a sentence ended before it
};

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

// Whether a sentence ends in what stands between two words.
bool ends_sentence(std::string_view between) {
  const size_t sign = between.find_first_of(".!?;:");
  return sign != std::string_view::npos && sign + 1 < between.size();
}

std::vector<Word> words_of(std::string_view text, Stemmer* stemmer) {
  std::vector<Word> words;
  size_t end = 0;
  for (Token& token : tokenise(text)) {
    if (token.joined) continue;
    std::string stem = stemmer->stem(token.term);
    words.push_back({std::move(token.term), std::move(stem), token.capitals});
    words.back().after_end = ends_sentence(text.substr(end, token.begin - end));
    end = token.end;
  }
  return words;
}

// A phrase of the list: "=word" is found in this form only.
std::vector<Word> phrase_of(std::string_view text, Stemmer* stemmer) {
  std::vector<Word> phrase;
  for (std::string_view part : split(text, ' ')) {
    const bool exact = part.starts_with('=');
    for (Word& word : words_of(part, stemmer)) {
      word.exact = exact;
      phrase.push_back(std::move(word));
    }
  }
  return phrase;
}

Stemmer& stemmer_of_thread() {
  thread_local Stemmer stemmer;
  return stemmer;
}

bool is(const Word& wanted, const Word& word) {
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

}  // namespace

struct Topics::Phrases {
  std::vector<Item> items;
  std::vector<Phrase> phrases;
  std::unordered_map<std::string, std::vector<size_t>> by_first;  // stem to phrases

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
      by_first[phrase.words.front().stem].push_back(phrases.size());
      phrases.push_back(std::move(phrase));
    }
    return true;
  }
};

Result<Topics> Topics::parse(std::string_view text, std::string_view file_name) {
  Topics topics;
  auto phrases = std::make_shared<Phrases>();
  int number = 0;
  auto fail = [&](std::string_view what) {
    return Error{ErrorCode::kUnreadable, fmt::format("{}:{}: {}", file_name, number, what), ""};
  };
  std::vector<size_t> entries;  // of each topic
  for (std::string_view line : split(text, '\n')) {
    ++number;
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (!goes_on) {
      const size_t colon = line.find(':');
      if (colon == std::string_view::npos || colon == 0) return fail("no topic and colon");
      std::string name(trimmed(line.substr(0, colon)));
      if (std::ranges::find(topics.names_, name) != topics.names_.end())
        return fail(fmt::format("the topic {} is there twice", name));
      topics.names_.push_back(std::move(name));
      entries.push_back(0);
      line.remove_prefix(colon + 1);
    }
    if (topics.names_.empty()) return fail("phrases before the first topic");
    for (std::string_view entry : split(line, ',')) {
      if (trimmed(entry).empty()) continue;  // a comma at a line's end
      if (!phrases->add(topics.names_.size() - 1, entry)) return fail("a phrase without words");
      ++entries.back();
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

std::vector<std::string> Topics::find(std::string_view text) const {
  if (phrases_ == nullptr) return {};
  const std::vector<Word> words = words_of(text, &stemmer_of_thread());
  std::vector<bool> found(names_.size());
  std::unordered_map<size_t, std::vector<std::pair<size_t, size_t>>> places;  // item: phrase, word
  for (size_t at = 0; at < words.size(); ++at) {
    auto begun = phrases_->by_first.find(words[at].stem);
    if (begun == phrases_->by_first.end()) continue;
    for (size_t p : begun->second) {
      const Phrase& phrase = phrases_->phrases[p];
      const Item& item = phrases_->items[phrase.item];
      if (found[item.topic] || !stands_at(phrase.words, words, at)) continue;
      if (std::ranges::any_of(item.but_not, [&](const std::vector<Word>& longer) {
            return is_part_of(longer, words, at, phrase.words.size());
          }))
        continue;
      if (item.parts == 1) {
        found[item.topic] = true;
        continue;
      }
      std::vector<std::pair<size_t, size_t>>& seen = places[phrase.item];
      std::erase_if(seen, [&](const auto& place) { return place.second + kNear < at; });
      std::erase_if(seen, [&](const auto& place) { return place.first == p; });
      seen.emplace_back(p, at);
      found[item.topic] = seen.size() == item.parts;
    }
  }
  std::vector<std::string> names;
  for (size_t i = 0; i < names_.size(); ++i)
    if (found[i]) names.push_back(names_[i]);
  return names;
}

}  // namespace ofsearch
