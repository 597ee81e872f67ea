#include "searcher/options/options.h"

#include "common/dates/typed_date.h"
#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/options/cli.h"
#include "common/options/configuration.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/nearest.h"
#include "searcher/options/completion_values.h"
#include "searcher/options/option_checks.h"
#include "searcher/results/request_names.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace ofsearch {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr size_t kMostListed = 20;  // values of a field in --help
constexpr long kMostResults = 100000;
constexpr long kMostPassages = 1000;
constexpr long kNarrowest = 20, kWidest = 1000;  // columns
constexpr long kLongestTimeout = 3600;           // seconds

Strings values_taken(const Field& field) {
  Strings values(field.values.begin(), field.values.end());
  if (stands_for_none(field, kUnknown)) values.emplace_back(kUnknown);
  return values;
}

OptionGroup filter_group() {
  OptionGroup group("Filters (given twice for one field: either value; different fields: all)");
  for (const Field& field : fields()) {
    std::string help(field.help);
    if (!field.values.empty() && field.values.size() <= kMostListed)
      help += ": " + list_in_words(values_taken(field));
    group.add_options()(std::string(field.option).c_str(),
                        texts(std::string(field.value_name).c_str()), help.c_str());
  }
  group.add_options()("from", text("DATE"), "inspected (else published) on or after")(
      "to", text("DATE"), "inspected (else published) on or before")(
      "literal",
      "take words as words: no name, year or kind among them is a filter, none is corrected")(
      "exact",
      "find words only as they are written: no other form, nothing that the thesaurus adds")(
      "without", texts("WORDS"),
      "do not search these words, which the thesaurus adds to a term of the query")(
      "indexed-since", text("DATE"),
      "new in the index since this date, yesterday, or last-run: what the latest run brought")(
      "new-since", text("DATE|last-run"), "the same as --indexed-since; also with --digest")(
      "with-predecessors", "with --authority: also the authorities it took over from");
  return group;
}

OptionGroup output_group() {
  OptionGroup group("Output");
  group.add_options()("format", text("FORMAT"),
                      "text (default), json, jsonl, csv, csv-excel, markdown or xlsx")(
      "limit,n", text("N|all"), "reports to show (default 10)")(
      "offset", text("N"), "reports to leave out first")("passages", text("N|all"),
                                                         "passages a report (default 1)")(
      "whole", "print whole passages instead of extracts")(
      "sort", text("ORDER"), "relevance, newest, oldest or authority")(
      "match", text("LEVEL"),
      "how much of the query a passage must have: all, most or any (default: all where enough "
      "reports have it, else most)")(
      "facets", text("LIST"),
      "fields to count, with commas, or all or none (default authority,year,type,grade)")(
      "show", text("ID"), "print a whole report; with words, these are marked")(
      "open", text("N"),
      "open the document of result N at its page, or print the command that does")(
      "similar", text("ID"), "reports that read like this one")(
      "history", text("AUTHORITY"),
      "all inspections, visits and articles of an authority, with each judgement and what changed")(
      "compare", text("AUTHORITY..."),
      "authorities side by side: their latest judgements, and what each year brought")(
      "since-last", text("AUTHORITY"),
      "what its last report says must improve, beside the one before and what was found since")(
      "matrix", text("ROWS,COLUMNS"),
      "reports that speak of the query by two fields, with strengths and weaknesses")(
      "trend", text("year|quarter"),
      "the share of reports that speak of the query over time, with strengths and weaknesses")(
      "outcomes",
      "the latest inspection of each authority, with the columns of Data to Insight's table")(
      "digest",
      "what is new for each saved search, since the latest run of ofindex or --new-since")(
      "explain", "say how the query was understood and searched")(
      "color", text("WHEN"), "colours: auto (default), always, never")("no-color",
                                                                       "the same as --color never")(
      "links", text("WHEN"), "file names lead to their files: auto (default), always, never")(
      "width", text("COLUMNS"), "width of the text (default: the terminal's, else 80)");
  return group;
}

CommandLine command_line() {
  OptionGroup index("Index");
  index.add_options()(
      "db", text("PATH"),
      "index to search (default: $OFSEARCH_DB, else ~/.local/share/ofsearch/index)")(
      "thesaurus", texts("FILE"), "more words of the field that stand for each other")(
      "allow-partial", "answer without shards that are down, and say so")(
      "shard-timeout", text("SECONDS"), "how long a server may take for an answer (default 10)")(
      "time-limit", text("SECONDS"), "how long a search may take (default 10)");
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
      "Exit status: 0 found, 1 nothing found, 2 wrong usage, 3 no usable index, or a\n"
      "search that was stopped, or output that cannot be written."};
}

