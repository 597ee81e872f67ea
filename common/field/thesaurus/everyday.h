// Finds everyday sayings ("kids who run away") and the terms of the field that they mean. The list
// is common/data/everyday.txt, which describes the format. Unlike a thesaurus term, a saying is
// made of parts that may stand apart and in any order. It works one way only: no term finds it.
#pragma once

#include "common/system/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ofsearch {

class Everyday {
 public:
  // The finding that a saying asks for. kAsWorded is what its words of judgement ask for ("not
  // told").
  enum class Asks { kAsWorded, kStrength, kWeakness, kNeither };

  struct Meaning {
    std::string text;    // UTF-8, as the list writes it, words separated by one space
    bool near = false;   // related to what is meant, not the same
    bool wider = false;  // what is meant, and more
  };

  struct Match {
    std::vector<std::size_t> words;  // indices into those given to matches(), in order; not empty
    // The meanings: one list, best first, for each thing asked for. Without a list the words are
    // not a topic.
    const std::vector<std::vector<Meaning>>* meanings = nullptr;
    Asks asks = Asks::kAsWorded;
  };

  // Reads a list (UTF-8). Errors: kUsage, "<file>:<line>: <what>", for the first mistake: a line
  // without "=>" or "=", an unknown class, an empty saying.
  static Result<Everyday> parse(std::string_view text, std::string_view file_name);

  // Returns the list compiled in; parsed at the first call.
  static const Everyday& builtin();

  // Returns the sayings among `words`, the words of a query as typed (UTF-8), from left to right.
  // No two share a word: where two would, the one with more words is taken. Thread-safe.
  std::vector<Match> matches(const std::vector<std::string>& words) const;

  // Tells whether a word as typed carries a question and is no topic ("keep", "happen", "really").
  bool is_light(const std::string& word) const;

  // Tells whether a light word says whom a question is about ("teenagers").
  bool names_group(const std::string& word) const;

  // Tells whether a word as typed is a verb that says less than a topic beside it ("agree",
  // "decide").
  bool is_plain(const std::string& word) const;

  // Returns the words of all sayings as the list writes them, folded.
  const std::unordered_set<std::string>& words() const { return words_; }

  // Returns the stems of the words of all sayings.
  std::vector<std::string> stems() const;

  // Returns the meanings of all sayings, each once, in byte order.
  std::vector<std::string> meanings() const;

 private:
  using Stems = std::vector<std::string>;

  struct Rule {
    std::vector<std::size_t> parts;  // numbers of word lists
    std::size_t meaning = 0;
  };
  struct Meant {
    std::vector<std::vector<Meaning>> meanings;
    Asks asks = Asks::kAsWorded;
  };
  struct Query;
  struct Found;
  struct Reader;

  std::size_t add_list(std::vector<Stems> list);
  void find(const Rule& rule, const Query& query, std::vector<Found>* found) const;

  // Lists of interchangeable sequences of stems; by first stem, the list and place of each.
  std::vector<std::vector<Stems>> lists_;
  std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>, std::less<>> by_first_;
  std::vector<Rule> rules_;
  std::vector<Meant> meant_;
  std::unordered_set<std::string> light_, groups_, plain_;  // stems
  std::unordered_set<std::string> words_;
};

}  // namespace ofsearch
