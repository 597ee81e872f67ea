// Ranks queries with given settings and prints a run for learn_settings.py: the tool behind the
// experiments of ranking.md.
//
// usage: rank_queries INDEX QUERIES.tsv [thesaurus=none] [literal] [SETTING=VALUE...]
#include "searcher/answer.h"
#include "searcher/search.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

namespace {

using ofsearch::RankingSettings;

std::map<std::string, double*> settings_by_name(RankingSettings* settings) {
  return {{"k1", &settings->k1},
          {"b", &settings->b},
          {"average_length", &settings->average_length},
          {"coverage", &settings->coverage},
          {"proximity", &settings->proximity},
          {"free_share", &settings->free_share},
          {"most_idf", &settings->most_idf},
          {"pairs", &settings->pairs},
          {"expansion", &settings->expansion},
          {"expansion_beside_typed", &settings->expansion_beside_typed},
          {"further", &settings->further},
          {"in_brief", &settings->in_brief},
          {"aging", &settings->aging},
          {"table", &settings->table},
          {"direction_sentence", &settings->direction_sentence},
          {"direction_weight", &settings->direction_weight},
          {"direction_pull", &settings->direction_pull}};
}

bool apply(const std::string& argument, RankingSettings* settings) {
  size_t equals = argument.find('=');
  if (equals == std::string::npos) return false;
  std::string name = argument.substr(0, equals);
  double value = std::atof(argument.c_str() + equals + 1);
  if (name == "enough") settings->enough_reports = static_cast<size_t>(value);
  if (name == "few_words") settings->few_words = static_cast<size_t>(value);
  if (name == "most_pool") settings->most_pool = static_cast<size_t>(value);
  if (name == "further_passages") settings->further_passages = static_cast<size_t>(value);
  auto names = settings_by_name(settings);
  if (auto it = names.find(name); it != names.end()) *it->second = value;
  return name == "enough" || name == "most_pool" || name == "few_words" ||
         name == "further_passages" || names.contains(name);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace ofsearch;
  Searcher::Options options;
  bool good = argc >= 3;
  const Thesaurus nothing;
  bool match_any = false, literal = false;
  int limit = 60;
  for (int i = 3; i < argc; ++i) {
    if (std::string(argv[i]) == "literal")
      literal = true;
    else if (std::string(argv[i]) == "match=any")
      match_any = true;
    else if (std::string(argv[i]).starts_with("limit="))
      limit = std::atoi(argv[i] + 6);
    else if (std::string(argv[i]) == "thesaurus=none")
      options.thesaurus = &nothing;
    else
      good = apply(argv[i], &options.ranking) && good;
  }
  if (!good) {
    std::cerr
        << "usage: rank_queries INDEX QUERIES.tsv [thesaurus=none] [literal] [SETTING=VALUE...]\n";
    return 2;
  }
  auto searcher = Searcher::open(argv[1], options);
  if (!searcher) {
    std::cerr << searcher.error().text() << "\n";
    return 3;
  }
  std::ifstream queries(argv[2]);
  for (std::string line; std::getline(queries, line);) {
    std::istringstream fields(line);
    SearchRequest request;
    std::string id;
    std::getline(fields, id, '\t');
    std::getline(fields, request.query, '\t');
    request.limit = static_cast<size_t>(limit);
    if (match_any) request.match = MatchMode::kAny;
    request.literal = literal;
    auto results = answer(&*searcher, request);
    if (!results) {
      std::cerr << results.error().text() << "\n";
      return 3;
    }
    std::cout << "# " << id << " " << results->level << " " << results->total_reports << "\n";
    if (std::getenv("OFSEARCH_TIMES") != nullptr)
      std::cerr << request.query << ": " << results->took_ms << " ms\n";
    for (const ReportHit& hit : results->hits)
      std::cout << id << " Q0 pdf/" << hit.report.path << " " << hit.rank << " " << hit.score
                << " ofsearch\n";
  }
}
