// An index that properties are tried on: all its passages in memory, and a searcher.
#pragma once

#include "common/words/stemmer.h"
#include "searcher/search.h"

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch::properties {

// A passage by its report's id and its number there.
using PassageId = std::pair<std::string, int>;

struct DrawnPassage {
  PassageId id;
  const Report* report;
  const Passage* passage;
};

class DrawnIndex {
 public:
  // `most` reports, drawn by `seed`; ends the program where the index cannot be read.
  DrawnIndex(const std::string& path, const Searcher::Options& options, unsigned seed, size_t most);

  const std::vector<DrawnPassage>& passages() const { return passages_; }        // that words find
  const std::vector<DrawnPassage>& boilerplate() const { return boilerplate_; }  // that quotes find
  Searcher& searcher() { return searcher_; }
  std::mt19937& random() { return random_; }

  template <typename Items>
  const auto& any_of(const Items& items) {
    return items[std::uniform_int_distribution<size_t>(0, items.size() - 1)(random_)];
  }
  size_t number(size_t least, size_t most) {
    return std::uniform_int_distribution<size_t>(least, most)(random_);
  }

  // Does a query find `wanted`? Ends the program where the search fails.
  bool finds(const DrawnPassage& wanted, const std::string& query);

 private:
  Searcher searcher_;
  std::mt19937 random_;
  std::vector<Report> reports_;
  std::vector<DrawnPassage> passages_, boilerplate_;
};

// Runs tried and failed; what failed is printed, the first of it.
struct Tally {
  size_t runs = 0, failed = 0;
  void add(bool good, const std::string& what);
};

using Property = Tally (*)(const std::string& index, unsigned seed, size_t runs);
Tally phrases(const std::string& index, unsigned seed, size_t runs);
Tally near(const std::string& index, unsigned seed, size_t runs);
Tally boolean(const std::string& index, unsigned seed, size_t runs);
Tally pool(const std::string& index, unsigned seed, size_t runs);
Tally lists(const std::string& index, unsigned seed, size_t runs);
Tally facets(const std::string& index, unsigned seed, size_t runs);
Tally compounds(const std::string& index, unsigned seed, size_t runs);

}  // namespace ofsearch::properties
