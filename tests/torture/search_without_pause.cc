// Asks an index the same question over and over, from when it starts until its standard input
// ends, and prints {"searches": N, "failed": N, "fewest": N, "first_error": "..."}. `fewest` is the
// smallest number of reports that an answer counted.
//
// usage: search_without_pause INDEX QUERY keep|open
//   keep: one Searcher for all searches, as a server has it; open: a new one for each
#include "searcher/search.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>

using namespace ofsearch;

namespace {

bool input_has_ended() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, 0) > 0;
}

struct Tally {
  size_t searches = 0, failed = 0, fewest = SIZE_MAX;
  std::string first_error;

  void fail(const Error& error) {
    if (failed++ == 0) first_error = error.text();
  }
};

void search_once(const SearchRequest& request, Searcher* searcher, Tally* tally) {
  auto results = searcher->search(request);
  if (results)
    tally->fewest = std::min(tally->fewest, results->total_reports);
  else
    tally->fail(results.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  std::string index = argv[1];
  bool keep = std::string(argv[3]) == "keep";
  SearchRequest request;
  request.query = argv[2];
  request.passages = 3;
  Tally tally;
  std::optional<Searcher> searcher;
  while (!input_has_ended()) {
    ++tally.searches;
    if (!keep || !searcher) {
      searcher.reset();
      auto opened = Searcher::open(index);
      if (!opened) {
        tally.fail(opened.error());
        continue;
      }
      searcher.emplace(std::move(*opened));
    }
    search_once(request, &*searcher, &tally);
  }
  std::cout << nlohmann::json{{"searches", tally.searches},
                              {"failed", tally.failed},
                              {"fewest", tally.fewest},
                              {"first_error", tally.first_error}}
            << '\n';
  return tally.failed == 0 ? 0 : 1;
}
