#include "searcher/options.h"

#include "common/index/schema.h"
#include "common/report/date.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/system/cli.h"
#include "common/text/nearest.h"
#include "searcher/match/facets.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <map>

namespace ofsearch {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr long kMostResults = 100000;
constexpr long kMostPassages = 1000;
constexpr long kLongestTimeout = 3600;  // seconds

const std::map<std::string, MatchMode>& match_modes() {
  static const std::map<std::string, MatchMode> kModes = {
      {"all", MatchMode::kAll}, {"most", MatchMode::kMost}, {"any", MatchMode::kAny}};
  return kModes;
}

const std::map<std::string, SortOrder>& sort_orders() {
  static const std::map<std::string, SortOrder> kOrders = {{"relevance", SortOrder::kRelevance},
                                                           {"newest", SortOrder::kNewest},
                                                           {"oldest", SortOrder::kOldest},
                                                           {"authority", SortOrder::kAuthority}};
  return kOrders;
}

OptionGroup filter_group() {
  OptionGroup group("Filters (given twice for one field: either value; different fields: all)");
  for (const Field& field : fields()) {
    std::string help(field.help);
    if (!field.values.empty())
      help += ": " + list_in_words(Strings(field.values.begin(), field.values.end()));
    group.add_options()(
        std::string(field.option).c_str(),
        po::value<Strings>()->composing()->value_name(std::string(field.value_name)), help.c_str());
  }
  group.add_options()("from", po::value<std::string>()->value_name("DATE"),
                      "inspected (else published) on or after")(
      "to", po::value<std::string>()->value_name("DATE"),
      "inspected (else published) on or before")(
      "section", po::value<Strings>()->composing()->value_name("NAME"),
      ("only this part of the reports: " + list_in_words(section_kind_names())).c_str())(
      "finding", po::value<Strings>()->composing()->value_name("FINDING"),
      "only passages that found this: strength, weakness, mixed or neutral")(
      "literal",
      "take words as words: no name, year or kind among them is a filter, none is mended")(
      "indexed-since", po::value<std::string>()->value_name("DATE"),
      "new in the index since this date, yesterday, or last-run: what the latest run brought")(
      "with-predecessors", "with --authority: also the authorities it took over from");
  return group;
}

OptionGroup output_group() {
  OptionGroup group("Output");
  group.add_options()(
      "format", po::value<std::string>()->value_name("FORMAT"),
      ("text (default), " + list_in_words({"json", "jsonl", "csv", "markdown"})).c_str())(
      "limit,n", po::value<std::string>()->value_name("N"), "reports to show (default 10)")(
      "offset", po::value<std::string>()->value_name("N"), "reports to leave out first")(
      "passages", po::value<std::string>()->value_name("N"), "passages a report (default 1)")(
      "whole", "print whole passages instead of extracts")(
      "sort", po::value<std::string>()->value_name("ORDER"),
      "relevance, newest, oldest or authority")(
      "match", po::value<std::string>()->value_name("LEVEL"),
      "how much of the query a passage must have: all, most or any (default: all where enough "
      "reports have it, else most)")(
      "facets", po::value<std::string>()->value_name("LIST"),
      "fields to count, with commas, or all or none (default authority,year,type,grade)")(
      "show", po::value<std::string>()->value_name("ID"), "print a whole report")(
      "similar", po::value<std::string>()->value_name("ID"), "reports that read like this one")(
      "explain", "say how the query was understood and searched")("no-color",
                                                                  "no colours, also on a terminal");
  return group;
}

CommandLine command_line() {
  OptionGroup index("Index");
  index.add_options()(
      "db", po::value<std::string>()->value_name("PATH"),
      "index to search (default: $OFSEARCH_DB, else ~/.local/share/ofsearch/index)")(
      "thesaurus", po::value<Strings>()->composing()->value_name("FILE"),
      "more words of the field that stand for each other")(
      "allow-partial", "answer without shards that are down, and say so")(
      "shard-timeout", po::value<std::string>()->value_name("SECONDS"),
      "how long a server may take for an answer (default 10)");
  OptionGroup other("Other");
  other.add_options()("help,h", "print this help")("version,V", "print the version");
  return {
      "ofsearch",
      "ofsearch [options] [QUERY...]",
      "Searches reports on children's services and shows the very paragraphs. Without a query, "
      "lists the reports that the filters select.",
      {filter_group(), output_group(), index, other},
      "QUERY",
      {"ofsearch private fostering DBS\n      the passages that answer best, with counts beside "
       "them",
       "ofsearch '\"return home interview\"' --grade inadequate --year 2018..2022\n"
       "      a phrase, in reports of these years that award this grade",
       "ofsearch caseloads --section recommendations\n      only what must improve",
       "ofsearch --authority cumbria --sort oldest\n      an authority's inspections as a table",
       "ofsearch 'care leavers' --format csv > care-leavers.csv\n      for a spreadsheet"},
      "In a query: \"a phrase\", +must have, -must not have, a AND b, a OR b, NOT a,\n"
      "(brackets), a NEAR b, a NEAR/5 b, wild*, and every filter as name:value, such as\n"
      "grade:good or authority:\"kingston upon hull\". See ofsearch-query(7).\n"
      "Exit status: 0 found, 1 nothing found, 2 wrong usage, 3 no usable index."};
}

std::string text_of(const po::variables_map& values, const char* name) {
  return values.count(name) > 0 ? values[name].as<std::string>() : std::string();
}

Strings list_of(const po::variables_map& values, const char* name) {
  return values.count(name) > 0 ? values[name].as<Strings>() : Strings();
}

Result<std::optional<std::string>> date_of(const po::variables_map& values, const char* name) {
  std::string text = text_of(values, name);
  if (text.empty()) return std::optional<std::string>();
  if (!parse_iso_date(text))
    return Error{ErrorCode::kUsage, fmt::format("--{} does not take \"{}\"", name, text),
                 "write the date as YYYY-MM-DD"};
  return std::optional(text);
}

Result<std::optional<std::string>> indexed_since_of(const po::variables_map& values) {
  constexpr std::time_t kDay = 24 * 60 * 60;
  if (text_of(values, "indexed-since") == kLastRun) return std::optional(std::string(kLastRun));
  if (text_of(values, "indexed-since") == "yesterday")
    return std::optional(
        fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr) - kDay)));
  return date_of(values, "indexed-since");
}