enum class DateEnd { kFirst, kLast };

// Returns a date; for a month or a year, its first or its last day.
Result<std::optional<std::string>> date_of(const po::variables_map& values, const char* name,
                                           DateEnd end = DateEnd::kFirst) {
  std::string text = text_of(values, name);
  if (text.empty()) return std::optional<std::string>();
  const std::optional<TypedDays> span = parse_typed_date(text, current_date());
  if (!span)
    return Error{ErrorCode::kUsage, fmt::format("--{} does not take \"{}\"", name, text),
                 hint_for_typed_date(text)};
  return std::optional(to_iso(end == DateEnd::kFirst ? span->first : span->last));
}

Result<std::optional<std::string>> indexed_since_of(const po::variables_map& values) {
  constexpr std::time_t kDay = 24 * 60 * 60;
  if (values.count("new-since") > 0 && values.count("indexed-since") > 0)
    return Error{ErrorCode::kUsage, "--new-since and --indexed-since exclude each other",
                 "they mean the same; give one of them"};
  const char* name = values.count("new-since") > 0 ? "new-since" : "indexed-since";
  const std::string text = text_of(values, name);
  if (text == kLastRun) return std::optional(std::string(kLastRun));
  if (is_moment(text)) return std::optional(text);
  if (text == "yesterday")
    return std::optional(
        fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr) - kDay)));
  return date_of(values, name);
}

Result<size_t> count_of(const po::variables_map& values, const char* name, long least, long most,
                        size_t otherwise) {
  if (values.count(name) == 0) return otherwise;
  return static_cast<size_t>(OF_TRY(number_in(name, text_of(values, name), least, most)));
}

Result<size_t> count_or_all_of(const po::variables_map& values, const char* name, long most,
                               size_t otherwise) {
  if (text_of(values, name) == "all") return kAll;
  Result<size_t> count = count_of(values, name, 0, most, otherwise);
  if (count) return count;
  Error error = count.error();
  error.hint += ", or all";
  return error;
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
  if (list == "none") return names;
  if (list == "all") return all;
  if (values.count("facets") == 0) {
    for (const Field& field : fields())
      if (field.default_facet) names.emplace_back(field.name);
    return names;
  }
  for (size_t begin = 0; begin <= list.size();) {
    size_t end = std::min(list.find(',', begin), list.size());
    const std::string name(trimmed(std::string_view(list).substr(begin, end - begin)));
    const Field* field = find_field(name);
    if (field == nullptr) return unknown_facet(name, known);
    if (std::string once(field->name); !is_one_of(once, names)) names.push_back(std::move(once));
    begin = end + 1;
  }
  return names;
}

Result<SearchRequest> request_of(const po::variables_map& values) {
  SearchRequest request;
  for (const std::string& word : texts_of(values, "QUERY"))
    request.query += (request.query.empty() ? "" : " ") + word;
  for (const Field& field : fields())
    for (const std::string& value : texts_of(values, std::string(field.option)))
      request.filters.emplace_back(std::string(field.name), value);
  request.from = OF_TRY(date_of(values, "from"));
  request.to = OF_TRY(date_of(values, "to", DateEnd::kLast));
  request.indexed_since = OF_TRY(indexed_since_of(values));
  request.without = texts_of(values, "without");
  request.exact = values.count("exact") > 0;
  request.literal = request.exact || values.count("literal") > 0;
  request.with_predecessors = values.count("with-predecessors") > 0;
  request.limit = OF_TRY(count_or_all_of(values, "limit", kMostResults, 10));
  request.offset = OF_TRY(count_of(values, "offset", 0, kMostResults, 0));
  request.passages = OF_TRY(count_or_all_of(values, "passages", kMostPassages, 1));
  request.facets = OF_TRY(facets_of(values));
  request.explain = values.count("explain") > 0;
  if (std::string level = text_of(values, "match"); !level.empty())
    request.match = *find_match_mode(OF_TRY(one_of("match", level, option_choices("match"))));
  if (std::string order = text_of(values, "sort"); !order.empty())
    request.sort = find_sort_order(OF_TRY(one_of("sort", order, option_choices("sort"))));
  return request;
}

