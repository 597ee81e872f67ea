#include "indexer/options.h"

#include "common/options/option_rows.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

OptionGroup build_group() {
  OptionGroup group("Building");
  group.add_options()(
      "db", text("PATH"),
      "index to build or update (default: $OFSEARCH_DB, else ~/.local/share/ofsearch/index)")(
      "rebuild", "read every document again, not only those that changed")(
      "retry-failed", "try again what could not be read, though it has not changed")(
      "metadata", text("FILE"), "CSV of corrections to what the documents say")(
      "remove-root", text("PATH"), "forget a file or folder that the index was built from")(
      "allow-shrink", "go on although half of the reports would be gone")(
      "keep", text("N"), "generations of the index to keep, the one in use included (default 2)")(
      "shards", text("N"), "parts to divide the index into (default: as it is, at first 1)");
  return group;
}

OptionGroup limits_group() {
  OptionGroup group("Work and limits");
  group.add_options()("jobs,j", text("N"), "documents to read side by side (default: one a core)")(
      "memory-limit", text("MB"), "memory that one document may take to read (default 1024)")(
      "time-limit", text("SECONDS"),
      "computing time that one document may take (default 60, with --ocr 600)")(
      "no-sandbox", "read documents in processes that are not confined")(
      "ocr", "read pages that are pictures too, with Tesseract; the index remembers it")(
      "no-ocr", "leave them out again");
  return group;
}

OptionGroup look_group() {
  OptionGroup group("Instead of building");
  group.add_options()(
      "inspect", "print what each document is, with the words that decided it; writes no index")(
      "passages", "with --inspect: print the passages too")("stats", "print what is in the index")(
      "warnings", "with --stats: print what could not be read, was left out or is doubtful")(
      "format", text("FORMAT"), "of --inspect: text (default) or jsonl; of --stats: text or json")(
      "check", "verify that the index is whole")("rollback",
                                                 "go back to the generation before the one in use");
  return group;
}

constexpr TextOption<IndexOptions> kTexts[] = {
    {"db", &IndexOptions::db},
    {"metadata", &IndexOptions::corrections},
    {"run-report", &IndexOptions::run_report},
    {"remove-root", &IndexOptions::remove_root},
};

constexpr NumberOption<IndexOptions> kNumbers[] = {
    {"jobs", &IndexOptions::jobs, 1, 256},
    {"shards", &IndexOptions::shards, 1, 256},
    {"keep", &IndexOptions::keep, 1, 100},
    {"memory-limit", &IndexOptions::memory_limit, 64, 1 << 20},
    {"time-limit", &IndexOptions::time_limit, 1, 86400},
};

constexpr FlagOption<IndexOptions> kFlags[] = {
    {"rebuild", &IndexOptions::rebuild},
    {"retry-failed", &IndexOptions::retry_failed},
    {"allow-shrink", &IndexOptions::allow_shrink},
    {"no-sandbox", &IndexOptions::no_sandbox},
    {"passages", &IndexOptions::passages},
    {"quiet", &IndexOptions::quiet},
    {"warnings", &IndexOptions::warnings},
    {"ocr", &IndexOptions::ocr},
    {"no-ocr", &IndexOptions::no_ocr},
};

struct ActionOption {
  const char* name;
  IndexOptions::Action action;
  bool takes_paths;
};
constexpr ActionOption kActions[] = {
    {"inspect", IndexOptions::kInspect, true},
    {"check", IndexOptions::kCheck, false},
    {"stats", IndexOptions::kStats, false},
    {"rollback", IndexOptions::kRollback, false},
};

// Options that have no meaning where no index is built.
struct BuildOption {
  const char* name;
  bool with_inspect;  // it has one where documents are read only to be looked at
};
constexpr BuildOption kOfBuilds[] = {
    {"rebuild", false},    {"retry-failed", false}, {"allow-shrink", false}, {"remove-root", false},
    {"run-report", false}, {"shards", false},       {"keep", false},         {"metadata", true},
    {"ocr", true},         {"no-ocr", true},        {"memory-limit", true},  {"time-limit", true},
};

Error usage(std::string message, std::string hint) {
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

// `action`: of the option by that name.
Result<void> check_build_options(const po::variables_map& values, IndexOptions::Action action,
                                 const char* name) {
  for (const BuildOption& option : kOfBuilds) {
    const bool is_given = values.count(option.name) > 0 && !values[option.name].defaulted();
    if (is_given && !(option.with_inspect && action == IndexOptions::kInspect))
      return usage(fmt::format("--{} has no meaning beside --{}", option.name, name),
                   "leave one of them out");
  }
  return {};
}

Result<void> read_action(const po::variables_map& values, IndexOptions* options) {
  bool takes_paths = true;
  const char* chosen = nullptr;
  for (const ActionOption& action : kActions) {
    if (values.count(action.name) == 0) continue;
    if (chosen != nullptr)
      return usage(fmt::format("--{} and --{} exclude each other", chosen, action.name),
                   "give one of them");
    chosen = action.name;
    options->action = action.action;
    takes_paths = action.takes_paths;
  }
  if (options->action == IndexOptions::kInspect && options->paths.empty())
    return usage("no PATH is given",
                 "name the files or folders that hold the reports, as in: ofindex reports/");
  if (!takes_paths && !options->paths.empty())
    return usage(fmt::format("--{} takes no PATH", chosen), "name the index with --db");
  if (chosen != nullptr) OF_CHECK(check_build_options(values, options->action, chosen));
  if (options->ocr && options->no_ocr)
    return usage("--ocr and --no-ocr exclude each other", "give one of them");
  if (options->passages && options->action != IndexOptions::kInspect)
    return usage("--passages goes with --inspect only", "add --inspect");
  if (options->warnings && options->action != IndexOptions::kStats)
    return usage("--warnings goes with --stats only", "add --stats");
  return {};
}

Result<void> read_format(const po::variables_map& values, IndexOptions* options) {
  if (values.count("format") == 0) return {};
  bool stats = options->action == IndexOptions::kStats;
  if (!stats && options->action != IndexOptions::kInspect)
    return usage("--format goes with --inspect and --stats only", "add one of them");
  options->format = OF_TRY(
      one_of("format", values["format"].as<std::string>(), {"text", stats ? "json" : "jsonl"}));
  return {};
}

}  // namespace

CommandLine index_command_line() {
  return {
      "ofindex",
      "ofindex [options] [PATH...]",
      "Reads reports (files or folders of PDF, DOCX, ODT, EPUB, RTF, HTML, mail, Markdown, text) "
      "and\n"
      "builds the index that ofsearch searches. Documents that have not changed since the last "
      "run\n"
      "are not read again. Without PATH, all folders that the index was built from are brought up\n"
      "to date.",
      {build_group(), limits_group(), look_group(), run_group()},
      "PATH",
      {"ofindex reports/\n      bring the index up to date with the folder",
       "ofindex --inspect report.pdf\n      see what one document is taken for, and why",
       "ofindex --quiet --run-report night.json reports/\n      for cron: silent unless "
       "something is wrong"}};
}

Result<IndexOptions> parse_index_options(int argc, const char* const* argv) {
  CommandLine line = index_command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv));
  IndexOptions options;
  options.information = information_asked_for(line, values);
  if (!options.information.empty()) return options;
  if (values.count("PATH") > 0) options.paths = values["PATH"].as<std::vector<std::string>>();
  OF_CHECK(set_members(values, kTexts, kFlags, kNumbers, &options));
  OF_CHECK(read_action(values, &options));
  OF_CHECK(read_format(values, &options));
  return options;
}

}  // namespace ofsearch