Result<size_t> count_of(const po::variables_map& values, const char* name, long least, long most,
                        size_t otherwise) {
  std::string text = text_of(values, name);
  if (text.empty() && values.count(name) == 0) return otherwise;
  return static_cast<size_t>(OF_TRY(number_in(name, text, least, most)));
}

Error unknown_facet(const std::string& name, const Strings& known) {
  if (name == "all" || name == "none")
    return {ErrorCode::kUsage, fmt::format("--facets takes {} alone", name),
            "or name the fields, with commas"};
  Strings choices = known;
  choices.insert(choices.end(), {"all", "none"});
  return one_of("facets", name, choices).error();
}

Result<Strings> facets_of(const po::variables_map& values) {
  Strings names;
  std::string list = text_of(values, "facets");
  Strings known, all;
  for (const Field& field : fields()) {
    known.emplace_back(field.option);
    all.emplace_back(field.name);
  }
  known.emplace_back(kFindingFacet);
  all.emplace_back(kFindingFacet);
  if (list == "none") return names;
  if (list == "all") return all;
  if (values.count("facets") == 0) {
    for (const Field& field : fields())
      if (field.default_facet) names.emplace_back(field.name);
    return names;
  }
  for (size_t begin = 0; begin <= list.size();) {
    size_t end = std::min(list.find(',', begin), list.size());
    std::string name = list.substr(begin, end - begin);
    const Field* field = find_field(name);
    if (field == nullptr && name != kFindingFacet) return unknown_facet(name, known);
    names.emplace_back(field == nullptr ? kFindingFacet : field->name);
    begin = end + 1;
  }
  return names;
}

