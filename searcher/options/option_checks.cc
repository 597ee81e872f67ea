#include "searcher/options/option_checks.h"

#include "common/field/authorities/authorities.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "searcher/shown_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

// An answer other than the list of results, and what it takes of the options that shape one.
struct AnswerKind {
  std::string_view option;  // that asks for it
  AskedFor answer;
  std::string_view takes;  // of kOfLists, with a space between
  std::string_view does;
  std::string_view advice;
};
constexpr std::string_view kTable = "gives a table";
constexpr std::string_view kTableAdvice =
    "leave it out; filters such as --year select what the table is of";

// Rows that are all of one kind may be cut.
constexpr std::array<AnswerKind, 10> kAnswers = {{
    {"show", AskedFor::kShow, "format", "prints one report",
     "leave it out; words, --section, --finding and --topic select in the report"},
    {"similar", AskedFor::kSimilar, "format limit offset",
     "lists reports by likeness, without passages", "leave it out"},
    {"digest", AskedFor::kDigest, "format", "runs saved searches",
     "save it with the search that it is for"},
    {"history", AskedFor::kHistory, "format limit offset sort", kTable, kTableAdvice},
    {"outcomes", AskedFor::kOutcomes, "format limit offset", kTable, kTableAdvice},
    {"matrix", AskedFor::kMatrix, "format limit offset", kTable, kTableAdvice},
    {"trend", AskedFor::kTrend, "format limit offset", kTable, kTableAdvice},
    {"since-last", AskedFor::kSinceLast, "format", kTable, kTableAdvice},
    {"compare", AskedFor::kCompare, "format", kTable, kTableAdvice},
    {"open", AskedFor::kOpen, "sort", "opens one result", "leave it out"},
}};

constexpr std::array<const char*, 8> kOfLists = {"format",   "limit",  "offset", "sort",
                                                 "passages", "facets", "whole",  "explain"};

Result<void> check_one_answer(const po::variables_map& values) {
  const AnswerKind* asked = nullptr;
  for (const AnswerKind& answer : kAnswers) {
    if (values.count(std::string(answer.option)) == 0) continue;
    if (asked != nullptr)
      return Error{ErrorCode::kUsage,
                   fmt::format("--{} and --{} exclude each other", asked->option, answer.option),
                   "give one of them"};
    asked = &answer;
  }
  return {};
}

// --show and --similar take an id and nothing else that selects reports.
Result<void> check_lookup(const SearchOptions& options, const po::variables_map& values) {
  for (const char* name : {"show", "similar"})
    if (values.count(name) > 0 && values[name].as<std::string>().empty())
      return Error{ErrorCode::kUsage, fmt::format("--{} needs an id", name),
                   "ids are printed with every result"};
  if (options.show.empty() && options.similar.empty()) return {};
  const char* lookup = options.show.empty() ? "similar" : "show";
  const SearchRequest& r = options.request;
  if (!options.show.empty()) {
    const std::vector<std::string> of_reports = filters_of_reports(r);
    if (of_reports.empty()) return {};
    return Error{ErrorCode::kUsage,
                 fmt::format("--show takes one report, and --{} selects reports", of_reports[0]),
                 "leave it out; words, --section, --finding and --topic select in the report"};
  }
  if (!r.query.empty() || r.has_filters())
    return Error{ErrorCode::kUsage, fmt::format("--{} takes an id alone", lookup),
                 "leave out the query and the filters"};
  return {};
}

// Tells whether an answer takes an option. A request for all rows, or for no facets, gets what
// there is anyway.
bool takes(const AnswerKind& answer, const std::string& option, const SearchRequest& request) {
  const std::vector<std::string_view> taken = split(answer.takes, ' ');
  if (option == "limit" && request.limit == kAll) return true;
  if (option == "facets" && request.facets.empty()) return true;
  return std::ranges::find(taken, option) != taken.end();
}

}  // namespace

Result<void> check_not_empty(const CommandLine& line, const po::variables_map& values) {
  const auto is_empty = [&](const std::string& name) {
    if (values.count(name) == 0) return false;
    const auto* text = boost::any_cast<std::string>(&values[name].value());
    return text != nullptr && text->empty();
  };
  for (const OptionGroup& group : line.groups)
    for (const auto& option : group.options())
      if (option->semantic()->max_tokens() > 0 && is_empty(option->long_name()))
        return Error{ErrorCode::kUsage,
                     fmt::format("--{} is given without a value", option->long_name()),
                     "give one, or leave the option out"};
  return {};
}

