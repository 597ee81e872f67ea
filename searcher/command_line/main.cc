// ofsearch: options to one command on a Searcher and an exit status.
#include "common/files/spool.h"
#include "common/index/index.h"
#include "common/options/cli.h"
#include "common/system/exit_status.h"
#include "common/system/last_words.h"
#include "common/system/log.h"
#include "common/terminal/standard_output.h"
#include "common/terminal/terminal_links.h"
#include "common/terminal/terminal_width.h"
#include "searcher/command_line/commands.h"
#include "searcher/command_line/complete_values.h"
#include "searcher/command_line/printing.h"
#include "searcher/options/options.h"
#include "searcher/present/formatter.h"
#include "searcher/search.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// The option by which the completions of the shells ask.
constexpr std::string_view kCompleteValues = "--complete-values";

size_t text_width() {
  constexpr size_t kNarrow = 40, kWide = 110, kDefault = 80;
  const size_t width = terminal_width(STDOUT_FILENO);
  return width == 0 ? kDefault : std::clamp(width, kNarrow, kWide);
}

Result<Thesaurus> load_thesaurus(const std::vector<std::string>& files) {
  Thesaurus thesaurus = Thesaurus::builtin();
  for (const std::string& file : files) OF_CHECK(thesaurus.add(OF_TRY(Thesaurus::load(file))));
  return thesaurus;
}

int run(SearchOptions options, const Log& log) {
  if (!options.information.empty()) {
    std::cout << options.information;
    return kExitOk;
  }
  options.output.colour = options.colour == "auto"
                              ? wants_colour(STDOUT_FILENO)
                              : options.colour == "always" && !forbids_colour();
  options.output.links = options.links == "auto"
                             ? options.output.colour && wants_links(STDOUT_FILENO)
                             : options.links == "always";
  options.output.width = options.width > 0 ? options.width : text_width();
  options.output.index = index_path(options.db).string();
  options.output.most_in_memory = Spool::kSome;
  if (find_format(options.format)->is_binary && ::isatty(STDOUT_FILENO) != 0)
    return fail({ErrorCode::kUsage, options.format + " is not for a terminal",
                 "write it to a file: ofsearch ... --format " + options.format + " > FILE"},
                log);
  Searcher::Options searcher_options;
  searcher_options.allow_partial = options.allow_partial;
  searcher_options.answer_time = std::chrono::seconds(options.shard_timeout);
  searcher_options.time_limit = std::chrono::seconds(options.time_limit);
  Thesaurus thesaurus;
  if (!options.thesaurus.empty()) {
    auto loaded = load_thesaurus(options.thesaurus);
    if (!loaded) return fail(loaded.error(), log);
    thesaurus = std::move(*loaded);
    searcher_options.thesaurus = &thesaurus;
  }
  auto opened = Searcher::open(index_path(options.db), searcher_options);
  if (!opened) return fail(opened.error(), log);
  if (options.answer != AskedFor::kDigest)  // which has an answer for each search
    opened->finish_by(std::chrono::steady_clock::now() + searcher_options.time_limit);
  for (const std::string& note : options.notes) log.note(note);
  try {
    return run_command(&*opened, options, log);
  } catch (const SpoolFault& fault) {
    return fail(fault.error, log);
  }
}

}  // namespace
}  // namespace ofsearch

namespace {

int run_program(int argc, char** argv) {
  using namespace ofsearch;
  if (argc == 4 && argv[1] == kCompleteValues) return complete_values(argv[2], argv[3]);
  Log log("ofsearch");
  auto options = parse_search_options(argc, argv, configuration_path("config"));
  const int status = options ? run(std::move(*options), log) : fail(options.error(), log);
  return end_of_output(status, log);
}

}  // namespace

int main(int argc, char** argv) {
  return ofsearch::with_last_words([&] { return run_program(argc, argv); });
}