Result<SearchRequest> request_of(const po::variables_map& values) {
  SearchRequest request;
  for (const std::string& word : list_of(values, "QUERY"))
    request.query += (request.query.empty() ? "" : " ") + word;
  for (const Field& field : fields())
    for (const std::string& value : list_of(values, std::string(field.option).c_str()))
      request.filters.emplace_back(std::string(field.name), value);
  request.from = OF_TRY(date_of(values, "from"));
  request.to = OF_TRY(date_of(values, "to"));
  request.sections = list_of(values, "section");
  request.findings = list_of(values, "finding");
  request.indexed_since = OF_TRY(indexed_since_of(values));
  request.literal = values.count("literal") > 0;
  request.with_predecessors = values.count("with-predecessors") > 0;
  request.limit = OF_TRY(count_of(values, "limit", 0, kMostResults, 10));
  request.offset = OF_TRY(count_of(values, "offset", 0, kMostResults, 0));
  request.passages = OF_TRY(count_of(values, "passages", 0, kMostPassages, 1));
  request.facets = OF_TRY(facets_of(values));
  request.explain = values.count("explain") > 0;
  if (std::string level = text_of(values, "match"); !level.empty()) {
    Strings names;
    for (const auto& [name, mode] : match_modes()) names.push_back(name);
    request.match = match_modes().at(OF_TRY(one_of("match", level, names)));
  }
  if (std::string order = text_of(values, "sort"); !order.empty()) {
    Strings names;
    for (const auto& [name, sort] : sort_orders()) names.push_back(name);
    request.sort = sort_orders().at(OF_TRY(one_of("sort", order, names)));
  }
  return request;
}

// --show and --similar take an id and nothing that selects reports: silently ignored, it would
// look obeyed.
Result<void> check_lookup(const SearchOptions& options, const po::variables_map& values) {
  for (const char* name : {"show", "similar"})
    if (values.count(name) > 0 && text_of(values, name).empty())
      return Error{ErrorCode::kUsage, fmt::format("--{} needs an id", name),
                   "ids are printed with every result"};
  if (options.show.empty() && options.similar.empty()) return {};
  const char* lookup = options.show.empty() ? "similar" : "show";
  if (!options.show.empty() && !options.similar.empty())
    return Error{ErrorCode::kUsage, "--show and --similar exclude each other", "give one of them"};
  const SearchRequest& r = options.request;
  bool selects = !r.query.empty() || !r.filters.empty() || r.from || r.to || !r.sections.empty() ||
                 !r.findings.empty() || r.indexed_since;
  if (selects)
    return Error{ErrorCode::kUsage, fmt::format("--{} takes an id alone", lookup),
                 "leave out the query and the filters"};
  return {};
}

bool asks_for_something(const SearchOptions& options, const po::variables_map& values) {
  const SearchRequest& r = options.request;
  return !r.query.empty() || !r.filters.empty() || r.from || r.to || !r.sections.empty() ||
         !r.findings.empty() || r.indexed_since || !options.show.empty() ||
         !options.similar.empty() || values.count("facets") > 0 || values.count("sort") > 0;
}

}  // namespace

Result<SearchOptions> parse_search_options(int argc, const char* const* argv) {
  CommandLine line = command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv));
  SearchOptions options;
  if (values.count("help") > 0) options.information = help_text(line);
  if (values.count("version") > 0) options.information = version_text(line.program);
  if (!options.information.empty()) return options;
  options.request = OF_TRY(request_of(values));
  options.db = text_of(values, "db");
  if (values.count("format") > 0)
    options.format = OF_TRY(one_of("format", text_of(values, "format"), format_names()));
  options.output.whole_passages = values.count("whole") > 0;
  options.show = text_of(values, "show");
  options.similar = text_of(values, "similar");
  OF_CHECK(check_lookup(options, values));
  options.output.facet_bars = values.count("facets") > 0;
  options.thesaurus = list_of(values, "thesaurus");
  options.allow_partial = values.count("allow-partial") > 0;
  options.shard_timeout = OF_TRY(count_of(values, "shard-timeout", 1, kLongestTimeout, 10));
  options.colour_allowed = values.count("no-color") == 0;
  if (!asks_for_something(options, values))
    return Error{ErrorCode::kUsage, "there is nothing to search for",
                 "give a query, as in: ofsearch private fostering; or a filter, as in: ofsearch "
                 "--authority cumbria; see: ofsearch --help"};
  return options;
}

}  // namespace ofsearch
