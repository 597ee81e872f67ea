#include "searcher/command_line/digest.h"

#include "common/options/cli.h"
#include "common/system/exit_status.h"
#include "searcher/answer.h"
#include "searcher/command_line/printing.h"
#include "searcher/command_line/saved_searches.h"
#include "searcher/options/option_checks.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// Runs one saved search, as if typed with --new-since. Prints nothing if nothing is new.
int digest_one(Searcher* searcher, const SavedSearch& saved, const SearchOptions& options,
               const Log& log) {
  std::vector<const char*> arguments = {"ofsearch", "--new-since", "last-run"};
  for (const std::string& argument : saved.arguments) arguments.push_back(argument.c_str());
  auto parsed = parse_search_options(static_cast<int>(arguments.size()), arguments.data());
  auto fail_here = [&](Error error) {
    error.message = saved.name + ": " + error.message;
    return fail(error, log);
  };
  if (!parsed) return fail_here(parsed.error());
  if (auto checked = check_saved_search(*parsed); !checked) return fail_here(checked.error());
  SearchRequest& request = parsed->request;
  if (options.request.indexed_since) request.indexed_since = options.request.indexed_since;
  request.facets.clear();
  auto results = answer(searcher, request);
  if (!results) return fail_here(results.error());
  if (results->total_reports == 0) return kExitPartial;
  const size_t shown = request.offset + results->hits.size();
  SearchOptions listing = options;
  listing.output.whole_passages = parsed->output.whole_passages;
  if (shown < results->listed_reports)
    listing.output.more = command_for_more(saved, options.db, *request.indexed_since, shown);
  listing.output.saved_as = saved.name;
  if (options.format != "markdown") std::cout << "== " << saved.name << " ==\n\n";
  int status = print(std::move(*results), listing, log);
  std::cout << "\n";
  return status;
}

}  // namespace

int digest(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto searches = load_saved_searches(configuration_path("searches"));
  if (!searches) {
    log.error(searches.error());
    return kExitUsage;
  }
  int mistake = 0;
  bool any = false;
  for (const SavedSearch& saved : *searches) {
    int status = digest_one(searcher, saved, options, log);
    any = any || status == kExitOk;
    if (status > kExitPartial) mistake = std::max(mistake, status);
  }
  // Searches that found nothing print nothing.
  for (const std::string& shard : searcher->missing_shards()) log.warning(partial_in_words(shard));
  return mistake != 0 ? mistake : any ? kExitOk : kExitPartial;
}

}  // namespace ofsearch