void note_given(const po::variables_map& values, SearchOptions* options) {
  for (const AnswerKind& each : kAnswers)
    if (values.count(std::string(each.option)) > 0) options->answer = each.answer;
  for (const char* name : kOfLists)
    if (values.count(name) > 0) options->of_lists.emplace_back(name);
  options->first_row = options->request.offset;
  if (values.count("limit") > 0) options->most_rows = options->request.limit;
}

Result<void> check_no_query(const char* option, const std::string& name, const std::string& words) {
  const Authorities& known = Authorities::builtin();
  const std::string whole = name + " " + words;
  if (words.empty() || known.find(name) == nullptr || known.find(whole) != nullptr) return {};
  std::vector<std::string> names;
  for (const Authority& authority : known.all()) names.push_back(authority.name);
  if (!nearest(whole, names, 1).empty()) return {};  // a slip of one of them
  return Error{ErrorCode::kUsage, fmt::format("--{} takes no query", option),
               fmt::format("leave \"{}\" out; what reports say of it: ofsearch {} --authority {}",
                           words, words, name)};
}

bool asks_for_something(const SearchOptions& options, const po::variables_map& values) {
  const SearchRequest& r = options.request;
  const bool is_of_results =
      options.answer == AskedFor::kResults || options.answer == AskedFor::kOpen;
  return !is_of_results || !trimmed(r.query).empty() || r.has_filters() ||
         values.count("facets") > 0 || values.count("sort") > 0 || r.limit == kAll;
}

std::vector<std::string> notes_on_words(const CommandLine& line,
                                        const std::vector<std::string>& words) {
  const auto is_option = [&](const std::string& word) {
    if (!word.starts_with("--")) return false;
    const std::string name = word.substr(2, word.find('=') - 2);
    return !name.empty() && std::ranges::any_of(line.groups, [&](const OptionGroup& group) {
      return group.find_nothrow(name, false) != nullptr;
    });
  };
  std::vector<std::string> notes;
  for (const std::string& word : words)
    if (is_option(word))
      notes.push_back(
          fmt::format("{} is searched as a word: behind -- nothing is an option", word));
  return notes;
}

Result<void> check_list_options(const SearchOptions& typed) {
  const auto* answer = std::ranges::find(kAnswers, typed.answer, &AnswerKind::answer);
  if (answer == kAnswers.end()) return {};
  for (const std::string& option : typed.of_lists)
    if (!takes(*answer, option, typed.request))
      return Error{ErrorCode::kUsage,
                   fmt::format("--{} is for lists of results; --{} {}", option, answer->option,
                               answer->does),
                   std::string(answer->advice)};
  const std::optional<SortOrder> order = typed.request.sort;
  if (typed.answer == AskedFor::kHistory && order && order != SortOrder::kNewest &&
      order != SortOrder::kOldest)
    return Error{ErrorCode::kUsage, "--history is in the order of dates",
                 "give --sort newest or oldest"};
  return {};
}

Result<void> check_answers(const SearchOptions& options, const po::variables_map& values) {
  OF_CHECK(check_one_answer(values));
  if (values.count("outcomes") > 0 && !options.request.query.empty())
    return Error{ErrorCode::kUsage, "--outcomes takes no words",
                 "filters select authorities, as in: ofsearch --outcomes --region London"};
  return check_lookup(options, values);
}

Result<void> check_digest(const SearchOptions& typed) {
  SearchRequest request = typed.request;
  request.indexed_since.reset();
  if (!request.query.empty() || request.has_filters())
    return Error{ErrorCode::kUsage, "--digest takes neither query nor filters",
                 "each saved search has its own; only --new-since may be beside it"};
  if (typed.format != "text" && typed.format != "markdown")
    return Error{ErrorCode::kUsage, fmt::format("--digest cannot be written as {}", typed.format),
                 "it takes text or markdown; for data run a search with --new-since"};
  return {};
}

Result<void> check_saved_search(const SearchOptions& saved) {
  if (saved.answer != AskedFor::kResults || !saved.information.empty())
    return Error{ErrorCode::kUsage, "a saved search lists results, nothing else",
                 "leave out what asks for another answer, such as --history"};
  if (std::ranges::find(saved.of_lists, "facets") != saved.of_lists.end())
    return Error{ErrorCode::kUsage, "a saved search prints results without facets",
                 "leave --facets out"};
  if (saved.format != "text" || !saved.db.empty())
    return Error{ErrorCode::kUsage, "a saved search takes neither --format nor --db",
                 "give them to ofsearch --digest"};
  return {};
}

}  // namespace ofsearch
