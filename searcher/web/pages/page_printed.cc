#include "searcher/web/pages/page_printed.h"

#include "searcher/web/pages/document_file.h"
#include "searcher/web/pages/picture_store.h"
#include "searcher/web/parts/frame/layout.h"
#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/frame/words.h"
#include "searcher/web/parts/index_page.h"
#include "searcher/web/parts/report_in_search.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace ofsearch::web {
namespace {

constexpr std::string_view kPng = ".png";

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

// The page that is asked for, as found in the index.
struct Printed {
  Report report;
  int page = 0;
  const Passage* passage = nullptr;  // to frame; null for none
  Marks marks;                       // in its text
  std::shared_ptr<const Picture> picture;
};

const Passage* find_passage(const Report& report, const Parameters& parameters) {
  auto n = number_of(parameters.value("n"));
  if (!n) return nullptr;
  auto it = std::find_if(report.passages.begin(), report.passages.end(),
                         [&](const Passage& passage) { return passage.n == *n; });
  return it == report.passages.end() ? nullptr : &*it;
}

Marks marks_of(const Printed& printed, const Parameters& parameters, const Site& site,
               Searcher* searcher) {
  if (printed.passage == nullptr || parameters.value("marks") == "off") return {};
  ReportInSearch found = find_in_search(printed.report.id, parameters, site, searcher);
  auto it = found.marks.find(printed.passage->n);
  return it == found.marks.end() ? Marks() : it->second;
}

PictureRequest picture_request(const Printed& printed) {
  PictureRequest request;
  request.sha256 = printed.report.sha256;
  request.page = printed.page;
  if (printed.passage != nullptr) request.passage = printed.passage->text;
  request.marks = printed.marks;
  return request;
}

HttpResponse cannot_draw(const Error& error, const Site& site) {
  if (error.code == ErrorCode::kRefused && site.report) site.report(error);
  if (error.code == ErrorCode::kRefused)
    return problem_answer(503, "Pages cannot be drawn at the moment.", false, site);
  return problem_answer(404, capitalised(error.text()) + ".", false, site);
}

// "page 3, with paragraph 10 framed"
std::string what_is_shown(const Printed& printed) {
  std::string words = fmt::format("page {}", printed.page);
  if (!printed.picture->framed || printed.passage == nullptr) return words;
  return words + (printed.passage->paragraph.empty()
                      ? ", with the passage framed"
                      : fmt::format(", with paragraph {} framed", printed.passage->paragraph));
}

Json texts_view(const Printed& printed) {
  Json texts = Json::array();
  for (const Passage& passage : printed.report.passages) {
    int last = std::max(passage.page, passage.page_end);
    if (passage.page > printed.page || last < printed.page) continue;
    bool framed = printed.passage != nullptr && passage.n == printed.passage->n;
    texts.push_back({{"paragraph", passage.paragraph},
                     {"parts", marked_parts(passage.text, framed ? printed.marks : Marks())},
                     {"framed", framed}});
  }
  return texts;
}

Json view_of(const Printed& printed, const Parameters& parameters, const Site& site) {
  const Report& report = printed.report;
  std::string title = report_title(report);
  Json view = page_view(site, fmt::format("Page {} – {}", printed.page, title));
  auto link = [&](int page) {
    std::string path = fmt::format("/reports/{}/pages/{}", report.id, page);
    return parameters.link(site.path(path));
  };
  bool has_next = printed.page < printed.picture->pages;
  std::string anchor = printed.passage == nullptr ? "" : fmt::format("#n{}", printed.passage->n);
  view["heading"] = fmt::format("Page {} of {}", printed.page, printed.picture->pages);
  view["report"] = title;
  view["back"] = parameters.without("n").link(site.path("/reports/" + report.id)) + anchor;
  view["previous"] = printed.page > 1 ? link(printed.page - 1) : "";
  view["next"] = has_next ? link(printed.page + 1) : "";
  view["file"] = file_link(report, printed.page, site);
  view["picture"] = parameters.link(
      site.path(fmt::format("/reports/{}/pages/{}{}", report.id, printed.page, kPng)));
  view["width"] = printed.picture->width;
  view["height"] = printed.picture->height;
  view["alt"] =
      fmt::format("The report’s {}. Its text is on this page too.", what_is_shown(printed));
  view["frame_top"] =
      printed.picture->framed ? std::to_string(std::max(printed.picture->frame_top, 1)) : "";
  view["not_framed"] = printed.passage != nullptr && !printed.picture->framed;
  view["texts"] = texts_view(printed);
  view["has_text"] = !view["texts"].empty();
  return view;
}

HttpResponse png(const Picture& picture) {
  HttpResponse response;
  response.type = "image/png";
  response.body = picture.png;
  return response;
}

}  // namespace

std::string printed_page_link(const std::string& id, int page, int n, const Parameters& parameters,
                              const Site& site) {
  return parameters.set("n", std::to_string(n))
             .link(site.path(fmt::format("/reports/{}/pages/{}", id, page))) +
         "#frame";
}

HttpResponse printed_page(const std::string& id, const std::string& page,
                          const Parameters& parameters, const Site& site, Searcher* searcher) {
  bool is_picture = page.ends_with(kPng);
  auto number = number_of(page.substr(0, page.size() - (is_picture ? kPng.size() : 0)));
  if (!number) return problem_answer(404, "There is no page of that address.", false, site);
  auto report = searcher->report(id);
  if (!report) return error_answer(report.error(), false, site);
  Printed printed{std::move(*report), *number, nullptr, {}, nullptr};
  if (!has_printed_pages(printed.report) || site.pictures == nullptr)
    return problem_answer(404, "There are no printed pages of this report on this server.", false,
                          site);
  auto file = open_file(printed.report);
  if (!file) return error_answer(file.error(), false, site);
  printed.passage = find_passage(printed.report, parameters);
  printed.marks = marks_of(printed, parameters, site, searcher);
  auto picture = site.pictures->get(file->get(), picture_request(printed));
  if (!picture) return cannot_draw(picture.error(), site);
  printed.picture = *picture;
  if (is_picture) return png(*printed.picture);
  return index_page("printed", view_of(printed, parameters, site), searcher);
}

}  // namespace ofsearch::web
