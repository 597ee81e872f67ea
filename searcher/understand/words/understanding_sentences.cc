#include "searcher/understand/words/understanding_sentences.h"

#include "common/field/thesaurus/everyday.h"
#include "common/text/characters.h"
#include "common/words/stemmer.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch::understanding {
namespace {

bool begins_sentence(const std::string& word) {
  return !word.empty() && !(word.front() >= 'a' && word.front() <= 'z');
}

// Whether a full stop is all that "tomorrow." has beside its letters; not "St.", "s.20", "e.g.".
bool has_full_stop(const std::string& word) {
  constexpr std::size_t kShortest = 3;  // letters, without the stop
  return word.size() > kShortest && word.find('.') == word.size() - 1;
}

// A full stop ends a sentence before a capital only; "?" and "!" always do.
bool ends_sentence(const QueryNode& word, const QueryNode& next) {
  return word.end != 0 || (has_full_stop(word.text) && begins_sentence(next.text));
}

// "Hi", "Dear team", "please": what a sentence may begin with and says nothing.
void take_greeting(Sentence* sentence) {
  for (;;) {
    const Words words = words_of(sentence->words);
    const std::size_t length = Phrases::builtin().length_of("greeting", words, 0);
    if (length == 0 || length >= words.size()) return;
    sentence->greeting += (sentence->greeting.empty() ? "" : " ") + words.text(0, length);
    const auto end = static_cast<std::ptrdiff_t>(words.words_of(0, length).second);
    sentence->words.erase(sentence->words.begin(), sentence->words.begin() + end);
  }
}

bool asks(const std::vector<QueryNode>& sentence) {
  return sentence.back().end == '?' ||
         Phrases::builtin().length_of("request", words_of(sentence), 0) > 0;
}

// Whether a word of the first `count` pieces names something: not "it", "things".
bool says_something(const Words& words, std::size_t count) {
  for (std::size_t at = 0; at < count; ++at)
    if (!is_stopword(words.folded(at)) && !words.is_one_of(at, "thing stuff")) return true;
  return false;
}

}  // namespace

std::vector<Sentence> sentences_of(const std::vector<QueryNode>& run) {
  std::vector<Sentence> sentences;
  bool begins = true;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (begins) sentences.emplace_back();
    sentences.back().words.push_back(run[i]);
    begins = i + 1 == run.size() || ends_sentence(run[i], run[i + 1]);
  }
  for (Sentence& sentence : sentences) {
    std::string& last = sentence.words.back().text;
    if (has_full_stop(last)) last.pop_back();
    take_greeting(&sentence);
    sentence.closes = Phrases::builtin().length_of("closing", words_of(sentence.words), 0) > 0;
    sentence.asks = !sentence.closes && asks(sentence.words);
  }
  return sentences;
}

std::size_t count_topics(const std::vector<QueryNode>& left) {
  const Words words = words_of(left);
  std::size_t topics = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t filler = Phrases::builtin().length_of("filler", words, at);
    const std::string& word = words.folded(at);
    if (filler == 0 && !is_stopword(word) && !Everyday::builtin().is_light(word)) ++topics;
    at += std::max<std::size_t>(filler, 1);
  }
  return topics;
}

bool refers_back(const Sentence& sentence, const std::vector<QueryNode>& left) {
  const Words words = words_of(sentence.words), rest = words_of(left);
  if (words.is_one_of(words.size() - 1, "it this that them these those")) return true;
  constexpr std::size_t kFew = 2;  // "do councils track them well?"
  const std::size_t topics = count_topics(left);
  for (std::size_t at = 0; at < rest.size() && topics <= kFew; ++at)
    if (rest.is_one_of(at, "it them they")) return true;
  return topics == 1 && rest.is_one_of(0, "the this that these those their");
}

std::vector<QueryNode> without_fault(std::vector<QueryNode> left, std::string* fault) {
  const Words words = words_of(left);
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::size_t length = Phrases::builtin().length_of("fault", words, at);
    if (length == 0 || at + length < words.size()) continue;
    if (!says_something(words, at)) break;
    *fault = words.text(at, length);
    left.resize(words.word_of(at));
    break;
  }
  return left;
}

std::string text_of(const Sentence& sentence) {
  const char end = sentence.words.back().end;
  return fmt::format("{}{}", fmt::join(words_of(sentence.words).typed(), " "),
                     end != 0 ? end : '.');
}

bool names_no_topic(const Words& words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t filler = Phrases::builtin().length_of("filler", words, at);
    if (filler == 0 && !is_stopword(words.folded(at))) return false;
    at += std::max<std::size_t>(filler, 1);
  }
  return true;
}

}  // namespace ofsearch::understanding
