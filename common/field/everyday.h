// How people speak who do not write reports, and the terms of the field that they mean. The list is
// common/data/everyday.txt, whose head describes the format. Unlike the thesaurus's terms, sayings
// are made of parts that may stand apart and in any order, and none of them is found the other way.
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
  enum class Asks { kEither, kStrength, kWeakness };

  struct Meaning {
    std::string text;   // UTF-8, as the list writes it, words separated by one space
    bool near = false;  // only near what is meant
  };

  struct Match {
    std::vector<std::size_t> words;  // of those given to matches(), in order; not empty
    // One list, best first, for each thing asked for; none: the words are no topic.
    const std::vector<std::vector<Meaning>>* meanings = nullptr;
    Asks asks = Asks::kEither;
  };

  // Reads a list (UTF-8). Errors: kUsage, "<file>:<line>: <what>", for the first mistake: a line
  // without "=>" or "=", a class that is not known, an empty saying.
  static Result<Everyday> parse(std::string_view text, std::string_view file_name);

  // The list that the program carries; read when it is first asked for.
  static const Everyday& builtin();

  // The sayings among `words`, the words of a query as typed (UTF-8), from left to right. No two
  // share a word; of two that would, the one of more words is taken. For any number of threads.
  std::vector<Match> matches(const std::vector<std::string>& words) const;

  // Whether a word as typed only carries what is asked.
  bool is_light(const std::string& word) const;

  // The stems of the words of all sayings.
  std::vector<std::string> stems() const;

  // What any saying means, each once, in byte order.
  std::vector<std::string> meanings() const;

 private:
  using Stems = std::vector<std::string>;

  struct Rule {
    std::vector<std::size_t> parts;  // numbers of word lists
    std::size_t meaning = 0;
  };
  struct Meant {
    std::vector<std::vector<Meaning>> meanings;
    Asks asks = Asks::kEither;
  };
  struct Query;
  struct Found;
  struct Reader;

  std::size_t add_list(std::vector<Stems> list);
  void find(const Rule& rule, const Query& query, std::vector<Found>* found) const;

  // Lists of what may stand for one another, and where each begins with which stem.
  std::vector<std::vector<Stems>> lists_;
  std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>, std::less<>> by_first_;
  std::vector<Rule> rules_;
  std::vector<Meant> meant_;
  std::unordered_set<std::string> light_;  // stems
};

}  // namespace ofsearch
