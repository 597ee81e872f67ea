// Which of the phrases that nobody quoted a query can afford to look for, where the index does not
// mark them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// What a phrase is for: the later stands here, the longer it is kept.
enum class PhraseOf { kRelated, kOtherName, kTyped };

// Of one query, however often it is planned. Phrases are told apart by their stems.
class PhraseBudget {
 public:
  // `most`: the lists of positions that all phrases of the query may take to read.
  explicit PhraseBudget(double most) : most_(most) {}

  // Forgets what was wanted, but not what was given up.
  void plan_anew() { wanted_.clear(); }
  bool is_given_up(const std::string& stems) const;
  // `shown`: the first time.
  void want(const std::string& stems, const std::string& shown, PhraseOf use, double lists);
  // The lists of all that is wanted.
  double lists() const;
  // Gives phrases up until the query keeps to its lists, of which `others` are those of other
  // phrases: what only ranks before other names, other names before what was typed, the dearest
  // first. False if there was nothing to give up.
  bool give_up(double others);
  // What is said of it.
  std::vector<std::string> notices() const;

 private:
  struct Phrase {
    std::string stems, shown;
    PhraseOf use;
    double lists;
  };
  std::vector<std::string> shown(bool typed) const;

  double most_;
  std::vector<Phrase> wanted_, given_up_;
};

}  // namespace ofsearch
