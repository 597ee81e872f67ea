// ofsearch: options to one call of the Searcher to a formatter and an exit status.
#include <algorithm>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

#include "common/database.h"
#include "common/exit_status.h"
#include "common/log.h"
#include "searcher/formatter.h"
#include "searcher/options.h"
#include "searcher/search.h"

namespace ofsearch {
namespace {

int fail(const Error& error, const Log& log) {
  log.error(error);
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitIndex;
}

size_t terminal_width() {
  constexpr size_t kNarrow = 40, kWide = 110, kDefault = 80;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefault;
  return std::clamp<size_t>(size.ws_col, kNarrow, kWide);
}

Result<Thesaurus> load_thesaurus(const std::vector<std::string>& files) {
  Thesaurus thesaurus = Thesaurus::builtin();
  for (const std::string& file : files) OF_CHECK(thesaurus.add(OF_TRY(Thesaurus::load(file))));
  return thesaurus;
}

int show(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto report = searcher->report(options.show);
  if (!report && report.error().code == ErrorCode::kNotFound) {
    log.error(report.error());
    return kExitPartial;
  }
  if (!report) return fail(report.error(), log);
  (options.format == "text" || options.format == "markdown" ? show_text : show_json)(
      *report, options.output, std::cout);
  return kExitOk;
}

int search(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto results = options.similar.empty() ? searcher->search(options.request)
                                         : searcher->similar(options.similar, options.request.limit);
  if (!results) return fail(results.error(), log);
  find_format(options.format)(*results, options.output, std::cout);
  return results->total_reports > 0 ? kExitOk : kExitPartial;
}

int run(SearchOptions options, const Log& log) {
  if (!options.information.empty()) {
    std::cout << options.information;
    return kExitOk;
  }
  options.output.colour = options.colour_allowed && wants_colour(STDOUT_FILENO);
  options.output.width = terminal_width();
  Searcher::Options searcher_options;
  searcher_options.allow_partial = options.allow_partial;
  Thesaurus thesaurus;
  if (!options.thesaurus.empty()) {
    auto loaded = load_thesaurus(options.thesaurus);
    if (!loaded) return fail(loaded.error(), log);
    thesaurus = std::move(*loaded);
    searcher_options.thesaurus = &thesaurus;
  }
  auto searcher = Searcher::open(index_path(options.db), searcher_options);
  if (!searcher) return fail(searcher.error(), log);
  return options.show.empty() ? search(&*searcher, options, log) : show(&*searcher, options, log);
}

}  // namespace
}  // namespace ofsearch

int main(int argc, char** argv) {
  using namespace ofsearch;
  Log log("ofsearch");
  auto options = parse_search_options(argc, argv);
  if (!options) return fail(options.error(), log);
  int status = run(std::move(*options), log);
  std::cout.flush();
  if (!std::cout) {
    log.error({ErrorCode::kUnreadable, "cannot write the results to standard output", ""});
    return kExitIndex;
  }
  return status;
}
