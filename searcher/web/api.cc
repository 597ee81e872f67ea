#include "searcher/web/api.h"

#include "searcher/answer.h"
#include "searcher/evidence/history.h"
#include "searcher/evidence/matrix.h"
#include "searcher/evidence/since_last.h"
#include "searcher/present/formatter.h"
#include "searcher/shown_report.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/parts/whole_text.h"

#include <fmt/format.h>

#include <optional>

namespace ofsearch::web {
namespace {

// `json` is one object and a line end.
HttpResponse with_generation(std::string json, const std::string& generation) {
  json.erase(json.rfind('}'));
  HttpResponse response;
  response.type = "application/json";
  response.body = json + ",\"generation\":\"" + generation + "\"}\n";
  return response;
}

HttpResponse search(const Parameters& parameters, const Site& site, Searcher* searcher) {
  auto request = search_request(parameters, site.limits);
  if (!request) return error_answer(request.error(), true, site);
  auto results = answer_in_full(searcher, *request);
  if (!results) return error_answer(results.error(), true, site);
  std::ostringstream out = whole_text();
  format_json(*results, {}, out);
  return with_generation(out.str(), searcher->generation());
}

HttpResponse table_answer(const Result<Table>& table, const SearchOptions& options,
                          const Site& site, Searcher* searcher) {
  if (!table) return error_answer(table.error(), true, site);
  std::ostringstream out = whole_text();
  find_format("json")->table(rows_of(*table, options.first_row, options.most_rows), {}, out);
  return with_generation(out.str(), searcher->generation());
}

// An authority that is not known is no such address.
std::optional<Error> unknown_authority(const std::string& name, Searcher* searcher) {
  SearchRequest request;
  request.filters.emplace_back("authority", name);
  request.limit = 0;
  auto results = searcher->search(request);
  if (results || results.error().code != ErrorCode::kUsage) return std::nullopt;
  return Error{ErrorCode::kNotFound, results.error().message, results.error().hint};
}

// The options of a table of one authority, whose name stands in the address.
Result<SearchOptions> options_of_authority(const char* option, const std::string& name,
                                           const Parameters& parameters, const Site& site,
                                           Searcher* searcher) {
  if (auto error = unknown_authority(name, searcher)) return *error;
  if (parameters.has("q"))
    return Error{ErrorCode::kUsage, "the documents of one authority are listed without a query",
                 "leave q out; filters, such as year, select among them"};
  return search_options(parameters, site.limits, {fmt::format("--{}={}", option, name)});
}

}  // namespace

HttpResponse api_authority(const std::string& name, const Parameters& parameters, const Site& site,
                           Searcher* searcher) {
  auto options = options_of_authority("history", name, parameters, site, searcher);
  if (!options) return error_answer(options.error(), true, site);
  const bool newest_first = options->request.sort == SortOrder::kNewest;
  return table_answer(history(searcher, {options->history, options->request, newest_first}),
                      *options, site, searcher);
}

HttpResponse api_since_last(const std::string& name, const Parameters& parameters, const Site& site,
                            Searcher* searcher) {
  auto options = options_of_authority("since-last", name, parameters, site, searcher);
  if (!options) return error_answer(options.error(), true, site);
  auto since = since_last(searcher, {options->since_last, options->request});
  return table_answer(since ? Result<Table>(since_last_table(*since, false)) : since.error(),
                      *options, site, searcher);
}

HttpResponse api_matrix(const Parameters& parameters, const Site& site, Searcher* searcher) {
  const std::string rows(parameters.value("rows")), columns(parameters.value("columns"));
  if (rows.empty() || columns.empty() || (rows + columns).find(',') != std::string::npos)
    return problem_answer(400, "A matrix needs the name of one field as rows and one as columns.",
                          true, site);
  auto options = search_options(parameters.without("rows").without("columns"), site.limits,
                                {"--matrix=" + rows + "," + columns});
  if (!options) return error_answer(options.error(), true, site);
  return table_answer(matrix(searcher, {rows, columns, options->request, false}), *options, site,
                      searcher);
}

HttpResponse api_search(const Parameters& parameters, const Site& site, Searcher* searcher) {
  return search(parameters, site, searcher);
}

HttpResponse api_facets(const Parameters& parameters, const Site& site, Searcher* searcher) {
  // The parameters are checked as those of a search are, though no report will be listed.
  if (auto typed = search_request(parameters, site.limits); !typed)
    return error_answer(typed.error(), true, site);
  Parameters counted = parameters.set("limit", "0");
  return search(counted.has("facets") ? counted : counted.set("facets", "all"), site, searcher);
}

HttpResponse api_report(const std::string& id, const Parameters& parameters, const Site& site,
                        Searcher* searcher) {
  auto options = search_options(parameters, site.limits, {"--show=" + id});
  if (!options) return error_answer(options.error(), true, site);
  auto shown = shown_report(searcher, options->show, options->request);
  if (!shown) return error_answer(shown.error(), true, site);
  std::ostringstream out = whole_text();
  show_json(shown->report, {}, out);
  return with_generation(out.str(), searcher->generation());
}

}  // namespace ofsearch::web
