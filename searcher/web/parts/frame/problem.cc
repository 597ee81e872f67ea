#include "searcher/web/parts/frame/problem.h"

#include "common/records/report_json.h"
#include "searcher/web/parts/frame/advice.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ofsearch::web {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 11> kStatuses = {{
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
}};

// Errors whose own words are for the visitor. The others are of the machine: its log has them.
constexpr std::array<std::pair<ErrorCode, int>, 3> kTold = {{
    {ErrorCode::kUsage, 400},
    {ErrorCode::kNotFound, 404},
    {ErrorCode::kInterrupted, 503},
}};

std::string_view heading(int status) {
  if (status == 404) return "Page not found";
  if (status == 503 || status == 429) return "The service is busy";
  if (status >= 500) return "There is a problem with the service";
  return "This request cannot be answered";
}

// "there is no year 20222; did you mean 2022?" with a capital and a full stop.
std::string sentence(const Error& error) {
  std::string text = capitalised(error.text());
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos)
    text += ".";
  return text;
}

HttpResponse problem_page(int status, const std::string& detail, const Site& site,
                          std::string_view query, const Links& meant) {
  Json view = page_view(site, std::string(heading(status)));
  view["heading"] = heading(status);
  view["detail"] = detail;
  view["status"] = status;
  view["query"] = query;
  view["meant"] = Json::array();
  for (const auto& [words, link] : meant)
    view["meant"].push_back({{"words", words}, {"link", link}});
  view["has_meant"] = !meant.empty();
  HttpResponse response = html_page("problem", view);
  response.status = status;
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// Returns the detail alone of an answer for programs.
HttpResponse as_text(HttpResponse response) {
  response.body = Json::parse(response.body)["detail"].get<std::string>() + "\n";
  response.type = "text/plain; charset=utf-8";
  return response;
}

}  // namespace

std::string_view status_words(int status) {
  for (const auto& [known, words] : kStatuses)
    if (known == status) return words;
  return "Error";
}

HttpResponse problem_answer(int status, const std::string& detail, bool api, const Site& site,
                            std::string_view query) {
  if (!api) return problem_page(status, detail, site, query, {});
  Json json = {{"type", "about:blank"},
               {"title", status_words(status)},
               {"status", status},
               {"detail", detail}};
  HttpResponse response;
  response.status = status;
  response.headers.emplace_back("Cache-Control", "no-store");
  response.type = "application/problem+json";
  response.body = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return response;
}

HttpResponse problem_as_text(int status, const std::string& detail, const Site& site) {
  return as_text(problem_answer(status, detail, true, site));
}

HttpResponse not_found_page(const std::string& detail, const Site& site, const Links& meant) {
  return problem_page(404, detail, site, "", meant);
}

HttpResponse error_answer(const Error& error, bool api, const Site& site, std::string_view query,
                          const Links& meant) {
  for (const auto& [code, status] : kTold) {
    if (code != error.code) continue;
    const std::string detail = sentence(in_words_of_the_web(error, api));
    return api ? problem_answer(status, detail, api, site)
               : problem_page(status, detail, site, query, meant);
  }
  if (site.report) site.report(error);
  return problem_answer(503, "The index cannot be read at the moment.", api, site, query);
}

HttpResponse error_as_text(const Error& error, const Site& site) {
  return as_text(error_answer(error, true, site));
}

}  // namespace ofsearch::web
