// A living Searcher: answers each line of its standard input, a query, with one line, the JSON that
// `ofsearch --format json` prints with "generation" beside, or {"error": "..."}. Ends with its
// input.
//
// usage: search_as_asked INDEX
#include "searcher/answer.h"
#include "searcher/present/formatter.h"
#include "searcher/search.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <sstream>
#include <string>

using namespace ofsearch;
using nlohmann::json;

namespace {

constexpr size_t kMostReports = 100;

json answer_to(const std::string& query, Searcher* searcher) {
  SearchRequest request;
  request.query = query;
  request.limit = kMostReports;
  auto results = answer(searcher, request);
  if (!results) return {{"error", results.error().text()}};
  std::ostringstream out;
  format_json(*results, {}, out);
  json said = json::parse(out.str());
  said["generation"] = searcher->generation();
  return said;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto searcher = Searcher::open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().text() << '\n';
    return 3;
  }
  for (std::string query; std::getline(std::cin, query);)
    std::cout << answer_to(query, &*searcher) << std::endl;
  return 0;
}
