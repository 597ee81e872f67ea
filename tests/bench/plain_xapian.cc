// Xapian as its own documents show it, to compare with: one writer with default settings, stemmed
// words with positions, the text as data, four facets as value slots and boolean terms; the best
// ten by any word, and a ValueCountMatchSpy a facet. Counts are passages.
//
//     plain_xapian build PASSAGES.jsonl INDEX [FIRST COUNT]    all lines, or COUNT from FIRST on
//     plain_xapian answers|time ...                            query_tool.h
#include "tests/bench/query_tool.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>

namespace {

using namespace ofsearch;
using bench::Answer;
using bench::kFacets;
using bench::QueryOptions;

constexpr unsigned kGradeSlot = 3;

std::string facet_term(size_t slot, const std::string& value) {
  static const char* const kPrefixes[] = {"XA:", "XY:", "XV:", "XG:"};
  return kPrefixes[slot] + value;
}

Xapian::Document make_document(const nlohmann::json& row, Xapian::TermGenerator* generator) {
  Xapian::Document document;
  auto id = row["id"].get<std::string>(), text = row["text"].get<std::string>();
  generator->set_document(document);
  generator->index_text(text);
  document.set_data(id + "\n" + text);
  for (size_t slot = 0; slot < kFacets.size(); ++slot) {
    auto value = row[kFacets[slot]].get<std::string>();
    document.add_value(static_cast<Xapian::valueno>(slot), value);
    document.add_boolean_term(facet_term(slot, value));
  }
  document.add_boolean_term("Q" + id);
  return document;
}

int build(const std::string& passages, const std::string& index, size_t first, size_t count) {
  Xapian::WritableDatabase database(index, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  std::ifstream file(passages);
  size_t at = 0;
  for (std::string line; at < first + count && std::getline(file, line); ++at)
    if (at >= first) database.add_document(make_document(nlohmann::json::parse(line), &generator));
  database.commit();
  std::cout << database.get_doccount() << " passages\n";
  return database.get_doccount() > 0 ? 0 : 1;
}

class PlainSearch {
 public:
  explicit PlainSearch(const QueryOptions& options) : options_(options), database_(options.index) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem("english"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  Answer operator()(const std::string& typed) {
    Xapian::Query words = parser_.parse_query(typed);
    Xapian::Query query = filtered(words);
    Answer answer;
    // A grade that is asked for still shows what the other grades would give.
    bool grades_apart = options_.facets && !options_.grades.empty();
    Xapian::MSet matches = search(query, grades_apart ? kGradeSlot : 4, &answer);
    answer.matches = matches.get_matches_estimated();
    if (grades_apart) count_grades(words, &answer);
    for (auto it = matches.begin(); it != matches.end() && answer.top.size() < 10; ++it) {
      std::string data = it.get_document().get_data();
      answer.top.emplace_back(data.substr(0, data.find('\n')), it.get_weight());
    }
    return answer;
  }

 private:
  Xapian::Query filtered(const Xapian::Query& words) const {
    if (options_.grades.empty()) return words;
    std::vector<Xapian::Query> any;
    for (const std::string& grade : options_.grades)
      any.emplace_back(facet_term(kGradeSlot, grade));
    return {Xapian::Query::OP_FILTER, words,
            Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end())};
  }

  Xapian::MSet search(const Xapian::Query& query, unsigned slots, Answer* answer) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    for (unsigned slot = 0; options_.facets && slot < slots; ++slot) {
      spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
      enquire.add_matchspy(spies.back().get());
    }
    Xapian::doccount all = database_.get_doccount();
    Xapian::MSet matches =
        enquire.get_mset(0, options_.exhaustive ? all : 10, options_.facets ? all : 0);
    for (unsigned slot = 0; slot < spies.size(); ++slot) add(*spies[slot], slot, answer);
    return matches;
  }

  void count_grades(const Xapian::Query& words, Answer* answer) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(words);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::ValueCountMatchSpy spy(kGradeSlot);
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, database_.get_doccount());
    add(spy, kGradeSlot, answer);
  }

  static void add(const Xapian::ValueCountMatchSpy& spy, unsigned slot, Answer* answer) {
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
      answer->facets[kFacets[slot]][*it] = it.get_termfreq();
  }

  QueryOptions options_;
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if ((argc == 4 || argc == 6) && arguments[0] == "build") {
    bool part = argc == 6;
    return build(arguments[1], arguments[2], part ? std::stoul(arguments[3]) : 0,
                 part ? std::stoul(arguments[4]) : std::numeric_limits<size_t>::max() / 2);
  }
  return bench::run_query_tool(arguments, [](const QueryOptions& options) {
    return bench::SearchFunction([search = std::make_shared<PlainSearch>(options)](
                                     const std::string& query) { return (*search)(query); });
  });
}
