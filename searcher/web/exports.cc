#include "searcher/web/exports.h"

#include "common/files/slug.h"
#include "searcher/answer.h"
#include "searcher/evidence/outcomes.h"
#include "searcher/present/formatter.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/query/query_words.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/parts/whole_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

constexpr size_t kEntries = 50;

struct Export {
  std::string_view format, type, end;
};

constexpr std::array<Export, 3> kExports = {{
    {"csv", "text/csv; charset=utf-8", ".csv"},
    {"markdown", "text/markdown; charset=utf-8", ".md"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
}};

const Export& find_export(std::string_view format) {
  return *std::find_if(kExports.begin(), kExports.end(),
                       [&](const Export& row) { return row.format == format; });
}

// A file that a browser saves. Its name says if shards are missing, as CSV has no room for it.
HttpResponse to_save(std::string_view format, std::string_view name, bool partial,
                     std::string body) {
  const Export& exported = find_export(format);
  HttpResponse response;
  response.type = std::string(exported.type);
  response.body = std::move(body);
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}{}{}\"", name,
                                            partial ? "-partial" : "", exported.end));
  return response;
}

std::string xml(std::string_view text) {
  std::string out;
  for (char c : html_escaped(text))
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out.push_back(c);
  return out;
}

// Ids need no address that outlives the server: those of reports are made from their content.
std::string entry(const ReportHit& hit, const Site& site) {
  const Metadata& m = hit.report.metadata;
  std::string summary;
  for (const PassageHit& passage : hit.passages)
    summary += (summary.empty() ? "" : " … ") + passage.snippet;
  if (summary.empty()) summary = grade_words(m);
  return fmt::format(
      "<entry><id>urn:ofsearch:report:{0}</id><title>{1}</title><updated>{2}</updated>"
      "<link href=\"{3}\"/><summary>{4}</summary></entry>\n",
      hit.report.id, xml(report_title(hit.report)), xml(hit.report.indexed),
      xml(site.address("/reports/" + hit.report.id)), xml(summary));
}

std::string feed(const SearchResults& results, const Parameters& parameters, const Site& site) {
  std::string updated = "1970-01-01T00:00:00Z", entries, partial;
  for (const std::string& shard : results.missing_shards)
    partial += (partial.empty() ? "" : "; ") + partial_in_words(shard);
  if (!partial.empty()) partial = fmt::format("<subtitle>{}</subtitle>", xml(partial));
  for (const ReportHit& hit : results.hits) {
    updated = std::max(updated, hit.report.indexed);
    entries += entry(hit, site);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">"
      "<id>urn:ofsearch:search:{}</id><title>Inspection reports: {}</title>{}<updated>{}</updated>"
      "<author><name>ofsearch</name></author><link href=\"{}\"/><link rel=\"self\" "
      "href=\"{}\"/>\n{}</feed>\n",
      xml(parameters.to_string()), xml(results_in_words(results)), partial, xml(updated),
      xml(parameters.link(site.address("/search"))),
      xml(parameters.link(site.address("/feed.atom"))), entries);
}

// "search-private-fostering": what a file of the results of `query` is called.
std::string file_name(std::string_view query) {
  constexpr size_t kLongest = 53;  // bytes
  const std::string words = slug(query, kLongest);
  return words.empty() ? "search" : "search-" + words;
}

}  // namespace

HttpResponse search_as(std::string_view format, const Parameters& parameters, const Site& site,
                       Searcher* searcher) {
  auto options = search_options(parameters, site.limits, {});
  if (!options) return error_as_text(options.error(), site);
  // It is the only search of this answer.
  options->request.time_limit = site.limits.search_time;
  options->output.index = "build " + searcher->generation();
  auto results = answer_in_full(searcher, options->request);
  if (!results) return error_as_text(results.error(), site);
  // A file that is handed on does not say where the server keeps its documents; the API does.
  for (ReportHit& hit : results->hits) hit.report.file = hit.report.path;
  std::ostringstream out = whole_text();
  find_format(format)->results(*results, options->output, out);
  return to_save(format, file_name(options->request.query), !results->missing_shards.empty(),
                 out.str());
}

HttpResponse outcomes_as(std::string_view format, const Parameters& parameters, const Site& site,
                         Searcher* searcher) {
  auto options = search_options(parameters, site.limits, {"--outcomes"});
  if (!options) return error_as_text(options.error(), site);
  auto table = outcomes(searcher, options->request);
  if (!table) return error_as_text(table.error(), site);
  std::ostringstream out = whole_text();
  options->output.index = "build " + searcher->generation();
  find_format(format)->table(rows_of(*table, options->first_row, options->most_rows),
                             options->output, out);
  return to_save(format, "outcomes", !table->missing_shards.empty(), out.str());
}

HttpResponse atom_feed(const Parameters& parameters, const Site& site, Searcher* searcher) {
  Parameters newest =
      parameters.without("offset").set("sort", "newest").set("limit", std::to_string(kEntries));
  auto request = search_request(newest, site.limits);
  if (!request) return error_as_text(request.error(), site);
  request->facets.clear();
  if (auto read = understood(searcher, *request)) request = read;
  auto results = searcher->search(*request);
  if (!results) return error_as_text(results.error(), site);
  HttpResponse response;
  response.type = "application/atom+xml; charset=utf-8";
  response.body = feed(*results, parameters, site);
  return response;
}

HttpResponse open_search_description(const HttpRequest& request, const Site& site) {
  // A description needs whole addresses. What a proxy says of itself is not believed.
  const std::string address = site.public_origin.empty()
                                  ? "http://" + std::string(request.header("host")) + site.path("")
                                  : site.address("");
  HttpResponse response;
  response.type = "application/opensearchdescription+xml; charset=utf-8";
  response.body = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">"
      "<ShortName>Inspection reports</ShortName>"
      "<Description>Search inspection reports on children's services</Description>"
      "<InputEncoding>UTF-8</InputEncoding>"
      "<Url type=\"text/html\" template=\"{0}/search?q={{searchTerms}}\"/>"
      "<Url type=\"application/json\" template=\"{0}/api/search?q={{searchTerms}}\"/>"
      "</OpenSearchDescription>\n",
      xml(address));
  return response;
}

}  // namespace ofsearch::web
