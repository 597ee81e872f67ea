// Brackets, AND, OR, NOT, + and -, with filters among them, find what set algebra says.
#include "common/words/words.h"
#include "tests/properties/drawn_index.h"

#include <algorithm>
#include <functional>
#include <map>

namespace ofsearch::properties {
namespace {

using Passages = std::set<size_t>;  // places in DrawnIndex::passages()

struct Clause {
  std::string text;
  Passages found;
};

class Drawer {
 public:
  explicit Drawer(DrawnIndex* index) : index_(*index) {
    Stemmer stemmer;
    for (size_t i = 0; i < index_.passages().size(); ++i) {
      all_.insert(i);
      const DrawnPassage& each = index_.passages()[i];
      for (const Token& token : tokenise(each.passage->text)) {
        if (token.joined) joined_.insert(stemmer.stem(token.term));
        if (token.capitals) capitals_.insert(token.term);
        if (token.joined || is_stopword(token.term)) continue;
        by_stem_[stemmer.stem(token.term)].insert(i);
        words_.push_back(token.term);
      }
      grades_[each.report->metadata.grade].insert(i);
      types_[each.report->metadata.visit_type].insert(i);
      // What selects all lengths of it.
      if (each.report->metadata.visit_type.starts_with("ilacs-")) types_["ilacs"].insert(i);
    }
    // A word that is written with a hyphen elsewhere finds that too, and a report may define an
    // acronym otherwise than the field does: neither is plain set algebra.
    std::erase_if(words_, [&](const std::string& word) {
      return joined_.contains(stemmer.stem(word)) || capitals_.contains(word);
    });
  }

  Clause draw(int depth) {
    size_t kind = depth == 0 ? index_.number(0, 1) : index_.number(0, 5);
    if (kind == 0) return filter();
    if (kind <= 2) return word();
    Clause a = draw(depth - 1), b = draw(depth - 1);
    Clause both;
    auto into = std::inserter(both.found, both.found.end());
    if (kind == 3) {
      both.text = "(" + a.text + " AND " + b.text + ")";
      std::set_intersection(a.found.begin(), a.found.end(), b.found.begin(), b.found.end(), into);
    } else if (kind == 4) {
      both.text = "(" + a.text + " OR " + b.text + ")";
      std::set_union(a.found.begin(), a.found.end(), b.found.begin(), b.found.end(), into);
    } else {
      both.text = "(" + a.text + " NOT " + b.text + ")";
      std::set_difference(a.found.begin(), a.found.end(), b.found.begin(), b.found.end(), into);
    }
    return both;
  }

  Clause word() {
    const std::string& drawn = index_.any_of(words_);
    return {drawn, by_stem_.at(stemmer_.stem(drawn))};
  }

 private:
  Clause filter() {
    auto one_of = [&](const std::map<std::string, Passages>& values, const std::string& name) {
      auto value =
          std::next(values.begin(), static_cast<long>(index_.number(0, values.size() - 1)));
      return Clause{name + ":\"" + value->first + "\"", value->second};
    };
    return index_.number(0, 1) == 0 ? one_of(grades_, "grade") : one_of(types_, "type");
  }

  DrawnIndex& index_;
  Stemmer stemmer_;
  Passages all_;
  std::set<std::string> joined_, capitals_;
  std::map<std::string, Passages> by_stem_, grades_, types_;
  std::vector<std::string> words_;
};

}  // namespace

Tally boolean(const std::string& path, unsigned seed, size_t runs) {
  static const Thesaurus nothing;
  Searcher::Options options;
  options.thesaurus = &nothing;
  DrawnIndex index(path, options, seed, SIZE_MAX);  // all, as counts are of all
  Drawer drawer(&index);
  Tally tally;
  while (tally.runs < runs) {
    // A word that must be there, so that passages are asked for and not reports.
    Clause base = drawer.word(), more = drawer.draw(3);
    bool excluded = index.number(0, 2) == 0;
    std::string query = "+" + base.text + (excluded ? " -" : " +") + more.text;
    Passages expected;
    auto into = std::inserter(expected, expected.end());
    if (excluded)
      std::set_difference(base.found.begin(), base.found.end(), more.found.begin(),
                          more.found.end(), into);
    else
      std::set_intersection(base.found.begin(), base.found.end(), more.found.begin(),
                            more.found.end(), into);
    std::set<std::string> reports;
    for (size_t passage : expected) reports.insert(index.passages()[passage].id.first);
    SearchRequest request;
    request.query = query;
    request.limit = 0;
    auto results = index.searcher().search(request);
    if (!results) {
      tally.add(false, query + ": " + results.error().text());
      continue;
    }
    tally.add(
        results->total_passages == expected.size() && results->total_reports == reports.size(),
        query + ": " + std::to_string(results->total_passages) + " passages in " +
            std::to_string(results->total_reports) + " reports, not " +
            std::to_string(expected.size()) + " in " + std::to_string(reports.size()));
  }
  return tally;
}

}  // namespace ofsearch::properties
