// Lists every limit of the server in one table. Each row names what follows beyond it: a status
// that refuses, or the end of a connection.
#pragma once

#include <chrono>
#include <cstddef>

namespace ofsearch::web {

struct Limits {
  size_t target = 14 * 1024;             // bytes of path and query as sent; 414
  size_t header = 16 * 1024;             // bytes of the whole head of a request; 431
  size_t header_lines = 64;              // 431
  size_t query = 4 * 1024;               // bytes of the words searched for, decoded; 400
  size_t parameters = 128;               // of one request; 414
  size_t last_report = 10000;            // offset + limit of a search; 400
  size_t reports = 1000;                 // limit of a search; 400
  size_t passages = 500;                 // of a report in a search; 400
  size_t connections = 1024;             // beyond, the one that has waited longest is closed
  size_t waiting = 64;                   // searches in the queue; 503
  size_t waiting_of_client = 8;          // of one client; 429
  std::chrono::seconds head_time{5};     // from the first byte of a request to its last; 408
  std::chrono::seconds idle_time{30};    // between requests; the connection is closed
  std::chrono::seconds write_time{30};   // of one answer; the connection is closed
  std::chrono::seconds one_search{2};    // an answer may need several; 503
  std::chrono::seconds search_time{10};  // from the request to its answer; 503

  // Sets the longest time of one search, and that of an answer in proportion.
  void limit_searches(std::chrono::seconds longest) {
    constexpr int kSearchesOfAnAnswer = 5;
    one_search = longest;
    search_time = kSearchesOfAnAnswer * longest;
  }
};

}  // namespace ofsearch::web
