#include "tests/bench/query_tool.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace ofsearch::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct NamedQuery {
  std::string id, text;
};

std::vector<NamedQuery> read_queries(const std::string& path) {
  std::vector<NamedQuery> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    size_t end = std::min(line.find('\t', tab + 1), line.size());
    queries.push_back({line.substr(0, tab), line.substr(tab + 1, end - tab - 1)});
  }
  return queries;
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  double place = share * static_cast<double>(values.size() - 1);
  auto below = static_cast<size_t>(place);
  size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

void print_answers(const std::vector<NamedQuery>& queries, const SearchFunction& search) {
  for (const NamedQuery& query : queries) {
    Answer answer = search(query.text);
    nlohmann::json row = {{"id", query.id},
                          {"matches", answer.matches},
                          {"facets", answer.facets},
                          {"top", answer.top}};
    std::cout << row.dump() << "\n";
  }
}

// Passes over all queries, the first to warm up, until the budget is spent; every query once at
// least.
void print_times(const std::vector<NamedQuery>& queries, const SearchFunction& search,
                 double budget) {
  constexpr int kPasses = 6;
  std::vector<double> times, matches;
  Clock::time_point start = Clock::now();
  for (int pass = 0; pass < kPasses; ++pass) {
    if (pass > 1 && seconds_since(start) > budget) break;
    for (const NamedQuery& query : queries) {
      if (pass == 0 && seconds_since(start) > budget / 3) break;
      Clock::time_point before = Clock::now();
      Answer answer = search(query.text);
      double taken = seconds_since(before);
      if (pass == 0) continue;
      times.push_back(1000 * taken);
      matches.push_back(static_cast<double>(answer.matches));
    }
  }
  std::printf("%.3f\t%.3f\t%.3f\t%.0f\t%zu\n", percentile(times, 0.5), percentile(times, 0.95),
              percentile(times, 0.99), percentile(matches, 0.5), times.size());
}

bool read_option(const std::vector<std::string>& arguments, size_t* at, QueryOptions* options) {
  const std::string& name = arguments[*at];
  bool has_value = *at + 1 < arguments.size();
  if (name == "--facets")
    options->facets = true;
  else if (name == "--exhaustive")
    options->exhaustive = true;
  else if (name == "--words-alone")
    options->words_alone = true;
  else if (name == "--grade" && has_value)
    options->grades.push_back(arguments[++*at]);
  else if (name == "--budget" && has_value)
    options->budget = std::atof(arguments[++*at].c_str());
  else
    return false;
  return true;
}

}  // namespace

int run_query_tool(const std::vector<std::string>& arguments,
                   const std::function<SearchFunction(const QueryOptions&)>& open) {
  QueryOptions options;
  bool good = arguments.size() >= 3 && (arguments[0] == "answers" || arguments[0] == "time");
  for (size_t i = 3; good && i < arguments.size(); ++i) good = read_option(arguments, &i, &options);
  if (!good) {
    std::cerr << "usage: answers|time INDEX QUERIES.tsv [--facets] [--grade VALUE]... "
                 "[--exhaustive] [--words-alone] [--budget SECONDS]\n";
    return 2;
  }
  options.index = arguments[1];
  std::vector<NamedQuery> queries = read_queries(arguments[2]);
  if (queries.empty()) {
    std::cerr << arguments[2] << ": no queries\n";
    return 2;
  }
  try {
    SearchFunction search = open(options);
    if (arguments[0] == "answers")
      print_answers(queries, search);
    else
      print_times(queries, search, options.budget);
  } catch (const std::exception& error) {
    std::cerr << options.index << ": " << error.what() << "\n";
    return 3;
  }
  return 0;
}

}  // namespace ofsearch::bench
