#include "searcher/command_line/complete_values.h"

#include "common/index/index.h"
#include "common/options/cli.h"
#include "common/system/exit_status.h"
#include "common/text/harmless.h"
#include "searcher/answer.h"
#include "searcher/options/completion_values.h"
#include "searcher/options/options.h"
#include "searcher/search.h"

#include <array>
#include <iostream>
#include <vector>

namespace ofsearch {
namespace {

// The values of a field in the index that a search would use; none where it cannot be opened.
std::vector<std::string> values_in_index(std::string_view field) {
  std::vector<std::string> values;
  const std::string facet(field);
  const std::array<const char*, 5> arguments = {"ofsearch", "--facets", facet.c_str(), "--limit",
                                                "0"};
  auto options =
      parse_search_options(arguments.size(), arguments.data(), configuration_path("config"));
  if (field.empty() || !options) return values;
  auto searcher = Searcher::open(index_path(options->db), {});
  if (!searcher) return values;
  SearchRequest all;
  all.limit = 0;
  all.facets = {facet};
  auto results = answer(&*searcher, all);
  if (!results || results->facets.empty()) return values;
  for (const FacetValue& value : results->facets.front().values) values.push_back(value.value);
  return values;
}

}  // namespace

int complete_values(std::string_view option, const std::string& typed) {
  while (option.starts_with('-')) option.remove_prefix(1);
  if (option == "n") option = "limit";
  for (const std::string& word :
       completion_values(option, typed, values_in_index(field_in_index(option))))
    std::cout << printable(word) << "\n";
  return kExitOk;
}

}  // namespace ofsearch