// The words beside --history belong to the name, those beside --compare are names too.
Result<void> take_authorities(SearchOptions* options, const po::variables_map& values) {
  std::string& words = options->request.query;
  for (auto [name, authority] :
       {std::pair("history", &options->history), std::pair("since-last", &options->since_last)}) {
    *authority = text_of(values, name);
    OF_CHECK(check_no_query(name, *authority, words));
    if (!authority->empty() && !words.empty()) *authority += " " + words;
  }
  if (std::string first = text_of(values, "compare"); !first.empty()) {
    options->compare = {first};
    for (const std::string& name : texts_of(values, "QUERY")) options->compare.push_back(name);
  }
  if (!options->history.empty() || !options->since_last.empty() || !options->compare.empty())
    words.clear();
  return {};
}

Result<SearchOptions> parse(int argc, const char* const* argv,
                            const std::filesystem::path& configuration) {
  CommandLine line = command_line();
  po::variables_map values = OF_TRY(parse_arguments(line, argc, argv, configuration));
  SearchOptions options;
  options.information = information_asked_for(line, values);
  if (!options.information.empty()) return options;
  options.request = OF_TRY(request_of(values));
  options.db = text_of(values, "db");
  if (values.count("format") > 0)
    options.format = OF_TRY(one_of("format", text_of(values, "format"), option_choices("format")));
  options.request.keep_repeats = options.format != "text";
  options.request.topics = options.request.keep_repeats && options.format != "markdown";
  options.notes = notes_on_words(line, texts_of(values, "QUERY"));
  OF_CHECK(take_authorities(&options, values));
  options.output.whole_passages = values.count("whole") > 0;
  options.show = text_of(values, "show");
  options.similar = text_of(values, "similar");
  OF_CHECK(check_answers(options, values));
  options.output.facet_bars = values.count("facets") > 0;
  options.output.only_counts = options.output.facet_bars && options.request.limit == 0;
  options.thesaurus = texts_of(values, "thesaurus");
  options.allow_partial = values.count("allow-partial") > 0;
  options.shard_timeout = OF_TRY(count_of(values, "shard-timeout", 1, kLongestTimeout, 10));
  options.time_limit = OF_TRY(count_of(values, "time-limit", 1, kLongestTimeout, 10));
  if (values.count("color") > 0)
    options.colour = OF_TRY(one_of("color", text_of(values, "color"), option_choices("color")));
  if (values.count("no-color") > 0) options.colour = "never";
  if (values.count("links") > 0)
    options.links = OF_TRY(one_of("links", text_of(values, "links"), option_choices("links")));
  if (values.count("open") > 0)
    options.open =
        static_cast<size_t>(OF_TRY(number_in("open", text_of(values, "open"), 1, kMostResults)));
  options.width = OF_TRY(count_of(values, "width", kNarrowest, kWidest, 0));
  options.matrix = text_of(values, "matrix");
  if (values.count("trend") > 0)
    options.trend = OF_TRY(one_of("trend", text_of(values, "trend"), option_choices("trend")));
  OF_CHECK(check_not_empty(line, values));
  note_given(values, &options);
  if (!asks_for_something(options, values))
    return Error{ErrorCode::kUsage, "there is nothing to search for",
                 "give a query, as in: ofsearch private fostering; or a filter, as in: ofsearch "
                 "--authority cumbria; see: ofsearch --help",
                 Advice::kGiveQuery};
  return options;
}

}  // namespace

Result<SearchOptions> parse_search_options(int argc, const char* const* argv,
                                           const std::filesystem::path& configuration) {
  Result<SearchOptions> options = parse(argc, argv, configuration);
  const Result<SearchOptions> typed = parse(argc, argv, {});
  if (typed && typed->answer == AskedFor::kDigest) OF_CHECK(check_digest(*typed));
  if (typed) OF_CHECK(check_list_options(*typed));
  if (options && typed) {
    options->first_row = typed->first_row;
    options->most_rows = typed->most_rows;
  }
  if (options || !typed || options.error().message.starts_with(configuration.string()))
    return options;
  Error error = options.error();  // of what is in the file
  error.message =
      fmt::format("{}: {}", configuration_place(configuration, error.message), error.message);
  return error;
}

}  // namespace ofsearch
